using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Facts of signals, of what changes in a household, and of households that belong together, to their state, by the law of
/// <see cref="Toepassing"/>.
/// </summary>
static class Wijzigingstoepassing
{
    public static Huishouden Pas(Huishouden h, Gebeurtenis e) => e switch
    {
        PersoonOverleden x => Overleden(h, x),
        PersoonVertrokken x => h.VeranderPersoon(x.Persoon, p => p with { Vertrokken = x.Op }),
        HuishoudenVerhuisd x => h with { Adres = x.Adres ?? h.Adres, Wijkteam = x.Wijkteam ?? h.Wijkteam },
        PersoonsgegevensVastgelegd x => MetPersoon(h, x.Wordt with { Id = x.Persoon, Relaties = x.Wordt.Relaties.IsDefault ? [] : x.Wordt.Relaties }),
        HuishoudengegevensVastgelegd x => h with { Naam = x.Naam, Adres = x.Adres },
        CasusregieBeeindigd => h with { Casusregisseur = null },
        VertegenwoordigerVastgelegd x => h with
        {
            Vertegenwoordigers = h.Vertegenwoordigers.RemoveAll(v => v.Persoon == x.Persoon && v.Soort == x.Soort)
                .Add(new Vertegenwoordiger(x.Persoon, x.Soort, x.Naam, x.Lid, x.Reikwijdte, x.Vanaf, x.Tot, x.Bewijs)),
        },
        HuishoudenGekoppeld x => h with { Koppelingen = h.Koppelingen.RemoveAll(k => k.Ander == x.Ander && k.Soort == x.Soort).Add(new Koppeling(x.Ander, x.Soort, x.Reden, x.Op) { Vertrekkers = x.Vertrekkers }) },
        HuishoudenOntkoppeld x => h with
        {
            Koppelingen = h.Koppelingen.RemoveAll(k => k.Ander == x.Ander && k.Soort == x.Soort),
            Personen = h.Personen.ConvertAll(p => x.Terug.Contains(p.Id) ? p with { Vertrokken = null } : p),
        },
        PersonenOvergenomen x => h with
        {
            Personen = h.Personen.RemoveAll(p => x.Personen.Any(n => n.Id == p.Id)).AddRange(x.Personen),
            Vertegenwoordigers = x.Vertegenwoordigers is not { } mee ? h.Vertegenwoordigers : h.Vertegenwoordigers.RemoveAll(v => mee.Any(n => n.Persoon == v.Persoon && n.Soort == v.Soort)).AddRange(mee),
        },
        _ => h,
    };

    /// <summary>In his own place among the others.</summary>
    static Huishouden MetPersoon(Huishouden h, Persoon persoon) =>
        h with { Personen = h.Persoon(persoon.Id) is null ? h.Personen.Add(persoon) : h.Personen.ConvertAll(p => p.Id == persoon.Id ? persoon : p) };

    static Huishouden Overleden(Huishouden h, PersoonOverleden x)
    {
        var na = h.VeranderPersoon(x.Persoon, p => p with { Overleden = x.Op, Relaties = [.. p.Relaties.Where(r => r.Soort != Relatiesoort.Mantelzorger || !x.Mantelzorg.Contains(r.Tot))] });
        return na with { Hulpvragen = na.Hulpvragen.ConvertAll(v => x.Hulpvragen.Contains(v.Id) ? v with { Vervallen = true } : v) };
    }

    /// <returns>Null for a fact that is not one of these.</returns>
    public static Dossier? Pas(Dossier d, Dossiergebeurtenis e) => e switch
    {
        SignaalOntvangen x => d with { Signaal = new Signaal(x.Naam, x.Organisatie, x.Bereikbaar, x.WilAntwoord) },
        SignaalBeoordeeld or BemoeizorgAfgewogen or SignaalTeruggekoppeld => d with { Signaal = d.Signaal is { } signaal ? Signaalfeit(signaal, e) : null },
        IngebrekestellingOntvangen x => d with { Ingebrekestelling = new Ingebrekestelling(x.Ontvangen, x.TeVroeg, x.LaatsteDag, x.HoogsteDwangsom) },
        IngebrekestellingVerstreken x => d with { Ingebrekestelling = d.Ingebrekestelling is { } i ? i with { Verstreken = x.Op } : null },
        BezwaarOntvangen x => MetBezwaar(d, x),
        AanvraagrechtVerteld x => d with { AanvraagrechtVerteld = x.Op },
        AfwijkingVerklaard x => d with { Verklaringen = d.Verklaringen.Add(new Verklaring(x.Termijn, x.Oorzaak, x.Toelichting, x.Maatregel, x.Verwacht, x.Door, x.Op)) },
        _ => null,
    };

    static Signaal Signaalfeit(Signaal s, Dossiergebeurtenis e) => e switch
    {
        SignaalBeoordeeld x => s with { Beoordeling = x.Uitkomst, Patroon = x.Patroon ?? s.Patroon, PatroonReden = x.Patroon is null ? s.PatroonReden : x.PatroonReden, Melding = x.Melding, Bemoeizorg = null },
        BemoeizorgAfgewogen x => s with { Bemoeizorg = new Bemoeizorg(x.Ingezet, x.Reden, x.Lichter, x.Op) },
        SignaalTeruggekoppeld x => s with { Teruggekoppeld = x.Op },
        _ => s,
    };

    static Dossier MetBezwaar(Dossier d, BezwaarOntvangen x)
    {
        return d with { Besluit = d.Besluit is null ? null : Met(d.Besluit), EerdereBesluiten = d.EerdereBesluiten.ConvertAll(Met) };

        Besluit Met(Besluit b) => b.Bekendgemaakt == x.Bekendgemaakt ? b with { Bezwaar = new Bezwaar(x.Ontvangen, x.TeLaat, x.Gronden) } : b;
    }
}
