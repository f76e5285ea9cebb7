using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>The front door: load, decide, commit, on a store in memory.</summary>
public class WorkflowEngineTests
{
    static readonly StartInstance Start = new(new("flow"), [], new("d1"));

    static Drawing Asking() => new Drawing().Start().Ask("a").Ask("b").End().Connect("start → a → b → end");

    static Task<FrontDoor> Open(Drawing? drawing = null, MemoryStore? store = null) => new FrontDoor(store).Publish(drawing ?? Asking());

    [Fact]
    public async Task A_command_that_is_sent_twice_has_one_effect_and_one_answer()
    {
        var door = await Open();
        var first = await door.Do("s1", Start, "key");
        var again = await door.Do("s1", Start, "key");
        (again.IsReplay, again.Version).ShouldBe((true, first.Version));
        again.Events.Select(e => e.GetType()).ShouldBe(first.Events.Select(e => e.GetType()));
        (await door.Commits("s1")).Length.ShouldBe(1);
        await door.Proved("s1");
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_actor_on_one_stream()
    {
        var door = await Open();
        await door.Do("s1", Start, "key");
        (await door.Refused("s1", Start with { Dossier = new("d2") }, "key")).Code.ShouldBe("COMMAND_ID_REUSED");
        (await door.Do("s2", Start, "key")).IsReplay.ShouldBeFalse("elsewhere it is another command");
        (await door.Do("s1", Start, "key")).IsReplay.ShouldBeTrue();
        (await door.Refused("s1", new CancelInstance(new(1), ""), "key")).Code.ShouldBe("COMMAND_ID_REUSED");
    }

    [Fact]
    public async Task Of_two_who_begin_the_same_in_the_same_second_one_is_refused()
    {
        var first = await Open();
        var other = new FrontDoor(first.Store);
        var start = Start with { Input = new() { ["who"] = "p1", ["note"] = "x" }, Offer = new Offer(new("flow"), "once") };
        var once = true;
        // What the other does between loading and committing here: both decided on the stream as it was.
        first.BeforeDeciding = () =>
        {
            if (!once)
                return;
            once = false;
            other.Do("s1", start with { Input = new() { ["who"] = "p1", ["note"] = "y" } }, "second").GetAwaiter().GetResult();
        };
        (await first.Refused("s1", start, "first")).ShouldBe(Refusal.Of("RUNS", "flow"));
        (await first.Engine.ReadAsync(new("s1")))!.Instances.Count.ShouldBe(1);

        await first.Do("s1", start with { Input = new() { ["who"] = "p2" } });
        (await first.Do("s1", start with { Input = new() { ["who"] = "p1", ["note"] = "y" } }, "second")).IsReplay.ShouldBeTrue();
        await first.Proved("s1");
    }

    [Fact]
    public async Task What_is_offered_is_decided_on_the_definition_of_now_and_the_event_names_its_version()
    {
        var door = await Open();
        var start = Start with { Offer = new Offer(new("flow"), "once") };
        (await door.Do("s1", start)).Events.OfType<InstanceStarted>().ShouldHaveSingleItem().Offer.ShouldBe(new TakenOffer(new(new("flow"), 1), "once"));
        (await door.Refused("s1", start)).Code.ShouldBe("RUNS");
        await door.Do("s1", start with { Dossier = new("d2") });
        (await door.Refused("s1", start with { Offer = new Offer(new("elsewhere"), "once") })).Code.ShouldBe("DEFINITION_NOT_FOUND");
    }

    [Fact]
    public async Task A_claim_of_a_start_is_held_over_all_streams_while_it_runs()
    {
        var door = await Open();
        await door.Do("s1", Start with { Claim = "mine" });
        (await door.Refused("s2", Start with { Claim = "mine" })).Code.ShouldBe("ALREADY_RUNNING");
        await door.Do("s2", Start with { Claim = "yours" });
        await door.Do("s1", new CancelInstance(new(1), "because"));
        await door.Do("s3", Start with { Claim = "mine" });
    }

    [Fact]
    public async Task A_repeated_command_is_answered_even_when_it_could_not_be_done_again()
    {
        var door = await Open();
        await door.Do("s1", Start);
        var completing = await door.Completing("s1");
        await door.Do("s1", completing, "key");
        (await door.Do("s1", completing, "key")).IsReplay.ShouldBeTrue();
        (await door.Refused("s1", completing, "other")).Code.ShouldBe("TASK_NOT_OPEN");
    }

    [Fact]
    public async Task A_refusal_stores_nothing_and_its_id_may_be_used_again()
    {
        var door = new FrontDoor();
        (await door.Refused("s1", Start, "key")).Code.ShouldBe("DEFINITION_NOT_FOUND");
        (await door.Engine.ReadAsync(new("s1"))).ShouldBeNull();
        await door.Publish(Asking());
        (await door.Do("s1", Start, "key")).IsReplay.ShouldBeFalse();
    }

    [Fact]
    public async Task What_another_node_did_meanwhile_is_seen_before_anything_is_stored()
    {
        var one = await Open();
        var two = new FrontDoor(one.Store);
        await one.Do("s1", Start);
        var completing = await one.Completing("s1");
        await two.Do("s1", completing);
        (await one.Refused("s1", completing)).Code.ShouldBe("TASK_NOT_OPEN");
        await two.Do("s1", new LinkStream(new("s2"), "twin", null));
        (await one.Do("s1", await two.Completing("s1"))).Version.ShouldBe(4);
        await one.Proved("s1");
    }

    [Fact]
    public async Task A_refusal_on_a_case_that_was_remembered_is_confirmed_first()
    {
        var one = await Open();
        var two = new FrontDoor(one.Store);
        await one.Do("s1", Start);
        await two.Do("s1", await two.Completing("s1"));
        // The first node does not know this task yet: on what it remembers the command would be refused.
        (await one.Do("s1", await two.Completing("s1"))).Version.ShouldBe(3);
    }

    [Fact]
    public async Task What_would_be_refused_is_foreseen_and_nothing_is_stored_and_what_was_done_is_not_refused_again()
    {
        var door = new FrontDoor();
        var (asking, link) = (Commands.Asking.Person(new("anna"), "k"), new LinkStream(new("s2"), "twin", null, new JsonObject { ["word"] = "forbidden" }));
        (await door.Engine.ForeseeAsync(new("s1"), link, asking)).ShouldHaveSingleItem().Code.ShouldBe("WORD_FORBIDDEN");
        (await door.Engine.ReadAsync(new("s1"))).ShouldBeNull();
        (await door.Engine.ForeseeAsync(new("s1"), new LinkStream(new("s2"), "twin", null), asking)).ShouldBeEmpty();
        (await door.Engine.ReadAsync(new("s1"))).ShouldBeNull();
        await door.Engine.ExecuteAsync(new("s1"), "test", new LinkStream(new("s2"), "twin", null), asking);
        (await door.Engine.ForeseeAsync(new("s1"), link, asking)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_changes_under_every_attempt_is_busy()
    {
        var one = await Open();
        var two = new FrontDoor(one.Store);
        await one.Do("s1", Start);
        var meanwhile = 0;
        one.BeforeDeciding = () =>
        {
            meanwhile++;
            two.Do("s1", new LinkStream(new("s2"), "twin", null)).GetAwaiter().GetResult();
        };
        (await one.Refused("s1", new CancelInstance(new(1), "stop"))).Code.ShouldBe("STREAM_BUSY");
        meanwhile.ShouldBe(5);
        one.BeforeDeciding = () => { };
        await one.Do("s1", new CancelInstance(new(1), "stop"));
        await one.Proved("s1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_who_complete_one_task_at_once_have_one_effect(bool withOneKey)
    {
        var one = await Open();
        var two = new FrontDoor(one.Store);
        await one.Do("s1", Start);
        var completing = await one.Completing("s1", new JsonObject { ["note"] = "once" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Ask("s1", completing, withOneKey ? "key" : null))));
        answers.OfType<Answer.Done>().Count(a => !a.IsReplay).ShouldBe(1);
        if (withOneKey)
            answers.OfType<Answer.Done>().Select(a => a.Version).Distinct().ShouldBe([2]);
        else
            answers.OfType<Answer.Refused>().Select(a => a.Refusals[0].Code).Distinct().ShouldBe(["TASK_NOT_OPEN"]);
        ((Notebook)(await one.Engine.ReadAsync(new("s1")))!.Domain).Notes.Select(n => n.Word).ShouldBe(["once"]);
        await one.Proved("s1");
    }

    [Fact]
    public async Task A_flow_that_may_run_once_runs_once_over_all_streams()
    {
        var door = await Open(Asking().Option("activationStrategyType", "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime"));
        await door.Do("s1", Start);
        (await door.Refused("s2", Start)).Code.ShouldBe("ALREADY_RUNNING");
        await door.Do("s1", new CancelInstance(new(1), "stop"));
        await door.Do("s2", Start);
    }

    [Fact]
    public async Task Another_node_reads_the_same_case_from_the_snapshot_and_from_the_beginning()
    {
        var door = await Open();
        await door.Do("s1", Start);
        await door.Do("s1", await door.Completing("s1", new JsonObject { ["note"] = "x" }));
        var read = (await new FrontDoor(door.Store).Engine.ReadAsync(new("s1")))!;
        var folded = await door.Engine.History.FoldAsync(new("s1"), long.MaxValue);
        Parts(door, read).ShouldBe(Parts(door, folded));
        (await door.Engine.History.FoldAsync(new("s1"), 1)).Version.ShouldBe(1);
        read.FindTask(((TaskWait)read.Instances[new(1)].Waits.Values.Single()).Task.Id)!.Title.ShouldBe("b");
    }

    static string Parts(FrontDoor door, Case c) => string.Join("\n", door.Engine.Snapshots.All(c).Select(p => System.Text.Encoding.UTF8.GetString(Packing.Unpack(p.Value.Bytes).Span)));

    [Fact]
    public async Task A_completed_step_is_taken_back_from_the_store()
    {
        var door = await Open();
        await door.Do("s1", Start);
        var completing = await door.Completing("s1");
        await door.Do("s1", completing);
        (await door.Store.ClosedTaskAsync(new("s1"), completing.Task, default))!.Status.ShouldBe("completed");
        await door.Do("s1", new ReopenTask(completing.Task, "mistake"));
        (await door.Store.ClosedTaskAsync(new("s1"), completing.Task, default)).ShouldBeNull();
        (await door.Completing("s1")).ShouldBe(new CompleteTask(completing.Task, 2, null, []), new SameTask());
        await door.Proved("s1");
    }

    sealed class SameTask : IEqualityComparer<CompleteTask>
    {
        public bool Equals(CompleteTask? x, CompleteTask? y) => (x!.Task, x.Version) == (y!.Task, y.Version);

        public int GetHashCode(CompleteTask obj) => obj.Task.GetHashCode();
    }

    [Fact]
    public async Task Erased_content_is_gone_from_everything_and_the_rest_verifies()
    {
        var door = await Open();
        await door.Do("s1", Start with { Input = new JsonObject { ["name"] = "Brechtje" } });
        await door.Do("s1", await door.Completing("s1", new JsonObject { ["said"] = "Brechtje too" }));
        (await door.Everything("s1")).ShouldContain("Brechtje");
        var slots = (await door.Commits("s1")).SelectMany(c => SlotCodec.Read(c.Slots).Select((_, n) => new SlotAddress(c.Version, n))).ToImmutableArray();
        (await door.Engine.EraseAsync(new("s1"), slots, "ASKED_FOR", Commands.Asking.Person(new("anna"), "erase"))).ShouldBeOfType<Answer.Done>();
        (await door.Everything("s1")).ShouldNotContain("Brechtje");
        await door.Proved("s1");
        ((Answer.Done)await door.Engine.EraseAsync(new("s1"), slots, "ASKED_FOR", Commands.Asking.Person(new("anna"), "erase"))).IsReplay.ShouldBeTrue();
        await door.Do("s1", await door.Completing("s1"));
        await door.Proved("s1");
    }

    [Fact]
    public async Task A_definition_is_used_from_its_stream_in_the_version_that_is_current()
    {
        var door = await Open();
        await door.Do("s1", Start);
        await door.Publish(new Drawing().Start().Ask("new").End().Connect("start → new → end"), 2);
        await door.Do("s2", Start);
        (await door.Do("s3", Start with { Version = 1 })).Events.OfType<InstanceStarted>().Single().Definition.ShouldBe(new DefinitionVersion(new("flow"), 1));
        (await door.Engine.ReadAsync(new("s2")))!.Instances[new(1)].Definition.Version.ShouldBe(2);
        await door.Do("s1", await door.Completing("s1"));
        (await door.Engine.ReadAsync(new("s1")))!.Instances[new(1)].Definition.Version.ShouldBe(1);
        await door.Retract(new DefinitionVersion(new("flow"), 2));
        (await door.Refused("s4", Start)).Code.ShouldBe("DEFINITION_NOT_FOUND");
        // A node that starts now reads the first version from the store: its document must still be there.
        var later = new FrontDoor(door.Store);
        await later.Do("s1", await later.Completing("s1"));
        await door.Proved(Streams.OfDefinition(new("flow")).Text);
    }
}
