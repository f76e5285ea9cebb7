using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>What a program or a page reads of a person.</summary>
static class Persoonbeelden
{
    /// <param name="behandelt">Whether the asker handles something here: only then the BSN goes along, for his page.</param>
    public static PersoonBeeld Van(Huishouden h, Persoon p, DateOnly vandaag, bool behandelt) => new(
        p.Id.Text, Woorden.Van(p.Naam) ?? "onbekend", Woorden.Van(p.Geboortedatum), p.Leeftijd(p.Overleden ?? vandaag), Woorden.Van(p.Rol), p.Overleden, p.Vertrokken)
    {
        Voornamen = Voornamen(Persoonsnaam.Van(p.Naam)),
        Geboren = Geboren(p, vandaag),
        Geslacht = p.Geslacht is { } geslacht ? Woorden.Van(geslacht) : null,
        Telefoon = Woorden.Van(p.Telefoon),
        Mail = Woorden.Van(p.Mail),
        Voorkeur = p.Voorkeur is { } wijze ? Woorden.Van(wijze) : null,
        Taal = Woorden.Van(p.Taal),
        Huisarts = Woorden.Van(p.Huisarts),
        Gezag = [.. p.Gezag.Select(g => $"{Woorden.Van(h.Persoon(g.Door)?.Naam) ?? Woorden.Van(g.Naam) ?? "onbekend"} ({Woorden.Van(g.Soort)})")],
        Relaties = [.. p.Relaties.Where(r => h.Persoon(r.Tot) is not null).Select(r => $"{Woorden.Van(r.Soort)} van {Woorden.Van(h.Persoon(r.Tot)!.Naam)}")],
        GeheimAdres = p.GeheimAdres,
        IsMinderjarig = p.Geboren?.Leeftijden(vandaag) is { Oudste: < 18 },
        BsnBekend = p.Bsn is { IsErased: false },
        Bsn = behandelt ? Bsn.Van(p.Bsn)?.Cijfers : null,
    };

    static string? Voornamen(Persoonsnaam? naam) => naam?.AlleVoornamen is { } alle && naam.Geheel is null && alle != (naam.Roepnaam ?? naam.Voornamen ?? naam.Voorletters) ? alle : null;

    static string? Geboren(Persoon p, DateOnly vandaag) => Woorden.Geboren(p.Geboortedatum) is not { } dag ? null
        : Woorden.Leeftijd(p.Geboren, p.Overleden ?? vandaag) is not { } leeftijd ? dag
        : $"{dag} ({(p.Overleden is null ? leeftijd : $"werd {leeftijd}")})";
}
