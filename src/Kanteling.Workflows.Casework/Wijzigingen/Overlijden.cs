using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// What stops when somebody died. The law of this file: at once, without anybody's hand, and everything that is addressed to
/// him: his support, the dossiers of which he is the client with every flow in them, flows about his support in other
/// dossiers, and what he did for others as casusregisseur. Whoever stays behind keeps what runs.
/// </summary>
static class Overlijden
{
    /// <summary>How a dossier ends that was his.</summary>
    const string Afloop = "overleden";

    /// <summary>Does nothing when the change is another one.</summary>
    public static IReadOnlyList<Effect> AllesStoppen(ActivityContext c)
    {
        var h = (Huishouden)c.Domain;
        var wijziging = Wijzigingsinvoer.Lees(c.Instance.Input.AsObject(), c.Dossier);
        if (wijziging.Soort != Wijzigingsoort.Overlijden || h.Persoon(wijziging.Persoon) is not { } persoon)
            return [new Complete()];
        var vandaag = LokaleTijd.Dag(c.Now);
        var op = wijziging.Datum ?? vandaag;
        var regie = h.Casusregisseur?.Persoon == persoon.Id;
        return
        [
            new Happened(Overleden(h, persoon, op)),
            .. Geeindigd(h, persoon.Id, op).Select(feit => new Happened(feit)),
            .. h.Dossiers.Values.Where(d => d.Client == persoon.Id && d.IsOpen).Select(d => new Happened(new DossierGesloten(d.Id, Afloop, vandaag))),
            .. regie ? new Effect[] { new Happened(new CasusregieBeeindigd(Eindreden.Overleden, op)) } : [],
            new StopInstances([.. c.Case.Instances.Values.Where(i => i.Id != c.Instance.Id && GaatOver(i, h, persoon.Id)).Select(i => i.Id)], Zinnen.Voor(Huishoudcode.GestoptDoorOverlijden)),
            .. regie && Achterblijver(h, persoon.Id) is { } dossier ? new Effect[] { Huishoudentermijnen.Wijziging(Wijzigingsoort.Casusregie, dossier) } : [],
            new Complete(),
        ];
    }

    /// <summary>He asks nothing any more, and nobody counts on him as mantelzorger.</summary>
    internal static PersoonOverleden Overleden(Huishouden h, Persoon persoon, DateOnly op) => new(persoon.Id, op)
    {
        Hulpvragen = [.. h.Hulpvragen.Where(v => v.Persoon == persoon.Id && !v.Vervallen).Select(v => v.Id)],
        Mantelzorg = [.. persoon.Relaties.Where(r => r.Soort == Relatiesoort.Mantelzorger).Select(r => r.Tot)],
    };

    /// <summary>What had not ended yet; never before its own first day.</summary>
    static IEnumerable<object> Geeindigd(Huishouden h, PersoonId persoon, DateOnly op) =>
        from o in h.Ondersteuning
        where o.Persoon == persoon && o.Status is not (Ondersteuningsstatus.Beeindigd or Ondersteuningsstatus.Afgewezen or Ondersteuningsstatus.Vervallen)
        select o.Status == Ondersteuningsstatus.Voorgesteld ? (object)new VoorstelVervallen(o.Id, op) : new OndersteuningBeeindigd(o.Id, Eindreden.Overleden, o.Start > op ? o.Start.Value : op);

    static bool GaatOver(Instance i, Huishouden h, PersoonId persoon) =>
        h.Dossier(i.Dossier)?.Client == persoon
        || (i.Input.Value is JsonObject invoer && h.MetId(invoer["ondersteuning"]?.ToString() is { } steun ? new OndersteuningId(steun) : null)?.Persoon == persoon);

    /// <summary>A dossier of somebody who stays behind with support, in which a new casusregisseur can be found; his open one first.</summary>
    static DossierId? Achterblijver(Huishouden h, PersoonId persoon) =>
        h.Lopend.Where(o => o.Persoon != persoon && !h.IsOverleden(o.Persoon)).Select(o => h.Dossier(o.Dossier)).OfType<Dossier>()
            .Where(d => d.Client != persoon && !h.IsOverleden(d.Client)).OrderByDescending(d => d.IsOpen).ThenBy(d => d.Id).FirstOrDefault()?.Id;
}
