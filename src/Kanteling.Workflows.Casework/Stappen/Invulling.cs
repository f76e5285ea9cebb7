using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// What a step knows: the household and dossier as they are, the day, and what was filled in (nothing yet when it begins).
/// </summary>
/// <param name="Uitkomst">The port that was chosen; empty when it begins, or when the port is computed.</param>
/// <param name="Invuller">Who filled it in; null when it begins, and when time did it.</param>
/// <param name="Formulier">The form that was pinned; null for a step without questions.</param>
public sealed record Invulling(ActivityContext Context, Antwoorden Antwoorden, string Uitkomst, UserId? Invuller, Formulier? Formulier)
{
    /// <exception cref="StepFailed">DOSSIER_ONTBREEKT: the flow was started outside a procedure.</exception>
    public static Invulling Van(ActivityContext context, JsonObject antwoorden, string uitkomst, UserId? invuller, Formulier? formulier)
    {
        if (context.Dossier is not { } dossier || ((Huishouden)context.Domain).Dossier(dossier) is null)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, context.Dossier?.Text ?? "");
        return new Invulling(context, new Antwoorden(antwoorden, "", dossier), uitkomst, invuller, formulier);
    }

    public Huishouden Huishouden => (Huishouden)Context.Domain;

    public Dossier Dossier => Huishouden.Dossier(Context.Dossier)!;

    public DossierId Id => Context.Dossier!.Value;

    /// <summary>Who filled it in.</summary>
    /// <exception cref="InvalidOperationException">Nobody did yet, or the program.</exception>
    public UserId Door => Invuller ?? throw new InvalidOperationException("No user filled this in.");

    public DateOnly Vandaag => LokaleTijd.Dag(Context.Now);

    public Kalender Kalender => Context.Given.Get<Kalender>(Given.CalendarKey);

    /// <summary>What days and amounts are computed with here, for the fact that says them.</summary>
    public Rekenbasis Rekenbasis => new(Dossier.Regels.Id, Kalender.Versie);

    public Onderzoek Onderzoek => Dossier.Onderzoek;

    public IReadOnlyList<Hulpvraag> Hulpvragen => [.. Huishouden.HulpvragenVan(Id)];

    public string? Tekst(string veld) => Antwoorden.Tekst(veld);

    /// <summary>The colleague that was chosen, as the register of users has him; null when none was.</summary>
    public UserReference? Medewerker(string veld) => Tekst(veld) is { } id ? Inzage.Medewerker.Van(Context.Given, new UserId(id))?.Verwijzing : null;

    /// <summary>The aanbieder that was chosen, as the sociale kaart has him; null when none was.</summary>
    public Reference? Aanbieder(string veld) => Aanbieder(Antwoorden, veld);

    /// <inheritdoc cref="Aanbieder(string)"/>
    public Reference? Aanbieder(Antwoorden rij, string veld) => rij.Tekst(veld) is { } id ? Verwijzingsoort.Aanbieder.Wijst(Context.Given, id) : null;

    /// <summary>The product that was chosen, as the sociale kaart has it; null when none was.</summary>
    public Product? Product(Antwoorden antwoorden, string veld) =>
        antwoorden.Tekst(veld) is { } id && Verwijzingsoort.Product.Wijst(Context.Given, id) is { } rij && SocialeKaart.Van(Context.Given).Product(id) is { } product ? new(rij, product.Categorie, product.Code) : null;

    /// <summary>Why the product that was chosen may not be given on this day; null when it may, or when none was chosen.</summary>
    public Refusal? ProductVoorbij(Antwoorden antwoorden, string veld, DateOnly dag) =>
        antwoorden.Tekst(veld) is { } id && Verwijzingsoort.Product.Bezwaar(new Zoekvraag(Context.Given, id, "Welk product", dag)) is { } nee ? nee with { Field = antwoorden.In(veld) } : null;

    public bool JaNee(string veld) => Antwoorden.JaNee(veld);

    public Content? Inhoud(string veld) => Antwoorden.Inhoud(veld);

    /// <summary>The day that was filled in, or today.</summary>
    public DateOnly Dag(string veld) => Antwoorden.Dag(veld) ?? Vandaag;

    /// <summary>The rows of a block, wherever the form asks it.</summary>
    public IReadOnlyList<Antwoorden> Blok(string naam)
    {
        if (Formulier is null || Vragenblokken.Pad(Formulier, naam) is not { } pad)
            return [];
        var rijvelden = Rijvelden(naam);
        var delen = pad.Split('.');
        var binnen = delen[..^1].Aggregate(Antwoorden with { Leest = null }, (groep, deel) => new Antwoorden(groep.Json[deel] as JsonObject ?? [], groep.In(deel), groep.Dossier));
        return [.. binnen.Rijen(delen[^1]).Select(rij => rij with { Leest = rijvelden })];
    }

    /// <summary>Of a row the core questions may be read, which no form leaves out, and what the step declared beside them.</summary>
    ImmutableArray<Leesveld>? Rijvelden(string blok)
    {
        if (Antwoorden.Leest is not { } leest)
            return null;
        var eigen = leest.FirstOrDefault(veld => veld.Overal && veld.Vraagblok == blok)
            ?? throw new InvalidOperationException($"A step reads the rows of '{blok}' without saying so in its list Leest.");
        return [.. Vragenblokken.Alle[blok].Kern.Select(kern => Leesveld.Moet(kern.Id, kern.Soort)), .. eigen.Binnen];
    }

    /// <summary>What a step may read of it.</summary>
    public Invulling Voor(Stap stap) => this with { Antwoorden = Antwoorden with { Leest = stap.Gelezen } };

    /// <summary>The path of a block for a refusal about the whole of it.</summary>
    public string Blokpad(string naam) => (Formulier is null ? null : Vragenblokken.Pad(Formulier, naam)) ?? naam;

    /// <summary>A refusal about one field, or about the whole step.</summary>
    public static Refusal Weiger(string? veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);
}
