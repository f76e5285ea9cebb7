using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// The kinds of field, one row each: reading and writing a form, checking and cleaning answers, conditions and references
/// all go by it. The compiler refuses a kind without a row here, without a way to ask it (VeldView) or without an example
/// (Voorbeeld); <c>VeldsoortenTests</c> looks after the rest.
/// </summary>
public static class Veldsoorten
{
    const decimal HoogsteGetal = 1_000_000_000m;
    const int VerwijzingLengte = 100;

    static readonly Antwoordsoort Regel = new(Antwoordvorm.Tekst) { HeeftLengte = true, Toets = Tekst };
    static readonly Antwoordsoort Aantal = new(Antwoordvorm.Getal)
    {
        Grenzen = Grenssoort.Getal, Feel = _ => FeelType.Number, Toets = (veld, antwoord, _) => Getal(veld, Waarde.Getal(antwoord), Formuliercode.AntwoordGeenGetal),
    };
    static readonly Antwoordsoort Euro = Aantal with { Toets = (veld, antwoord, _) => Getal(veld, Centen(antwoord), Formuliercode.AntwoordGeenBedrag) };
    static readonly Antwoordsoort Dag = new(Antwoordvorm.Tekst) { Grenzen = Grenssoort.Dag, Feel = _ => FeelType.Date, Toets = Datum };
    static readonly Antwoordsoort OnvolledigeDag = new(Antwoordvorm.Tekst)
    {
        Toets = (_, antwoord, vandaag) => OnvolledigeDatum.Lees(Waarde.Tekst(antwoord)) is not null ? null
            : Datumlezer.BestaatNiet(Waarde.Tekst(antwoord), vandaag) is { } dag ? new(Formuliercode.AntwoordDagBestaatNiet, dag)
            : new(Formuliercode.AntwoordGeenOnvolledigeDatum),
    };
    static readonly Antwoordsoort JaNee = new(Antwoordvorm.JaNee)
    {
        Feel = _ => FeelType.Boolean, Toets = (_, antwoord, _) => Waarde.JaNee(antwoord) is null ? new(Formuliercode.AntwoordGeenJaNee) : null,
    };
    static readonly Antwoordsoort Keuze = new(Antwoordvorm.Tekst)
    {
        HeeftOpties = true, Toets = (veld, antwoord, _) => IsOptie(veld, antwoord) ? null : new(Formuliercode.AntwoordNietInKeuzes),
    };
    static readonly Antwoordsoort Meerkeuze = new(Antwoordvorm.Keuzes)
    {
        HeeftOpties = true, Grenzen = Grenssoort.Getal, Feel = _ => new FeelType.List(FeelType.String), Toets = Keuzes,
    };
    static readonly Antwoordsoort Lijst = new(Antwoordvorm.Lijst) { Grenzen = Grenssoort.Getal, Feel = veld => new FeelType.List(FormulierSchema.Type(veld.Velden)) };
    static readonly Antwoordsoort Groep = new(Antwoordvorm.Groep) { Feel = veld => FormulierSchema.Type(veld.Velden) };

    // A vraagblok is worked out into a list or a group before anybody answers it; an unknown block takes no more than an id.
    static readonly Antwoordsoort Id = new(Antwoordvorm.Tekst) { Toets = Verwijst };
    static readonly Antwoordsoort Personen = Id with { Verwijst = Verwijzing.Persoon };
    static readonly Antwoordsoort Voorzieningen = Id with { Verwijst = Verwijzing.Voorziening };
    static readonly Antwoordsoort Aanbieders = Id with { Verwijst = Verwijzing.Aanbieder };
    static readonly Antwoordsoort Hulpvragen = Id with { Verwijst = Verwijzing.Hulpvraag };
    static readonly Antwoordsoort Ondersteuning = Id with { Verwijst = Verwijzing.Ondersteuning };
    static readonly Antwoordsoort Medewerkers = Id with { Verwijst = Verwijzing.Medewerker };
    static readonly Antwoordsoort Wijkteams = Id with { Verwijst = Verwijzing.Wijkteam };
    static readonly Antwoordsoort Producten = Id with { Verwijst = Verwijzing.Product };

    /// <summary>The row of a kind.</summary>
    public static Antwoordsoort Van(VeldSoort soort) => soort switch
    {
        VeldSoort.Tekst => Regel,
        VeldSoort.LangeTekst => Regel,
        VeldSoort.Getal => Aantal,
        VeldSoort.Bedrag => Euro,
        VeldSoort.Datum => Dag,
        VeldSoort.OnvolledigeDatum => OnvolledigeDag,
        VeldSoort.JaNee => JaNee,
        VeldSoort.Keuze => Keuze,
        VeldSoort.Meerkeuze => Meerkeuze,
        VeldSoort.Persoon => Personen,
        VeldSoort.Voorziening => Voorzieningen,
        VeldSoort.Aanbieder => Aanbieders,
        VeldSoort.Hulpvraag => Hulpvragen,
        VeldSoort.Ondersteuning => Ondersteuning,
        VeldSoort.Medewerker => Medewerkers,
        VeldSoort.Wijkteam => Wijkteams,
        VeldSoort.Product => Producten,
        VeldSoort.Lijst => Lijst,
        VeldSoort.Groep => Groep,
        VeldSoort.Vraagblok => Id,
    };

    /// <summary>What a field points at. A question with the id <c>aanbieder</c> asks an aanbieder, also in a form of before there was a kind for it.</summary>
    public static Verwijzing? Verwijst(Veld veld) =>
        Van(veld.Soort).Verwijst is { } naar ? naar == Verwijzing.Voorziening && veld.Id == "aanbieder" ? Verwijzing.Aanbieder : naar : null;

    internal static string Schrijf(decimal getal) => getal.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    static Zin? Tekst(Veld veld, JsonNode antwoord, DateOnly vandaag)
    {
        var hoogste = Math.Min(veld.MaxLengte ?? Antwoordmaat.Tekens, Antwoordmaat.Tekens);
        return Waarde.Tekst(antwoord) switch
        {
            null => new(Formuliercode.AntwoordGeenTekst),
            { } tekst when tekst.Length > hoogste => new(Formuliercode.AntwoordTeLang, $"{hoogste}"),
            _ => null,
        };
    }

    static decimal? Centen(JsonNode antwoord) => Waarde.Getal(antwoord) is { } getal && getal == decimal.Round(getal, 2) ? getal : null;

    static Zin? Getal(Veld veld, decimal? getal, string geen)
    {
        var (laagste, hoogste) = (veld.Min?.Getal ?? -HoogsteGetal, veld.Max?.Getal ?? HoogsteGetal);
        return getal is null ? new(geen)
            : getal < laagste ? new(Formuliercode.AntwoordTeLaag, Schrijf(laagste))
            : getal > hoogste ? new(Formuliercode.AntwoordTeHoog, Schrijf(hoogste))
            : null;
    }

    static Zin? Datum(Veld veld, JsonNode antwoord, DateOnly vandaag)
    {
        if (Waarde.Dag(antwoord) is not { } dag)
            return new(Formuliercode.AntwoordGeenDatum);
        return veld.Min?.Dag(vandaag) is { } vroegste && dag < vroegste ? new(Formuliercode.AntwoordDatumTeVroeg, Schrijfwijze.Dag(vroegste))
            : veld.Max?.Dag(vandaag) is { } laatste && dag > laatste ? new(Formuliercode.AntwoordDatumTeLaat, Schrijfwijze.Dag(laatste))
            : null;
    }

    static Zin? Keuzes(Veld veld, JsonNode antwoord, DateOnly vandaag)
    {
        if (antwoord is not JsonArray keuzes || !keuzes.All(keuze => IsOptie(veld, keuze)))
            return new(Formuliercode.AntwoordNietInKeuzes);
        var verschillend = keuzes.Select(Waarde.Tekst).Distinct().Count();
        return verschillend < keuzes.Count ? new(Formuliercode.AntwoordKeuzeDubbel)
            : verschillend < veld.Min?.Getal ? new(Formuliercode.AntwoordTeWeinigKeuzes, Schrijf(veld.Min.Value.Getal!.Value))
            : verschillend > veld.Max?.Getal ? new(Formuliercode.AntwoordTeVeelKeuzes, Schrijf(veld.Max.Value.Getal!.Value))
            : null;
    }

    static Zin? Verwijst(Veld veld, JsonNode antwoord, DateOnly vandaag) =>
        Waarde.Tekst(antwoord) is { Length: <= VerwijzingLengte } ? null : new(Formuliercode.AntwoordGeenVerwijzing);

    static bool IsOptie(Veld veld, JsonNode? keuze) =>
        Waarde.Tekst(keuze) is { } waarde && veld.Opties.Any(optie => optie.Waarde == waarde);
}
