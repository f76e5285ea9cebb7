using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Taking a definition out of use: one asks, another does it, and what is needed stays.</summary>
public class RetractionTests
{
    static readonly DefinitionVersion Flow = new(new("flow"), 1);
    static readonly ActorId Anna = new("user:anna"), Bob = new("user:bob");

    static Drawing Sound(string id = "flow") => new Drawing(id).Start().Ask("a").End().Connect("start → a → end");

    static Drawing Calling(string id, string other, string type = "Elsa.DispatchWorkflow") =>
        new Drawing(id).Start().Ask("a").Add(type, "c", ("workflowDefinitionId", Literal(other))).End().Connect("start → a → c → end");

    static Task<Answer> By(FrontDoor door, ActorId actor, Command command, string flow = "flow", string? key = null) =>
        door.Engine.ExecuteAsync(Streams.OfDefinition(new(flow)), Streams.DefinitionKind, command, new Asking(key ?? Guid.NewGuid().ToString("N"), actor, Doors.Web, true));

    static async Task<Answer.Done> Done(Task<Answer> answer) => (await answer).ShouldBeOfType<Answer.Done>();

    static async Task<Refusal> Refused(Task<Answer> answer) => (await answer).ShouldBeOfType<Answer.Refused>().Refusals[0];

    static async Task<bool> IsPublished(FrontDoor door, string flow = "flow") => await door.Engine.DefinitionAsync(new(flow)) is not null;

    [Fact]
    public async Task It_is_asked_with_a_reason_and_done_by_another()
    {
        var door = await new FrontDoor().Publish(Sound());
        (await Refused(By(door, Anna, new RetractDefinition(Flow)))).Code.ShouldBe("RETRACTION_NOT_ASKED");
        (await Refused(By(door, Anna, new AskRetraction(Flow, " ")))).Code.ShouldBe("REASON_MISSING");
        await Done(By(door, Anna, new AskRetraction(Flow, " nobody uses it ")));
        (await IsPublished(door)).ShouldBeTrue();
        (await Refused(By(door, Anna, new RetractDefinition(Flow)))).Code.ShouldBe("RETRACTION_OWN_APPROVAL");
        (await Refused(By(door, Bob, new AskRetraction(Flow, "me too")))).Code.ShouldBe("RETRACTION_UNDER_WAY");

        var done = await Done(By(door, Bob, new RetractDefinition(Flow)));
        done.Events.OfType<DefinitionRetracted>().ShouldHaveSingleItem().AskedBy.ShouldBe(Anna);
        (await IsPublished(door)).ShouldBeFalse();
        var commits = await door.Commits(Streams.OfDefinition(Flow.DefinitionId).Text);
        var asked = door.Engine.Codec.Read(commits[1]).OfType<RetractionAsked>().ShouldHaveSingleItem();
        (asked.By, asked.Reason.AsString()).ShouldBe((Anna, "nobody uses it"));
        System.Text.Encoding.UTF8.GetString(Packing.Unpack(commits[1].Body).Span).ShouldNotContain("nobody uses it");
        await door.Proved(Streams.OfDefinition(Flow.DefinitionId).Text);
    }

    [Fact]
    public async Task Who_asked_takes_it_back_and_another_refuses_it_with_a_reason()
    {
        var door = await new FrontDoor().Publish(Sound());
        await Done(By(door, Anna, new AskRetraction(Flow, "nobody uses it")));
        (await Refused(By(door, Bob, new WithdrawRetraction(Flow)))).Code.ShouldBe("RETRACTION_OF_ANOTHER");
        await Done(By(door, Anna, new WithdrawRetraction(Flow)));
        (await Refused(By(door, Bob, new RetractDefinition(Flow)))).Code.ShouldBe("RETRACTION_NOT_ASKED");

        await Done(By(door, Anna, new AskRetraction(Flow, "really")));
        (await Refused(By(door, Anna, new RefuseRetraction(Flow, "no")))).Code.ShouldBe("RETRACTION_OWN_APPROVAL");
        (await Refused(By(door, Bob, new RefuseRetraction(Flow, "")))).Code.ShouldBe("REASON_MISSING");
        await Done(By(door, Bob, new RefuseRetraction(Flow, "it is used")));
        (await Refused(By(door, Bob, new RetractDefinition(Flow)))).Code.ShouldBe("RETRACTION_NOT_ASKED");
        (await IsPublished(door)).ShouldBeTrue();
    }

    [Fact]
    public async Task Only_what_is_in_use_can_be_retracted_and_a_newer_version_makes_the_asking_void()
    {
        var door = await new FrontDoor().Publish(Sound());
        await Done(By(door, Anna, new AskRetraction(Flow, "old")));
        await door.Publish(Sound(), 2);
        (await Refused(By(door, Bob, new RetractDefinition(Flow)))).Code.ShouldBe("DEFINITION_NOT_FOUND");
        (await Refused(By(door, Bob, new RetractDefinition(new(new("flow"), 2))))).Code.ShouldBe("RETRACTION_NOT_ASKED");
        (await Refused(By(door, Anna, new AskRetraction(new(new("other"), 1), "elsewhere")))).Code.ShouldBe("DEFINITION_NOT_FOUND");
    }

    [Fact]
    public async Task The_same_asking_twice_is_one()
    {
        var door = await new FrontDoor().Publish(Sound());
        await Done(By(door, Anna, new AskRetraction(Flow, "old"), key: "1"));
        (await Done(By(door, Anna, new AskRetraction(Flow, "old"), key: "1"))).IsReplay.ShouldBeTrue();
        await Done(By(door, Bob, new RetractDefinition(Flow), key: "2"));
        (await Done(By(door, Bob, new RetractDefinition(Flow), key: "2"))).IsReplay.ShouldBeTrue();
    }

    [Fact]
    public void Its_triggers_go_with_it()
    {
        var timer = Activity("Elsa.Timer", "t", ("interval", Literal("P1D")));
        timer["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true };
        var stage = new Stage(null, Streams.OfDefinition(Flow.DefinitionId).Text);
        stage.Must(new PublishDefinition(new Drawing().Add(timer).Ask("a").End().Connect("t → a → end").Document().ToJsonString()));
        stage.Must(new AskRetraction(Flow, "old"));
        stage.Pending.ShouldHaveSingleItem();
        stage.Must(new RetractDefinition(Flow), by: "user:bob");
        stage.Pending.ShouldBeEmpty();
        stage.Case.Published[1].ShouldBe(stage.Case.Published[1] with { IsCurrent = false, IsRetracted = true });
        stage.Case.Retraction.ShouldBeNull();
        stage.Refused(new AskRetraction(Flow, "again")).Code.ShouldBe("DEFINITION_NOT_FOUND");
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("flow")]
    public async Task What_another_flow_names_is_needed_until_that_one_is_published_without_it(string type)
    {
        var door = await new FrontDoor().Publish(Sound());
        var caller = type == "flow" ? new Drawing("caller").Start().Ask("a").Add(Activity("flow", "c", ("workflowDefinitionId", "flow"))).End().Connect("start → a → c → end") : Calling("caller", "flow", type);
        await door.Publish(caller);
        var needed = await Refused(By(door, Anna, new AskRetraction(Flow, "old")));
        needed.Code.ShouldBe("DEFINITION_NEEDED");
        needed.Details.ShouldHaveSingleItem().Code.ShouldBe("DEFINITION_CALLED");
        needed.Details[0].Arguments[2].ShouldBe("caller");

        await door.Publish(Sound("caller"), 2);
        await Done(By(door, Anna, new AskRetraction(Flow, "old")));
        await Done(By(door, Bob, new RetractDefinition(Flow)));
    }

    [Fact]
    public async Task What_became_needed_after_it_was_asked_is_not_retracted()
    {
        var door = await new FrontDoor().Publish(Sound());
        await Done(By(door, Anna, new AskRetraction(Flow, "old")));
        await door.Publish(Calling("caller", "flow"));
        (await Refused(By(door, Bob, new RetractDefinition(Flow)))).Code.ShouldBe("DEFINITION_NEEDED");
        (await IsPublished(door)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_flow_that_names_itself_and_a_trial_that_names_it_do_not_need_it()
    {
        var door = await new FrontDoor().Publish(Calling("flow", "flow"));
        var trial = Calling("proef~1", "flow").Document().ToJsonString();
        await door.Do(Streams.OfDefinition(new("proef~1")).Text, new PublishDefinition(trial) { IsTrial = true });
        await Done(By(door, Anna, new AskRetraction(Flow, "old")));
        await Done(By(door, Bob, new RetractDefinition(Flow)));
    }

    /// <summary>What happens elsewhere, once, when a decision has looked at everything and is not committed yet.</summary>
    static Action Once(Func<Task> act)
    {
        var done = false;
        return () =>
        {
            if (!done)
            {
                done = true;
                act().GetAwaiter().GetResult();
            }
        };
    }

    [Fact]
    public async Task A_caller_that_is_published_while_it_is_retracted_is_seen()
    {
        var store = new Keeping.MemoryStore();
        Action meanwhile = () => { };
        var other = await new FrontDoor(store).Publish(Sound());
        var one = new FrontDoor(store, TestDomain.Domain with
        {
            Needs = (_, _) =>
            {
                meanwhile();
                return [];
            },
        });
        await Done(By(one, Anna, new AskRetraction(Flow, "old")));
        meanwhile = Once(() => other.Publish(Calling("caller", "flow")));
        (await Refused(By(one, Bob, new RetractDefinition(Flow)))).Code.ShouldBe("DEFINITION_NEEDED");
        (await IsPublished(one)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_flow_that_is_retracted_while_its_caller_is_published_is_seen()
    {
        var store = new Keeping.MemoryStore();
        Action meanwhile = () => { };
        var other = await new FrontDoor(store).Publish(Sound());
        await Done(By(other, Anna, new AskRetraction(Flow, "old")));
        // As the Kanteling has it: what is named has to be published.
        var one = new FrontDoor(store, TestDomain.Domain with
        {
            Dangling = (definition, given) =>
            {
                var gone = NamedFlow.In(definition).Where(n => given.Find<CompiledDefinition>(Given.PublishedKey(n.Flow)) is null).Select(n => Finding.Error("GONE", n.Step.Id, n.Flow.Text)).ToList();
                meanwhile();
                return gone;
            },
        });
        meanwhile = Once(() => Done(By(other, Bob, new RetractDefinition(Flow))));
        (await one.Refused(Streams.OfDefinition(new("caller")).Text, new PublishDefinition(Calling("caller", "flow").Document().ToJsonString()))).Code.ShouldBe("GONE");
        (await IsPublished(one, "caller")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_flow_that_begins_on_what_another_publishes_is_needed()
    {
        var begin = Activity("Elsa.Event", "e", ("eventName", Literal("post")));
        begin["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true };
        var door = await new FrontDoor().Publish(new Drawing().Add(begin).Ask("a").End().Connect("e → a → end"));
        await door.Publish(new Drawing("sender").Start().Add("Elsa.PublishEvent", "p", ("eventName", Literal("post"))).End().Connect("start → p → end"));
        var needed = await Refused(By(door, Anna, new AskRetraction(Flow, "old")));
        needed.Details.ShouldHaveSingleItem().ShouldBe(Refusal.Of("DEFINITION_BEGUN_BY_EVENT", "sender", needed.Details[0].Arguments[1], "post", "sender"));
    }

    [Fact]
    public void What_was_added_to_an_event_is_left_out_when_it_says_nothing_and_has_its_name_when_it_does()
    {
        var codec = new EventCodec(TestDomain.Domain.Codec);
        string Written(WorkflowEvent e) => System.Text.Encoding.UTF8.GetString(Packing.Unpack(codec.Write([e]).Body).Span);
        Written(new DefinitionRetracted(Flow)).ShouldNotContain("askedBy");
        Written(new DefinitionRetracted(Flow) { AskedBy = Anna }).ShouldContain("\"askedBy\":\"user:anna\"");
        var document = new Content(null, ContentKind.Document, "{}");
        Written(new DefinitionPublished(Flow, "hash", document, [])).ShouldNotContain("broughtIn");
        Written(new DefinitionPublished(Flow, "hash", document, []) { BroughtIn = BroughtIn.AtStart }).ShouldContain("\"broughtIn\":\"AtStart\"");
        Written(new DefinitionPublished(Flow, "hash", document, []) { BroughtIn = BroughtIn.FromFile }).ShouldContain("\"broughtIn\":\"FromFile\"");
    }

    [Fact]
    public void How_it_came_in_is_kept_with_what_was_published()
    {
        var stage = new Stage(null, Streams.OfDefinition(Flow.DefinitionId).Text);
        var events = stage.Must(new PublishDefinition(Sound().Document().ToJsonString()) { BroughtIn = BroughtIn.AtStart });
        events.OfType<DefinitionPublished>().Single().BroughtIn.ShouldBe(BroughtIn.AtStart);
        events.OfType<DefinitionApproved>().ShouldBeEmpty();
    }
}
