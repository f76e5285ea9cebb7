using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>A drawing that is not published yet, without its document.</summary>
/// <param name="Number">The version that it will be.</param>
/// <param name="Version">Of the row; goes up at every change.</param>
public sealed record DefinitionDraftHead(
    DefinitionId DefinitionId, int Number, UserId DrawnBy, DateTimeOffset CreatedAt, DateTimeOffset SavedAt, DateTimeOffset? OfferedAt, long Version);

/// <summary>The drawings that are not published yet.</summary>
public sealed class DefinitionDrafts
{
    readonly RegisterStore registers;

    internal DefinitionDrafts(RegisterStore registers) => this.registers = registers;

    public Task<DefinitionDraft?> FindAsync(DefinitionId definitionId) => registers.ReadAsync(db => db.DefinitionDrafts.FirstOrDefaultAsync(d => d.DefinitionId == definitionId));

    /// <summary>All of them, or the one of this definition.</summary>
    public Task<List<DefinitionDraftHead>> HeadsAsync(DefinitionId? definitionId) => registers.ReadAsync(db =>
        db.DefinitionDrafts.Where(d => definitionId == null || d.DefinitionId == definitionId)
            .Select(d => new DefinitionDraftHead(d.DefinitionId, d.Number, d.DrawnBy, d.CreatedAt, d.SavedAt, d.OfferedAt, d.Version)).ToListAsync());

    /// <summary>
    /// Saves a drawing of its owner. A colleague's draft under the same number or a higher one stays; one under a lower number was
    /// published meanwhile and gives way. A change takes an offer to approve it back.
    /// </summary>
    /// <returns>Id of the colleague whose draft stays; null when it was saved.</returns>
    /// <exception cref="RegisterConflictException">Another save of it was on its way.</exception>
    public Task<UserId?> SaveAsync(DefinitionDraft draft) => registers.WriteAsync<UserId?>(draft.DrawnBy.Actor, draft.SavedAt, async db =>
    {
        var kept = await db.DefinitionDrafts.FirstOrDefaultAsync(d => d.DefinitionId == draft.DefinitionId);
        if (kept is not null && kept.DrawnBy != draft.DrawnBy && kept.Number >= draft.Number)
            return kept.DrawnBy;
        if (kept is null)
            db.DefinitionDrafts.Add(draft);
        else if (kept.Document != draft.Document || kept.Number != draft.Number)
            (kept.Number, kept.Document, kept.DrawnBy, kept.SavedAt, kept.OfferedAt) = (draft.Number, draft.Document, draft.DrawnBy, draft.SavedAt, null);
        return null;
    });

    /// <summary>Changes a draft in one transaction with reading it.</summary>
    /// <param name="seen">Version of the row on which this was decided; null when it does not matter.</param>
    /// <returns>The draft as it is now; null when there is none.</returns>
    /// <exception cref="RegisterConflictException">It was changed since it was seen.</exception>
    public Task<DefinitionDraft?> ChangeAsync(DefinitionId definitionId, Action<DefinitionDraft> change, long? seen, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        var draft = await db.DefinitionDrafts.FirstOrDefaultAsync(d => d.DefinitionId == definitionId);
        if (draft is null)
            return null;
        if (seen is { } version)
            db.Expect(draft, version);
        change(draft);
        return draft;
    });

    /// <summary>Removes a draft if nobody changed it since it was read.</summary>
    public Task RemoveAsync(DefinitionDraft read, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        if (await db.DefinitionDrafts.FirstOrDefaultAsync(d => d.DefinitionId == read.DefinitionId && d.Version == read.Version) is { } draft)
            db.DefinitionDrafts.Remove(draft);
        return true;
    });
}
