using System.Collections.Concurrent;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// Guards signing in against guessing: after five failures for a name, or fifty from one address, within a quarter of an
/// hour it is closed until that quarter is over. Kept in memory: each node counts for itself, and a restart forgives.
/// </summary>
public sealed class Aanmeldpogingen(TimeProvider real)
{
    public const int PerName = 5;
    public const int PerAddress = 50;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Since)> counts = new(StringComparer.Ordinal);

    /// <summary>How long to wait before another attempt is looked at; null when it may be made now.</summary>
    public TimeSpan? Wacht(string name, string address)
    {
        var now = real.GetUtcNow();
        return Left(Of(name), PerName, now) is { } byName ? byName : Left("@" + address, PerAddress, now);
    }

    public void Mislukt(string name, string address)
    {
        var now = real.GetUtcNow();
        // Names that nobody has must not fill the memory.
        if (counts.Count > 10_000)
        {
            foreach (var old in counts.Where(c => now - c.Value.Since > Window))
                counts.TryRemove(old);
        }
        Count(Of(name), now);
        Count("@" + address, now);
    }

    public void Gelukt(string name) => counts.TryRemove(Of(name), out _);

    static string Of(string name) => "n" + name.Trim().ToLowerInvariant();

    void Count(string key, DateTimeOffset now) =>
        counts.AddOrUpdate(key, (1, now), (_, was) => now - was.Since > Window ? (1, now) : (was.Failures + 1, was.Since));

    TimeSpan? Left(string key, int limit, DateTimeOffset now) =>
        counts.TryGetValue(key, out var count) && count.Failures >= limit && count.Since + Window - now is { Ticks: > 0 } left ? left : null;
}
