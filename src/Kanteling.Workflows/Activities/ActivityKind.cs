using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// What a type of activity is and does: a record of pure functions. Add a kind to the catalogue and it can be drawn.
/// </summary>
/// <param name="Start">What it asks for when it is reached.</param>
/// <param name="Resume">What it asks for when something it waited for came.</param>
public sealed record ActivityKind(
    ActivityDescriptor Descriptor,
    Func<ActivityContext, IReadOnlyList<Effect>> Start,
    Func<ActivityContext, Stimulus, IReadOnlyList<Effect>> Resume)
{
    /// <summary>Looks at the answers before a task is completed: the port they lead to, or why they cannot be taken.</summary>
    public Func<ActivityContext, TaskAnswer, AnswerVerdict> Judge { get; init; } = TaskAnswer.JudgeByOutcome;

    /// <summary>
    /// When an open task of this kind is due as things are now. Asked when the domain or the calendar changed; null for a kind
    /// whose tasks keep the day with which they were opened.
    /// </summary>
    public Func<ActivityContext, Instances.WorkTask, TaskMoments>? Again { get; init; }

    /// <summary>Whether an open task of this kind wants to know that its instance was moved to another version, as <see cref="VersionMoved"/>.</summary>
    public bool FollowsMoves { get; init; }

    /// <summary>A kind that never waits.</summary>
    public static ActivityKind Automatic(ActivityDescriptor descriptor, Func<ActivityContext, IReadOnlyList<Effect>> start) =>
        new(descriptor, start, (_, stimulus) => throw new StepFailed(RefusalCode.StimulusUnexpected, stimulus.GetType().Name));
}

/// <summary>When a task is due, and the moments that go with it, such as its reminder.</summary>
/// <param name="Due">Null when it has no last day now, such as while its clock stands still.</param>
public sealed record TaskMoments(Instances.TaskDue? Due, ImmutableArray<SetDeadline> Deadlines);

/// <summary>What a person filled in.</summary>
/// <param name="Outcome">The chosen port, or null when it follows from the answers or there is only one.</param>
public sealed record TaskAnswer(Instances.WorkTask Task, string? Outcome, JsonObject Answers, ActorId By)
{
    /// <summary>Takes the chosen port when the task offers it, or the only one there is.</summary>
    public static AnswerVerdict JudgeByOutcome(ActivityContext context, TaskAnswer answer)
    {
        var ports = answer.Task.Outcomes;
        if (answer.Outcome is null)
        {
            return ports.Length switch
            {
                0 => new AnswerVerdict("Done", answer.Answers, []),
                1 => new AnswerVerdict(ports[0].Port, answer.Answers, []),
                _ => AnswerVerdict.Refused(RefusalCode.OutcomeMissing, string.Join(", ", ports.Select(p => p.Label))),
            };
        }
        return ports.Any(p => p.Port == answer.Outcome)
            ? new AnswerVerdict(answer.Outcome, answer.Answers, [])
            : AnswerVerdict.Refused(RefusalCode.OutcomeUnknown, answer.Outcome, string.Join(", ", ports.Select(p => p.Label)));
    }
}

/// <param name="Answers">The answers as they are kept, cleaned of what the form does not ask.</param>
public sealed record AnswerVerdict(string Outcome, JsonObject Answers, ImmutableArray<Refusal> Refusals)
{
    public static AnswerVerdict Refused(string code, params string[] arguments) => new("", [], [Refusal.Of(code, arguments)]);

    public static AnswerVerdict Refused(IEnumerable<Refusal> refusals) => new("", [], [.. refusals]);
}

/// <summary>All kinds of activity that this program runs, by type and version.</summary>
public sealed class ActivityKinds
{
    readonly Dictionary<(string Type, int Version), ActivityKind> kinds = [];

    public ActivityKinds(IEnumerable<ActivityKind> kinds)
    {
        foreach (var kind in kinds)
            this.kinds.Add((kind.Descriptor.Type, kind.Descriptor.Version), kind);
    }

    public IEnumerable<ActivityDescriptor> Descriptors => kinds.Values.Select(k => k.Descriptor);

    /// <summary>What is known of exactly this type and version, or null.</summary>
    public ActivityDescriptor? Find(string type, int version) => kinds.GetValueOrDefault((type, version))?.Descriptor;

    /// <summary>The kind of this drawn activity, or null when the program does not know it.</summary>
    public ActivityKind? For(ActivityNode node) =>
        kinds.TryGetValue((node.Type, node.Version), out var kind) ? kind
        : node.Property("workflowDefinitionId") is not null ? ChildFlows.AsActivity : null;
}
