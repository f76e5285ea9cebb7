using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>Half-filled forms: at most one per task and user.</summary>
public sealed class Drafts
{
    readonly RegisterStore registers;

    internal Drafts(RegisterStore registers) => this.registers = registers;

    public Task<Draft?> FindAsync(StreamId stream, TaskId task, UserId userId) =>
        registers.ReadAsync(db => db.Drafts.FirstOrDefaultAsync(d => d.Stream == stream && d.Task == task && d.UserId == userId));

    /// <summary>Keeps a draft instead of the one that this user had of this task.</summary>
    public Task KeepAsync(Draft draft, ActorId actor) => registers.WriteAsync(actor, draft.SavedAt, async db =>
    {
        if (await db.Drafts.FirstOrDefaultAsync(d => d.Stream == draft.Stream && d.Task == draft.Task && d.UserId == draft.UserId) is { } kept)
            (kept.Answers, kept.SavedAt) = (draft.Answers, draft.SavedAt);
        else
            db.Drafts.Add(draft);
        return true;
    });

    /// <summary>Removes what anybody kept of a task.</summary>
    public Task RemoveAsync(StreamId stream, TaskId task, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.Stream == stream && d.Task == task).ToListAsync());
        return true;
    });
}
