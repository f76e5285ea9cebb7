using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>What the decider answers.</summary>
public abstract record Decision
{
    /// <summary>What steps and the domain threw that nobody foresaw, for the log only.</summary>
    public ImmutableArray<StepFailure> Failures { get; init; } = [];
}

/// <param name="Events">The cause and what followed; applied to the case before, they give <paramref name="After"/>.</param>
public sealed record Accepted(ImmutableArray<WorkflowEvent> Events, Case After) : Decision
{
    /// <summary>What the published flows were when it was decided, when that mattered: committed only while they are so still.</summary>
    public FlowMark? Flows { get; init; }
}

/// <summary>Nothing is stored.</summary>
public sealed record Rejected(ImmutableArray<Refusal> Refusals) : Decision
{
    public static Rejected Because(string code, params string[] arguments) => new([Refusal.Of(code, arguments)]);
}

/// <summary>The decision needs a row that was not given; load it and decide again.</summary>
public sealed record Needs(string Key) : Decision;
