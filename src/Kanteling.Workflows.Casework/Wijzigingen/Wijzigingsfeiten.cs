using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>What changes in a household, and the households it belongs with, are on a timeline.</summary>
static class Wijzigingsfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h) => feit switch
    {
        WijzigingOntvangen f => new("feit", $"Wijziging: {Woorden.Van(f.Soort)}", Woorden.Samen(Woorden.Van(h.Persoon(f.Persoon)?.Naam), Woorden.Van(f.Toelichting))),
        WijzigingVerwerkt f => new("werk", $"Verwerkt: {Woorden.Van(f.Soort)}", Woorden.Samen(Woorden.Van(h.Persoon(f.Persoon)?.Naam), Woorden.Van(f.Toelichting))),
        AfsluitendGesprekGevoerd f => new("contact", "Afsluitend gesprek", Woorden.Samen(Woorden.Van(f.Met), Woorden.Van(f.Toelichting))),
        VerzoekAanbiederBeantwoord f => new("werk", $"Aanbieder heeft antwoord: {(f.Antwoord switch { Aanbiederantwoord.Evaluatie => "de evaluatie begint nu", Aanbiederantwoord.NieuweMelding => "er komt een nieuwe melding", Aanbiederantwoord.Nee => "nee" })}", Woorden.Van(f.Reden)),
        AfwijkingVerklaard f => new("wet", $"Verklaard waarom de {Woorden.Van(f.Termijn)} niet genoeg waren", Woorden.Samen($"Oorzaak: {Woorden.Van(f.Oorzaak)}.", Woorden.Van(f.Toelichting), Woorden.Van(f.Maatregel))),
        AanvraagrechtVerteld f => new("wet", "Verteld dat een aanvraag kan", Woorden.Via(f.Kanaal)),
        PersoonOverleden f => new("stop", "Overleden", $"{Woorden.Van(h.Persoon(f.Persoon)?.Naam)}, op {Schrijfwijze.Datum(f.Op)}. Alles voor deze persoon is gestopt."),
        PersoonVertrokken f => new("feit", "Woont hier niet meer", $"{Woorden.Van(h.Persoon(f.Persoon)?.Naam)}, vanaf {Schrijfwijze.Datum(f.Op)} ({f.Reden.Woord()})."),
        HuishoudenVerhuisd f => new("feit", f.Gemeente is null ? "Verhuisd" : "Verhuisd naar een andere gemeente", Woorden.Samen(h.HeeftGeheimAdres ? "Het adres is geheim." : Adres.Van(f.Adres)?.Regel, Woorden.Van(f.Gemeente), $"Vanaf {Schrijfwijze.Datum(f.Op)}.")),
        CasusregieBeeindigd => new("stop", "Casusregie beëindigd"),
        VertegenwoordigerVastgelegd f => new("wet", $"Vertegenwoordiger: {Woorden.Van(f.Soort)}", Woorden.Samen(Woorden.Van(f.Naam), Woorden.Van(f.Reikwijdte))),
        PersoonsgegevensVastgelegd { Komst: { } komst } f => new("feit", komst switch { Komst.Geboren => "Geboren", Komst.KomtWonen => "Komt hier wonen", Komst.WoondeHierAl => "Hoort bij dit huishouden" }, $"{Woorden.Van(f.Wordt.Naam) ?? "onbekend"}, vanaf {Schrijfwijze.Datum(f.Op)}."),
        PersoonsgegevensVastgelegd f => new("feit", "Gegevens vastgelegd", $"Van {Woorden.Van(f.Wordt.Naam) ?? "onbekend"}."),
        HuishoudengegevensVastgelegd f => new("feit", "Gegevens van het huishouden vastgelegd", h.HeeftGeheimAdres ? "Het adres is geheim." : Adres.Van(f.Adres)?.Regel),
        HuishoudenGekoppeld f => new("feit", Woorden.Van(f.Soort), Woorden.Van(f.Reden)),
        HuishoudenOntkoppeld f => new("stop", f.Soort is Koppelingsoort.AfgesplitstNaar or Koppelingsoort.AfgesplitstVan ? "Splitsen ging niet door" : "Samenvoegen ging niet door", f.Waarom?.AsTexts() is [var code, .. var rest] ? Zinnen.Voor(code, rest) : null),
        PersonenOvergenomen f => new("feit", "Kwam mee uit het andere huishouden", Woorden.Samen(
            string.Join(", ", f.Personen.Select(p => Woorden.Van(p.Naam)).OfType<string>()) is { Length: > 0 } namen ? namen : null,
            string.Join(", ", (f.Vertegenwoordigers ?? []).Select(v => Woorden.Van(v.Naam) is { } naam ? $"{naam} ({Woorden.Van(v.Soort)})" : null).OfType<string>()) is { Length: > 0 } voor ? $"Vertegenwoordiger: {voor}" : null)),
        _ => null,
    };
}
