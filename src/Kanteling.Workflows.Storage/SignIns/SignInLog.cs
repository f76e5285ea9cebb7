using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.SignIns;

/// <summary>
/// Who signed in and who tried, kept for 90 days. A good one begins a session in the same transaction; whoever signs in clears away what
/// is too old.
/// </summary>
public sealed class SignInLog
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);
    static readonly ActorId Nobody = new("sign-in");

    readonly RegisterStore registers;
    readonly Attempts attempts;

    internal SignInLog(RegisterStore registers, Attempts attempts) => (this.registers, this.attempts) = (registers, attempts);

    /// <summary>Whether this user signed in rightly from this address before.</summary>
    public Task<bool> IsKnownAsync(UserId user, string address) => registers.ReadAsync(db =>
        db.Rows<SignIn>().AnyAsync(s => s.UserId == user && s.Address == address && s.Outcome == SignInOutcome.Good));

    /// <exception cref="StorageUnavailableException" />
    public Task FailedAsync(SignIn attempt) => registers.WriteAsync(Nobody, attempt.At, db => InsertAsync(db, attempt));

    /// <summary>Begins a session, and gives the attempts back that were taken for it.</summary>
    /// <param name="seen">The user as he was when his password was looked at.</param>
    /// <param name="proved">What was counted of him here; null when nothing was.</param>
    /// <param name="others">What was counted besides.</param>
    /// <param name="isWhole">What he proved holds with a second step too; without, one that he set up in the meantime is still to be asked.</param>
    /// <returns>False when the user changed in the meantime: what is no longer enough begins nothing.</returns>
    /// <exception cref="StorageUnavailableException" />
    public Task<bool> SucceededAsync(User seen, Session session, AttemptLimit? proved, IReadOnlyCollection<AttemptLimit> others, bool isWhole) => registers.WriteAsync(seen.Id.Actor, session.BegunAt, async db =>
    {
        var now = session.BegunAt;
        // Holds the user until this is over: who changes him ends this session too, or comes before it and is seen here.
        if (await db.Database.ExecuteSqlAsync($"UPDATE users SET version = version WHERE id = {seen.Id.Text} AND version = {seen.Version} AND is_active = 1") == 0)
            return false;
        if (!isWhole && await db.Rows<SecondStep>().AnyAsync(s => s.UserId == seen.Id && s.ConfirmedAt != null))
            return false;
        if (proved is not null)
            await attempts.GiveBackAsync(db, proved, others, now);
        await db.Database.ExecuteSqlAsync($"DELETE FROM sessions WHERE ends_at < {(now - SessionsKept).UtcTicks}");
        await db.Database.ExecuteSqlAsync($"DELETE FROM sign_ins WHERE at < {(now - Kept).UtcTicks}");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO sessions (id, user_id, begun_at, seen_at, ends_at, device, address)
            VALUES ({session.Id}, {session.UserId.Text}, {now.UtcTicks}, {session.SeenAt.UtcTicks}, {session.EndsAt.UtcTicks}, {session.Device}, {session.Address})
            """);
        await InsertAsync(db, new SignIn { Id = session.Id, At = now, UserId = session.UserId, Address = session.Address, Device = session.Device, Outcome = SignInOutcome.Good });
        return true;
    }, together: true);

    /// <summary>The latest of a user, the latest first.</summary>
    public Task<List<SignIn>> OfAsync(UserId user, int most) => registers.ReadAsync(db => db.Rows<SignIn>().Where(s => s.UserId == user).OrderByDescending(s => s.At).Take(most).ToListAsync());

    static Task<int> InsertAsync(KantelingDb db, SignIn attempt)
    {
        var user = attempt.UserId?.Text;
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO sign_ins (id, at, user_id, address, device, outcome)
            VALUES ({attempt.Id}, {attempt.At.UtcTicks}, {user}, {attempt.Address}, {attempt.Device}, {attempt.Outcome})
            """);
    }
}
