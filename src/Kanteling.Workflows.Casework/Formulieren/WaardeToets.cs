using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Whether one single answer fits its field. Lists and groups are walked by <see cref="FormulierValidatie"/>.</summary>
static class WaardeToets
{
    const decimal HoogsteGetal = 1_000_000_000m;
    const int VerwijzingLengte = 100;

    /// <summary>What is wrong, without the label, or null.</summary>
    public static Zin? Toets(Veld veld, JsonNode antwoord, DateOnly vandaag) => veld.Soort switch
    {
        VeldSoort.Tekst or VeldSoort.LangeTekst => Tekst(veld, antwoord),
        VeldSoort.Getal => Getal(veld, antwoord, Formuliercode.AntwoordGeenGetal),
        VeldSoort.Bedrag => Getal(veld, antwoord, Formuliercode.AntwoordGeenBedrag),
        VeldSoort.Datum => Datum(veld, antwoord, vandaag),
        VeldSoort.JaNee => Waarde.JaNee(antwoord) is null ? new(Formuliercode.AntwoordGeenJaNee) : null,
        VeldSoort.Keuze => IsOptie(veld, antwoord) ? null : new(Formuliercode.AntwoordNietInKeuzes),
        VeldSoort.Meerkeuze => Meerkeuze(veld, antwoord),
        _ => Waarde.Tekst(antwoord) is { Length: <= VerwijzingLengte } ? null : new(Formuliercode.AntwoordGeenVerwijzing),
    };

    static Zin? Tekst(Veld veld, JsonNode antwoord)
    {
        var hoogste = Math.Min(veld.MaxLengte ?? Antwoordmaat.Tekens, Antwoordmaat.Tekens);
        return Waarde.Tekst(antwoord) switch
        {
            null => new(Formuliercode.AntwoordGeenTekst),
            { } tekst when tekst.Length > hoogste => new(Formuliercode.AntwoordTeLang, $"{hoogste}"),
            _ => null,
        };
    }

    static Zin? Getal(Veld veld, JsonNode antwoord, string geen)
    {
        if (Waarde.Getal(antwoord) is not { } getal || (veld.Soort == VeldSoort.Bedrag && getal != decimal.Round(getal, 2)))
            return new(geen);
        var (laagste, hoogste) = (veld.Min?.Getal ?? -HoogsteGetal, veld.Max?.Getal ?? HoogsteGetal);
        return getal < laagste ? new(Formuliercode.AntwoordTeLaag, Schrijf(laagste))
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

    static Zin? Meerkeuze(Veld veld, JsonNode antwoord)
    {
        if (antwoord is not JsonArray keuzes || !keuzes.All(keuze => IsOptie(veld, keuze)))
            return new(Formuliercode.AntwoordNietInKeuzes);
        var verschillend = keuzes.Select(Waarde.Tekst).Distinct().Count();
        return verschillend < keuzes.Count ? new(Formuliercode.AntwoordKeuzeDubbel)
            : verschillend < veld.Min?.Getal ? new(Formuliercode.AntwoordTeWeinigKeuzes, Schrijf(veld.Min.Value.Getal!.Value))
            : verschillend > veld.Max?.Getal ? new(Formuliercode.AntwoordTeVeelKeuzes, Schrijf(veld.Max.Value.Getal!.Value))
            : null;
    }

    static bool IsOptie(Veld veld, JsonNode? keuze) =>
        Waarde.Tekst(keuze) is { } waarde && veld.Opties.Any(optie => optie.Waarde == waarde);

    internal static string Schrijf(decimal getal) => getal.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');
}
