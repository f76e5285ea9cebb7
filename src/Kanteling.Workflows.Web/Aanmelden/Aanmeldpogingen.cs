using System.Collections.Concurrent;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// Guards signing in against guessing: after five failures for a name, or fifty from one address, within a quarter of an
/// hour it is closed until that quarter is over. Kept in memory: each node counts for itself, and a restart forgives.
/// </summary>
public sealed class Aanmeldpogingen(TimeProvider werkelijk)
{
    public const int PerName = 5;
    public const int PerAddress = 50;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Since)> counts = new(StringComparer.Ordinal);

    /// <summary>How long to wait before another attempt is looked at; null when it may be made now.</summary>
    public TimeSpan? Wacht(string naam, string adres)
    {
        var now = werkelijk.GetUtcNow();
        return Left(Of(naam), PerName, now) is { } opNaam ? opNaam : Left("@" + adres, PerAddress, now);
    }

    public void Mislukt(string naam, string adres)
    {
        var now = werkelijk.GetUtcNow();
        // Names that nobody has must not fill the memory.
        if (counts.Count > 10_000)
        {
            foreach (var old in counts.Where(c => now - c.Value.Since > Window))
                counts.TryRemove(old);
        }
        Count(Of(naam), now);
        Count("@" + adres, now);
    }

    public void Gelukt(string naam) => counts.TryRemove(Of(naam), out _);

    static string Of(string naam) => "n" + naam.Trim().ToLowerInvariant();

    void Count(string sleutel, DateTimeOffset now) =>
        counts.AddOrUpdate(sleutel, (1, now), (_, was) => now - was.Since > Window ? (1, now) : (was.Failures + 1, was.Since));

    TimeSpan? Left(string sleutel, int grens, DateTimeOffset now) =>
        counts.TryGetValue(sleutel, out var aantal) && aantal.Failures >= grens && aantal.Since + Window - now is { Ticks: > 0 } left ? left : null;
}
