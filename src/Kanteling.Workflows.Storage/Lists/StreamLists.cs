using Kanteling.Workflows.Casework.Inzage;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>A stream in which a procedure was begun.</summary>
public sealed record StartedStream(StreamId Stream, DateTimeOffset StartedAt, bool IsOpen);

/// <summary>Which streams there are, by kind, by procedure and by who works in them.</summary>
public sealed class StreamLists
{
    readonly RegisterStore registers;

    internal StreamLists(RegisterStore registers) => this.registers = registers;

    /// <summary>Whether there is any stream of this kind.</summary>
    public Task<bool> AnyAsync(string kind) => registers.ReadAsync(db => db.Streams.AnyAsync(s => s.Kind == kind));

    /// <summary>All of this kind, by id. For kinds of which there are few.</summary>
    public Task<List<StreamId>> AllOfKindAsync(string kind) => registers.ReadAsync(db => db.Streams.Where(s => s.Kind == kind).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

    /// <summary>Those among these streams that are of this kind.</summary>
    public async Task<IReadOnlySet<StreamId>> OfKindAsync(IEnumerable<StreamId> streams, string kind)
    {
        var ids = streams.Distinct().ToList();
        return ids.Count == 0 ? new HashSet<StreamId>() : (await registers.ReadAsync(db =>
            db.Streams.Where(s => s.Kind == kind && ids.Contains(s.Id)).Select(s => s.Id).ToListAsync())).ToHashSet();
    }

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

    /// <summary>Where an open task is addressed to somebody, or where he closed one; at most this many of each.</summary>
    public async Task<HashSet<StreamId>> OfWorkAsync(Zicht sight, int most)
    {
        var by = sight.Gebruiker.Actor;
        return await registers.ReadAsync(async db => new HashSet<StreamId>(
        [
            .. await TaskSight.Addressed(db, sight).Select(t => t.Stream).Distinct().Take(most).ToListAsync(),
            .. await db.ClosedTasks.Where(t => t.ClosedBy == by).Select(t => t.Stream).Distinct().Take(most).ToListAsync(),
        ]));
    }
}
