using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Facts to state. The law of this class and of those it hands facts to: dumb and total. It only copies: the ids in a fact say what
/// changes, its values say what that becomes, and an absent value leaves what was. Who keeps what, which title, which day and which
/// status was decided where the fact was made, and stands in it; nothing here looks at one part of the household to decide about
/// another. It cannot refuse; a fact about something that is not there leaves the household as it was, and erased content is
/// carried along. So a stream of fifteen years ago means what it meant, whatever the rules became.
/// </summary>
public static class Toepassing
{
    public static Huishouden Pas(Huishouden h, object e) =>
        e is Gebeurtenis gebeurtenis ? Feit(h, gebeurtenis) with { Bijgewerkt = Laatste(h.Bijgewerkt, gebeurtenis.Op) } : h;

    static Huishouden Feit(Huishouden h, Gebeurtenis e) => e switch
    {
        HuishoudenGeopend x => h with { Naam = x.Naam, Adres = x.Adres, Wijkteam = x.Wijkteam },
        PersoonToegevoegd x => h with { Personen = h.Personen.RemoveAll(p => p.Id == x.Persoon).Add(new Persoon(x.Persoon, x.Naam, x.Geboortedatum, x.Rol, x.Relaties.IsDefault ? [] : x.Relaties)) },
        DossierGeopend x => h with { Dossiers = h.Dossiers.SetItem(x.Dossier, new Dossier(x.Dossier, x.Soort, x.Client, x.Melder, x.Vraag, x.Kanaal, x.Spoed, x.Ontvangen, x.Regelset) { Gemeente = x.Gemeente }) },
        StapTeruggedraaid x => Hersteld(h, x),
        PersoonOverleden or PersoonVertrokken or HuishoudenVerhuisd or CasusregieBeeindigd or VertegenwoordigerVastgelegd or HuishoudenGekoppeld or HuishoudenOntkoppeld or PersonenOvergenomen or PersoonsgegevensVastgelegd or HuishoudengegevensVastgelegd => Wijzigingstoepassing.Pas(h, e),
        CasusregieBelegd x => h with { Casusregisseur = new Casusregisseur(x.Soort, x.Gebruiker, x.Persoon, x.Naam, x.Contactpersoon, x.Primaat, x.Op) },
        HulpvragenVastgesteld x => MetHulpvragen(h, x),
        OndersteuningVoorgesteld x => Ondersteuningstoepassing.MetVoorstel(h, x),
        SpoedvoorzieningGetroffen x => Ondersteuningstoepassing.MetSpoed(h, x),
        OndersteuningAfgeschaald x => Ondersteuningstoepassing.Afgeschaald(h, x),
        OndersteuningVervangen x => h.VeranderOndersteuning(x.Ondersteuning, o => Ondersteuningstoepassing.Vervangen(o, x)),
        HeronderzoekBeoordeeld x => h.VeranderOndersteuning(x.Ondersteuning, o => Ondersteuningstoepassing.Beoordeeld(o, x)),
        Dossiergebeurtenis x => h.Verander(x.Dossier, d => Dossiertoepassing.Pas(d, x)),
        Ondersteuningsgebeurtenis x => h.VeranderOndersteuning(x.Ondersteuning, o => Ondersteuningstoepassing.Pas(o, x)),
        _ => h,
    };

    static Huishouden MetHulpvragen(Huishouden h, HulpvragenVastgesteld x)
    {
        var vervallen = h.Hulpvragen.ConvertAll(v => x.Vervallen.Contains(v.Id) ? v with { Vervallen = true } : v);
        var nieuw = h with { Hulpvragen = vervallen.RemoveAll(v => x.Hulpvragen.Any(n => n.Id == v.Id)).AddRange(x.Hulpvragen) };
        return nieuw.Verander(x.Dossier, d => d with
        {
            Onderzoek = d.Onderzoek with
            {
                Overwegingen = d.Onderzoek.Overwegingen.RemoveAll(w => x.VervallenWegingen.Contains(w.Stap)),
                Maatwerk = x.MaatwerkVervalt ? null : d.Onderzoek.Maatwerk,
            },
        });
    }

    static Huishouden Hersteld(Huishouden h, StapTeruggedraaid x) => h with
    {
        Dossiers = x.Deel.Dossier is { } dossier ? h.Dossiers.SetItem(x.Dossier, dossier with { Id = x.Dossier }) : h.Dossiers.Remove(x.Dossier),
        Hulpvragen = h.Hulpvragen.RemoveAll(v => x.Weg.Contains(v.Id.Deel) || x.Deel.Hulpvragen.Exists(oud => oud.Id == v.Id)).AddRange(x.Deel.Hulpvragen.DistinctBy(v => v.Id)),
        Ondersteuning = h.Ondersteuning.RemoveAll(o => x.Weg.Contains(o.Id.Deel) || x.Deel.Ondersteuning.Exists(oud => oud.Id == o.Id)).AddRange(x.Deel.Ondersteuning.DistinctBy(o => o.Id)),
        Casusregisseur = x.Deel.Casusregisseur,
    };

    /// <summary>The household's own clock never goes back; no fact decides by it.</summary>
    static DateOnly Laatste(DateOnly? een, DateOnly ander) => een > ander ? een.Value : ander;
}
