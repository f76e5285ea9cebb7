using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>Work to do: start <see cref="Node"/> in <see cref="Execution"/> (0 is the instance), or resume that execution.</summary>
sealed record Step(InstanceId Instance, ExecutionId Execution, ActivityNode? Node, bool Backward, Stimulus? Stimulus)
{
    public ImmutableArray<KeyValuePair<string, JsonNode?>> Locals { get; init; } = [];
}

/// <summary>What is still to be done, and what is only written at the end of the decision.</summary>
/// <param name="Ends">Ends of nested activities and flows, for the executions around them.</param>
/// <param name="Scopes">Counters of flowcharts that changed.</param>
/// <param name="Skipped">Activities that were passed over.</param>
/// <param name="Memory">Variables that live for one decision.</param>
sealed record Work(
    ImmutableQueue<Step> Ends, ImmutableQueue<Step> Scheduled, ImmutableDictionary<(InstanceId Instance, ExecutionId Owner), Scope> Scopes,
    ImmutableHashSet<(InstanceId Instance, ExecutionId Owner, ActivityId Activity)> Skipped, ImmutableDictionary<(InstanceId Instance, VariableKey Key), Content> Memory)
{
    public static readonly Work None = new(
        [], [], ImmutableDictionary<(InstanceId, ExecutionId), Scope>.Empty, [], ImmutableDictionary<(InstanceId, VariableKey), Content>.Empty);
}

/// <summary>A point of the decision to which it can go back: the state, how many events there were, and the work.</summary>
sealed record Mark(Case State, int Events, Work Work, long NextId);
