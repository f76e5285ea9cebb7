using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Programs of different age on one store.</summary>
public class StoredEventsTests
{
    /// <summary>A word is a text here; before, it was a <c>Noted</c> with the field <c>word</c>.</summary>
    sealed record NotedAnew(string Text, Content? Detail);

    static readonly Domain Newer = TestDomain.Domain with
    {
        Apply = (state, e) => e is NotedAnew noted ? TestDomain.Domain.Apply(state, new Noted(noted.Text, noted.Detail)) : TestDomain.Domain.Apply(state, e),
        Passed = (_, term, _) => [new Activities.Happened(new NotedAnew("passed " + term.Key, null)), new Activities.Happened(new DateAgreed(term.Key, DateTimeOffset.MinValue, ""))],
        Codec = TestDomain.Domain.Codec with
        {
            StateFormat = 2,
            Events = [new EventName("Noted", 2, typeof(NotedAnew)), new EventName("DateAgreed", 1, typeof(DateAgreed))],
            Upgraders = TestDomain.Domain.Codec.Upgraders.Add(("Noted", 1), json =>
            {
                json["text"] = json["word"]!.DeepClone();
                json.Remove("word");
                return json;
            }),
        },
    };

    static async Task<FrontDoor> Noted()
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Note("n", "old").Add("Test.Agree", "g", ("key", Drawing.Literal("k")), ("days", Drawing.Literal(1))).Ask("a").End().Connect("start → n → g → a → end"));
        await door.Do("s1", new StartInstance("flow", new JsonObject()));
        return door;
    }

    static IEnumerable<string> Words(Case c) => ((Notebook)c.Domain).Notes.Select(n => n.Word);

    [Fact]
    public async Task An_older_event_is_read_by_way_of_its_upgrader_and_its_bytes_stay()
    {
        var old = await Noted();
        var bytes = (await old.Commits("s1"))[0].Body.ToArray();
        var door = new FrontDoor(old.Store, Newer);
        Words((await door.Engine.ReadAsync(new("s1")))!).ShouldBe(["old"]);
        await door.Do("s1", await door.Completing("s1"));
        (await door.Commits("s1"))[0].Body.ToArray().ShouldBe(bytes);
        await door.Proved("s1");
    }

    [Fact]
    public async Task An_event_that_the_program_does_not_know_stops_only_its_stream()
    {
        var old = await Noted();
        await old.Do("s2", new StartInstance("flow", new JsonObject()));
        var door = new FrontDoor(old.Store, Newer) { Now = old.Now.AddDays(1) };
        var deadline = (await door.Engine.ReadAsync(new("s1")))!.Terms.Values.Single();
        await door.Do("s1", new PassDeadline(deadline.Id, deadline.DueAt));
        Words((await door.Engine.ReadAsync(new("s1")))!).ShouldBe(["old", "passed k"]);

        var stopped = new FrontDoor(old.Store);
        var refusal = await stopped.Refused("s1", new LinkStream(new("s2"), "twin", null));
        (refusal.Code, refusal.Arguments.Single()).ShouldBe(("STREAM_UNREADABLE", "Noted/2"));
        (await stopped.Engine.Verification.RunAsync(new("s1"), stopped.Now)).ShouldHaveSingleItem().Code.ShouldBe("COMMIT_UNREADABLE");
        await stopped.Do("s2", new LinkStream(new("s1"), "twin", null));
    }

    [Fact]
    public void Names_that_clash_are_refused_when_the_program_starts() =>
        Should.Throw<ArgumentException>(() => new Events.EventCodec(TestDomain.Domain.Codec with { Events = [new EventName("TaskOpened", 1, typeof(NotedAnew))] }));
}
