using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Storage;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.Rows;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Feeds;

/// <summary>What the feed and its projections promise, on every database.</summary>
public abstract class FeedContract : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected OpenStorage Storage { get; private set; } = null!;

    private protected Feed Feed => new(Commits);

    private protected SqlStore Commits => (SqlStore)Storage.Store;

    protected abstract Task<OpenStorage> OpenAsync();

    protected abstract Task RunAsync(string sql);

    /// <summary>Returns when what was committed before this can be read: other tests of this run commit in the same cluster, and their transactions hold the feed up.</summary>
    protected virtual Task SettledAsync() => Task.CompletedTask;

    protected async Task ProjectAsync()
    {
        await SettledAsync();
        await Storage.Projections.RunAsync();
    }

    public async Task InitializeAsync() => Storage = await OpenAsync();

    public virtual async Task DisposeAsync() => await Storage.DisposeAsync();

    protected Task CommitAsync(string stream, long expected, params string[] events) => CommitOnAsync(Storage, stream, expected, events);

    internal static Task CommitOnAsync(OpenStorage storage, string stream, long expected, params string[] events) =>
        CommitAtAsync(storage, Now.AddMinutes(expected), stream, expected, events);

    protected static async Task CommitAtAsync(OpenStorage storage, DateTimeOffset at, string stream, long expected, params string[] events)
    {
        var request = Commit(stream, expected);
        var body = events.Length == 0 ? [Event("TaskCompleted")] : new JsonArray([.. events.Select(e => (JsonNode)Event(e))]);
        request = request with { Commit = request.Commit with { At = at, Body = Encoding.UTF8.GetBytes(body.ToJsonString()) } };
        (await storage.Store.CommitAsync(request, None)).ShouldBeOfType<CommitResult.Committed>();
    }

    /// <summary>An event by its name; one with a colon is an instance of that flow that begins.</summary>
    static JsonObject Event(string name) => name.Split(':') is [var started, var flow]
        ? new JsonObject { ["e"] = started, ["n"] = 1, ["d"] = new JsonObject { ["definition"] = flow } }
        : new JsonObject { ["e"] = name, ["n"] = 1, ["d"] = new JsonObject() };

    /// <summary>How far the counting is behind; other projections have tests of their own.</summary>
    protected async Task<IEnumerable<ProjectionLag>> CountingAsync() => (await Storage.Projections.LagAsync()).Where(lag => lag.Name == "daily-counts");

    protected Task SetAsync(string key) => Storage.Settings.SetAsync(key, "x", new("beheer"), Now);

    protected Task LookAsync(string stream = "s1") => Storage.Registers.LogReadAsync(new DossierRead { UserId = new("anna"), At = Now, Stream = new(stream), What = "plan" });

    private protected async Task<List<FeedRow>> AllAsync(int atOnce = 100)
    {
        await SettledAsync();
        return await ReadableAsync(atOnce);
    }

    private protected async Task<List<FeedRow>> ReadableAsync(int atOnce = 100)
    {
        var (all, after) = (new List<FeedRow>(), default(FeedPosition));
        while (await Feed.ReadAsync(after, atOnce, None) is [.., { Position: var last }] page)
        {
            all.AddRange(page);
            after = last;
        }
        return all;
    }

    private protected static string Named(FeedRow row) => row switch
    {
        FeedRow.Commit c => $"{c.Stream}/{c.Version}",
        FeedRow.Register r => $"{r.Table}/{r.Key}",
        FeedRow.Look l => $"look/{l.Stream}",
        _ => "?",
    };

    protected async Task<IEnumerable<string>> CountsAsync() =>
        (await Storage.Counts.SinceAsync(DateOnly.MinValue)).Select(a => $"{a.Day:yyyy-MM-dd} {a.Kind} {a.Name} {a.Amount}").Order(StringComparer.Ordinal);

    protected async Task<long> SumAsync(string kind) => (await Storage.Counts.SinceAsync(DateOnly.MinValue)).Where(a => a.Kind == kind).Sum(a => a.Amount);

    [Fact]
    public async Task Three_sources_stand_in_one_order()
    {
        await CommitAsync("s1", 0);
        await SetAsync("a");
        await LookAsync();
        await CommitAsync("s2", 0);
        await LookAsync("s2");
        await SetAsync("b");
        await CommitAsync("s1", 1);

        var all = await AllAsync();
        all.Select(Named).ShouldBe(["s1/1", "settings/a", "look/s1", "s2/1", "look/s2", "settings/b", "s1/2"]);
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.Second.Position.IsAfter(pair.First.Position));
    }

    [Fact]
    public async Task What_was_refused_has_no_place()
    {
        await CommitAsync("s1", 0);
        (await Storage.Store.CommitAsync(Commit("s1", 0), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        await CommitAsync("s1", 1);
        (await AllAsync()).Select(Named).ShouldBe(["s1/1", "s1/2"]);
    }

    [Fact]
    public async Task It_is_paged_to_its_end_and_every_row_comes_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async n =>
        {
            await CommitAsync($"s{n}", 0);
            await CommitAsync($"s{n}", 1);
            await LookAsync($"s{n}");
            if (n % 10 == 0)
                await SetAsync($"k{n}");
        }));

        var paged = await AllAsync(atOnce: 7);
        paged.Count.ShouldBe(186);
        paged.Select(Named).ShouldBe((await AllAsync(1_000)).Select(Named));
        paged.Select(Named).Distinct().Count().ShouldBe(186);
        for (var n = 0; n < 60; n++)
            paged.FindIndex(r => Named(r) == $"s{n}/1").ShouldBeLessThan(paged.FindIndex(r => Named(r) == $"s{n}/2"));
        (await Feed.ReadAsync(paged[^1].Position, 7, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Activity_is_counted_by_day_and_kind_without_trials()
    {
        await CommitAsync("s1", 0, "InstanceStarted:toegang@3", "ActivityCompleted", "InstanceStarted:besluit@2");
        await CommitAsync("s1", 1, "TaskCompleted", "InstanceStarted:besluit@2");
        await CommitAtAsync(Storage, Now.AddDays(1), "s1", 2, "DeadlinePassed");
        await CommitAsync("proef-1", 0, "InstanceStarted:toegang@3");
        await LookAsync("proef-1");
        await LookAsync();
        await LookAsync();
        await SetAsync("a");

        await ProjectAsync();

        (await CountsAsync()).ShouldBe(
        [
            "2026-03-02 cause InstanceStarted 1", "2026-03-02 cause TaskCompleted 1", "2026-03-02 look  2", "2026-03-02 register settings 1",
            "2026-03-02 started besluit 2", "2026-03-02 started toegang 1", "2026-03-03 cause DeadlinePassed 1",
        ]);
        await ProjectAsync();
        (await SumAsync(CountedKind.Look)).ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    [InlineData("{}")]
    [InlineData("""[{"x":1}]""")]
    public async Task A_body_that_is_gone_or_spoilt_does_not_stop_the_counting(string body)
    {
        var request = Commit("s1", 0);
        await Storage.Store.CommitAsync(request with { Commit = request.Commit with { Body = Encoding.UTF8.GetBytes(body) } }, None);
        await CommitAsync("s1", 1);
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(1);
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(0);
    }

    [Fact]
    public async Task A_projection_goes_on_where_it_was_and_equals_one_that_is_made_from_nothing()
    {
        for (var n = 0; n < Projections.AtOnce + 40; n++)
            await CommitAsync("s1", n);
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(Projections.AtOnce + 40, "one run reads to the end");
        await LookAsync();
        await CommitAsync("s2", 0);
        await ProjectAsync();

        (await SumAsync(CountedKind.Cause)).ShouldBe(Projections.AtOnce + 41);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
        (await CountingAsync()).ShouldBe([new ProjectionLag("daily-counts", 0, null)]);
    }

    [Fact]
    public async Task Rows_that_somebody_changed_are_found()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await RunAsync("UPDATE daily_counts SET amount = amount + 1");
        (await Storage.Projections.DoubtsAsync()).ShouldBe(["daily-counts"]);
    }

    [Fact]
    public async Task How_far_it_is_behind_is_told()
    {
        (await CountingAsync()).ShouldBe([new ProjectionLag("daily-counts", 0, null)]);
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await CommitAsync("s1", 1);
        await LookAsync();
        (await CountingAsync()).ShouldBe([new ProjectionLag("daily-counts", 2, Now)]);
        for (var n = 2; n < Projections.MostCounted + 3; n++)
            await CommitAsync("s1", n);
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(Projections.MostCounted);
    }

    [Fact]
    public async Task Rows_of_an_older_format_are_made_anew_and_those_of_a_newer_one_left_alone()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await RunAsync("UPDATE projections SET format = 0 WHERE name = 'daily-counts'");
        await RunAsync("UPDATE daily_counts SET amount = 77");
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty("it waits to be made anew");
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(1);

        await RunAsync("UPDATE projections SET format = 9 WHERE name = 'daily-counts'");
        await CommitAsync("s1", 1);
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_and_position_are_kept_together_or_not_at_all()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await CommitAsync("s1", 1);
        // The last step brings it down, after rows and position were both written.
        var broken = new Projections(Commits, [CountingPerDay.Projection with { Write = page => [.. CountingPerDay.Projection.Write(page), new Step(Down)] }]);
        await SettledAsync();
        await Should.ThrowAsync<Exception>(() => broken.RunAsync());

        (await SumAsync(CountedKind.Cause)).ShouldBe(1);
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(1);
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(2);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    /// <summary>A statement after which nothing of its transaction is left.</summary>
    protected abstract string Down { get; }

    [Fact]
    public async Task A_page_that_another_counted_meanwhile_is_not_counted_again()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await CommitAsync("s1", 1);
        // Between reading the page and writing it, another node does both.
        var slow = new Projections(Commits, [CountingPerDay.Projection with
        {
            Write = page =>
            {
                Task.Run(() => Storage.Projections.RunAsync()).GetAwaiter().GetResult();
                return CountingPerDay.Projection.Write(page);
            },
        }]);
        await SettledAsync();
        await slow.RunAsync();

        (await SumAsync(CountedKind.Cause)).ShouldBe(2);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_restore_that_was_declared_all_comes_after_what_was_there()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        var before = (await AllAsync())[^1].Position;
        await Storage.BeginEpochAsync();
        await Storage.BeginEpochAsync();
        await CommitAsync("s1", 1);
        await SetAsync("a");
        await LookAsync();

        await SettledAsync();
        var later = await Feed.ReadAsync(before, 10, None);
        later.Select(Named).ShouldBe(["s1/2", "settings/a", "look/s1"]);
        later.ShouldAllBe(row => row.Position.Epoch > before.Epoch + 1);
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(2);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }
}
