using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>What is looked for: an id or a name that somebody gave.</summary>
/// <param name="Naam">What a person calls the place where it was given, for the sentence.</param>
/// <param name="Dag">The day on which it has to be valid; null when only the step that uses it knows that day, and asks again.</param>
public sealed record Zoekvraag(Given Given, string Id, string Naam, DateOnly? Dag)
{
    /// <summary>Whether it is about a shielded stream, in which fewer may work.</summary>
    public bool Afgeschermd { get; init; }
}

/// <summary>
/// One kind of thing that a decision, an answer, a start or a drawing may name. The law of this file: every kind is looked up here and nowhere
/// else, whatever door it came in by. What it needs of registers is in <see cref="Given"/>; a row that was not loaded is asked for.
/// </summary>
/// <param name="Naam">Its word.</param>
/// <param name="Bezwaar">Why it cannot be meant; null when it can.</param>
/// <param name="Wijst">
/// What an event keeps of it, with the hash of the version that was looked at; null for what comes with the program (a role, a relation, a
/// term): that stands literally in the drawing, which has its own hash.
/// </param>
public sealed record Verwijzingsoort(string Naam, Func<Zoekvraag, Refusal?> Bezwaar, Func<Given, string, Reference?> Wijst)
{
    /// <summary>A colleague who is to treat: behandelaar, casusregisseur or contact person.</summary>
    public static readonly Verwijzingsoort Medewerker = new("medewerker", v => BezwaarTegenMedewerker(v, recht => recht.MagBehandelen(v.Afgeschermd)), (given, id) => Inzage.Medewerker.Van(given, new(id))?.Verwijzing is { } wie ? new Reference(wie.Id.Text, wie.Hash) : null);

    public static readonly Verwijzingsoort Voorziening = new(
        "voorziening",
        v => SocialeKaart.Van(v.Given).Voorziening(v.Id) is not { } gevonden ? Nee(Huishoudcode.VoorzieningOnbekend, v)
            : v.Dag is { } dag && !gevonden.IsOp(dag) ? Nee(Verwijzingcode.VoorzieningNietGeldig, v, Schrijfwijze.Dag(dag)) : null,
        OpKaart);

    public static readonly Verwijzingsoort Aanbieder = new(
        "aanbieder",
        v => SocialeKaart.Van(v.Given).MetId(v.Id) is not { } gevonden ? Refusal.Of(Huishoudcode.AanbiederOnbekend)
            : v.Dag is { } dag && gevonden.ContractOp(dag) is null ? Refusal.Of(Ondersteuningscode.ContractNietGeldig, gevonden.Naam, Schrijfwijze.Dag(dag)) : null,
        OpKaart);

    public static readonly Verwijzingsoort Product = new(
        "product",
        v => SocialeKaart.Van(v.Given).Product(v.Id) is not { } gevonden ? Nee(Verwijzingcode.ProductOnbekend, v)
            : v.Dag is { } dag && !gevonden.IsOp(dag) ? Nee(Verwijzingcode.ProductNietGeldig, v, Schrijfwijze.Dag(dag)) : null,
        OpKaart);

    public static readonly Verwijzingsoort Team = new(
        "team", v => Wijkteam.Van(v.Given, new(v.Id)) is null ? Nee(Huishoudcode.WijkteamOnbekend, v) : null,
        (given, id) => Wijkteam.Van(given, new(id)) is { } team ? new Reference(team.Id.Text, team.Hash) : null);

    /// <summary>A wijk is there when a team has it; that team is what is kept.</summary>
    public static readonly Verwijzingsoort Wijk = new(
        "wijk", v => Wijkteam.VanWijk(v.Given, v.Id) is null ? Nee(Verwijzingcode.WijkOnbekend, v) : null,
        (given, id) => Wijkteam.VanWijk(given, id) is { } team ? new Reference(team.Id.Text, team.Hash) : null);

    public static readonly Verwijzingsoort Formulier = Document(Documentsoort.Formulier);

    public static readonly Verwijzingsoort Brief = Document(Documentsoort.Brief);

    public static readonly Verwijzingsoort Leidraad = Document(Documentsoort.Leidraad);

    public static readonly Verwijzingsoort Werkstroom = new(
        "werkstroom", v => Gepubliceerd(v.Given, v.Id) is null ? Refusal.Of(Verwijzingcode.WerkstroomOnbekend, v.Id) : null,
        (given, id) => Gepubliceerd(given, id) is { } stroom ? new Reference(stroom.Key.ToString(), stroom.Hash) : null);

    public static readonly Verwijzingsoort Rol = new("rol", v => Rolrij.Van(v.Given, v.Id) is { HeeftWerk: true } ? null : Refusal.Of(Verwijzingcode.RolOnbekend, v.Id), Geen);

    public static readonly Verwijzingsoort Relatie = new("relatie", v => Relaties.Alle.Contains(v.Id) ? null : Refusal.Of(Verwijzingcode.RelatieOnbekend, v.Id), Geen);

    public static readonly Verwijzingsoort Termijn = new("termijn", v => Taaktermijn.IsBekend(v.Id) ? null : Refusal.Of(Termijncode.TaaktermijnOnbekend, v.Id), Geen);

    /// <summary>Why what stands in a drawing or an address cannot be meant on any day; null when it can.</summary>
    public Refusal? Mist(Given given, string id) => Bezwaar(new Zoekvraag(given, id, id, null));

    /// <summary>Every kind.</summary>
    public static readonly ImmutableArray<Verwijzingsoort> Alle = [Medewerker, Voorziening, Aanbieder, Product, Team, Wijk, Formulier, Brief, Leidraad, Werkstroom, Rol, Relatie, Termijn];

    /// <summary>Why a task cannot be for this colleague; null when it can.</summary>
    /// <param name="afgeschermd">Whether the task is in a shielded stream.</param>
    public static Refusal? VoorTaak(Given given, UserId wie, string naam, Instances.WorkTask taak, bool afgeschermd)
    {
        if (BezwaarTegenMedewerker(new Zoekvraag(given, wie.Text, naam, null) { Afgeschermd = afgeschermd }, recht => recht.Mag(afgeschermd)) is { } nee)
            return nee;
        return Inzage.Medewerker.Van(given, wie)!.Recht.Kan(taak, afgeschermd) ? null : Refusal.Of(Verwijzingcode.MedewerkerAndereRol, naam, taak.Address.Role ?? "");
    }

    static Refusal? BezwaarTegenMedewerker(Zoekvraag v, Func<Taakrecht, bool> mag) =>
        Inzage.Medewerker.Van(v.Given, new(v.Id)) is not { } gevonden ? Nee(Huishoudcode.MedewerkerOnbekend, v)
        : mag(gevonden.Recht) ? null : Nee(Verwijzingcode.MedewerkerZonderRol, v);

    static Verwijzingsoort Document(Documentsoort soort) => new(
        soort.Naam, v => soort.Nieuwste(v.Given, v.Id) is null ? Refusal.Of(soort.NietGevonden, v.Id) : null,
        (given, id) => soort.Nieuwste(given, id) is { } pin ? new Reference(pin.Document().ToString(), pin.Hash) : null);

    static CompiledDefinition? Gepubliceerd(Given given, string id) => given.Find<CompiledDefinition>(Given.PublishedKey(new(id)));

    /// <summary>The card is one register: what is on it is named with the version of the whole card.</summary>
    static Reference? OpKaart(Given given, string id) =>
        SocialeKaart.Van(given) is var kaart && (kaart.MetId(id) is not null || kaart.Voorziening(id) is not null || kaart.Product(id) is not null) ? kaart.Verwijzing(id) : null;

    static Reference? Geen(Given given, string id) => null;

    static Refusal Nee(string code, Zoekvraag vraag, params string[] meer) => new(code, [vraag.Naam, .. meer]);
}
