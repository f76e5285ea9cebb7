using System.Text.Json;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Rows;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>Holds a database to what the clients were told: nothing lost, nothing done twice, no version missing, and what was refused not done.</summary>
static class LedgerProof
{
    public static async Task CheckAsync(StorageOptions storage, Ledger ledger)
    {
        await using var open = await StorageSetup.OpenAsync(storage);
        await CheckProjectionsAsync(open);
        var key = open.Store.Keys.Current;
        var (commands, actors, households) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), 0);
        var completed = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var head in open.Store.StreamsAsync(default))
        {
            households += head.Kind == "huishouden" ? 1 : 0;
            var version = 0L;
            await foreach (var commit in open.Store.HistoryAsync(head.Stream, 1, default))
            {
                commit.Version.ShouldBe(++version, $"{head.Stream} misses a version");
                commands.Add(commit.CommandId.Text).ShouldBeTrue($"{commit.CommandId} was committed twice");
                actors.Add(commit.Actor.Text);
                foreach (var task in CompletedIn(commit).Select(number => $"{head.Stream}-{number}"))
                    completed[task] = completed.GetValueOrDefault(task) + 1;
            }
        }
        bool Has(string request, string stream) => actors.Any(actor => commands.Contains(key.CommandId(new(stream), new Asking(request, new(actor), Doors.Web, true)).Text));
        ledger.Meldingen.Where(m => !Has(m.Key, m.Value)).ShouldBeEmpty("a melding was acknowledged and lost");
        ledger.Refused.Where(r => Has(r.Key, r.Value[..r.Value.LastIndexOf('-')])).ShouldBeEmpty("who was refused was done nevertheless");
        ledger.Completions.Where(c => !Has(c.Key, c.Value[..c.Value.LastIndexOf('-')])).ShouldBeEmpty("a completion was acknowledged and lost");
        if (ledger.Unsettled.IsEmpty)
            households.ShouldBe(ledger.Meldingen.Count, "a melding began two households");
        completed.Where(c => c.Value > 1).ShouldBeEmpty("completed twice");
        ledger.Completions.Values.Where(task => !completed.ContainsKey(task)).ShouldBeEmpty("acknowledged and not completed");
    }

    /// <summary>The servers counted while they were killed: each commit once, and what they left is what a rebuild says.</summary>
    static async Task CheckProjectionsAsync(OpenStorage open)
    {
        var left = await open.Counts.SinceAsync(DateOnly.MinValue);
        left.ShouldNotBeEmpty("no server came to counting");
        (await open.Projections.DoubtsAsync()).ShouldBeEmpty();
        // What a killed server was doing may still hold the feed up for a moment.
        while ((await open.Projections.LagAsync())[0].Behind > 0)
            await open.Projections.RunAsync();
        var commits = 0L;
        await foreach (var head in open.Store.StreamsAsync(default))
            commits += head.Version;
        (await open.Counts.SinceAsync(DateOnly.MinValue)).Where(a => a.Kind == CountedKind.Cause).Sum(a => a.Amount).ShouldBe(commits);
    }

    /// <summary>Read from the stored bytes themselves, unpacked and no more than that.</summary>
    static IEnumerable<long> CompletedIn(StoredCommit commit)
    {
        using var body = JsonDocument.Parse(Packing.Unpack(commit.Body));
        return [.. body.RootElement.EnumerateArray().Where(e => e.GetProperty("e").GetString() == "TaskCompleted").Select(e => e.GetProperty("d").GetProperty("task").GetInt64())];
    }
}
