using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>A link of which the other stream is asked: one decision in each, and never a half.</summary>
public class PairTests
{
    static LinkStream Pair(string other, string? word = null) => new(new(other), "pair", "same", word is null ? null : new JsonObject { ["word"] = word });

    static Links Between(FrontDoor door) => new(door.Engine, door.Store);

    static async Task<IEnumerable<string>> Notes(FrontDoor door, string stream) =>
        ((await door.Engine.ReadAsync(new(stream)))?.Domain as Notebook ?? Notebook.Empty).Notes.Select(n => n.Word);

    [Fact]
    public async Task The_first_holds_both_until_the_other_answered_and_then_nothing_is_held()
    {
        var door = new FrontDoor();
        var begun = await door.Do("s1", Pair("s2", "joined"), "k");
        begun.Events.Select(e => e.GetType()).ShouldBe([typeof(StreamLinked), typeof(DomainEvent), typeof(LinkBegun)]);
        (await door.Store.DerivedAsync(new("s1"), default))!.Rows.Claims.Select(c => c.Key).ShouldBe(["link:s1", "link:s2"], ignoreOrder: true);
        await door.Proved("s1");
        (await door.Refused("s1", Pair("s3"))).Code.ShouldBe("LINK_UNDER_WAY");
        (await door.Refused("s2", Pair("s3"))).Code.ShouldBe("LINK_UNDER_WAY");
        (await door.Refused("s3", Pair("s2"))).Code.ShouldBe("LINK_UNDER_WAY");
        (await door.Refused("s1", new DestroyStream("ON_REQUEST"))).Code.ShouldBe("STILL_RUNNING");

        (await Between(door).FinishAsync(begun))!.IsLinked.ShouldBeTrue();
        (await Notes(door, "s2")).ShouldBe(["joined"]);
        (await door.Engine.ReadAsync(new("s1")))!.Link.ShouldBeNull();
        (await door.Store.DerivedAsync(new("s1"), default))!.Rows.Claims.ShouldBeEmpty();
        (await door.Commits("s2")).ShouldHaveSingleItem().Actor.Text.ShouldBe("user:anna");
        foreach (var stream in (string[])["s1", "s2"])
            await door.Proved(stream);
        await door.Do("s3", Pair("s2"));
    }

    [Fact]
    public async Task What_the_other_refuses_is_taken_back_and_asked_again_gets_the_same_answer()
    {
        var door = new FrontDoor();
        await door.Do("s2", new LinkStream(new("s9"), "twin", null, new JsonObject { ["word"] = "alone" }));
        var begun = await door.Do("s1", Pair("s2", "joined"), "k");
        var answer = (await Between(door).FinishAsync(begun))!;
        (answer.IsLinked, answer.Refusals.ShouldHaveSingleItem()).ShouldBe((false, Refusal.Of("ALONE", "paired")));
        (await Notes(door, "s1")).ShouldBe(["joined", "parted ALONE"]);
        (await Notes(door, "s2")).ShouldBe(["alone"]);

        // The same request, and the same message brought again by another node: nothing happens twice, and the answer stands.
        var again = await door.Do("s1", Pair("s2", "joined"), "k");
        again.IsReplay.ShouldBeTrue();
        (await Between(new FrontDoor(door.Store)).FinishAsync(again))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ALONE");
        ((await door.Commits("s1")).Length, (await door.Commits("s2")).Length).ShouldBe((2, 2));
        (await door.Store.DerivedAsync(new("s1"), default))!.Rows.Claims.ShouldBeEmpty();
        await door.Proved("s1");
        await door.Proved("s2");
    }

    [Fact]
    public async Task What_would_break_a_rule_of_the_other_is_refused_there_and_taken_back_here()
    {
        var door = new FrontDoor();
        // A pardon here lets the word be; there is none in the other.
        await door.Do("s1", new LinkStream(new("s9"), "twin", null, new JsonObject { ["word"] = "pardon" }));
        var answer = (await Between(door).FinishAsync(await door.Do("s1", Pair("s2", "forbidden"))))!;
        answer.Refusals.ShouldHaveSingleItem().Code.ShouldBe("WORD_FORBIDDEN");
        (await Notes(door, "s1")).ShouldBe(["pardon", "forbidden", "parted WORD_FORBIDDEN"]);
        (await Notes(door, "s2")).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_first_itself_cannot_have_is_refused_before_anything_is_asked()
    {
        var stage = new Stage();
        stage.Must(new LinkStream(new("s9"), "twin", null, new JsonObject { ["word"] = "alone" }));
        stage.Refused(Pair("s2")).ShouldBe(Refusal.Of("ALONE", "pair"));
        stage.Refused(Pair("s2"), person: false).Code.ShouldBe("ALONE");
        stage.Case.Link.ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_that_is_destroyed_meanwhile_cannot_be_linked()
    {
        var door = new FrontDoor(domain: TestDomain.Domain with { Destroyed = (_, _) => new Destruction(Notebook.Empty, []) });
        await door.Do("s2", new LinkStream(new("s9"), "twin", null));
        var begun = await door.Do("s1", Pair("s2"));
        await door.Do("s2", new DestroyStream("ON_REQUEST"));
        (await Between(door).FinishAsync(begun))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("STREAM_DESTROYED");
        (await Notes(door, "s1")).ShouldBe(["parted STREAM_DESTROYED"]);
    }

    [Fact]
    public async Task What_was_to_be_told_and_was_erased_before_is_refused_once_and_for_all()
    {
        var door = new FrontDoor();
        var begun = await door.Do("s1", Pair("s2", "joined"));
        var commit = (await door.Commits("s1")).ShouldHaveSingleItem();
        await door.Engine.EraseAsync(new("s1"), [.. Enumerable.Range(0, SlotCodec.Read(commit.Slots).Length).Select(n => new SlotAddress(commit.Version, n))], "WMO_5_3_5", Asking.Person(new("anna"), "erase"));
        await Between(door).FinishAsync(new StreamId("s1"));
        (await Notes(door, "s2")).ShouldBeEmpty();
        (await door.Engine.ReadAsync(new("s1")))!.Link.ShouldBeNull();
        (await door.Commits("s2")).ShouldHaveSingleItem();
        // Who has the message from before it was erased gets the answer that was given.
        (await Between(door).FinishAsync(begun))!.IsLinked.ShouldBeFalse();
        await door.Proved("s1");
    }

    [Fact]
    public async Task A_checkpoint_has_the_link_that_waits()
    {
        var door = new FrontDoor(domain: TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, []) });
        await door.Publish(new Drawing("flow").Start().End().Connect("start → end"));
        await door.Do("s1", new StartInstance(new("flow"), [], new("d1")));
        var begun = await door.Do("s1", Pair("s2"));
        (await door.Refused("s1", new DestroyDossiers([new("d1")], "RETENTION_OVER"))).Code.ShouldBe("STILL_RUNNING");
        (await Between(door).FinishAsync(begun))!.IsLinked.ShouldBeTrue();
        await door.Do("s1", new DestroyDossiers([new("d1")], "RETENTION_OVER"));
        await door.Proved("s1");
    }
}
