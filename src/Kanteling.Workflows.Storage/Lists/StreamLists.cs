using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>A stream in which a procedure was begun.</summary>
public sealed record StartedStream(StreamId Stream, DateTimeOffset StartedAt, bool IsOpen);

/// <summary>Which streams there are, by kind and by procedure.</summary>
public sealed class StreamLists
{
    readonly RegisterStore registers;

    internal StreamLists(RegisterStore registers) => this.registers = registers;

    /// <summary>Whether there is any stream of this kind.</summary>
    public Task<bool> AnyAsync(string kind) => registers.ReadAsync(db => db.Streams.AnyAsync(s => s.Kind == kind));

    /// <summary>All of this kind, by id. For kinds of which there are few.</summary>
    public Task<List<StreamId>> AllOfKindAsync(string kind) => registers.ReadAsync(db => db.Streams.Where(s => s.Kind == kind).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

    /// <summary>Those of this kind in which somebody closed a task.</summary>
    public Task<List<StreamId>> ClosedInAsync(ActorId by, string kind) => registers.ReadAsync(db =>
        db.Streams.Where(s => s.Kind == kind && db.ClosedTasks.Any(t => t.Stream == s.Id && t.ClosedBy == by)).Select(s => s.Id).ToListAsync());

    /// <summary>The streams with instances of this dossier, the newest first; what is going on before what ended.</summary>
    public async Task<IReadOnlyList<StartedStream>> WithDossierAsync(DossierId dossier)
    {
        var found = await registers.ReadAsync(async db => (List<StartedStream>)
        [
            .. await db.Instances.Where(i => i.Dossier == dossier).Select(i => new StartedStream(i.Stream, i.StartedAt, true)).ToListAsync(),
            .. await db.ClosedInstances.Where(i => i.Dossier == dossier).Select(i => new StartedStream(i.Stream, i.StartedAt, false)).ToListAsync(),
        ]);
        return [.. found.OrderByDescending(s => s.StartedAt).DistinctBy(s => s.Stream)];
    }
}
