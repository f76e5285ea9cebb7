using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.SignIns;

/// <summary>A session that lives, with its user as he is now.</summary>
/// <param name="HasSecondStep">Whether he set one up.</param>
public sealed record LivingSession(Session Session, User User, bool HasSecondStep);

/// <summary>
/// Who is signed in. A session lives while its row does: nobody ended it, its user is active, and it is neither unused nor old for too
/// long. What changes a user's rights or password ends his sessions in the same transaction (<see cref="SessionEnds"/>).
/// </summary>
public sealed class Sessions
{
    /// <summary>Without being used.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromHours(8);

    /// <summary>However much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    readonly RegisterStore registers;

    internal Sessions(RegisterStore registers) => this.registers = registers;

    /// <summary>The session with its user, in one question; null when it does not live.</summary>
    /// <exception cref="StorageUnavailableException" />
    public Task<LivingSession?> FindAsync(string id, DateTimeOffset now)
    {
        var used = now - LongestUnused;
        return registers.ReadAsync(db => (
            from s in db.Rows<Session>()
            join u in db.Users.AsNoTracking() on s.UserId equals u.Id
            where s.Id == id && s.EndedAt == null && s.EndsAt > now && s.SeenAt > used && u.IsActive
            select new LivingSession(s, u, db.Rows<SecondStep>().Any(t => t.UserId == u.Id && t.ConfirmedAt != null))).FirstOrDefaultAsync());
    }

    /// <summary>Whether it is time to write down that a session was used.</summary>
    public static bool IsStale(Session session, DateTimeOffset now) => session.SeenAt + Coarse < now;

    /// <summary>Writes down that it is used; of requests in the same moment one writes.</summary>
    /// <exception cref="StorageUnavailableException" />
    public Task TouchAsync(Session session, DateTimeOffset now) => registers.WriteAsync(session.UserId.Actor, now, db =>
        db.Database.ExecuteSqlAsync($"UPDATE sessions SET seen_at = {now.UtcTicks} WHERE id = {session.Id} AND seen_at = {session.SeenAt.UtcTicks} AND ended_at IS NULL"));

    /// <summary>The living ones of a user, the latest first.</summary>
    public Task<List<Session>> OfAsync(UserId user, DateTimeOffset now)
    {
        var used = now - LongestUnused;
        return registers.ReadAsync(db => db.Rows<Session>().Where(s => s.UserId == user && s.EndedAt == null && s.EndsAt > now && s.SeenAt > used).OrderByDescending(s => s.BegunAt).ToListAsync());
    }

    /// <summary>Whose it is; null when there is no such session.</summary>
    public Task<UserId?> OwnerAsync(string id) => registers.ReadAsync(db => db.Rows<Session>().Where(s => s.Id == id).Select(s => (UserId?)s.UserId).FirstOrDefaultAsync());

    /// <summary>Ends one; what was ended before stays as it was.</summary>
    public Task EndAsync(string id, string why, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, db =>
        db.Database.ExecuteSqlAsync($"UPDATE sessions SET ended_at = {now.UtcTicks}, ended_why = {why} WHERE id = {id} AND ended_at IS NULL"));

    /// <summary>Ends all of a user.</summary>
    public Task EndAllAsync(UserId user, string why, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, db => SessionEnds.EndAsync(db, user, why, now), together: true);

    /// <summary>How often all of a user were ended.</summary>
    public Task<long> TimesEndedAsync(UserId user) => registers.ReadAsync(db => db.Rows<SignOut>().Where(s => s.UserId == user).Select(s => s.Times).FirstOrDefaultAsync());
}
