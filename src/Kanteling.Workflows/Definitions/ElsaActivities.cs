using System.Collections.Immutable;
using static Kanteling.Workflows.Definitions.Describing;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// The descriptors of Elsa's own activities that run here. Names, ports and editors are Elsa Studio's; all are version 1.
/// What Elsa has and this list lacks (scripts, files, bulk dispatch, state machines) survives a round trip but cannot be published.
/// </summary>
public static class ElsaActivities
{
    static readonly InputDescriptor Condition = Text("Condition", "Condition", "The condition to evaluate.") with { TypeName = "Boolean", DefaultSyntax = ExpressionTypes.Feel, IsRequired = true };
    static readonly InputDescriptor Cases = Plain("Cases", "Cases", "The cases to evaluate, in order.", "switch-editor");
    static readonly InputDescriptor SwitchMode = Choice("Mode", "Mode", "Whether to follow the first case that matches, or every one.", "MatchFirst", "MatchAny");

    /// <summary>Every descriptor of this list.</summary>
    public static ImmutableArray<ActivityDescriptor> All { get; } =
        [.. Containers(), .. Branches(), .. Loops(), .. Times(), .. ElsaSteps.Primitives(), .. ElsaSteps.Compositions(), .. ElsaSteps.Requests()];

    static readonly ImmutableDictionary<string, ActivityDescriptor> ByType = All.ToImmutableDictionary(descriptor => descriptor.Type);

    /// <summary>The descriptor of one of <see cref="ActivityTypes"/>.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in this list.</exception>
    public static ActivityDescriptor Of(string type) => ByType[type];

    static ActivityDescriptor[] Containers() =>
    [
        Make(ActivityTypes.Flowchart, "Flow", "Flowchart", "Activities joined by connections.", ActivityTraits.Container | ActivityTraits.NotBrowsable),
        Make(ActivityTypes.Sequence, "Workflows", "Sequence", "Activities one after another.", ActivityTraits.Container | ActivityTraits.NotBrowsable),
        Make(ActivityTypes.Parallel, "Workflows", "Parallel", "Activities side by side, until all are done.", ActivityTraits.Container | ActivityTraits.NotBrowsable),
        Make(ActivityTypes.Fork, "Branching", "Fork", "Branches side by side, until all or any are done.", ActivityTraits.Container | ActivityTraits.NotBrowsable)
            .With(Choice("JoinMode", "Join mode", "Whether to wait for all branches or for any.", "WaitAll", "WaitAny") with { IsWrapped = false }),
        Make(ActivityTypes.FlowNode, "Flow", "Flow node", "A place for one activity.", ActivityTraits.Container | ActivityTraits.NotBrowsable).Embedding("Body"),
        Make(ActivityTypes.Start, "Flow", "Start", "Where the flow begins.", ActivityTraits.Start),
        Make(ActivityTypes.End, "Flow", "End", "Where the flow ends.", ActivityTraits.Terminal),
    ];

    static ActivityDescriptor[] Branches() =>
    [
        Make(ActivityTypes.If, "Branching", "If", "Runs one of two activities.", ActivityTraits.Container)
            .With(Condition).Out("Result", "Boolean").Embedding("Then", "Else"),
        Make(ActivityTypes.Switch, "Branching", "Switch", "Runs the activities of the cases that match.", ActivityTraits.Container)
            .With(Cases, SwitchMode).Embedding("Default"),
        Make(ActivityTypes.FlowDecision, "Branching", "Decision", "Leaves by True or by False.").With(Condition).Flowing("True", "False"),
        Make(ActivityTypes.FlowSwitch, "Branching", "Switch (flow)", "Leaves by the cases that match, else by Default.", ActivityTraits.ManyOutcomes)
            .With(Cases with { UiHint = "flow-switch-editor" }, SwitchMode).Flowing("Default"),
        Make(ActivityTypes.FlowFork, "Branching", "Fork (flow)", "Leaves by every branch at once.", ActivityTraits.DynamicOutcomes | ActivityTraits.ManyOutcomes)
            .With(new InputDescriptor("Branches", "String[]", "Branches", "The names of the branches.", InputDescriptor.DynamicOutcomes, DefaultSyntax: ExpressionTypes.Object) { IsFixed = true }),
        Make(ActivityTypes.FlowJoin, "Branching", "Join", "Where branches meet.")
            .With(Choice("Mode", "Mode", "Which branches to wait for.", "WaitAny", "WaitAll", "WaitAllActive")),
    ];

    static ActivityDescriptor[] Loops() =>
    [
        Make(ActivityTypes.While, "Looping", "While", "Repeats its body as long as the condition holds.", ActivityTraits.Container)
            .With(Condition).Embedding("Body"),
        Make(ActivityTypes.For, "Looping", "For", "Repeats its body for a range of numbers.", ActivityTraits.Container)
            .With(Number("Start", "Start", "The first number.", 0), Number("End", "End", "The last number.", null), Number("Step", "Step", "The difference between two numbers.", 1),
                Check("OuterBoundInclusive", "Outer bound inclusive", "Whether the last number itself takes part.", true))
            .Out("CurrentValue", "Object").Embedding("Body"),
        Make(ActivityTypes.ForEach, "Looping", "For each", "Repeats its body for every item.", ActivityTraits.Container)
            .With(Items).Out("CurrentValue", "Object").Embedding("Body"),
        Make(ActivityTypes.ParallelForEach, "Looping", "Parallel for each", "Runs its body for all items side by side.", ActivityTraits.Container)
            .With(Items).Embedding("Body"),
        Make(ActivityTypes.Break, "Looping", "Break", "Leaves the nearest loop.", ActivityTraits.Terminal),
    ];

    static ActivityDescriptor[] Times() =>
    [
        Make(ActivityTypes.Delay, "Scheduling", "Delay", "Waits for a while.", ActivityTraits.Waits)
            .With(Text("TimeSpan", "Time span", "How long to wait: d.hh:mm:ss or ISO 8601.") with { TypeName = "TimeSpan", DefaultValue = "00:01:00", IsRequired = true }),
        Make(ActivityTypes.Timer, "Scheduling", "Timer", "Starts or goes on at an interval.", ActivityTraits.Trigger | ActivityTraits.Waits)
            .With(Text("Interval", "Interval", "The time between two moments: d.hh:mm:ss or ISO 8601.") with { TypeName = "TimeSpan", IsRequired = true }),
        Make(ActivityTypes.Cron, "Scheduling", "Cron", "Starts or goes on at the moments of a cron expression.", ActivityTraits.Trigger | ActivityTraits.Waits)
            .With(Text("CronExpression", "Cron expression", "Six fields, seconds first.") with { IsRequired = true }),
        Make(ActivityTypes.StartAt, "Scheduling", "Start at", "Starts or goes on at a moment.", ActivityTraits.Trigger | ActivityTraits.Waits)
            .With(Text("DateTime", "Moment", "When.") with { TypeName = "DateTimeOffset", UiHint = "datetime-picker", IsRequired = true }),
    ];

    static InputDescriptor Items => new("Items", "Object", "Items", "The items to go through.", "singleline", DefaultSyntax: ExpressionTypes.Object, IsRequired: true);
}
