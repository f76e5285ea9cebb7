using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// What is left of a household when the retention of some of its procedures is over (art. 5.3.4 and 5.3.5 Wmo 2015). Procedures are kept and
/// destroyed one by one; who lives there, where, and with whom one talks is of the household, and stays as long as it does.
/// </summary>
static class Vernietiging
{
    /// <summary>The procedures that a fact names.</summary>
    public static IEnumerable<DossierId> Genoemd(Huishouden h, object feit)
    {
        var eigen = feit switch
        {
            Dossiergebeurtenis x => (DossierId?)x.Dossier,
            Ondersteuningsgebeurtenis x => h.MetId(x.Ondersteuning)?.Dossier,
            _ => null,
        };
        var ander = feit switch
        {
            OndersteuningVoorgesteld x => (DossierId?)x.Dossier,
            SpoedvoorzieningGetroffen x => (DossierId?)x.Dossier,
            DossierGekoppeld x => x.Vorig,
            HeronderzoekBegonnen x => x.Heronderzoek,
            HeronderzoekBeoordeeld x => h.MetId(x.Ondersteuning)?.Dossier,
            WijzigingOntvangen x => h.MetId(x.Ondersteuning)?.Dossier,
            VerzoekAanbiederBeantwoord x => h.MetId(x.Ondersteuning)?.Dossier,
            _ => null,
        };
        return new[] { eigen, ander }.OfType<DossierId>();
    }

    /// <param name="dossiers">Null for all: then the household itself goes as well.</param>
    public static Destruction Van(Huishouden h, ImmutableHashSet<DossierId>? dossiers)
    {
        var weg = dossiers ?? [.. h.Dossiers.Keys];
        var bezwaren = weg.Order().SelectMany(id => Bezwaren(h, id)).Distinct().ToImmutableArray();
        return new Destruction(dossiers is null ? Huishouden.Leeg : Zonder(h, weg), bezwaren);
    }

    static IEnumerable<Refusal> Bezwaren(Huishouden h, DossierId id)
    {
        if (h.Dossier(id) is not { } d)
        {
            yield return Refusal.Of(Huishoudcode.VernietigenOnbekend);
            yield break;
        }
        if (d.IsOpen)
            yield return Refusal.Of(Huishoudcode.VernietigenOpen);
        if (d.OpenVoorBezwaar.Any())
            yield return Refusal.Of(Huishoudcode.VernietigenBezwaar);
        if (h.OndersteuningVan(id).Any(o => o.Loopt || o.Status is Ondersteuningsstatus.Voorgesteld or Ondersteuningsstatus.Toegekend))
            yield return Refusal.Of(Huishoudcode.VernietigenLoopt);
    }

    static Huishouden Zonder(Huishouden h, ImmutableHashSet<DossierId> weg) => h with
    {
        Naam = VanHuishouden(h.Naam, weg),
        Adres = VanHuishouden(h.Adres, weg),
        Personen = [.. h.Personen.Select(p => p with { Naam = VanHuishouden(p.Naam, weg)!, Geboortedatum = VanHuishouden(p.Geboortedatum, weg), Rol = VanHuishouden(p.Rol, weg) })],
        Dossiers = h.Dossiers.RemoveRange(weg),
        Hulpvragen = h.Hulpvragen.RemoveAll(v => weg.Contains(v.Dossier)),
        Ondersteuning = h.Ondersteuning.RemoveAll(o => weg.Contains(o.Dossier)),
        Casusregisseur = h.Casusregisseur is { } regisseur ? regisseur with { Naam = VanHuishouden(regisseur.Naam, weg) } : null,
        Vertegenwoordigers = [.. h.Vertegenwoordigers.Select(v => v with
        {
            Naam = VanHuishouden(v.Naam, weg)!, Reikwijdte = VanHuishouden(v.Reikwijdte, weg), Bewijs = VanHuishouden(v.Bewijs, weg),
        })],
        Koppelingen = [.. h.Koppelingen.Select(k => k with { Reden = VanHuishouden(k.Reden, weg) })],
        Vernietigd = new Vernietigd([.. (h.Vernietigd?.Dossiers ?? []).Union(weg).Order()], h.HoogstePersoon, h.HoogsteHulpvraag, h.HoogsteOndersteuning),
    };

    /// <summary>What was told in a procedure but is of the household stays with it.</summary>
    static Content? VanHuishouden(Content? inhoud, ImmutableHashSet<DossierId> weg) => inhoud?.Dossier is { } dossier && weg.Contains(dossier) ? inhoud with { Dossier = null } : inhoud;
}
