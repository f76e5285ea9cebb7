using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Every event of the engine with all its fields filled in, in every form it has: what the golden bodies must still read as.</summary>
static class GoldenSamples
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, 123, TimeSpan.Zero);
    static readonly DateOnly Day = new(2026, 3, 16);
    static readonly DefinitionVersion Flow = new("toegang", 3);

    static readonly Content Label = Private("correlation", "\"c1\"");
    static readonly Content Claim = Private("correlation", "\"single:toegang\"");
    static readonly Content Drawn = new(null, "document", """{"definitionId":"toegang"}""");

    static readonly WorkTask Task = new(
        7, 1, 4, "ask|a", "Test.Ask", "d1", 2, Private("words", """["Look","because",["Agreed","A letter goes out"],["Refused"]]"""), new TaskAddress("lead", "clerk", "north"), "anna", new DocumentReference("look", 5, "abc123"),
        ["Yes", "No"], new TaskDue(Day, At.AddDays(14), [new("LASTS", new Told("WEEKS", 2))]),
        new Because(12, ["W2.3.2", "KW-1"]), Private("answers", """{"x":1}"""), At, true);

    static readonly Deadline Due = new(8, 1, 4, "d1", DeadlineFor.Task, "reminder", Day, At.AddDays(14), [new("LASTS", new Told("WEEKS", 2)), new("MOVED", Day, At, 1.5m, new Told("MONDAY"))]);

    static readonly Stimulus[] Stimuli =
    [
        new TaskDone(7, "Yes", new JsonObject { ["x"] = "é" }, "user:anna"), new DeadlineDue("due", At, true), new EventCame("arrived", new JsonArray(1, null)), new ReplyCame("Done", 200, new JsonObject()),
        new ChildEnded(9, InstanceStatus.Finished, ["Agreed"], new JsonObject { ["word"] = "hi" }), new ConditionTrue(), new ChildCompleted("a", ["Done"], true),
    ];

    static Content About(params string[] arguments) => Content.Of("d1", "incident", new JsonArray([.. arguments.Select(a => (JsonNode)a)]));

    static Content Private(string kind, string text) => new("d1", kind, text);

    static readonly Instance State = new(
        1, Flow, "r1", "d1", new ParentExecution(2, 3, true), Label, Private("name", "\"Case 7\""), Claim, "t", At, Private("input", "{}"),
        ImmutableSortedDictionary<long, Execution>.Empty.Add(4, new Execution(4, "ask|a", 3, ExecutionStatus.Faulted, true, At)),
        ImmutableSortedDictionary<long, Scope>.Empty.Add(3, new Scope(Scope.Empty.Visits.Add("start", 2), Scope.Empty.Connections.Add(new ConnectionKey("a|b", "Do\\ne", "c"), new ConnectionVisits(2, true)))),
        ImmutableSortedDictionary<VariableKey, Content>.Empty.Add(new VariableKey(3, "v:1"), Private("variable", "1")),
        ImmutableSortedDictionary.Create<string, Content>(StringComparer.Ordinal).Add("total", Private("output", "3")),
        ImmutableSortedDictionary<long, Wait>.Empty.Add(7, new TaskWait(7, 4, Task)),
        ImmutableSortedDictionary<long, Incident>.Empty.Add(11, new Incident(11, 1, 4, "ask|a", "ACTIVITY_FAILED", About("Look"), new PendingWork(PendingKind.Start), At)));

    public static readonly ImmutableArray<WorkflowEvent> All =
    [
        new InstanceStarted(1, Flow, "hash", "r1", "d1", new ParentExecution(2, 3, true), Label, Claim, "t", Private("input", """{"client":"Zoë"}""")),
        new InstanceStarted(1, Flow, "hash", "", null, null, null, null, null, new Content(null, "input", "{}")),
        new TaskCompleted(7, "Yes", Private("answers", """{"x":1}""")),
        new TaskReopened(7, 12, Private("note", "\"mistake\"")),
        new TaskAssigned(7, "anna", new Reference("bob", "hash"), Private("note", "\"on leave\"")),
        new TaskAssigned(7, null, null, null),
        new DeadlinePassed(8, At, true),
        new EventReceived("arrived", Label, Private("payload", "null"), "s2-4"),
        new ReplyReceived(10, "ClientError", 404, Private("payload", "{}")),
        new ReplyReceived(10, "Timeout", null, null),
        new ConditionMet(4),
        new IncidentResolved(11, Resolution.Retry, null, null, Private("note", "\"again\"")),
        new IncidentResolved(11, Resolution.Repair, Private("variable", """{"v":1}"""), null, Private("note", "\"mended\"")),
        new IncidentResolved(11, Resolution.Skip, null, "No", Private("note", "\"passed over\"")),
        new InstanceCancelled(1, Private("note", "\"moved away\"")),
        new InstanceMoved(1, Flow, new DefinitionVersion("toegang", 4), ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("a", "b")),
        new CalendarChanged("2027-1"),
        new ContentErased([new SlotAddress(3, 0), new SlotAddress(4, 1)], "Wmo 5.3.5"),
        new StreamLinked("s2", "split", Private("note", "\"moved\"")),
        new DefinitionPublished(Flow, "hash", Drawn),
        new DefinitionPublished(Flow, "hash", Drawn, "user:anna", new Content(null, "note", "\"holiday\"")),
        new DefinitionApproved(Flow, "user:bob"),
        new DefinitionRetracted(Flow),
        new ActivityStarted(1, 4, "a", 3, true),
        new ActivityCompleted(1, 4, "a", ["Yes", "No"], Private("input", "{}"), Private("output", "3")),
        new ActivityCompleted(1, 4, "a", []),
        new ActivityCancelled(1, 4, "a"),
        new FlowAdvanced(1, 3, Scope.Empty.Visits.Add("B", 1).Add("a", 2), Scope.Empty.Connections.Add(new ConnectionKey("a|b", "Do\\ne", "c"), new ConnectionVisits(2, true)), ["x"]),
        new VariableSet(1, 3, "v", Private("variable", "[1,2]")),
        new OutputSet(1, "total", Private("output", "3")),
        new WaitOpened(1, new EventWait(12, 4, "arrived", Label)),
        new WaitOpened(1, new ReplyWait(10, 4)),
        new WaitOpened(1, new ChildWait(9, 4)),
        new WaitOpened(1, new ConditionWait(13, 4, "voorwaarde")),
        new WaitOpened(1, new TaskWait(7, 4, Task)),
        new WaitOpened(1, new DeadlineWait(8, 4, Due)),
        new WaitClosed(1, 12),
        new TaskOpened(Task),
        new TaskOpened(Task with { Dossier = null, Assignee = null, Form = null, Ports = [], Due = null, Answers = null, IsEscalated = false, Address = new TaskAddress(null, null, null), Because = new Because(1, []) }),
        new TaskWithdrawn(1, 7, "RACE_LOST"),
        new TaskEscalated(1, 7, new TaskAddress(null, "manager", null)),
        new DeadlineSet(Due),
        new DeadlineSet(new Deadline(14, null, null, null, DeadlineFor.Trigger, "t", null, At, [])),
        new DeadlineSet(Due with { For = DeadlineFor.Wait }),
        new DeadlineSet(Due with { For = DeadlineFor.Term, Instance = null, Execution = null }),
        new DeadlineMoved(8, Day, At, [new("LATER")], "CALENDAR_CHANGED"),
        new DeadlineCancelled(8, "TERM_ENDED"),
        new TriggerFired("t", At, At.AddDays(1), true),
        new TriggerFired("t", At, null, false),
        new MessageQueued(new Message(10, MessageKind.Http, Private("target", "\"example.org\""), Private("payload", "{}"), 1, 4, At)),
        new MessageQueued(new Message(10, MessageKind.StartInstance, new Content(null, "target", "\"s3\""), new Content(null, "payload", "{}"), null, null, At)),
        new MessageQueued(new Message(10, MessageKind.DeliverEvent, Private("target", "\"arrived\""), Private("payload", "{}"), 1, 4, At)),
        new ClaimTaken(Claim, 1),
        new ClaimReleased(1),
        new IncidentRaised(11, 1, 4, "a", "INSTANCE_STUCK", About("Look"), new PendingWork(PendingKind.Start)),
        new IncidentRaised(11, 1, 4, "a", "CONDITION_NOT_BOOLEAN", About(), new PendingWork(PendingKind.Condition)),
        .. Stimuli.Select(s => new IncidentRaised(11, 1, 4, "a", "ACTIVITY_FAILED", About("Look", "FormatException"), new PendingWork(PendingKind.Resume, s.ToContent("d1")))),
        new IncidentRaised(11, null, null, null, "WORD_FORBIDDEN", About("k"), new PendingWork(PendingKind.Term) { Term = new PassedTerm("einde:o1", "d1", At) }),
        new IncidentRaised(11, null, null, null, "WORD_FORBIDDEN", About(), new PendingWork(PendingKind.Term) { Term = new PassedTerm("k", null, At) }),
        new IncidentRaised(11, null, null, null, "WORD_FORBIDDEN", About(), new PendingWork(PendingKind.Link, new Content(null, "payload", """{"other":"s2","relation":"split","reason":"moved","payload":{"word":"é"}}"""))),
        new IncidentRaised(11, null, null, null, "DATES_FAILED", About("s1", "FormatException"), new PendingWork(PendingKind.Calendar)),
        new InstanceNamed(1, Private("name", "\"Case 7\"")),
        new InstanceCorrelated(1, Label),
        new InstanceRestored(State),
        new InstanceFinished(1, InstanceStatus.Finished, ["Agreed"]),
        new InstanceFinished(1, InstanceStatus.Cancelled, []),
        new InstanceFinished(1, InstanceStatus.Faulted, ["F1"]),
        new TaskDueMoved(1, 7, new TaskDue(Day, At, [new("LATER")]), "CALENDAR_CHANGED"),
        new TaskDueMoved(1, 7, null, "TERM_CHANGED"),
        new DossiersDestroyed(["d2", "d3"], "RETENTION_OVER", [new DestroyedBodies(1, 4, "ON_REQUEST"), new DestroyedBodies(6, 6, "RETENTION_OVER")], [new SlotAddress(5, 1)]),
        new StreamDestroyed("RETENTION_OVER"),
        new Checkpointed(
            40, new DomainState(new Notebook([new Noted("kept", Private("detail", "\"é\""))], ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("k", At))),
            ImmutableSortedDictionary<long, Instance>.Empty.Add(1, State), ImmutableSortedDictionary<long, Deadline>.Empty.Add(14, Due with { Id = 14, For = DeadlineFor.Term, Instance = null, Execution = null }),
            ImmutableSortedDictionary<long, Message>.Empty.Add(10, new Message(10, MessageKind.Http, Private("target", "\"example.org\""), Private("payload", "{}"), 1, 4, At)),
            ImmutableSortedDictionary<long, Incident>.Empty.Add(15, new Incident(15, null, null, null, "WORD_FORBIDDEN", About("k"), new PendingWork(PendingKind.Term) { Term = new PassedTerm("k", null, At) }, At)),
            ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal).Add("k2", At),
            [new KeptTask(5, 1, Flow, "ask|a", "d1", Private("words", "\"Look\""), "anna", At, "completed", "Yes", "user:anna", At, 2), new KeptTask(6, 1, Flow, "b", null, Private("words", "\"See\""), null, At, "withdrawn", null, "timer", At, 3)],
            [new KeptInstance(2, Flow, "d1", At, "finished", At), new KeptInstance(3, Flow, null, At, "cancelled", At)]),
    ];
}
