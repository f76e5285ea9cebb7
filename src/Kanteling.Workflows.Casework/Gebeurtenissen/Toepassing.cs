using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Facts to state. The law of this class and of those it hands facts to: dumb and total. It computes no date, asks no rule and cannot
/// refuse; a fact about something that is not there leaves the household as it was, and erased content is carried along.
/// </summary>
public static class Toepassing
{
    public static Huishouden Pas(Huishouden h, object e) =>
        e is Gebeurtenis gebeurtenis ? Feit(h, gebeurtenis) with { Bijgewerkt = Laatste(h.Bijgewerkt, gebeurtenis.Op) } : h;

    static Huishouden Feit(Huishouden h, Gebeurtenis e) => e switch
    {
        HuishoudenGeopend x => h with { Naam = x.Naam, Adres = x.Adres, Wijkteam = x.Wijkteam },
        PersoonToegevoegd x => h with { Personen = h.Personen.RemoveAll(p => p.Id == x.Persoon).Add(new Persoon(x.Persoon, x.Naam, x.Geboortedatum, x.Rol, x.Relaties.IsDefault ? [] : x.Relaties)) },
        DossierGeopend x => h with { Dossiers = h.Dossiers.SetItem(x.Dossier, new Dossier(x.Dossier, x.Soort, x.Client, x.Melder, x.Vraag, x.Kanaal, x.Spoed, x.Ontvangen, x.Regelset)) },
        StapTeruggedraaid x => Hersteld(h, x),
        PersoonOverleden or PersoonVertrokken or HuishoudenVerhuisd or CasusregieBeeindigd or VertegenwoordigerVastgelegd or HuishoudenGekoppeld => Wijzigingstoepassing.Pas(h, e),
        CasusregieBelegd x => h with { Casusregisseur = new Casusregisseur(x.Soort, x.Gebruiker, x.Persoon, x.Naam, x.Contactpersoon, x.Primaat, x.Op) },
        HulpvragenVastgesteld x => MetHulpvragen(h, x),
        BesluitBekendgemaakt x => Ondersteuningstoepassing.MetBesluit(h, x),
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
        var vervallen = h.Hulpvragen.ConvertAll(v => v.Dossier == x.Dossier ? v with { Vervallen = true } : v);
        var nieuw = h with { Hulpvragen = vervallen.RemoveAll(v => x.Hulpvragen.Any(n => n.Id == v.Id)).AddRange(x.Hulpvragen) };
        return nieuw.Verander(x.Dossier, d => d with { Onderzoek = d.Onderzoek with { Overwegingen = [], Maatwerk = null } });
    }

    static Huishouden Hersteld(Huishouden h, StapTeruggedraaid x) => h with
    {
        Dossiers = x.Deel.Dossier is { } dossier ? h.Dossiers.SetItem(x.Dossier, dossier with { Id = x.Dossier }) : h.Dossiers.Remove(x.Dossier),
        Hulpvragen = h.Hulpvragen.RemoveAll(v => v.Dossier == x.Dossier || x.Deel.Hulpvragen.Exists(oud => oud.Id == v.Id)).AddRange(x.Deel.Hulpvragen.DistinctBy(v => v.Id)),
        Ondersteuning = h.Ondersteuning.RemoveAll(o => o.Dossier == x.Dossier || x.Deel.Ondersteuning.Exists(oud => oud.Id == o.Id)).AddRange(x.Deel.Ondersteuning.DistinctBy(o => o.Id)),
        Casusregisseur = x.Deel.Casusregisseur,
    };

    static DateOnly Laatste(DateOnly? een, DateOnly ander) => een > ander ? een.Value : ander;
}
