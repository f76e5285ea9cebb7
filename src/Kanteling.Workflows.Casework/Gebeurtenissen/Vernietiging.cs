using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        // What is shielded is so by its procedure: without it the rest would be there for everybody.
        if (dossiers is not null && h.IsAfgeschermd)
            return new Destruction(h, [Refusal.Of(Huishoudcode.VernietigenAlsGeheel)]);
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

    static Huishouden Zonder(Huishouden h, ImmutableHashSet<DossierId> weg)
    {
        var rest = JsonSerializer.SerializeToNode(
            h with
            {
                Dossiers = h.Dossiers.RemoveRange(weg),
                Hulpvragen = h.Hulpvragen.RemoveAll(v => weg.Contains(v.Dossier)),
                Ondersteuning = h.Ondersteuning.RemoveAll(o => weg.Contains(o.Dossier)),
                Vernietigd = new Vernietigd([.. (h.Vernietigd?.Dossiers ?? []).Union(weg).Order()], h.HoogstePersoon, h.HoogsteHulpvraag, h.HoogsteOndersteuning),
            }, Huishoudenopslag.Json)!;
        foreach (var (naam, deel) in rest["dossiers"]!.AsObject())
            Herschrijf(deel, naam, weg);
        foreach (var deel in rest["hulpvragen"]!.AsArray().Concat(rest["ondersteuning"]!.AsArray()))
            Herschrijf(deel, deel!["dossier"]!.GetValue<string>(), weg);
        Herschrijf(rest, null, weg);
        return rest.Deserialize<Huishouden>(Huishoudenopslag.Json)!;
    }

    /// <summary>
    /// What was told in a procedure that goes, but about what stays, stays with that: with the other procedure, or with the household.
    /// </summary>
    /// <param name="eigen">The procedure that this is a part of; null for the household.</param>
    static void Herschrijf(JsonNode? deel, string? eigen, ImmutableHashSet<DossierId> weg)
    {
        if (deel is JsonArray lijst)
        {
            foreach (var stuk in lijst)
                Herschrijf(stuk, eigen, weg);
        }
        if (deel is not JsonObject json)
            return;
        if (json["kind"] is not null && json["dossier"] is JsonValue dossier && weg.Contains(new DossierId(dossier.GetValue<string>())))
        {
            json.Remove("dossier");
            if (eigen is not null)
                json["dossier"] = eigen;
        }
        foreach (var (_, stuk) in json.ToList())
            Herschrijf(stuk, eigen, weg);
    }
}
