using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>What is ordered, given, made lighter and ended is on a timeline.</summary>
static class Ondersteuningsfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h, SocialeKaart kaart)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            OndersteuningToegekend f => new("wet", $"Toegekend: {wat}", string.Join(", ", new[] { f.Omvang?.InWoorden(), Periode(f.Start, f.Einde) }.OfType<string>()), steun?.Cirkel),
            OndersteuningGeweigerd => new("wet", $"Afgewezen: {wat}", null, steun?.Cirkel),
            OpdrachtGegeven f => new("wet", $"Opdracht gegeven: {wat}", $"Aan {kaart.MetId(f.Aanbieder.Id)?.Naam ?? f.Aanbieder.Id}, vanaf {Schrijfwijze.Datum(f.Start)}.", steun?.Cirkel),
            OpdrachtNietGestart f => new("stop", $"Opdracht niet begonnen: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            OpdrachtVervallen f => new("stop", $"Gaat niet door: {wat}", Woorden.Van(f.Toelichting) ?? NietDoor(f.Reden), steun?.Cirkel),
            OndersteuningOverbrugd f => new("werk", $"Overbrugd: {wat}", Woorden.Van(f.Hoe), steun?.Cirkel),
            PgbIngericht => new("wet", $"Pgb ingericht: {wat}", null, steun?.Cirkel),
            SpoedvoorzieningGetroffen => new("wet", $"Spoedvoorziening: {wat}", null, steun?.Cirkel),
            SpoedNietNodig f => new("werk", "Spoed bleek niet nodig", Woorden.Van(f.Reden)),
            OndersteuningGestart f => new("werk", $"Begonnen: {wat}", $"{(steun?.Omvang is { } omvang ? omvang.InWoorden() + ", " : "")}vanaf {Schrijfwijze.Datum(f.Op)}.", steun?.Cirkel),
            OndersteuningNietGestart f => new("stop", $"Niet begonnen: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            NazorgGedaan f => new("contact", $"Nazorg: {f.Uitkomst}", Woorden.Van(f.Ervaring)),
            EvaluatieBegonnen => new("wet", $"Tijd voor evaluatie: {wat}", null, steun?.Cirkel),
            OndersteuningGeevalueerd f => new("werk", $"Geëvalueerd: {wat}", f.Uitkomst, steun?.Cirkel),
            OndersteuningAfgeschaald f => new("werk", $"Afgeschaald: {wat}", f.Naar is null ? "Het huishouden gaat zelf verder." : $"Naar {Woorden.Van(h.MetId(f.Naar)?.Wat) ?? "iets lichters"}.", steun?.Cirkel),
            OndersteuningBeeindigd f => new("stop", $"Beëindigd: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            _ => null,
        };
    }

    static string? Periode(DateOnly? start, DateOnly? einde) => (start, einde) switch
    {
        ({ } van, { } tot) => $"van {Schrijfwijze.Datum(van)} tot en met {Schrijfwijze.Datum(tot)}",
        ({ } van, null) => $"vanaf {Schrijfwijze.Datum(van)}",
        (null, { } tot) => $"tot en met {Schrijfwijze.Datum(tot)}",
        _ => null,
    };

    static string NietDoor(Eindreden reden) => reden switch
    {
        Eindreden.PeriodeVoorbij => "De periode van het besluit is voorbij.",
        Eindreden.NietMeerNodig => "De hulp is niet meer nodig.",
        Eindreden.NieuwBesluit => "Er is een nieuw besluit.",
        _ => "Om een andere reden.",
    };
}
