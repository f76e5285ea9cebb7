using System.Runtime.CompilerServices;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>What a step throws that nobody foresaw is told to the log of the host, and never what it says.</summary>
public class StepFailureTests
{
    static readonly ActivityKind Betrays = ActivityKind.Automatic(
        new ActivityDescriptor("Test.Betray", 1, "Test", "Betray", "", [], [], [], ActivityTraits.None), _ => ThrowWhatIsSecret());

    static readonly ActivityKind Knows = ActivityKind.Automatic(
        new ActivityDescriptor("Test.Know", 1, "Test", "Know", "", [], [], [], ActivityTraits.None), _ => throw new StepFailed("KNOWN"));

    [MethodImpl(MethodImplOptions.NoInlining)]
    static IReadOnlyList<Effect> ThrowWhatIsSecret() => throw new InvalidOperationException("geheim", new FormatException("ook geheim"));

    static async Task<FrontDoor> Door(string type)
    {
        var door = new FrontDoor(kinds: new ActivityKinds([.. BuiltIn.All, Betrays, Knows]));
        return await door.Publish(new Drawing().Start().Add(type, "x").End().Connect("start → x → end"));
    }

    [Fact]
    public async Task It_has_the_activity_the_type_and_the_stack_and_not_the_message()
    {
        var door = await Door("Test.Betray");
        await door.Do("s1", new StartInstance("flow", []));
        var failure = door.Failures.ShouldHaveSingleItem();
        (failure.Activity, failure.Exception).ShouldBe(("x", "System.InvalidOperationException"));
        failure.Stack.ShouldContain(nameof(ThrowWhatIsSecret));
        failure.Stack.ShouldContain("System.FormatException");
        failure.ToString().ShouldNotContain("geheim");
        (await door.Everything("s1")).ShouldNotContain("geheim");
    }

    [Fact]
    public async Task What_a_date_of_the_domain_throws_is_told_too_and_again_to_who_tries_it_again()
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Add("Test.Agree", "g", ("key", Drawing.Literal("throwing")), ("days", Drawing.Literal(1))).End().Connect("start → g → end"));
        await door.Do("s1", new StartInstance("flow", []));
        var deadline = (await door.Engine.ReadAsync(new("s1")))!.Terms.Values.Single();
        door.Now = deadline.DueAt;
        (await door.Engine.ExecuteAsync(new("s1"), "test", new PassDeadline(deadline.Id, deadline.DueAt), Asking.Timer("t"))).ShouldBeOfType<Answer.Done>();
        (door.Failures.Single().Activity, door.Failures.Single().Exception).ShouldBe(("throwing", "System.FormatException"));
        var incident = (await door.Engine.ReadAsync(new("s1")))!.Incidents.Keys.Single();
        (await door.Refused("s1", new ResolveIncident(incident, Events.Resolution.Retry, "again"))).Code.ShouldBe("TERM_FAILED");
        door.Failures.Count.ShouldBe(2);
        (await door.Everything("s1")).ShouldNotContain("private");
        await door.Proved("s1");
    }

    [Fact]
    public async Task It_is_told_once_when_the_answer_is_given_again()
    {
        var door = await Door("Test.Betray");
        await door.Do("s1", new StartInstance("flow", []), "key");
        (await door.Do("s1", new StartInstance("flow", []), "key")).IsReplay.ShouldBeTrue();
        door.Failures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_that_the_engine_knows_is_told_by_its_incident_alone()
    {
        var door = await Door("Test.Know");
        await door.Do("s1", new StartInstance("flow", []));
        (await door.Engine.ReadAsync(new("s1")))!.Instances[new(1)].Incidents.Values.ShouldHaveSingleItem().Code.ShouldBe("KNOWN");
        door.Failures.ShouldBeEmpty();
    }
}
