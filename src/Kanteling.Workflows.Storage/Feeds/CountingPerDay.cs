using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Rows;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>
/// Counts per local day what was done: commits by cause, instances that began by flow, changes by register, and looks into
/// dossiers. Numbers only, no household and nobody's name. Trials are left out.
/// </summary>
static class CountingPerDay
{
    const string Add = """
        INSERT INTO daily_counts (day, kind, name, amount) VALUES ($1, $2, $3, $4)
        ON CONFLICT (day, kind, name) DO UPDATE SET amount = daily_counts.amount + excluded.amount
        """;

    public static readonly Projection Projection = new(
        "daily-counts", 1, "DELETE FROM daily_counts", "SELECT day, kind, name, amount FROM daily_counts ORDER BY day, kind, name", Write);

    static IReadOnlyList<Step> Write(IReadOnlyList<FeedRow> rows) =>
    [
        .. from row in rows
           from what in Of(row)
           group row by (Day: LocalTime.DayOf(row.At), what.Kind, what.Name) into same
           select new Step(Add, same.Key.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), same.Key.Kind, same.Key.Name, (long)same.Count()),
    ];

    static IEnumerable<(string Kind, string Name)> Of(FeedRow row) => row switch
    {
        FeedRow.Commit commit when !Streams.IsTrial(commit.Stream) => Of(commit.Body),
        FeedRow.Register register => [(CountedKind.Register, register.Table)],
        FeedRow.Look look when !Streams.IsTrial(look.Stream) => [(CountedKind.Look, "")],
        _ => [],
    };

    // Read as JSON and not as events: names and numbers of events are for ever, and no content is needed.
    static IEnumerable<(string Kind, string Name)> Of(byte[] body)
    {
        try
        {
            using var events = JsonDocument.Parse(Packing.Unpack(body), new JsonDocumentOptions { MaxDepth = 512 });
            return [.. events.RootElement.EnumerateArray().SelectMany((e, n) => Of(e, isCause: n == 0))];
        }
        catch (Exception reason) when (reason is JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
        {
            // A body that was destroyed, or that somebody spoilt: verifieer says which. Counting goes on after it.
            return [];
        }
    }

    /// <summary>The name in stored bodies, which stays when the type is renamed.</summary>
    const string Started = "InstanceStarted";

    static IEnumerable<(string Kind, string Name)> Of(JsonElement e, bool isCause)
    {
        var name = e.GetProperty("e").GetString()!;
        if (isCause)
            yield return (CountedKind.Cause, name);
        if (name == Started)
            yield return (CountedKind.Started, e.GetProperty("d").GetProperty("definition").GetString()!.Split('@')[0]);
    }
}
