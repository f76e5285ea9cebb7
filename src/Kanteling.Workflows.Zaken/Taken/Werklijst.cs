using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>What a list of tasks is asked.</summary>
/// <param name="Status">open or afgerond.</param>
/// <param name="Rol">Only tasks that are addressed to this role.</param>
/// <param name="Huishouden">Only of this household; whether it may be seen was asked before.</param>
public sealed record Werkvraag(string Status, string? Rol, StreamId? Huishouden, Paging Paging);

/// <param name="Taken">One page of the list.</param>
/// <param name="Dagen">The last day of every task of the whole list.</param>
public sealed record Werkblad(IReadOnlyList<TaakRegel> Taken, IReadOnlyList<DateOnly?> Dagen);

/// <summary>
/// Lists of tasks. The law of this file: a row is shown only to those for whom it is (assignee, team, role) or who may
/// see its whole household; it says in a query what <see cref="Bevoegdheid"/> says of one case.
/// </summary>
public sealed class Werklijst(OpenStorage storage, Taaklezer beeld, Zaaklezer lezer, Bevoegdheid bevoegdheid, WorkflowEngine engine)
{
    public async Task<Lijst<TaakRegel>> VanAsync(Actor actor, Werkvraag vraag)
    {
        if (vraag.Status == "afgerond")
        {
            var gesloten = await storage.Lists.ClosedTasksAsync(vraag.Huishouden is { } van
                ? new ClosedTaskQuestion(Stream: van)
                : new ClosedTaskQuestion(actor.Id.Actor) { Without = await UitgeslotenAsync(actor) }, vraag.Paging);
            var zichtbaar = new Dictionary<StreamId, Case?>();
            foreach (var stroom in gesloten.Items.Select(rij => rij.Stream).Distinct())
                zichtbaar[stroom] = await lezer.ZietAsync(actor, stroom);
            return new Lijst<TaakRegel>(await Task.WhenAll(gesloten.Items.Select(rij => beeld.RegelAsync(rij, zichtbaar[rij.Stream]))), gesloten.Total);
        }
        var open = vraag.Huishouden is { } huishouden
            ? await storage.Lists.TasksAsync(new TaskQuestion(vraag.Rol is { } rol ? [rol] : [], Stream: huishouden), vraag.Paging)
            : await storage.Lists.SeenTasksAsync(bevoegdheid.Zicht(actor), Kring.MetTeam, vraag.Rol, vraag.Paging);
        return new Lijst<TaakRegel>(await Task.WhenAll(open.Items.Select(beeld.RegelAsync)), open.Total);
    }

    /// <summary>Open tasks of one person, or of the people around that person as well: also what a colleague of the same team has in a household that this person may see.</summary>
    public async Task<Werkblad> BladAsync(Actor actor, bool metTeam, Paging paging)
    {
        var alle = await ZichtbaarAsync(actor, metTeam, null);
        return new Werkblad(await Task.WhenAll(alle.Skip(paging.Skip).Take(paging.Take).Select(r => metTeam ? beeld.RegelAsync(r) : EigenAsync(r))), [.. alle.Select(r => r.LastDay)]);
    }

    /// <summary>A row of one's own, which says why it is.</summary>
    async Task<TaakRegel> EigenAsync(TaskRow rij) =>
        rij is { Relation: not null, Assignee: not null } && await engine.ReadAsync(rij.Stream) is { } zaak ? await beeld.RegelAsync(rij, zaak) : await beeld.RegelAsync(rij);

    /// <summary>Those of them that are of one household.</summary>
    public async Task<IReadOnlyList<TaakRegel>> BijHuishoudenAsync(Actor actor, StreamId huishouden) =>
        await Task.WhenAll((await ZichtbaarAsync(actor, metTeam: true, huishouden)).Select(beeld.RegelAsync));

    // All rows, because what a colleague has is asked of each household; of one page only more is read.
    async Task<List<TaskRow>> ZichtbaarAsync(Actor actor, bool metTeam, StreamId? huishouden)
    {
        var rijen = (await storage.Lists.SeenTasksAsync(bevoegdheid.Zicht(actor), metTeam ? Kring.MetCollegas : Kring.Eigen, null, new Paging(0, int.MaxValue))).Items.Where(r => huishouden is null || r.Stream == huishouden).ToList();
        var zichtbaar = new Dictionary<(StreamId, DossierId?), bool>();
        foreach (var (stroom, dossier) in rijen.Where(r => r.Assignee is { } wie && wie != actor.Id).Select(r => (r.Stream, r.Dossier)).Distinct())
            zichtbaar[(stroom, dossier)] = await lezer.MagAsync(actor, Handeling.TaakZien, stroom, dossier);
        return [.. rijen.Where(r => r.Assignee is not { } wie || wie == actor.Id || zichtbaar[(r.Stream, r.Dossier)])];
    }

    /// <summary>How many open tasks wait for this person.</summary>
    public Task<int> AantalAsync(Actor actor) => storage.Lists.CountSeenTasksAsync(bevoegdheid.Zicht(actor), Kring.Eigen);

    /// <summary>The open tasks of a household.</summary>
    public async Task<IReadOnlyList<TaakRegel>> VanHuishoudenAsync(StreamId huishouden)
    {
        var rijen = await storage.Lists.TasksAsync(new TaskQuestion(Stream: huishouden), new Paging(0, int.MaxValue));
        return await Task.WhenAll(rijen.Items.Select(beeld.RegelAsync));
    }

    /// <summary>The shielded streams in which this actor closed something, and in which he is no longer.</summary>
    async Task<IReadOnlyCollection<StreamId>> UitgeslotenAsync(Actor actor)
    {
        var uit = new List<StreamId>();
        foreach (var stream in await storage.Streams.ClosedInAsync(actor.Id.Actor, Afscherming.Soort))
        {
            if (!await lezer.MagAsync(actor, Handeling.HuishoudenZien, stream))
                uit.Add(stream);
        }
        return uit;
    }
}
