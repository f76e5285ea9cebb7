using System.Collections.Immutable;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// Who loses or gets rights, or another password, signs in again. Asked of every write of the registers, so that nobody who changes a
/// user has to think of it.
/// </summary>
static class SessionEnds
{
    /// <summary>Of what is about to be saved: whose sessions end by it, and why. Asked before saving, which forgets what changed.</summary>
    public static ImmutableArray<(UserId User, string Why)> Of(KantelingDb db) =>
        [.. db.ChangeTracker.Entries<User>().Where(e => e.State is EntityState.Modified or EntityState.Deleted).Select(e => (e.Entity.Id, Why(e))).Where(e => e.Item2 is not null).Select(e => (e.Id, e.Item2!))];

    public static Task<int> EndAsync(KantelingDb db, UserId user, string why, DateTimeOffset now) =>
        db.Database.ExecuteSqlAsync($"UPDATE sessions SET ended_at = {now.UtcTicks}, ended_why = {why} WHERE user_id = {user.Text} AND ended_at IS NULL");

    static string? Why(EntityEntry<User> entry)
    {
        bool Changed(string property) => entry.Property(property).IsModified;
        return entry.State == EntityState.Deleted || (Changed(nameof(User.IsActive)) && !entry.Entity.IsActive) ? SessionEnd.Deactivated
            : Changed(nameof(User.PasswordHash)) ? SessionEnd.PasswordChanged
            : Changed(nameof(User.Roles)) || Changed(nameof(User.Team)) || Changed(nameof(User.Wijk)) ? SessionEnd.RightsChanged
            : null;
    }
}
