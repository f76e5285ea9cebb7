using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>What every store promises to the nodes that take deadlines and messages.</summary>
public abstract class LeaseContract : StoreContract
{
    static readonly DateTimeOffset Real = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    Task<IReadOnlyList<DeadlineRow>> TakeAsync(DateTimeOffset now, string node = "a", int max = 100, DateTimeOffset? real = null) => Listed(
        Store.ClaimDeadlinesAsync(now, real ?? Real, (real ?? Real).AddSeconds(30), node, max, None));

    async Task<IReadOnlyList<(long Id, int Attempts)>> MessagesAsync(DateTimeOffset now, string node = "a", DateTimeOffset? real = null) =>
        [.. (await Store.ClaimMessagesAsync(now, real ?? Real, (real ?? Real).AddSeconds(30), node, 100, None)).Select(m => (m.Message.Id.Number, m.Attempts))];

    static async Task<IReadOnlyList<DeadlineRow>> Listed(Task<System.Collections.Immutable.ImmutableArray<DeadlineRow>> taken) => [.. await taken];

    [Fact]
    public async Task Deadlines_are_taken_in_order_of_due_and_only_when_due()
    {
        await Committed(Commit("s1", 0, NoRows with { Deadlines = [Deadline("s1", 1, Now.AddHours(2))] }));
        await Committed(Commit("s2", 0, NoRows with { Deadlines = [Deadline("s2", 1, Now.AddHours(1))] }));
        await Committed(Commit("s3", 0, NoRows with { Deadlines = [Deadline("s3", 1, Now.AddHours(3))] }));
        await Committed(Commit("s4", 0, NoRows with { Deadlines = [Deadline("s4", 1, Now)] }));

        (await TakeAsync(Now.AddHours(2), max: 2)).ShouldBe([Deadline("s4", 1, Now), Deadline("s2", 1, Now.AddHours(1))]);
        (await TakeAsync(Now.AddHours(2), "b")).Select(d => d.Stream).ShouldBe([new("s1")]);
    }

    [Fact]
    public async Task Of_a_stream_only_the_first_deadline_is_taken_and_the_rest_waits_until_it_is_done()
    {
        await Committed(Commit("s1", 0, NoRows with { Deadlines = [Deadline("s1", 1, Now.AddHours(2)), Deadline("s1", 2, Now.AddHours(1))] }));

        (await TakeAsync(Now.AddDays(1))).Select(d => d.Id).Select(id => id.Number).ShouldBe([2]);
        (await TakeAsync(Now.AddDays(1), "b")).ShouldBeEmpty();
        await Committed(Commit("s1", 1, NoRows with { GoneDeadlines = [new(2)] }));
        (await TakeAsync(Now.AddDays(1), "b")).Select(d => d.Id).Select(id => id.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_free_again()
    {
        await Committed(Commit("s1", 0, NoRows with { Deadlines = [Deadline("s1", 1, Now)], Messages = [Message("s1", 2)] }));
        (await TakeAsync(Now)).ShouldHaveSingleItem();
        (await MessagesAsync(Now)).ShouldBe([(2, 0)]);

        (await TakeAsync(Now, "b", real: Real.AddSeconds(29))).ShouldBeEmpty();
        (await MessagesAsync(Now, "b", real: Real.AddSeconds(29))).ShouldBeEmpty();
        (await TakeAsync(Now, "b", real: Real.AddSeconds(30))).ShouldHaveSingleItem();
        (await MessagesAsync(Now, "b", real: Real.AddSeconds(30))).ShouldBe([(2, 1)]);
    }

    [Fact]
    public async Task A_deadline_that_is_written_anew_is_nobodys()
    {
        await Committed(Commit("s1", 0, NoRows with { Deadlines = [Deadline("s1", 1, Now)] }));
        (await TakeAsync(Now)).ShouldHaveSingleItem();
        await Committed(Commit("s1", 1, NoRows with { Deadlines = [Deadline("s1", 1, Now.AddHours(1))] }));
        (await TakeAsync(Now)).ShouldBeEmpty();
        (await TakeAsync(Now.AddHours(1), "b")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_next_deadline_is_the_first_that_nobody_holds()
    {
        (await Store.NextDeadlineAsync(Real, None)).ShouldBeNull();
        await Committed(Commit("s1", 0, NoRows with { Deadlines = [Deadline("s1", 1, Now), Deadline("s1", 2, Now.AddHours(1))] }));
        await Committed(Commit("s2", 0, NoRows with { Deadlines = [Deadline("s2", 1, Now.AddHours(2))] }));

        (await Store.NextDeadlineAsync(Real, None)).ShouldBe(Now);
        await TakeAsync(Now);
        (await Store.NextDeadlineAsync(Real, None)).ShouldBe(Now.AddHours(2));
        (await Store.NextDeadlineAsync(Real.AddMinutes(1), None)).ShouldBe(Now);
    }

    [Fact]
    public async Task Two_nodes_never_get_the_same()
    {
        for (var n = 0; n < 60; n++)
            await Committed(Commit($"s{n}", 0, NoRows with { Deadlines = [Deadline($"s{n}", 1, Now)], Messages = [Message($"s{n}", 2)] }));

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() => TakeAsync(Now, $"n{node}", max: 10))));
        var messages = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() =>
            Store.ClaimMessagesAsync(Now, Real, Real.AddSeconds(30), $"n{node}", 10, None))));

        taken.SelectMany(d => d).Select(d => d.Stream).ShouldBeUnique();
        messages.SelectMany(m => m).Select(m => m.Message.Stream).ShouldBeUnique();
        // Whoever passed over a row that another was taking finds what is left; together they miss none.
        var rest = await TakeAsync(Now, "last");
        (taken.Sum(d => d.Count) + rest.Count).ShouldBe(60);
    }

    [Fact]
    public async Task A_message_is_taken_when_its_time_has_come_and_comes_back_when_postponed()
    {
        await Committed(Commit("s1", 0, NoRows with { Messages = [Message("s1", 1), Message("s1", 2, Now.AddHours(1))] }));
        var before = Text(await Store.DerivedAsync(new("s1"), None));

        (await MessagesAsync(Now)).ShouldBe([(1, 0)]);
        (await MessagesAsync(Now)).ShouldBeEmpty();
        await Store.PostponeMessageAsync(new("s1"), new(1), Now.AddMinutes(5), None);
        (await MessagesAsync(Now)).ShouldBeEmpty();
        (await MessagesAsync(Now.AddMinutes(5))).ShouldBe([(1, 1)]);
        (await MessagesAsync(Now.AddHours(1), real: Real.AddHours(1))).ShouldBe([(1, 2), (2, 0)]);

        // How often a node tried is no part of what follows from the stream.
        Text(await Store.DerivedAsync(new("s1"), None)).ShouldBe(before);
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_postponed_back()
    {
        await Committed(Commit("s1", 0, NoRows with { Messages = [Message("s1", 1)] }));
        await Committed(Commit("s1", 1, NoRows with { GoneMessages = [new(1)] }));
        await Store.PostponeMessageAsync(new("s1"), new(1), Now, None);
        (await MessagesAsync(Now.AddYears(1))).ShouldBeEmpty();
    }
}
