using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// Moving an instance to another version. The law: every open step must exist there, as the same kind of step in the same
/// container; what is open stays as it is. The counters are keyed by drawing ids, so most of them still count. A connection
/// that is new gets a counter as if it had always been there: already used up where its source is still to come, already
/// passed without being followed where its source is behind us, so that a join neither fires too early nor waits for ever.
/// </summary>
sealed class Moving(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Move(MoveInstance command)
    {
        if (!at.Case.Instances.TryGetValue(command.Instance, out var instance))
            return [Refusal.Of(RefusalCode.InstanceNotOpen, command.Instance.ToString())];
        var to = new DefinitionVersion(instance.Definition.DefinitionId, command.ToVersion);
        if (to == instance.Definition)
            return [Refusal.Of(RefusalCode.MoveToSameVersion, to.ToString())];
        if (at.Given.Find<CompiledDefinition>(Given.DefinitionKey(to)) is not { } definition)
            return [Refusal.Of(RefusalCode.DefinitionNotFound, to.ToString())];
        var mapping = command.Mapping ?? ImmutableSortedDictionary<ActivityId, ActivityId>.Empty;
        var missing = instance.Executions.Values.Where(e => !FitsIn(definition, instance, e, mapping)).Select(e => e.ActivityId).Distinct().ToList();
        if (missing.Count > 0)
            return [Refusal.Of(RefusalCode.MoveStepMissing, string.Join(", ", missing), to.ToString())];
        burst.Raise(new InstanceMoved(command.Instance, instance.Definition, to, mapping));
        foreach (var (flow, _) in instance.Scopes)
            CountNewConnections(command.Instance, flow);
        foreach (var wait in burst.State.Instances[command.Instance].Waits.Values.OfType<TaskWait>())
            Follow(command.Instance, wait.Execution);
        return [];
    }

    /// <summary>Open tasks go on with the documents of the version that the instance is on now.</summary>
    void Follow(InstanceId instance, ExecutionId execution)
    {
        if (burst.Parts.Kinds.For(burst.ContextOf(instance, execution).Node) is { FollowsMoves: true })
            burst.Resume(instance, execution, new VersionMoved());
    }

    bool FitsIn(CompiledDefinition definition, Instance instance, Execution execution, ImmutableSortedDictionary<ActivityId, ActivityId> mapping)
    {
        ActivityId Now(ActivityId activity) => mapping.GetValueOrDefault(activity, activity);
        var old = burst.ContextOf(instance.Id, execution.Id).Node;
        if (definition.Definition.Nodes.GetValueOrDefault(Now(execution.ActivityId)) is not { } node || node.Type != old.Type || node.Version != old.Version)
            return false;
        if (node.Parent?.Id != (old.Parent is null ? (ActivityId?)null : Now(old.Parent.Id)))
            return false;
        return node.Parent is not { IsFlowchart: true } flowchart || flowchart.GraphFrom(instance.StartActivity).IsReachable(node.Id);
    }

    void CountNewConnections(InstanceId instanceId, ExecutionId flow)
    {
        var instance = burst.State.Instances[instanceId];
        var graph = burst.ContextOf(instanceId, flow).Node.GraphFrom(instance.StartActivity);
        var scope = instance.Scopes[flow];
        var ahead = AheadOf(graph, instance.Executions.Values.Where(e => e.Parent == flow).Select(e => e.ActivityId));
        var open = graph.Reachable.SelectMany(a => graph.ForwardInbound(a.Id))
            .Select(connection => (Connection: connection, Key: new ConnectionKey(connection.Source, connection.Port, connection.Target)))
            .Where(x => !scope.Connections.ContainsKey(x.Key))
            .Select(x => (x.Key, Count: scope.Visits.GetValueOrDefault(x.Connection.Target) + (ahead.Contains(x.Connection.Target) && !ahead.Contains(x.Connection.Source) ? 1 : 0)))
            .Where(x => x.Count > 0)
            .ToImmutableSortedDictionary(x => x.Key, x => new ConnectionVisits(x.Count, false));
        if (!open.IsEmpty)
            burst.Raise(new FlowAdvanced(instanceId, flow, Scope.Empty.Visits, open, []));
    }

    /// <summary>The open steps and everything that they lead to.</summary>
    static HashSet<ActivityId> AheadOf(FlowGraph graph, IEnumerable<ActivityId> open)
    {
        var ahead = new HashSet<ActivityId>(open);
        var todo = new Queue<ActivityId>(ahead);
        while (todo.TryDequeue(out var activity))
        {
            foreach (var connection in graph.Outbound(activity))
            {
                if (!graph.IsBackward(connection) && ahead.Add(connection.Target))
                    todo.Enqueue(connection.Target);
            }
        }
        return ahead;
    }
}
