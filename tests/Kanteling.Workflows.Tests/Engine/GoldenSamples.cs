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
    static readonly DefinitionVersion Flow = new(new("toegang"), 3);

    static readonly Content Label = Private("correlation", "\"c1\"");
    static readonly Content Claim = Private("correlation", "\"single:toegang\"");
    static readonly Content Drawn = new(null, "document", """{"definitionId":"toegang"}""");

    static readonly WorkTask Task = new(
        new(7), new(1), new(4), new("ask|a"), "Test.Ask", new("d1"), 2, Private("words", """["Look","because",["Agreed","A letter goes out"],["Refused"]]"""), new TaskAddress("lead", "clerk", new("north")), new("anna"), new DocumentReference("look", 5, "abc123"),
        ["Yes", "No"], new TaskDue(Day, At.AddDays(14), [new("LASTS", new Told("WEEKS", 2))]),
        new Because(12, ["W2.3.2", "KW-1"]), Private("answers", """{"x":1}"""), At, true);

    static readonly Deadline Due = new(new(8), new(1), new(4), new("d1"), DeadlineFor.Task, "reminder", Day, At.AddDays(14), [new("LASTS", new Told("WEEKS", 2)), new("MOVED", Day, At, 1.5m, new Told("MONDAY"))]);

    static readonly Stimulus[] Stimuli =
    [
        new TaskDone(new(7), "Yes", new JsonObject { ["x"] = "é" }, new("user:anna")), new DeadlineDue("due", At, true), new EventCame("arrived", new JsonArray(1, null)), new ReplyCame("Done", 200, new JsonObject()),
        new ChildEnded(new(9), InstanceStatus.Finished, ["Agreed"], new JsonObject { ["word"] = "hi" }), new ConditionTrue(), new ChildCompleted(new("a"), ["Done"], true), new VersionMoved(),
    ];

    static Content About(params string[] arguments) => Content.Of(new("d1"), "incident", new JsonArray([.. arguments.Select(a => (JsonNode)a)]));

    static Content Private(string kind, string text) => new(new("d1"), kind, text);

    static readonly Instance State = new(
        new(1), Flow, "r1", new("d1"), new ParentExecution(new(2), new(3), true), Label, Private("name", "\"Case 7\""), Claim, new("t"), At, Private("input", "{}"),
        ImmutableSortedDictionary<ExecutionId, Execution>.Empty.Add(new(4), new Execution(new(4), new("ask|a"), new(3), ExecutionStatus.Faulted, true, At)),
        ImmutableSortedDictionary<ExecutionId, Scope>.Empty.Add(new(3), new Scope(Scope.Empty.Visits.Add(new("start"), 2), Scope.Empty.Connections.Add(new ConnectionKey(new("a|b"), "Do\\ne", new("c")), new ConnectionVisits(2, true)))),
        ImmutableSortedDictionary<VariableKey, Content>.Empty.Add(new VariableKey(new(3), "v:1"), Private("variable", "1")),
        ImmutableSortedDictionary.Create<string, Content>(StringComparer.Ordinal).Add("total", Private("output", "3")),
        ImmutableSortedDictionary<WaitId, Wait>.Empty.Add(new(7), new TaskWait(new(7), new(4), Task)),
        ImmutableSortedDictionary<IncidentId, Incident>.Empty.Add(new(11), new Incident(new(11), new(1), new(4), new("ask|a"), "ACTIVITY_FAILED", About("Look"), new PendingWork(PendingKind.Start), At)));

    public static readonly ImmutableArray<WorkflowEvent> All =
    [
        new InstanceStarted(new(1), Flow, "hash", "r1", new("d1"), new ParentExecution(new(2), new(3), true), Label, Claim, new("t"), Private("input", """{"client":"Zoë"}""")),
        new InstanceStarted(new(1), Flow, "hash", "", null, null, null, null, null, new Content(null, "input", "{}")),
        new TaskCompleted(new(7), "Yes", Private("answers", """{"x":1}""")),
        new TaskReopened(new(7), 12, Private("note", "\"mistake\"")),
        new TaskAssigned(new(7), new("anna"), new UserReference(new("bob"), "hash"), Private("note", "\"on leave\"")),
        new TaskAssigned(new(7), null, null, null),
        new HandedOver(new("anna"), new UserReference(new("bob"), "hash"), new Content(null, "note", "\"leaves\"")),
        new DeadlinePassed(new(8), At, true),
        new EventReceived("arrived", Label, Private("payload", "null"), "s2-4"),
        new ReplyReceived(new(10), "ClientError", 404, Private("payload", "{}")),
        new ReplyReceived(new(10), "Timeout", null, null),
        new ConditionMet(new(4)),
        new IncidentResolved(new(11), Resolution.Retry, null, null, Private("note", "\"again\"")),
        new IncidentResolved(new(11), Resolution.Repair, Private("variable", """{"v":1}"""), null, Private("note", "\"mended\"")),
        new IncidentResolved(new(11), Resolution.Skip, null, "No", Private("note", "\"passed over\"")),
        new InstanceCancelled(new(1), Private("note", "\"moved away\"")),
        new InstanceMoved(new(1), Flow, new DefinitionVersion(new("toegang"), 4), ImmutableSortedDictionary<ActivityId, ActivityId>.Empty.Add(new("a"), new("b"))),
        new CalendarChanged("2027-1"),
        new ContentErased([new SlotAddress(3, 0), new SlotAddress(4, 1)], "Wmo 5.3.5"),
        new ContentErased([], "AVG_17", [new BlobAddress(3, 0)]),
        new FileAttached(new(7), new DossierId("d1"), new Blob(new BlobAddress(1, 0), 3, "L0D7dDf7Kqhm1Wv0QkzqS8D4d8tqXyO4ZB0kE1iCzPs=") { Source = new BlobSource(new("upload"), new DossierId("d1"), "file") }, Private("file", """{"name":"foto.jpg","type":"image/jpeg","note":"de gevel"}""")),
        new StreamLinked(new("s2"), "split", Private("note", "\"moved\"")),
        new DefinitionPublished(Flow, "hash", Drawn, []),
        new DefinitionPublished(Flow, "hash", Drawn, [new Pin("form", "needs", 2, "hash")], new("user:anna"), new Content(null, "note", "\"holiday\"")),
        new DefinitionApproved(Flow, new("user:bob")),
        new DefinitionRetracted(Flow),
        new RetractionAsked(Flow, new("user:anna"), new Content(null, "note", "\"nobody uses it\"")),
        new RetractionWithdrawn(Flow),
        new RetractionRefused(Flow, new("user:bob"), new Content(null, "note", "\"it is used\"")),
        new CorrectionProposed(new(4), new DocumentVersion("letter", "report", 2), "old", "new", Drawn, new Content(null, "note", "\"a typing mistake\""), new("user:anna")),
        new CorrectionApproved(new(4), new("user:bob")),
        new CorrectionWithdrawn(new(4)),
        new ActivityStarted(new(1), new(4), new("a"), new(3), true),
        new ActivityCompleted(new(1), new(4), new("a"), ["Yes", "No"], Private("input", "{}"), Private("output", "3")),
        new ActivityCompleted(new(1), new(4), new("a"), []),
        new ActivityCancelled(new(1), new(4), new("a")),
        new FlowAdvanced(new(1), new(3), Scope.Empty.Visits.Add(new("B"), 1).Add(new("a"), 2), Scope.Empty.Connections.Add(new ConnectionKey(new("a|b"), "Do\\ne", new("c")), new ConnectionVisits(2, true)), [new("x")]),
        new VariableSet(new(1), new(3), "v", Private("variable", "[1,2]")),
        new OutputSet(new(1), "total", Private("output", "3")),
        new WaitOpened(new(1), new EventWait(new(12), new(4), "arrived", Label)),
        new WaitOpened(new(1), new ReplyWait(new(10), new(4))),
        new WaitOpened(new(1), new ChildWait(new(9), new(4))),
        new WaitOpened(new(1), new ConditionWait(new(13), new(4), "voorwaarde")),
        new WaitOpened(new(1), new TaskWait(new(7), new(4), Task)),
        new WaitOpened(new(1), new DeadlineWait(new(8), new(4), Due)),
        new WaitClosed(new(1), new(12)),
        new TaskOpened(Task),
        new TaskOpened(Task with { Dossier = null, Assignee = null, Form = null, Ports = [], Due = null, Answers = null, IsEscalated = false, Address = new TaskAddress(null, null, null), Because = new Because(1, []) }),
        new TaskWithdrawn(new(1), new(7), "RACE_LOST"),
        new TaskEscalated(new(1), new(7), new TaskAddress(null, "manager", null)),
        new DeadlineSet(Due),
        new DeadlineSet(new Deadline(new(14), null, null, null, DeadlineFor.Trigger, "t", null, At, [])),
        new DeadlineSet(Due with { For = DeadlineFor.Wait }),
        new DeadlineSet(Due with { For = DeadlineFor.Term, Instance = null, Execution = null }),
        new DeadlineMoved(new(8), Day, At, [new("LATER")], "CALENDAR_CHANGED"),
        new DeadlineCancelled(new(8), "TERM_ENDED"),
        new TriggerFired(new("t"), At, At.AddDays(1), true),
        new TriggerFired(new("t"), At, null, false),
        new MessageQueued(new Message(new(10), MessageKind.Http, Private("target", "\"example.org\""), Private("payload", "{}"), new(1), new(4), At)),
        new MessageQueued(new Message(new(10), MessageKind.StartInstance, new Content(null, "target", "\"s3\""), new Content(null, "payload", "{}"), null, null, At)),
        new MessageQueued(new Message(new(10), MessageKind.DeliverEvent, Private("target", "\"arrived\""), Private("payload", "{}"), new(1), new(4), At)),
        new ClaimTaken(Claim, new(1)),
        new ClaimReleased(new(1)),
        new IncidentRaised(new(11), new(1), new(4), new("a"), "INSTANCE_STUCK", About("Look"), new PendingWork(PendingKind.Start)),
        new IncidentRaised(new(11), new(1), new(4), new("a"), "CONDITION_NOT_BOOLEAN", About(), new PendingWork(PendingKind.Condition)),
        .. Stimuli.Select(s => new IncidentRaised(new(11), new(1), new(4), new("a"), "ACTIVITY_FAILED", About("Look", "FormatException"), new PendingWork(PendingKind.Resume, s.ToContent(new("d1"))))),
        new IncidentRaised(new(11), null, null, null, "WORD_FORBIDDEN", About("k"), new PendingWork(PendingKind.Term) { Term = new PassedTerm("einde:o1", new("d1"), At) }),
        new IncidentRaised(new(11), null, null, null, "WORD_FORBIDDEN", About(), new PendingWork(PendingKind.Term) { Term = new PassedTerm("k", null, At) }),
        new IncidentRaised(new(11), null, null, null, "WORD_FORBIDDEN", About(), new PendingWork(PendingKind.Link, new Content(null, "payload", """{"other":"s2","relation":"split","reason":"moved","payload":{"word":"é"}}"""))),
        new IncidentRaised(new(11), null, null, null, "DATES_FAILED", About("s1", "FormatException"), new PendingWork(PendingKind.Calendar)),
        new InstanceNamed(new(1), Private("name", "\"Case 7\"")),
        new InstanceCorrelated(new(1), Label),
        new InstanceRestored(State),
        new InstanceFinished(new(1), InstanceStatus.Finished, ["Agreed"]),
        new InstanceFinished(new(1), InstanceStatus.Cancelled, []),
        new InstanceFinished(new(1), InstanceStatus.Faulted, ["F1"]),
        new TaskDueMoved(new(1), new(7), new TaskDue(Day, At, [new("LATER")]), "CALENDAR_CHANGED"),
        new TaskDueMoved(new(1), new(7), null, "TERM_CHANGED"),
        new TaskRenewed(new(1), new(7), new DocumentReference("needs", 3, "hash")),
        new TaskRenewed(new(1), new(7), null),
        new LinkBegun(new Message(new(16), MessageKind.LinkStream, new Content(null, "target", "\"s2\""), new Content(null, "payload", """{"relation":"paired","reason":"é"}"""), null, null, At), new("s2"), "pair", new("user:anna")),
        new LinkEnded(new(16), true),
        new LinkEnded(new(16), false),
        new LinkRefused(new("s2"), "pair", new Content(null, "payload", """[{"code":"WORD_FORBIDDEN","arguments":[]}]""")),
        new DossiersDestroyed([new("d2"), new("d3")], "RETENTION_OVER", [new DestroyedBodies(1, 4, "ON_REQUEST"), new DestroyedBodies(6, 6, "RETENTION_OVER")], [new SlotAddress(5, 1)]),
        new StreamDestroyed("RETENTION_OVER"),
        new Checkpointed(
            40, new DomainState(new Notebook([new Noted("kept", Private("detail", "\"é\""))], ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("k", At))),
            ImmutableSortedDictionary<InstanceId, Instance>.Empty.Add(new(1), State), ImmutableSortedDictionary<DeadlineId, Deadline>.Empty.Add(new(14), Due with { Id = new(14), For = DeadlineFor.Term, Instance = null, Execution = null }),
            ImmutableSortedDictionary<MessageId, Message>.Empty.Add(new(10), new Message(new(10), MessageKind.Http, Private("target", "\"example.org\""), Private("payload", "{}"), new(1), new(4), At)),
            ImmutableSortedDictionary<IncidentId, Incident>.Empty.Add(new(15), new Incident(new(15), null, null, null, "WORD_FORBIDDEN", About("k"), new PendingWork(PendingKind.Term) { Term = new PassedTerm("k", null, At) }, At)),
            ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal).Add("k2", At),
            [new KeptTask(new(5), new(1), Flow, new("ask|a"), new("d1"), Private("words", "\"Look\""), new("anna"), At, "completed", "Yes", new("user:anna"), At, 2), new KeptTask(new(6), new(1), Flow, new("b"), null, Private("words", "\"See\""), null, At, "withdrawn", null, new("timer"), At, 3)],
            [new KeptInstance(new(2), Flow, new("d1"), At, "finished", At), new KeptInstance(new(3), Flow, null, At, "cancelled", At)]),
    ];
}
