global using Case = Kanteling.Workflows.Instances.Case;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>A domain just large enough to test the seam: notes, a holder, and dates.</summary>
sealed record Notebook(ImmutableList<Noted> Notes, ImmutableSortedDictionary<string, DateTimeOffset> Dates)
{
    public static readonly Notebook Empty = new([], ImmutableSortedDictionary<string, DateTimeOffset>.Empty);
}

sealed record Noted(string Word, Content? Detail);

sealed record DateAgreed(string Key, DateTimeOffset At, string Flow);

static class TestDomain
{
    public const string UserPrefix = "user:";

    public static readonly Domain Domain = new(
        Notebook.Empty,
        (state, e) => Apply((Notebook)state, e),
        (_, after) => ((Notebook)after).Notes.Any(n => n.Word == "forbidden") && ((Notebook)after).Notes.All(n => n.Word != "pardon") ? [Refusal.Of("WORD_FORBIDDEN")] : [],
        (state, _) => new FeelContext([new("notes", new FeelList([.. ((Notebook)state).Notes.Select(n => (FeelValue)new FeelString(n.Word))]))]),
        new FeelType.Context(ImmutableDictionary<string, FeelType>.Empty.Add("notes", new FeelType.List(FeelType.String))),
        (_, now) => new FeelEnvironment(now, LocalTime.Zone),
        (state, given) => given.Find<string>(Given.CalendarKey) is not null && ((Notebook)state).Dates.ContainsKey("unplaceable") ? throw new FormatException("private") : [.. ((Notebook)state).Dates.Select(d => new Term(d.Key, null, null, d.Value.AddDays(given.Find<string>(Given.CalendarKey) is null ? 0 : 1), []))],
        (_, term, _) => term.Key == "throwing" ? throw new FormatException("private") : term.Key == "failing" ? throw new StepFailed("KNOWN") :
        [
            new Happened(new Noted(term.Key == "forbidding" ? "forbidden" : "passed " + term.Key, null)),
            .. term.Key == "stubborn" ? new Effect[0] : [new Happened(new DateAgreed(term.Key, DateTimeOffset.MinValue, ""))],
            .. term.Key == "stopping" ? new Effect[] { new StopInstances([new(1)], "because") } : [],
            new StartFlow(new("review"), new JsonObject { ["key"] = term.Key }),
        ],
        step => new Reopening([new Noted("taken back", null)], []),
        (_, relation, _) => new RelationHolder(relation == "lead" ? new UserId("anna") : null, null),
        _ => "notebook",
        new DomainCodec(typeof(Notebook), 1, [new EventName("Noted", 1, typeof(Noted)), new EventName("DateAgreed", 1, typeof(DateAgreed))]))
    {
        Assigned = (asked, given) => given.Find<UserReference>(UserPrefix + asked.To) is { } user ? new Assignment(user, null) : Assignment.Refused(Refusal.Of(RefusalCode.UserUnknown, asked.To.Text)),
        // Only a pair asks the other; a stream that was told so refuses to be one.
        Counterpart = (_, link) => link.Relation == "pair" ? new Counterpart("paired", link.Payload) : null,
        MayLink = (state, link, _) => ((Notebook)state).Notes.Any(n => n.Word == "alone") ? [Refusal.Of("ALONE", link.Relation)] : [],
        Unlinked = (_, link, why) => [new Noted($"parted {string.Join(" ", why.Select(r => r.Code))}", null)],
        // What is offered once runs once for one "who" in one procedure.
        Starts = (start, _) => start.Command.Offer is { Id: "once" } && start.Running.Any(i => i.Definition.DefinitionId == start.Command.DefinitionId && i.Dossier == start.Command.Dossier && i.Input.AsObject()["who"]?.ToString() == start.Command.Input["who"]?.ToString())
            ? StartAnswer.Refused(start.Command, Refusal.Of("RUNS", "flow")) : new StartAnswer(start.Command, []),
        Linked = (_, link, _) => link.Payload?["word"] is { } word ? [new Noted(word.ToString(), null)] : [],
    };

    static Notebook Apply(Notebook state, object e) => e switch
    {
        Noted noted => state with { Notes = state.Notes.Add(noted) },
        DateAgreed { Flow: "" } agreed => state with { Dates = state.Dates.Remove(agreed.Key) },
        DateAgreed agreed => state with { Dates = state.Dates.SetItem(agreed.Key, agreed.At) },
        _ => state,
    };

    /// <summary>Notes a word at once, or fails on purpose.</summary>
    static readonly ActivityKind Note = ActivityKind.Automatic(
        new ActivityDescriptor("Test.Note", 1, "Test", "Note", "", [new InputDescriptor("Word", "String", "Word", "", "singleline")], [], [], ActivityTraits.None),
        c => c.RequiredText("word") is "explode" ? throw new InvalidOperationException("boom") : [new Happened(new Noted(c.RequiredText("word"), Content.Of(c.Dossier, "detail", c.Text("detail")))), new Complete()]);

    /// <summary>Agrees on a date that starts another flow.</summary>
    static readonly ActivityKind Agree = ActivityKind.Automatic(
        new ActivityDescriptor("Test.Agree", 1, "Test", "Agree", "", [], [], [], ActivityTraits.None),
        c => [new Happened(new DateAgreed(c.RequiredText("key"), c.Now.AddDays((double)c.Number("days")!), c.Flag("drop") ? "" : "review")), new Complete()]);

    /// <summary>A task for a person with outcomes from the drawing, a reminder and a due moment.</summary>
    static readonly ActivityKind Ask = new(
        new ActivityDescriptor("Test.Ask", 1, "Test", "Ask", "", [new InputDescriptor("Outcomes", "String[]", "Outcomes", "", InputDescriptor.DynamicOutcomes)], [], [], ActivityTraits.Waits | ActivityTraits.DynamicOutcomes),
        c =>
        {
            var outcomes = c.Texts("outcomes").Select(o => new TaskOutcome(o, o)).ToImmutableArray();
            var open = new OpenTask(c.Node.DisplayText, new TaskAddress(c.Text("relation"), c.Text("role"), null), null, outcomes, null, ["T1"], "because");
            return c.Number("dueDays") is { } days ? [open, new SetDeadline("due", c.Now.AddDays((double)days), For: DeadlineFor.Task)] : [open];
        },
        (c, stimulus) => stimulus switch
        {
            TaskDone { Answers: var answers } when answers.ContainsKey("refuse") => [new Refuse([Refusal.Of("ANSWER_REFUSED")])],
            TaskDone done => [.. done.Answers["note"] is { } note ? new Effect[] { new Happened(new Noted(note.ToString(), null)) } : [], new Complete(done.Outcome, done.Answers.DeepClone())],
            DeadlineDue => [new EscalateTask()],
            _ => throw new StepFailed("STIMULUS_UNEXPECTED"),
        });

    /// <summary>Waits until an expression is true.</summary>
    static readonly ActivityKind Until = new(
        new ActivityDescriptor("Test.Until", 1, "Test", "Until", "", [], [], [], ActivityTraits.Waits), c => [new AwaitCondition("until")], (_, _) => [new Complete()]);

    /// <summary>Does something that cannot be undone.</summary>
    static readonly ActivityKind Seal = ActivityKind.Automatic(new ActivityDescriptor("Test.Seal", 1, "Test", "Seal", "", [], [], [], ActivityTraits.Irreversible), _ => [new Complete()]);

    /// <summary>Stops other instances, named by their numbers.</summary>
    static readonly ActivityKind Stop = ActivityKind.Automatic(
        new ActivityDescriptor("Test.Stop", 1, "Test", "Stop", "", [], [], [], ActivityTraits.None),
        c => [new StopInstances([.. c.RequiredText("instances").Split(',').Select(n => new InstanceId(long.Parse(n)))], "because"), new Complete()]);

    /// <summary>A mistake of its author: it asks for nothing and never ends.</summary>
    static readonly ActivityKind Hang = ActivityKind.Automatic(new ActivityDescriptor("Test.Hang", 1, "Test", "Hang", "", [], [], [], ActivityTraits.None), _ => []);

    public static readonly ActivityKinds Kinds = new([.. BuiltIn.All, Note, Agree, Ask, Until, Seal, Stop, Hang]);

}
