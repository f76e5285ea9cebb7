using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>What every store promises. One test, three stores.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected IWorkflowStore Store { get; private set; } = null!;

    protected abstract Task<IWorkflowStore> OpenAsync();

    protected abstract Task CloseAsync();

    /// <summary>Whether these words still stand anywhere that the store can be read from.</summary>
    protected abstract Task<bool> HoldsAsync(string words);

    public async Task InitializeAsync() => Store = await OpenAsync();

    public Task DisposeAsync() => CloseAsync();

    protected async Task Committed(CommitRequest request) => (await Store.CommitAsync(request, None)).ShouldBeOfType<CommitResult.Committed>();

    [Fact]
    public async Task What_is_committed_is_loaded_back()
    {
        var request = Commit("s1", 0, parts: [Part("head", "one"), Part("i2", "two", format: 7)]);
        await Committed(request);

        var stored = (await Store.LoadAsync(new("s1"), None)).ShouldNotBeNull();
        stored.Head.Stream.ShouldBe(new StreamId("s1"));
        stored.Head.Kind.ShouldBe("household");
        stored.Head.Version.ShouldBe(1);
        stored.Head.Hash.ShouldBe(request.Commit.Hash.ToArray());
        stored.Parts.Keys.ShouldBe(["head", "i2"], ignoreOrder: true);
        stored.Parts["i2"].Format.ShouldBe(7);
        Encoding.UTF8.GetString(stored.Parts["i2"].Bytes.Span).ShouldBe("two");
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_null()
    {
        (await Store.LoadAsync(new("s1"), None)).ShouldBeNull();
        (await Store.DerivedAsync(new("s1"), None)).ShouldBeNull();
        (await Store.ConfirmAsync(new("s1"), new("c1"), None)).ShouldBe((0, null));
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Parts_are_replaced_and_removed()
    {
        await Committed(Commit("s1", 0, parts: [Part("head", "one"), Part("i2", "two"), Part("i3", "three")]));
        await Committed(Commit("s1", 1, parts: [Part("head", "longer than before"), Part("i2", null)]));

        var parts = (await Store.LoadAsync(new("s1"), None)).ShouldNotBeNull().Parts;
        parts.Keys.ShouldBe(["head", "i3"], ignoreOrder: true);
        Encoding.UTF8.GetString(parts["head"].Bytes.Span).ShouldBe("longer than before");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_commit_on_another_version_changes_nothing_at_all(long expected)
    {
        await Committed(Commit("s1", 0, EveryRow("s1"), parts: [Part("head", "one")]));
        var before = Text(await Store.DerivedAsync(new("s1"), None));

        var rows = NoRows with
        {
            Tasks = [OpenTask("s1", 99)], ClosedTasks = [Closed("s1", 1)], GoneDeadlines = [new(3)], GoneClaims = ["s1/a"],
            Claims = [new ClaimRow("new", new("s1"), new(2))], GoneMessages = [new(8)],
        };
        var result = await Store.CommitAsync(Commit("s1", expected, rows, label: "Other", parts: [Part("head", null)]), None);

        result.ShouldBeOfType<CommitResult.VersionConflict>();
        Text(await Store.DerivedAsync(new("s1"), None)).ShouldBe(before);
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).Count.ShouldBe(1);
        await Committed(Commit("s2", 0, NoRows with { Claims = [new ClaimRow("new", new("s2"), new(2))] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task The_same_command_again_gives_the_earlier_commit(long expected)
    {
        const string stream = "s1";
        var first = Commit("s1", 0, NoRows with { Claims = [new ClaimRow("k", new("s1"), new(2))] }, command: "once");
        await Committed(first);

        var again = Commit(stream, expected, NoRows with { Tasks = [OpenTask(stream)], Claims = [new ClaimRow("k", new(stream), new(2))] }, command: "once") is var c
            ? c with { Commit = c.Commit with { Hash = new byte[32] } } : null!;
        var result = await Store.CommitAsync(again, None);

        var earlier = result.ShouldBeOfType<CommitResult.Duplicate>().Earlier;
        (earlier.Stream, earlier.Version, earlier.At).ShouldBe((new StreamId("s1"), 1L, first.Commit.At));
        earlier.Body.ToArray().ShouldBe(first.Commit.Body.ToArray());
        earlier.Seal.ToArray().ShouldBe(first.Commit.Seal.ToArray());
        (await Store.DerivedAsync(new("s1"), None))!.Rows.Tasks.ShouldBeEmpty();
        (await Store.ConfirmAsync(new("s1"), new("once"), None)).Commit!.CommandId.ShouldBe(new CommandId("once"));
    }

    [Fact]
    public async Task Confirming_reads_the_version_with_or_without_the_commit()
    {
        await Committed(Commit("s1", 0, command: "one"));
        await Committed(Commit("s1", 1, command: "two"));

        (await Store.ConfirmAsync(new("s1"), new("three"), None)).ShouldBe((2, null));
        var (version, commit) = await Store.ConfirmAsync(new("s1"), new("one"), None);
        (version, commit!.Version).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_claim_that_another_stream_holds_refuses_the_whole_commit()
    {
        await Committed(Commit("s1", 0, NoRows with { Claims = [new ClaimRow("k", new("s1"), new(2))] }));

        var result = await Store.CommitAsync(
            Commit("s2", 0, NoRows with { Tasks = [OpenTask("s2")], Claims = [new ClaimRow("free", new("s2"), new(2)), new ClaimRow("k", new("s2"), new(2))] }), None);

        result.ShouldBe(new CommitResult.ClaimHeld("k"));
        (await Store.LoadAsync(new("s2"), None)).ShouldBeNull();
        await Committed(Commit("s3", 0, NoRows with { Claims = [new ClaimRow("free", new("s3"), new(2))] }));
    }

    [Fact]
    public async Task A_claim_that_was_released_is_free_again_and_may_pass_on_within_one_commit()
    {
        await Committed(Commit("s1", 0, NoRows with { Claims = [new ClaimRow("k", new("s1"), new(2))] }));
        await Committed(Commit("s1", 1, NoRows with { GoneClaims = ["k"], Claims = [new ClaimRow("k", new("s1"), new(9))] }));
        (await Store.DerivedAsync(new("s1"), None))!.Rows.Claims.ShouldBe([new ClaimRow("k", new("s1"), new(9))]);

        await Committed(Commit("s1", 2, NoRows with { GoneClaims = ["k"] }));
        await Committed(Commit("s2", 0, NoRows with { Claims = [new ClaimRow("k", new("s2"), new(2))] }));
        // Somebody else's claim is not released by naming it.
        await Committed(Commit("s1", 3, NoRows with { GoneClaims = ["k"] }));
        (await Store.CommitAsync(Commit("s1", 4, NoRows with { Claims = [new ClaimRow("k", new("s1"), new(2))] }), None)).ShouldBe(new CommitResult.ClaimHeld("k"));
    }

    [Fact]
    public async Task Derived_is_what_was_written()
    {
        var request = Commit("s1", 0, EveryRow("s1"), parts: [Part("domain", "d"), Part("head", "h")]);
        await Committed(request);
        Text(await Store.DerivedAsync(new("s1"), None)).ShouldBe(Text(Rebuilt(request)));
    }

    [Fact]
    public async Task Rows_are_rewritten_removed_and_closed()
    {
        await Committed(Commit("s1", 0, EveryRow("s1")));
        await Committed(Commit("s1", 1, NoRows with
        {
            Tasks = [OpenTask("s1", 11, assignee: "bram")], ClosedTasks = [Closed("s1", 1)], GoneDeadlines = [new(3)], GoneIncidents = [new(5), new(15)],
            ClosedInstances = [ClosedInstance("s1")], GoneSubscriptions = [new(6)], GoneClaims = ["s1/a"], GoneMessages = [new(8)],
        }, label: null));

        var derived = (await Store.DerivedAsync(new("s1"), None)).ShouldNotBeNull();
        derived.Label.ShouldBeNull();
        derived.Rows.Tasks.ShouldBe([OpenTask("s1", 11, assignee: "bram")]);
        derived.ClosedTasks.Select(t => t.Id).Select(id => id.Number).ShouldBe([1, 12]);
        derived.Rows.Instances.ShouldBeEmpty();
        derived.ClosedInstances.Select(i => i.Id).Select(id => id.Number).ShouldBe([2, 22]);
        derived.Rows.Deadlines.ShouldBeEmpty();
        derived.Rows.Incidents.ShouldBeEmpty();
        derived.Rows.Messages.ShouldBeEmpty();
        derived.Rows.Subscriptions.Select(s => s.Id).Select(id => id.Number).ShouldBe([7]);
        derived.Rows.Claims.Select(c => c.Key).ShouldBe(["s1/b"]);
    }

    [Fact]
    public async Task What_opens_again_is_no_longer_closed()
    {
        await Committed(Commit("s1", 0, NoRows with { Tasks = [OpenTask("s1")], Instances = [Instance("s1")] }));
        (await Store.ClosedTaskAsync(new("s1"), new(1), None)).ShouldBeNull();
        await Committed(Commit("s1", 1, NoRows with { ClosedTasks = [Closed("s1")], ClosedInstances = [ClosedInstance("s1")] }));
        (await Store.ClosedTaskAsync(new("s1"), new(1), None)).ShouldBe(Closed("s1"));

        await Committed(Commit("s1", 2, NoRows with { Tasks = [OpenTask("s1")], Instances = [Instance("s1")] }));

        (await Store.ClosedTaskAsync(new("s1"), new(1), None)).ShouldBeNull();
        (await Store.DerivedAsync(new("s1"), None))!.ClosedInstances.ShouldBeEmpty();
    }

    [Fact]
    public async Task Subscribers_are_those_of_the_correlation_and_those_that_take_any()
    {
        await Committed(Commit("s1", 0, NoRows with { Subscriptions = [Subscription("s1", 1, "Moved", "c1"), Subscription("s1", 2, "Moved", "c2")] }));
        await Committed(Commit("s2", 0, NoRows with { Subscriptions = [Subscription("s2", 1, "Moved", null), Subscription("s2", 2, "Left", "c1")] }));

        (await Store.SubscribersAsync("Moved", "c1", None)).Select(s => (s.Stream.Text, s.Id.Number)).ShouldBe([("s1", 1), ("s2", 1)]);
        (await Store.SubscribersAsync("Moved", null, None)).Select(s => (s.Stream.Text, s.Id.Number)).ShouldBe([("s2", 1)]);
    }

    [Fact]
    public async Task A_definition_is_found_by_version_or_as_the_current_one()
    {
        await Committed(Commit("d1", 0, NoRows with { Definitions = [Definition("d1", "toegang", 1, current: true)] }));
        await Committed(Commit("d1", 1, NoRows with { Definitions = [Definition("d1", "toegang", 1, current: false), Definition("d1", "toegang", 2, current: true)] }));
        await Committed(Commit("d2", 0, NoRows with { Definitions = [Definition("d2", "gone", 1, current: true, retracted: true)] }));

        (await Store.DefinitionAsync(new("toegang"), 1, None)).ShouldBe(Definition("d1", "toegang", 1, current: false));
        (await Store.DefinitionAsync(new("toegang"), null, None))!.Version.ShouldBe(2);
        (await Store.DefinitionAsync(new("gone"), null, None)).ShouldBeNull();
        (await Store.DefinitionAsync(new("gone"), 1, None)).ShouldNotBeNull();
        (await Store.CurrentDefinitionsAsync(None)).ShouldBe([Definition("d1", "toegang", 2, current: true)]);
    }

    [Fact]
    public async Task What_was_decided_on_other_flows_than_are_published_now_conflicts()
    {
        var none = await Store.FlowMarkAsync(None);
        await Committed(Commit("def-1", 0, NoRows with { Definitions = [Definition("def-1", "one", 1, current: true)] }) with { Flows = none });
        var published = await Store.FlowMarkAsync(None);
        published.ShouldNotBe(none);
        (await Store.CommitAsync(Commit("def-2", 0, NoRows with { Definitions = [Definition("def-2", "two", 1, current: true)] }) with { Flows = none }, None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await Store.DefinitionAsync(new("two"), 1, None)).ShouldBeNull();
        (await Store.CommitAsync(Commit("def-1", 1) with { Flows = none }, None)).ShouldBeOfType<CommitResult.VersionConflict>();
        await Committed(Commit("def-1", 1, NoRows with { Definitions = [Definition("def-1", "one", 1, current: false, retracted: true)] }) with { Flows = published });
        (await Store.FlowMarkAsync(None)).ShouldNotBe(published);

        // A copy for a trial, and a commit that publishes nothing, change nothing of it.
        var retracted = await Store.FlowMarkAsync(None);
        await Committed(Commit("def-3", 0, NoRows with { Definitions = [Definition("def-3", "proef~1", 1, current: false)] }));
        await Committed(Commit("s1", 0));
        (await Store.FlowMarkAsync(None)).ShouldBe(retracted);
    }

    [Fact]
    public async Task Of_many_that_were_decided_on_the_same_flows_one_is_committed()
    {
        for (var round = 0; round < 10; round++)
        {
            var mark = await Store.FlowMarkAsync(None);
            var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Store.CommitAsync(
                Commit($"def-{round}-{n}", 0, NoRows with { Definitions = [Definition($"def-{round}-{n}", $"flow-{round}-{n}", 1, current: true)] }) with { Flows = mark }, None))));
            results.OfType<CommitResult.Committed>().ShouldHaveSingleItem();
            results.OfType<CommitResult.VersionConflict>().Count().ShouldBe(5);
        }
    }

    [Fact]
    public async Task History_and_streams_come_in_order_however_long()
    {
        for (var n = 0; n < 405; n++)
            await Committed(Commit("s2", n));
        await Committed(Commit("s1", 0));

        (await Store.HistoryAsync(new("s2"), 3, None).ToListAsync()).Select(c => c.Version).ShouldBe(Enumerable.Range(3, 403).Select(n => (long)n));
        (await Store.StreamsAsync(None).ToListAsync()).Select(s => (s.Stream.Text, s.Version)).ShouldBe([("s1", 1L), ("s2", 405L)]);
    }

    [Fact]
    public async Task Replacing_writes_everything_derived_anew()
    {
        var request = Commit("s1", 0, EveryRow("s1"), parts: [Part("head", "h")]);
        await Committed(Commit("s1", 0, NoRows with { Tasks = [OpenTask("s1", 77)], Claims = [new ClaimRow("wrong", new("s1"), new(2))] }, parts: [Part("i9", "wrong")]));
        await Store.ReplaceAsync(new("s1"), Rebuilt(request), None);
        Text(await Store.DerivedAsync(new("s1"), None)).ShouldBe(Text(Rebuilt(request)));
    }

    /// <summary>Long enough to be packed, with the words in it.</summary>
    static string Packable(string words) => $"{string.Join(' ', Enumerable.Range(0, 400).Select(n => $"woord{n}"))} {words} {new string('x', 40)}";

    [Fact]
    public async Task Erasing_leaves_the_words_nowhere()
    {
        const string words = "Wilhelmina-van-Planting-1234";
        var first = Commit("s1", 0, NoRows with { Tasks = [OpenTask("s1", label: words)] }, label: words, slots: [Slot(Packable(words)), Slot("stays")], parts: [PackedPart("i2", Packable(words))]);
        Encoding.UTF8.GetString(first.Commit.Slots.Span).ShouldNotContain(words, Shouldly.Case.Sensitive, "they are packed, so a search of plain bytes would not see them");
        await Committed(first);
        (await HoldsAsync(words)).ShouldBeTrue();

        var erasing = Commit("s1", 1, label: "Nobody");
        var rebuilt = Rebuilt(erasing) with { Rows = Rebuilt(Commit("s1", 1, NoRows with { Tasks = [OpenTask("s1", label: "Nobody")] })).Rows };
        (await Store.EraseAsync(erasing, new Erased([new SlotAddress(1, 0)], [], [], "ground"), rebuilt, None)).ShouldBeOfType<CommitResult.Committed>();

        (await HoldsAsync(words)).ShouldBeFalse();
        Text(await Store.DerivedAsync(new("s1"), None)).ShouldBe(Text(rebuilt));
        var history = await Store.HistoryAsync(new("s1"), 1, None).ToListAsync();
        history.Count.ShouldBe(2);
        var slots = SlotCodec.Read(history[0].Slots);
        (slots[0].Bytes, slots[0].Salt.Length).ShouldBe((null, 0));
        Encoding.UTF8.GetString(slots[1].Bytes!.Value.AsSpan()).ShouldBe("stays");
        history[0].Hash.ToArray().ShouldBe(first.Commit.Hash.ToArray());
    }

    [Fact]
    public async Task The_same_command_id_in_another_stream_is_another_command()
    {
        await Committed(Commit("s1", 0, command: "once"));
        await Committed(Commit("s2", 0, command: "once"));
        (await Store.ConfirmAsync(new("s3"), new("once"), None)).ShouldBe((0, null));
    }

    [Fact]
    public async Task What_proves_a_request_goes_after_its_time_and_nothing_else_does()
    {
        for (var n = 0; n < 5; n++)
            await Committed(Commit("s1", n, command: $"c{n}"));
        (await Store.ForgetRequestsAsync(Now.AddMinutes(3), 2, None)).ShouldBe(2);
        (await Store.ForgetRequestsAsync(Now.AddMinutes(3), 2, None)).ShouldBe(1);
        (await Store.ForgetRequestsAsync(Now.AddMinutes(3), 2, None)).ShouldBe(0);

        (await Store.ConfirmAsync(new("s1"), new("c2"), None)).Commit!.Seal.IsEmpty.ShouldBeTrue();
        (await Store.ConfirmAsync(new("s1"), new("c3"), None)).Commit!.Seal.IsEmpty.ShouldBeFalse();
        var again = Commit("s1", 5, command: "c0") is var c ? c with { Commit = c.Commit with { Hash = new byte[32] } } : null!;
        (await Store.CommitAsync(again, None)).ShouldBeOfType<CommitResult.Duplicate>("the id alone answers");
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Any_erasure_in_a_stream_takes_all_its_seals()
    {
        await Committed(Commit("s1", 0, command: "c0"));
        await Committed(Commit("s1", 1, command: "c1", slots: [Slot("words")]));
        await Committed(Commit("s2", 0, command: "c0"));
        var erasing = Commit("s1", 2) is var commit ? commit with { Commit = commit.Commit with { Seal = default } } : null!;
        (await Store.EraseAsync(erasing, new Erased([new SlotAddress(2, 0)], [], [], "ground"), Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();

        foreach (var id in (string[])["c0", "c1"])
            (await Store.ConfirmAsync(new("s1"), new(id), None)).Commit!.Seal.IsEmpty.ShouldBeTrue();
        (await Store.ConfirmAsync(new("s2"), new("c0"), None)).Commit!.Seal.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_body_that_is_destroyed_its_place_in_the_chain_is_left()
    {
        const string words = "Wilhelmina-van-Planting-1234";
        var (first, second) = (Commit("s1", 0, command: "c-first", slots: [Slot(words)]), Commit("s1", 1, command: "c-second", slots: [Slot("stays"), Slot(words)]));
        await Committed(first);
        await Committed(second);
        (await HoldsAsync(words)).ShouldBeTrue();
        var erasing = Commit("s1", 2);
        var erased = new Erased([new SlotAddress(2, 1)], [new DestroyedBodies(1, 1, "RETENTION_OVER")], [new DossierId("d1")], "RETENTION_OVER");
        (await Store.EraseAsync(erasing, erased, Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();

        (await HoldsAsync(words)).ShouldBeFalse();
        var history = await Store.HistoryAsync(new("s1"), 1, None).ToListAsync();
        var left = history[0];
        (left.Nonce.Length, left.Body.Length, left.Slots.Length, left.Tombstone!.Ground).ShouldBe((0, 0, 0, "RETENTION_OVER"));
        left.Tombstone.BodyHash.ToArray().ShouldBe(CommitCodec.BodyHash(first.Commit));
        (left.Version, left.Format, left.CommandId.Text, left.Actor, left.At).ShouldBe((1, first.Commit.Format, "c-first", first.Commit.Actor, first.Commit.At));
        left.Hash.ToArray().ShouldBe(first.Commit.Hash.ToArray());
        history[1].Body.ToArray().ShouldBe(second.Commit.Body.ToArray());
        history[1].Tombstone.ShouldBeNull();
        SlotCodec.Read(history[1].Slots).Select(s => s.Bytes is null).ShouldBe([false, true]);
        (await Store.ConfirmAsync(new("s1"), new("c-first"), None)).Commit!.Tombstone.ShouldNotBeNull("the id is known");
        // Said again, as a later destruction does, nothing changes.
        var again = Commit("s1", 3);
        (await Store.EraseAsync(again, erased, Rebuilt(again), None)).ShouldBeOfType<CommitResult.Committed>();
        (await Store.HistoryAsync(new("s1"), 1, None).FirstAsync()).Tombstone!.BodyHash.ToArray().ShouldBe(left.Tombstone.BodyHash.ToArray());
    }

    protected static Declaration Left(CommitRequest last, KeyRing keys) => new Declaration(
        last.Commit.Stream, "household", last.Commit.Version, last.Commit.Hash, last.Commit.CommandId, last.Commit.Actor, Now, last.Commit.At, "RETENTION_OVER", keys.Current.Id, default).SignedWith(keys.Current);

    [Fact]
    public async Task Of_a_stream_that_is_destroyed_only_its_declaration_is_left()
    {
        const string words = "Wilhelmina-van-Planting-1234";
        await Committed(Commit("s1", 0, EveryRow("s1"), label: words, slots: [Slot(words)], parts: [Part("head", words)]));
        await Committed(Commit("s2", 0, EveryRow("s2")));
        (await Store.DeclarationAsync(new("s1"), None)).ShouldBeNull();
        var last = Commit("s1", 1);
        (await Store.DestroyAsync(last, Left(last, Store.Keys), None)).ShouldBeOfType<CommitResult.Committed>();

        (await HoldsAsync(words)).ShouldBeFalse();
        (await Store.LoadAsync(new("s1"), None)).ShouldBeNull();
        (await Store.DerivedAsync(new("s1"), None)).ShouldBeNull();
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).ShouldBeEmpty();
        (await Store.DerivedAsync(new("s2"), None)).ShouldNotBeNull();
        var left = (await Store.DeclarationAsync(new("s1"), None))!;
        left.Text.ShouldBe(Left(last, Store.Keys).Text);
        left.IsSignedBy(Store.Keys).ShouldBeTrue();
        (await Store.DeclarationsAsync(None).ToListAsync()).Select(d => d.Stream).ShouldBe([new("s1")]);
        (await Store.HeadlessAsync(None)).ShouldBeEmpty();
        await Committed(Commit("s3", 0, NoRows with { Claims = [new ClaimRow("s1/a", new("s3"), new InstanceId(2))] }));
    }

    [Fact]
    public async Task Destroying_on_another_version_destroys_nothing()
    {
        await Committed(Commit("s1", 0));
        var last = Commit("s1", 4);
        (await Store.DestroyAsync(last, Left(last, Store.Keys), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await Store.LoadAsync(new("s1"), None)).ShouldNotBeNull();
        (await Store.DeclarationAsync(new("s1"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task Erasing_on_another_version_erases_nothing()
    {
        await Committed(Commit("s1", 0, slots: [Slot("words")]));
        var erasing = Commit("s1", 4);
        (await Store.EraseAsync(erasing, new Erased([new SlotAddress(1, 0)], [], [], "ground"), Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).ShouldHaveSingleItem();
        SlotCodec.Read((await Store.HistoryAsync(new("s1"), 1, None).FirstAsync()).Slots)[0].Bytes.ShouldNotBeNull();
    }

    [Fact]
    public async Task Eight_clients_on_twenty_streams_leave_versions_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(() => CommitTwentyFiveAsync(client))));

        var streams = await Store.StreamsAsync(None).ToListAsync();
        streams.Sum(s => s.Version).ShouldBe(200);
        foreach (var stream in streams)
        {
            var versions = (await Store.HistoryAsync(stream.Stream, 1, None).ToListAsync()).Select(c => c.Version).ToList();
            versions.ShouldBe(Enumerable.Range(1, (int)stream.Version).Select(n => (long)n));
        }
    }

    async Task CommitTwentyFiveAsync(int client)
    {
        for (var n = 0; n < 25; n++)
        {
            var stream = $"s{(client + n) % 20:00}";
            for (CommitResult? result = null; result is not CommitResult.Committed;)
            {
                var version = (await Store.LoadAsync(new(stream), None))?.Head.Version ?? 0;
                var rows = NoRows with { Tasks = [OpenTask(stream, version + 1)], Deadlines = [Deadline(stream, version + 1, Now)] };
                result = await Store.CommitAsync(Commit(stream, version, rows, command: $"{client}-{n}-{version}"), None);
                result.ShouldBeAssignableTo<CommitResult>().ShouldNotBeOfType<CommitResult.Duplicate>();
            }
        }
    }

    [Fact]
    public async Task A_command_that_was_cancelled_before_its_turn_is_not_done()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.CommitAsync(Commit("s1", 0), cancelled.Token));
        (await Store.LoadAsync(new("s1"), None)).ShouldBeNull();
    }
}
