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

    /// <summary>Ends all of a user; browsers that knew him are strangers again. In one transaction.</summary>
    public static async Task<int> EndAsync(KantelingDb db, UserId user, string why, DateTimeOffset now)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO sign_outs (user_id, times) VALUES ({user.Text}, 1) ON CONFLICT (user_id) DO UPDATE SET times = sign_outs.times + 1");
        return await EndOthersAsync(db, user, "", why, now);
    }

    /// <summary>Ends all of a user but one.</summary>
    public static Task<int> EndOthersAsync(KantelingDb db, UserId user, string stays, string why, DateTimeOffset now) =>
        db.Database.ExecuteSqlAsync($"UPDATE sessions SET ended_at = {now.UtcTicks}, ended_why = {why} WHERE user_id = {user.Text} AND id <> {stays} AND ended_at IS NULL");

    /// <summary>Whoever signs in, or else writes of this user meanwhile, waits for this or is before it: of two in the same moment one sees what the other did.</summary>
    /// <returns>0 when there is no such user.</returns>
    public static Task<int> HoldAsync(KantelingDb db, UserId user) => db.Database.ExecuteSqlAsync($"UPDATE users SET version = version WHERE id = {user.Text}");

    static string? Why(EntityEntry<User> entry)
    {
        bool Changed(string property) => entry.Property(property).IsModified;
        return entry.State == EntityState.Deleted || (Changed(nameof(User.IsActive)) && !entry.Entity.IsActive) ? SessionEnd.Deactivated
            : Changed(nameof(User.PasswordHash)) ? SessionEnd.PasswordChanged
            : Changed(nameof(User.Roles)) || Changed(nameof(User.Team)) || Changed(nameof(User.Wijk)) ? SessionEnd.RightsChanged
            : null;
    }
}
