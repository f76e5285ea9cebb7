using System.Text;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.Rows;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Feeds;

/// <summary>The small print of the feed and its projections, on every database: edges that a small fault would move.</summary>
public abstract class FeedDetailsContract : FeedContract
{
    [Fact]
    public async Task Every_row_says_who_did_what_and_when()
    {
        await CommitAsync("s1", 0, "TaskCompleted");
        await SetAsync("a");
        var read = new DossierRead { UserId = new("bram"), At = Now.AddHours(1), Stream = new("s1"), Dossier = new("d1"), What = "plan" };
        await Storage.Registers.LogReadAsync(read);
        await LookAsync();

        var all = await AllAsync();
        var commit = all[0].ShouldBeOfType<FeedRow.Commit>();
        (commit.At, commit.Actor, commit.Stream, commit.Version).ShouldBe((Now, new("anna"), new("s1"), 1));
        Encoding.UTF8.GetString(commit.Body).ShouldBe("""[{"e":"TaskCompleted","n":1,"d":{}}]""");
        all[1].ShouldBe(new FeedRow.Register(all[1].Position, Now, new("beheer"), "settings", "a"));
        all[2].ShouldBe(new FeedRow.Look(all[2].Position, Now.AddHours(1), new("bram"), new("s1"), new("d1")));
        all[3].ShouldBe(new FeedRow.Look(all[3].Position, Now, new("anna"), new("s1"), null));
    }

    [Fact]
    public async Task What_is_done_just_after_midnight_counts_on_the_new_day_here()
    {
        // One minute past midnight in Amsterdam; in UTC it is still the day before.
        await CommitAtAsync(Storage, new DateTimeOffset(2026, 3, 2, 23, 1, 0, TimeSpan.Zero), "s1", 0, "TaskCompleted");
        await ProjectAsync();
        (await CountsAsync()).ShouldBe(["2026-03-03 cause TaskCompleted 1"]);
    }

    [Fact]
    public async Task Counts_since_a_day_have_that_day_and_none_before_it()
    {
        for (var n = 0; n < 4; n++)
            await CommitAtAsync(Storage, Now.AddDays(n), "s1", n, "TaskCompleted");
        await ProjectAsync();
        (await Storage.Counts.SinceAsync(new DateOnly(2026, 3, 4))).Select(a => a.Day.Day).ShouldBe([5, 4]);
    }

    [Fact]
    public async Task Events_with_much_in_them_are_counted_however_deep_it_lies()
    {
        await CommitDeepAsync(depth: 200);
        await ProjectAsync();
        (await CountsAsync()).ShouldBe(["2026-03-02 cause TaskCompleted 1"]);
    }

    async Task CommitDeepAsync(int depth)
    {
        var body = $$"""[{"e":"TaskCompleted","n":1,"d":{{new string('[', depth)}}{{new string(']', depth)}}}]""";
        var request = Commit("s1", 0);
        await Storage.Store.CommitAsync(request with { Commit = request.Commit with { Body = Encoding.UTF8.GetBytes(body) } }, None);
    }

    [Fact]
    public async Task A_projection_that_is_behind_is_proved_up_to_where_it_is()
    {
        await CommitAsync("s1", 0);
        await LookAsync();
        await ProjectAsync();
        await CommitAsync("s1", 1);
        await LookAsync();
        await SettledAsync();
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(2);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_a_register_a_look_and_a_commit_are_each_one_behind()
    {
        await SetAsync("a");
        (await CountingAsync()).ShouldBe([new ProjectionLag("daily-counts", 1, Now)]);
        await LookAsync();
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(2);
        await CommitAsync("s1", 0);
        (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(3);
    }

    [Fact]
    public async Task An_epoch_is_at_least_the_minute_in_which_it_begins()
    {
        // A backup knows nothing of the epochs that were begun after it was made; the clock does.
        var minute = (long)(DateTimeOffset.UtcNow - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;
        await Storage.BeginEpochAsync();
        await CommitAsync("s1", 0);
        (await AllAsync()).ShouldHaveSingleItem().Position.Epoch.ShouldBeGreaterThanOrEqualTo(minute);
    }

    [Fact]
    public async Task A_stream_that_was_destroyed_is_counted_no_more()
    {
        await CommitAsync("s1", 0);
        await CommitAsync("s2", 0);
        await LookAsync();
        await ProjectAsync();
        var last = Commit("s1", 1);
        var keys = Storage.Store.Keys;
        var declaration = new Declaration(
            last.Commit.Stream, "household", 2, last.Commit.Hash, last.Commit.CommandId, last.Commit.Actor, Now, last.Commit.At, "RETENTION_OVER", keys.Current.Id, default).SignedWith(keys.Current);
        (await Storage.Store.DestroyAsync(last, declaration, None)).ShouldBeOfType<CommitResult.Committed>();
        await ProjectAsync();
        (await SumAsync(CountedKind.Cause)).ShouldBe(1);
        (await SumAsync(CountedKind.Look)).ShouldBe(0);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Looks_that_went_with_their_dossier_are_counted_no_more_also_when_no_body_went()
    {
        await CommitAsync("s1", 0);
        await Storage.Registers.LogReadAsync(new DossierRead { UserId = new("anna"), At = Now, Stream = new("s1"), Dossier = new("d1"), What = "plan" });
        await LookAsync();
        await ProjectAsync();
        var erasing = Commit("s1", 1);
        (await Storage.Store.EraseAsync(erasing, new Erased([], [], [new DossierId("d1")], "ground"), Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();
        await ProjectAsync();
        (await SumAsync(CountedKind.Look)).ShouldBe(1);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }
}
