using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>
/// The way to a run. The law of this file: what somebody sees is decided here, by <see cref="Bevoegdheid"/>, before anything is told;
/// who sees values leaves a note in the log of reads; and of a shielded stream nobody hears that it exists.
/// </summary>
public sealed class Verlooplezer(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid, Afschermlijst lijst, TimeProvider werkelijk)
{
    /// <summary>Studio's viewer asks again every second; that is one look, not a thousand.</summary>
    static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);
    const int MostLooks = 10_000;
    readonly ConcurrentDictionary<(UserId User, StreamId Stream, DossierId? Dossier, string What), DateTimeOffset> looks = new();

    /// <param name="id"><c>{stream}-{n}</c>.</param>
    /// <param name="wat">What of it is shown, for the log of reads; null when no value is among it.</param>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<OpenVerloop>> OpenAsync(Actor actor, string id, string? wat)
    {
        if (!Verloopids.LeesInstantie(id, out var gevraagd) || await engine.FindAsync(gevraagd.Stream) is not { } gevonden)
            return Unknown;
        if (ZichtVan(actor, gevonden, null) == Verloopzicht.Nothing)
            return Bevoegdheid.IsAfgeschermd(gevonden) ? Unknown : new Weigering(Verzoekcode.NietBevoegd);
        var ruim = ZichtVan(actor, gevonden, null) == Verloopzicht.Everything;
        var open = await LeesAsync(actor, gevonden, gevraagd.Instance, ruim);
        // Which procedure it is of is known only after reading: the contents are not, for who may not see them.
        if (open is { ZietWaarden: true } && !ruim)
            open = await LeesAsync(actor, gevonden, gevraagd.Instance, metInhoud: true);
        if (open is null)
            return Unknown;
        if (open.ZietWaarden && wat is not null)
            await NoteAsync(actor, gevraagd.Stream, open.Verloop.State.Dossier, wat);
        return open;
    }

    async Task<OpenVerloop?> LeesAsync(Actor actor, Case gevonden, InstanceId instance, bool metInhoud)
    {
        var (runs, tekeningen) = await FoldAsync(gevonden.Stream, metInhoud);
        return runs.TryGetValue(instance, out var run) ? new OpenVerloop(gevonden.Stream, run, ZichtVan(actor, gevonden, run.State.Dossier), tekeningen, runs) { Verborgen = bevoegdheid.VerborgenInVerloop(actor, gevonden, await lijst.VanAsync(gevonden)) } : null;
    }

    async Task NoteAsync(Actor actor, StreamId stream, DossierId? dossier, string wat)
    {
        var (look, now) = ((actor.Id, stream, dossier, wat), werkelijk.GetUtcNow());
        if (looks.TryGetValue(look, out var noted) && now - noted < OneLook)
            return;
        await storage.Registers.LogReadAsync(new DossierRead { UserId = actor.Id, At = now, Stream = stream, Dossier = dossier, What = wat });
        if (looks.Count >= MostLooks)
            looks.Clear();
        looks[look] = now;
    }

    /// <summary>The run that has this execution.</summary>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<(OpenVerloop Run, ActivityRun Execution)>> UitvoeringAsync(Actor actor, string? id, string? wat)
    {
        if (!Verloopids.LeesUitvoering(id, out var gevraagd))
            return Unknown;
        if (!(await OpenAsync(actor, Verloopids.VanInstantie(gevraagd.Stream, gevraagd.Instance), wat)).Lukt(out var run, out var nee))
            return nee;
        return run.Verloop.Activities.TryGetValue(gevraagd.Execution, out var execution) ? (run, execution) : Unknown;
    }

    /// <summary>The stream of an instance as it stands, if this actor may see anything of it.</summary>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<(Case Stream, InstanceId Instance)>> StandAsync(Actor actor, string id)
    {
        if (!Verloopids.LeesInstantie(id, out var gevraagd) || await engine.FindAsync(gevraagd.Stream) is not { } gevonden)
            return Unknown;
        if (ZichtVan(actor, gevonden, null) == Verloopzicht.Nothing)
            return Bevoegdheid.IsAfgeschermd(gevonden) ? Unknown : new Weigering(Verzoekcode.NietBevoegd);
        return (gevonden, gevraagd.Instance);
    }

    public Verloopzicht ZichtVan(Actor actor, Case stream, DossierId? dossier) =>
        bevoegdheid.Mag(actor, Handeling.GebeurtenissenZien, stream, dossier) ? Verloopzicht.Everything
        : bevoegdheid.Mag(actor, Handeling.HuishoudenZien, stream, dossier) || bevoegdheid.Mag(actor, Handeling.VerloopZien, stream) ? Verloopzicht.Steps
        : Verloopzicht.Nothing;

    async Task<(ImmutableSortedDictionary<InstanceId, InstanceRun>, IReadOnlyDictionary<DefinitionVersion, WorkflowDefinition>)> FoldAsync(StreamId stream, bool metInhoud)
    {
        var commits = new List<(StoredCommit Commit, ImmutableArray<WorkflowEvent> Events)>();
        await foreach (var commit in engine.History.ReadAsync(stream, new HistoryRange(1, IsCourse: !metInhoud)))
            commits.Add(commit);
        var tekeningen = new Dictionary<DefinitionVersion, WorkflowDefinition>();
        foreach (var version in commits.SelectMany(c => c.Events).SelectMany(DrawingsOf).Distinct())
        {
            if (await engine.DefinitionAsync(version.DefinitionId, version.Version) is { } compiled)
                tekeningen[version] = compiled.Definition;
        }
        var fold = new RunFold(stream, HuishoudenDomein.Domein, tekeningen.GetValueOrDefault);
        foreach (var (commit, events) in commits)
            fold.Add(commit.Version, commit.At, commit.Actor, events);
        return (fold.Instances, tekeningen);
    }

    static IEnumerable<DefinitionVersion> DrawingsOf(WorkflowEvent e) => e switch
    {
        InstanceStarted x => [x.Definition],
        InstanceMoved x => [x.To],
        _ => [],
    };

    static Weigering Unknown => new(Verloopcode.VerloopOnbekend);
}
