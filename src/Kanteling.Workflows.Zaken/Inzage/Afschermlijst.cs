using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// Which questions of a household are answered only for who is in charge, read from the course of its stream: the forms that its tasks pinned, and who
/// completed them. It holds no answer, so what was read is remembered and only what was added since is read again.
/// </summary>
/// <param name="laad">Gives a row of the register by its key; forms are asked.</param>
public sealed class Afschermlijst(WorkflowEngine engine, Func<string, Task<object?>> laad)
{
    readonly Recent<StreamId, Afgeschermd> bekend = new(2_000);

    /// <summary>That of a stream as it was read; nothing for a stream that is shielded as a whole, where everybody who is in it sees everything.</summary>
    public async Task<Afgeschermd> VanAsync(Case stream)
    {
        if (Bevoegdheid.IsAfgeschermd(stream))
            return Afgeschermd.Niets;
        var lijst = bekend.Find(stream.Stream) is { } eerder && eerder.Versie <= stream.Version ? eerder : Afgeschermd.Leeg;
        if (lijst.Versie == stream.Version)
            return lijst;
        await foreach (var (commit, events) in engine.History.ReadAsync(stream.Stream, new HistoryRange(lijst.Versie + 1, stream.Version, IsCourse: true)))
        {
            foreach (var e in events)
                lijst = await MetAsync(lijst, commit, e);
        }
        lijst = lijst with { Versie = stream.Version };
        bekend.Keep(stream.Stream, lijst);
        return lijst;
    }

    async Task<Afgeschermd> MetAsync(Afgeschermd lijst, StoredCommit commit, WorkflowEvent e) => e switch
    {
        TaskOpened { Task: var taak } => lijst.Met(taak.Id, taak.Dossier, await NamenAsync(taak.Form)),
        TaskRenewed x when lijst.Taken.TryGetValue(x.Task, out var dossier) => lijst.Met(x.Task, dossier, await NamenAsync(x.Form)),
        TaskCompleted x => lijst.Met(x.Task, commit.Version, commit.Actor),
        _ => lijst,
    };

    async Task<ImmutableHashSet<string>> NamenAsync(DocumentReference? form) =>
        form is not null && await laad(Documentsoort.Formulier.Sleutel(form.Id, form.Version)) is Formulier formulier ? Afgeschermdevelden.Namen(formulier) : [];
}

/// <summary>Of a stream, by procedure: the ids of the questions of which the answers are for who is in charge of it.</summary>
/// <param name="Versie">Up to which commit it was read.</param>
/// <param name="Velden">Nothing is withheld when this is null.</param>
/// <param name="Taken">Of which procedure a task is; null when it is of none.</param>
/// <param name="Afgerond">Who completed a task, each time.</param>
public sealed record Afgeschermd(
    long Versie, ImmutableDictionary<DossierId, ImmutableHashSet<string>>? Velden, ImmutableDictionary<TaskId, DossierId?> Taken, ImmutableDictionary<TaskId, ImmutableList<(long Versie, ActorId Door)>> Afgerond)
{
    static readonly ImmutableHashSet<string> Altijd = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, Afgeschermdevelden.NietDoorgeven);

    /// <summary>Of a stream in which nothing is withheld.</summary>
    public static Afgeschermd Niets { get; } = new(0, null, ImmutableDictionary<TaskId, DossierId?>.Empty, ImmutableDictionary<TaskId, ImmutableList<(long, ActorId)>>.Empty);

    /// <summary>Of a stream before it was read.</summary>
    public static Afgeschermd Leeg { get; } = Niets with { Velden = ImmutableDictionary<DossierId, ImmutableHashSet<string>>.Empty };

    /// <summary>Those of tasks that are of no procedure.</summary>
    public ImmutableHashSet<string> Elders { get; init; } = Altijd;

    public Afgeschermd Met(TaskId taak, DossierId? dossier, ImmutableHashSet<string> namen)
    {
        var met = this with { Taken = Taken.SetItem(taak, dossier) };
        return dossier is { } d ? met with { Velden = Velden!.SetItem(d, Van(d).Union(namen)) } : met with { Elders = Elders.Union(namen) };
    }

    public Afgeschermd Met(TaskId taak, long versie, ActorId door) => this with { Afgerond = Afgerond.SetItem(taak, Afgerond.GetValueOrDefault(taak, []).Add((versie, door))) };

    /// <summary>Those of one procedure.</summary>
    public ImmutableHashSet<string> Van(DossierId dossier) => Velden?.GetValueOrDefault(dossier) ?? Altijd;

    /// <summary>Whether nobody else ever completed this task: then what was said in it was said to him.</summary>
    /// <param name="tot">Up to and with which commit.</param>
    public bool IsVan(TaskId taak, ActorId door, long tot = long.MaxValue) =>
        Afgerond.GetValueOrDefault(taak, []).FindAll(keer => keer.Versie <= tot) is { IsEmpty: false } keren && keren.TrueForAll(keer => keer.Door == door);
}
