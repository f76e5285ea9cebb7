using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.SignIns;

/// <summary>What is counted, and how much of it is free.</summary>
/// <param name="Of">What it is a count of. Kept as a keyed hash only.</param>
/// <param name="Free">So many failures cost no waiting.</param>
/// <param name="Period">Failures that stay below it in this time are forgotten, and so is everything after this time of rest.</param>
public sealed record AttemptLimit(string Of, int Free, TimeSpan Period);

/// <summary>
/// Counts attempts to sign in, for all nodes together. The law of this file: an attempt is taken before its password is looked at, and
/// given back when it proves right; so of any number of guesses in the same moment no more are looked at than are free.
/// </summary>
public sealed class Attempts
{
    const string Purpose = "sign-in-count";

    static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    static readonly ActorId Counter = new("sign-in");

    readonly RegisterStore registers;
    readonly KeyRing keys;

    internal Attempts(RegisterStore registers, KeyRing keys) => (this.registers, this.keys) = (registers, keys);

    /// <summary>Takes an attempt of each of these, or of none.</summary>
    /// <returns>How long to wait first; null when it was taken.</returns>
    /// <exception cref="StorageUnavailableException" />
    public async Task<TimeSpan?> TakeAsync(IReadOnlyCollection<AttemptLimit> limits, DateTimeOffset now)
    {
        // Always in one order, so that two that take the same ones never wait for each other.
        var asked = limits.Select(limit => (Key: KeyOf(limit.Of), Limit: limit)).OrderBy(l => l.Key, StringComparer.Ordinal).ToList();
        var names = asked.ConvertAll(l => l.Key);
        // Who has to wait writes nothing: guessing on costs a read.
        if (await registers.ReadAsync(db => WaitAsync(db, names, now)) is { } wait)
            return wait;
        await registers.WriteAsync(Counter, now, db => db.Database.ExecuteSqlAsync($"DELETE FROM sign_in_counts WHERE last_at < {(now - Kept).UtcTicks}"));
        return await registers.WriteAsync<TimeSpan?>(Counter, now, async db =>
        {
            foreach (var key in names)
                await HoldAsync(db, key, now);
            if (await WaitAsync(db, names, now) is { } longer)
                return longer;
            var rows = await db.Rows<SignInCount>().Where(c => names.Contains(c.Key)).ToDictionaryAsync(c => c.Key);
            foreach (var (key, limit) in asked)
                await CountAsync(db, rows[key], limit, now);
            return null;
        }, together: true);
    }

    /// <summary>Gives back what was taken for one of them, now that it proved right: it begins anew, and the others lose what came from it.</summary>
    /// <exception cref="StorageUnavailableException" />
    public Task GiveBackAsync(AttemptLimit proved, IReadOnlyCollection<AttemptLimit> others, DateTimeOffset now) => registers.WriteAsync(Counter, now, async db =>
    {
        await GiveBackAsync(db, proved, others, now);
        return true;
    }, together: true);

    /// <summary>The same, in a transaction that is under way.</summary>
    internal async Task GiveBackAsync(KantelingDb db, AttemptLimit proved, IReadOnlyCollection<AttemptLimit> others, DateTimeOffset now)
    {
        var own = KeyOf(proved.Of);
        foreach (var key in others.Select(o => KeyOf(o.Of)).Append(own).Order(StringComparer.Ordinal))
            await HoldAsync(db, key, now);
        var failures = await db.Rows<SignInCount>().Where(c => c.Key == own).Select(c => c.Failures).FirstAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM sign_in_counts WHERE key = {own}");
        foreach (var (key, free) in others.Select(o => (Key: KeyOf(o.Of), o.Free)))
        {
            await db.Database.ExecuteSqlAsync($"""
                UPDATE sign_in_counts SET failures = CASE WHEN failures > {failures} THEN failures - {failures} ELSE 0 END,
                  free_at = CASE WHEN failures - {failures} < {(long)free} THEN 0 ELSE free_at END WHERE key = {key}
                """);
            await db.Database.ExecuteSqlAsync($"DELETE FROM sign_in_counts WHERE key = {key} AND failures = 0");
        }
    }

    /// <summary>Makes the row when there is none, and keeps others from it until this transaction is over.</summary>
    static Task<int> HoldAsync(KantelingDb db, string key, DateTimeOffset now) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO sign_in_counts (key, failures, since_at, last_at, free_at) VALUES ({key}, 0, {now.UtcTicks}, {now.UtcTicks}, 0)
        ON CONFLICT (key) DO UPDATE SET failures = sign_in_counts.failures
        """);

    static Task<int> CountAsync(KantelingDb db, SignInCount row, AttemptLimit limit, DateTimeOffset now)
    {
        var isOver = row.LastAt + limit.Period < now || (row.Failures < limit.Free && row.SinceAt + limit.Period < now);
        var (failures, since) = isOver ? (1, now) : (row.Failures + 1, row.SinceAt);
        var free = failures < limit.Free ? 0 : (now + DelayAfter(failures - limit.Free)).UtcTicks;
        return db.Database.ExecuteSqlAsync($"UPDATE sign_in_counts SET failures = {failures}, since_at = {since.UtcTicks}, last_at = {now.UtcTicks}, free_at = {free} WHERE key = {row.Key}");
    }

    /// <summary>Half a minute, a minute, two, four, and at most a quarter of an hour.</summary>
    static TimeSpan DelayAfter(long tooMany) => tooMany >= 5 ? Longest : TimeSpan.FromTicks(Math.Min(First.Ticks << (int)tooMany, Longest.Ticks));

    static async Task<TimeSpan?> WaitAsync(KantelingDb db, List<string> keys, DateTimeOffset now) =>
        await db.Rows<SignInCount>().Where(c => keys.Contains(c.Key) && c.FreeAt > now).OrderByDescending(c => c.FreeAt).Select(c => (DateTimeOffset?)c.FreeAt).FirstOrDefaultAsync() is { } free ? free - now : null;

    string KeyOf(string of) => keys.Current.IdFor(Purpose, of);
}
