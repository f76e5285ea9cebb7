using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>The end of retention: a procedure, another procedure of the same stream, and then the stream itself.</summary>
public class DestroyingTests
{
    const string Ground = "RETENTION_OVER";

    /// <summary>Two procedures in one stream, each with one task; both wait for the same event. Everything that d1 says has a word of its own.</summary>
    static async Task<FrontDoor> TwoAsync(bool firstIsOver = true)
    {
        var door = new FrontDoor(domain: TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, []) });
        await door.Publish(new Drawing().Start().Ask("a").Add("Elsa.Event", "e", ("eventName", Drawing.Literal("arrived"))).End().Connect("start → a → e → end"));
        foreach (var dossier in (string[])["d1", "d2"])
        {
            await door.Do("s1", new StartInstance("flow", new() { ["word"] = $"input-of-{dossier}" }, new DossierId(dossier)));
            await door.Do("s1", await door.Completing("s1", new() { ["said"] = $"answer-of-{dossier}" }));
        }
        // One commit that names both.
        await door.Do("s1", new ReceiveEvent("arrived", null, "letter", "m1"));
        if (!firstIsOver)
            await door.Do("s1", new StartInstance("flow", [], new("d1")));
        await door.Do("s1", new StartInstance("flow", new() { ["word"] = "input-of-d2 again" }, new("d2")));
        return door;
    }

    static Task<Answer> DestroyAsync(FrontDoor door, params string[] dossiers) => door.Engine.DestroyAsync(new("s1"), [.. dossiers.Select(DossierId.Of)], Ground, Asking.Person(new("anna"), "d" + string.Join(',', dossiers)));

    static string Text(StoredCommit commit) => Encoding.UTF8.GetString(Packing.Unpack(commit.Body).Span);

    [Fact]
    public async Task A_body_goes_when_all_that_it_names_is_destroyed_and_until_then_only_its_slots_go()
    {
        var door = await TwoAsync();
        var before = await door.Commits("s1");
        (await DestroyAsync(door, "d1")).ShouldBeOfType<Answer.Done>();

        var after = await door.Commits("s1");
        after.Select(c => c.Tombstone?.Ground).ShouldBe([Ground, Ground, null, null, null, null, null]);
        foreach (var (was, now) in before.Zip(after).Take(2))
        {
            (now.Nonce.Length, now.Body.Length, now.Slots.Length).ShouldBe((0, 0, 0));
            (now.Stream, now.Version, now.Format, now.CommandId, now.Actor, now.At).ShouldBe((was.Stream, was.Version, was.Format, was.CommandId, was.Actor, was.At));
            now.Hash.ToArray().ShouldBe(was.Hash.ToArray());
            now.Tombstone!.BodyHash.ToArray().ShouldBe(CommitCodec.BodyHash(was));
        }
        Text(after[4]).ShouldBe(Text(before[4]), "it names d2 as well");
        SlotCodec.Read(after[4].Slots).Where(s => s.Dossier?.Text == "d1").ShouldAllBe(s => s.Bytes == null && s.Salt.Length == 0);
        var everything = await door.Everything("s1");
        everything.ShouldNotContain("of-d1");
        everything.ShouldContain("answer-of-d2");
        await door.Proved("s1");
    }

    [Fact]
    public async Task What_is_left_folds_to_the_case_that_the_checkpoint_has_and_goes_on()
    {
        var door = await TwoAsync();
        var before = (await door.Engine.ReadAsync(new("s1")))!;
        await DestroyAsync(door, "d1");

        var snapshots = door.Engine.Snapshots;
        string Parts(Case c) => string.Join("\n", snapshots.All(c).Select(p => p.Key + Encoding.UTF8.GetString(Packing.Unpack(p.Value.Bytes).Span)));
        var cold = new FrontDoor(door.Store, door.Domain);
        var folded = await cold.Engine.History.FoldAsync(new("s1"), long.MaxValue);
        Parts(folded).ShouldBe(Parts(before with { LastAt = folded.LastAt }), "d1 was over, so nothing of it stood in the case");
        Parts((await cold.Engine.ReadAsync(new("s1")))!).ShouldBe(Parts(folded));

        await cold.Do("s1", await cold.Completing("s1"));
        await cold.Do("s1", new ReceiveEvent("arrived", null, null, "m2"));
        await cold.Do("s1", new StartInstance("flow", [], new("d3")));
        await cold.Proved("s1");
        (await cold.Engine.ReadAsync(new("s1")))!.Instances.Keys.ShouldAllBe(id => id.Number >= before.NextId, "no number is used again");
    }

    [Fact]
    public async Task Closed_tasks_of_what_stays_are_kept_and_those_of_what_goes_are_gone()
    {
        var door = await TwoAsync();
        await DestroyAsync(door, "d1");
        var left = (await door.Store.DerivedAsync(new("s1"), default))!;
        left.ClosedTasks.Select(t => (t.Dossier, t.Title, t.Status)).ShouldBe([(new("d2"), "a", "completed")]);
        left.ClosedInstances.Select(i => (i.Dossier, i.Status)).ShouldBe([(new("d2"), "finished")]);
    }

    [Fact]
    public async Task With_the_second_the_bodies_that_named_both_go_and_so_does_the_first_checkpoint()
    {
        var door = await TwoAsync();
        await DestroyAsync(door, "d1");
        var task = (await door.Engine.ReadAsync(new("s1")))!.Instances.Keys.Single();
        await door.Do("s1", new CancelInstance(task, "over"));
        await door.Do("s1", new StartInstance("flow", new() { ["word"] = "input-of-d3" }, new("d3")));
        (await door.Engine.DestroyAsync(new("s1"), [new("d2")], "ON_REQUEST", Asking.Person(new("anna"), "d2"))).ShouldBeOfType<Answer.Done>();

        (await door.Commits("s1")).Select(c => c.Tombstone?.Ground).ShouldBe([Ground, Ground, "ON_REQUEST", "ON_REQUEST", "ON_REQUEST", "ON_REQUEST", "ON_REQUEST", "ON_REQUEST", null, null]);
        (await door.Everything("s1")).ShouldNotContain("of-d2");
        await door.Proved("s1");
        await door.Do("s1", await door.Completing("s1"));
        await door.Proved("s1");
    }

    [Fact]
    public async Task What_was_destroyed_first_is_known_as_long_as_the_stream()
    {
        var door = new FrontDoor(domain: TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, []) });
        await door.Publish(new Drawing().Start().Ask("a").Add("Elsa.Event", "e", ("eventName", Drawing.Literal("arrived"))).End().Connect("start → a → e → end"));
        async Task BothAsync(string first, string second)
        {
            foreach (var dossier in (string[])[first, second])
            {
                await door.Do("s1", new StartInstance("flow", new() { ["word"] = $"input-of-{dossier}" }, new DossierId(dossier)));
                await door.Do("s1", await door.Completing("s1"));
            }
            // One commit that names both.
            await door.Do("s1", new ReceiveEvent("arrived", null, $"letter to {first} and {second}", $"m-{first}-{second}"));
        }
        await BothAsync("d1", "d3");
        await BothAsync("d1", "d4");
        await BothAsync("d2", "d5");
        foreach (var dossier in (string[])["d1", "d2", "d3"])
        {
            (await DestroyAsync(door, dossier)).ShouldBeOfType<Answer.Done>(dossier);
            await door.Proved("s1");
        }
        var commits = await door.Commits("s1");
        commits[4].Tombstone.ShouldNotBeNull("it named d1 and d3, and both are gone");
        commits[9].Tombstone.ShouldBeNull("d4 is there");
        commits[9].Slots.Length.ShouldBeGreaterThan(0);
        commits[14].Tombstone.ShouldBeNull("d5 is there");
        door.Engine.Codec.Read(commits[^1]).OfType<DossiersDestroyed>().Single().Dossiers.Select(d => d.ToString()).ShouldBe(["d1", "d2", "d3"]);
    }

    [Fact]
    public async Task A_body_that_somebody_took_away_is_not_made_right_by_the_next_destruction()
    {
        var door = await TwoAsync();
        // The store as somebody left it who has the database: the body of the fourth commit, which names only d2, is gone.
        var spoilt = new MemoryStore(door.Store.Keys);
        foreach (var stream in (string[])[Streams.OfDefinition("flow").Text, "s1"])
        {
            var kind = (await door.Store.LoadAsync(new(stream), default))!.Head.Kind;
            foreach (var commit in await door.Commits(stream))
                await spoilt.CommitAsync(new CommitRequest(kind, commit.Version - 1, stream == "s1" && commit.Version == 4 ? commit.Destroyed(Ground) : commit, [], Nothing, null, false), default);
            await spoilt.ReplaceAsync(new(stream), (await door.Store.DerivedAsync(new(stream), default))!, default);
        }
        var other = new FrontDoor(spoilt, door.Domain);
        (await other.Engine.Verification.RunAsync(new("s1"), other.Now))[0].ToString().ShouldBe("s1/4: BODY_GONE ()");
        (await DestroyAsync(other, "d1")).ShouldBeOfType<Answer.Done>();
        (await other.Engine.Verification.RunAsync(new("s1"), other.Now))[0].ToString().ShouldBe("s1/4: BODY_GONE ()");
    }

    static readonly RowChanges Nothing = new([], [], [], [], [], [], [], [], [], [], [], [], [], [], []);

    [Fact]
    public async Task The_title_of_a_closed_task_is_erased_in_the_checkpoint_with_its_words()
    {
        var door = await TwoAsync();
        await DestroyAsync(door, "d1");
        var opened = (await door.Commits("s1"))[2];
        var words = SlotCodec.Read(opened.Slots).Index().Where(s => s.Item.Kind == ContentKind.Words).Select(s => new SlotAddress(opened.Version, s.Index)).ToArray();
        words.ShouldNotBeEmpty();
        (await door.Engine.EraseAsync(new("s1"), [.. words], Ground, Asking.Person(new("anna"), "erase"))).ShouldBeOfType<Answer.Done>();
        (await door.Store.DerivedAsync(new("s1"), default))!.ClosedTasks.Single().Title.ShouldBe("");
        await door.Proved("s1");
    }

    [Fact]
    public async Task What_runs_is_not_destroyed()
    {
        var door = await TwoAsync(firstIsOver: false);
        var before = await door.Everything("s1");
        (await DestroyAsync(door, "d1")).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe(RefusalCode.StillRunning);
        (await door.Engine.DestroyAsync(new("s1"), Ground, Asking.Person(new("anna"), "all"))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe(RefusalCode.StillRunning);
        (await DestroyAsync(door)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe(RefusalCode.NothingToDestroy);
        (await door.Engine.DestroyAsync(new("s1"), [new("d1")], "because he asked", Asking.Person(new("anna"), "words"))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe(RefusalCode.GroundNotACode);
        (await door.Engine.DestroyAsync(Streams.OfDefinition("flow"), Ground, Asking.Person(new("anna"), "def"))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe(RefusalCode.NothingToDestroy);
        (await door.Everything("s1")).ShouldBe(before);
    }

    [Fact]
    public async Task A_domain_that_says_no_is_obeyed()
    {
        var door = await TwoAsync();
        var strict = new FrontDoor(door.Store, TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, [Refusal.Of("NOT_YET")]) });
        (await DestroyAsync(strict, "d1")).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("NOT_YET");
    }

    [Fact]
    public async Task What_is_erased_later_is_erased_in_the_checkpoint_too()
    {
        var door = await TwoAsync();
        await DestroyAsync(door, "d1");
        var started = (await door.Commits("s1"))[5];
        var slots = SlotCodec.Read(started.Slots).Index().Where(s => Encoding.UTF8.GetString(s.Item.Bytes!.Value.AsSpan()).Contains("again")).Select(s => new SlotAddress(started.Version, s.Index));
        (await door.Engine.EraseAsync(new("s1"), [.. slots], Ground, Asking.Person(new("anna"), "erase"))).ShouldBeOfType<Answer.Done>();
        (await door.Everything("s1")).ShouldNotContain("again");
        await door.Proved("s1");
    }

    [Fact]
    public async Task Who_destroys_at_the_same_moment_as_another_destroys_what_is_there_then()
    {
        var door = await TwoAsync();
        var other = new FrontDoor(door.Store, door.Domain);
        var once = true;
        door.BeforeDeciding = () =>
        {
            if (!once)
                return;
            once = false;
            var task = other.Engine.ReadAsync(new("s1")).GetAwaiter().GetResult()!.Instances.Keys.Single();
            other.Do("s1", new CancelInstance(task, "over")).GetAwaiter().GetResult();
        };
        (await DestroyAsync(door, "d1", "d2")).ShouldBeOfType<Answer.Done>();
        (await door.Everything("s1")).ShouldNotContain("of-d2");
        await door.Proved("s1");
    }

    [Fact]
    public async Task An_answer_that_was_destroyed_is_not_made_up()
    {
        var door = await TwoAsync();
        await door.Do("s1", new StartInstance("flow", [], new("d4")), "mine");
        var instance = (await door.Engine.ReadAsync(new("s1")))!.Instances.Values.Single(i => i.Dossier?.Text == "d4").Id;
        await door.Do("s1", new CancelInstance(instance, "over"));
        await DestroyAsync(door, "d4");
        (await door.Refused("s1", new StartInstance("flow", [], new("d4")), "mine")).Code.ShouldBe(RefusalCode.AnswerDestroyed);
    }

    [Fact]
    public async Task A_stream_that_is_destroyed_whole_leaves_a_declaration_that_anybody_can_check()
    {
        var door = await TwoAsync();
        var task = (await door.Engine.ReadAsync(new("s1")))!.Instances.Keys.Single();
        await door.Do("s1", new CancelInstance(task, "over"));
        (await door.Engine.DestroyAsync(new("s1"), Ground, Asking.Person(new("anna"), "all"))).ShouldBeOfType<Answer.Done>().Version.ShouldBe(8);

        (await door.Engine.ReadAsync(new("s1"))).ShouldBeNull();
        (await door.Commits("s1")).ShouldBeEmpty();
        (await door.Store.DerivedAsync(new("s1"), default)).ShouldBeNull();
        var left = (await door.Store.DeclarationAsync(new("s1"), default))!;
        (left.Kind, left.Version, left.Ground, left.Actor).ShouldBe(("test", 8, Ground, new ActorId("user:anna")));
        left.IsSignedBy(door.Store.Keys).ShouldBeTrue();
        Declaration[] changed =
        [
            left with { Version = 7 }, left with { Stream = new("s2") }, left with { Ground = "ON_REQUEST" }, left with { Actor = new("user:bob") }, left with { Hash = new byte[32] }, left with { Kind = "x" },
            left with { CommandId = new("x") }, left with { At = left.At.AddTicks(1) }, left with { FirstAt = left.FirstAt.AddTicks(1) }, left with { KeyId = "other" },
        ];
        changed.ShouldAllBe(d => !d.IsSignedBy(door.Store.Keys));
        typeof(Declaration).GetProperties().Select(p => p.Name).ShouldBe(
            ["Stream", "Kind", "Version", "Hash", "CommandId", "Actor", "FirstAt", "At", "Ground", "KeyId", "Signature", "Text"], ignoreOrder: true, "a new part is signed too, and changed above");
        using var anybody = System.Security.Cryptography.ECDsa.Create();
        anybody.ImportFromPem(door.Store.Keys.Current.PublicKey);
        anybody.VerifyData(Encoding.UTF8.GetBytes(left.Text), left.Signature.Span, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
    }

    [Fact]
    public async Task In_a_stream_that_was_destroyed_nothing_begins_again()
    {
        var door = new FrontDoor(domain: TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, []) });
        await door.Publish(new Drawing().Start().Note("n").End().Connect("start → n → end"));
        var start = new StartInstance("flow", [], new("d1"));
        await door.Do("s1", start, "once");
        await door.Do("s1", new DestroyStream(Ground), "all");
        (await door.Refused("s1", start, "once")).Code.ShouldBe(RefusalCode.StreamDestroyed);
        (await door.Do("s1", new DestroyStream(Ground), "all")).IsReplay.ShouldBeTrue();
        (await door.Refused("s1", new DestroyStream(Ground), "other")).Code.ShouldBe(RefusalCode.StreamDestroyed);
    }

    [Fact]
    public async Task A_body_that_is_gone_without_a_destruction_that_says_so_is_found_and_so_is_one_that_came_back()
    {
        var door = await TwoAsync();
        var before = await door.Commits("s1");
        var silent = new Chain(new("s1"));
        (before.Select((c, n) => n == 1 ? c.Destroyed(Ground) : c).Select(silent.Check).OfType<Doubt>()).ShouldBeEmpty("the chain itself verifies over it");
        silent.Against([])!.ToString().ShouldBe("s1/2: BODY_GONE ()");

        await DestroyAsync(door, "d1");
        var after = await door.Commits("s1");
        var gone = after.SelectMany(c => door.Engine.Codec.Read(c)).Select(Erased.By).OfType<Erased>().ToList();
        Doubt? Found(IEnumerable<StoredCommit> commits)
        {
            var chain = new Chain(new("s1"));
            return commits.Select(chain.Check).OfType<Doubt>().FirstOrDefault() ?? chain.Against(gone);
        }
        Found(after).ShouldBeNull();
        Found(after.SetItem(1, before[1]))!.ToString().ShouldBe("s1/2: ERASED_RETURNED ()");
        Found(after.SetItem(4, before[4]))!.ToString().ShouldBe("s1/5: ERASED_RETURNED ()");
        Found(after.SetItem(1, before[1].Destroyed("ANOTHER")))!.ToString().ShouldBe("s1/2: BODY_GONE ()");
        Found(after.SetItem(1, after[1] with { Body = before[1].Body }))!.ToString().ShouldBe("s1/2: CONTENT_CHANGED ()");
        Found(after.SetItem(1, after[1] with { Tombstone = new Tombstone(new byte[32], Ground) }))!.ToString().ShouldBe("s1/2: HASH_WRONG ()");
    }

    [Fact]
    public void Every_event_says_which_numbers_of_the_stream_it_names()
    {
        foreach (var sample in GoldenSamples.All)
            Naming.Numbers(sample).ShouldNotContain(-1);
        Naming.Numbers(GoldenSamples.All.OfType<TaskOpened>().First()).ShouldBe([7]);
    }

    [Fact]
    public void A_state_of_an_older_format_is_upgraded_where_there_is_nothing_left_to_fold()
    {
        var sample = GoldenSamples.All.OfType<Checkpointed>().Single();
        var (body, slots) = new EventCodec(TestDomain.Domain.Codec).Write([sample]);
        var stored = new StoredCommit(new("s1"), 1, 1, default, new("c1"), new("anna"), default, body, slots, default);
        var later = TestDomain.Domain.Codec with { StateFormat = 2 };
        Should.Throw<UnknownEventException>(() => new EventCodec(later).Read(stored));
        var upgraded = new EventCodec(later with { StateUpgraders = later.StateUpgraders.Add(1, json =>
        {
            json["notes"]![0]!["word"] = "upgraded";
            return json;
        }) }).Read(stored);
        var note = ((Notebook)((Checkpointed)upgraded[0]).Domain.State).Notes.ShouldHaveSingleItem();
        (note.Word, note.Detail!.AsString()).ShouldBe(("upgraded", "é"));
        Should.Throw<UnknownEventException>(() => new EventCodec(TestDomain.Domain.Codec with { StateFormat = 0 }).Read(stored));
    }
}
