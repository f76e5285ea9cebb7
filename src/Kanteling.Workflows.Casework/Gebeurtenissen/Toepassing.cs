using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Facts to state. The law of this file and its parts: dumb and total. It computes no date, asks no rule and cannot
/// refuse; a fact about something that is not there leaves the household as it was, and erased content is carried along.
/// </summary>
public static partial class Toepassing
{
    public static Huishouden Pas(Huishouden h, object e) =>
        e is Gebeurtenis gebeurtenis ? Feit(h, gebeurtenis) with { Bijgewerkt = Laatste(h.Bijgewerkt, gebeurtenis.Op) } : h;

    static Huishouden Feit(Huishouden h, Gebeurtenis e) => e switch
    {
        HuishoudenGeopend x => h with { Naam = x.Naam, Adres = x.Adres, Wijk = x.Wijk, Wijkteam = x.Wijkteam },
        PersoonToegevoegd x => h with { Personen = h.Personen.RemoveAll(p => p.Id == x.Persoon).Add(new Persoon(x.Persoon, x.Naam, x.Geboortedatum, x.Rol, x.Relaties.IsDefault ? [] : x.Relaties)) },
        DossierGeopend x => h with { Dossiers = h.Dossiers.SetItem(x.Dossier, new Dossier(x.Dossier, x.Soort, x.Client, x.Melder, x.Vraag, x.Kanaal, x.Spoed, x.Ontvangen, x.Regelset)) },
        StapTeruggedraaid x => Hersteld(h, x),
        PersoonOverleden or PersoonVertrokken or HuishoudenVerhuisd or CasusregieBeeindigd or VertegenwoordigerVastgelegd or HuishoudenGekoppeld => Huishoudenfeit(h, e),
        CasusregieBelegd x => h with { Casusregisseur = new Casusregisseur(x.Soort, x.Gebruiker, x.Persoon, x.Naam, x.Contactpersoon, x.Primaat, x.Op) },
        HulpvragenVastgesteld x => MetHulpvragen(h, x),
        BesluitBekendgemaakt x => MetBesluit(h, x),
        OndersteuningVoorgesteld x => MetVoorstel(h, x),
        SpoedvoorzieningGetroffen x => MetSpoed(h, x),
        OndersteuningAfgeschaald x => Afgeschaald(h, x),
        OndersteuningVervangen x => h.VeranderOndersteuning(x.Ondersteuning, o => Vervangen(o, x)),
        HeronderzoekBeoordeeld x => h.VeranderOndersteuning(x.Ondersteuning, o => Beoordeeld(o, x)),
        Dossiergebeurtenis x => h.Verander(x.Dossier, d => Dossierfeit(d, x)),
        Ondersteuningsgebeurtenis x => h.VeranderOndersteuning(x.Ondersteuning, o => Ondersteuningsfeit(o, x)),
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

    static Huishouden Verander(this Huishouden h, string dossier, Func<Dossier, Dossier> verander) =>
        h.Dossiers.TryGetValue(dossier, out var d) ? h with { Dossiers = h.Dossiers.SetItem(dossier, verander(d)) } : h;

    static Huishouden VeranderOndersteuning(this Huishouden h, string id, Func<Ondersteuning, Ondersteuning> verander) =>
        h.MetId(id) is { } o ? h with { Ondersteuning = h.Ondersteuning.Replace(o, verander(o)) } : h;

    static DateOnly Laatste(DateOnly? een, DateOnly ander) => een > ander ? een.Value : ander;
}
