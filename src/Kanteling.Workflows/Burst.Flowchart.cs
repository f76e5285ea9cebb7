using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>
/// The counter-based flowchart, exactly as Elsa's (elsa-contract E4). The law: an activity is visited when it completes,
/// unless it was started over a connection that goes back; a connection is visited when its source is; a target starts
/// when all its forward connections are visited more often than itself and one of them was followed; when none was, it
/// is skipped, which counts as completing it with no outcome, so that an untaken branch never blocks a later join. A
/// FlowJoin in mode WaitAny starts at the first that is followed and stops what still leads to it.
/// </summary>
sealed partial class Burst
{
    void RunFlowchart(ActivityContext flow, Stimulus? stimulus)
    {
        var graph = flow.Node.GraphFrom(flow.Instance.StartActivity);
        if (stimulus is ChildCompleted child)
            Advance(flow, graph, child);
        else if (graph.Start is { } start)
            Schedule(new Step(flow.Instance.Id, flow.Execution, start, false, null));
        else
            CompleteExecution(flow.Instance.Id, flow.Execution, Complete.Done, null);
    }

    void Advance(ActivityContext flow, FlowGraph graph, ChildCompleted child)
    {
        var node = flow.Definition.Node(child.Activity);
        if (kinds.For(node)?.Descriptor.Traits.HasFlag(ActivityTraits.Terminal) == true)
        {
            CompleteExecution(flow.Instance.Id, flow.Execution, Complete.Done, null);
            return;
        }
        if (!graph.IsReachable(child.Activity))
            throw new StepFailed(RefusalCode.ActivityUnreachable, node.DisplayText);
        var any = Follow(flow, graph, child.Activity, child.Outcomes, child.Backward);
        if (!any)
            CompleteIfIdle(flow);
    }

    /// <summary>Visits the completed activity and its connections; skipped targets follow in the same way, without recursion.</summary>
    bool Follow(ActivityContext flow, FlowGraph graph, string activity, ImmutableArray<string> outcomes, bool backward)
    {
        var any = false;
        var todo = new Queue<(string Activity, ImmutableArray<string> Outcomes, bool Backward)>([(activity, outcomes, backward)]);
        while (todo.TryDequeue(out var done))
        {
            if (!done.Backward)
                Visit(flow, done.Activity);
            foreach (var connection in graph.Outbound(done.Activity))
            {
                var followed = done.Outcomes.Contains(connection.Port);
                VisitConnection(flow, connection, followed);
                any |= graph.IsBackward(connection) ? FollowBack(flow, graph, connection, followed) : FollowForward(flow, graph, connection, todo);
            }
        }
        return any;
    }

    bool FollowBack(ActivityContext flow, FlowGraph graph, Connection connection, bool followed)
    {
        if (!followed)
            return false;
        if (!graph.IsValidBackward(connection))
            throw new StepFailed(RefusalCode.BackwardConnectionInvalid, connection.Source, connection.Target);
        Enqueue(flow, connection.Target, true);
        return true;
    }

    bool FollowForward(ActivityContext flow, FlowGraph graph, Connection connection, Queue<(string, ImmutableArray<string>, bool)> todo)
    {
        var scope = ScopeOf(flow);
        var target = connection.Target;
        var inbound = graph.ForwardInbound(target);
        var visits = scope.Visits.GetValueOrDefault(target);
        var allVisited = inbound.All(c => CountOf(scope, c) > visits);
        var anyFollowed = inbound.Any(c => CountOf(scope, c) > visits && FollowedLast(scope, c));
        switch (JoinModeOf(flow, target))
        {
            case JoinMode.WaitAny:
                if (CountOf(scope, connection) <= visits || IsUnderWay(flow, target))
                    return false;
                if (anyFollowed)
                    return JoinFirst(flow, graph, target);
                break;
            case JoinMode.WaitAll:
                anyFollowed = inbound.All(c => FollowedLast(scope, c));
                goto default;
            default:
                if (allVisited && anyFollowed)
                {
                    Enqueue(flow, target, false);
                    return true;
                }
                break;
        }
        if (allVisited)
        {
            work = work with { Skipped = work.Skipped.Add((flow.Instance.Id, flow.Execution, target)) };
            todo.Enqueue((target, [], false));
        }
        return false;
    }

    bool JoinFirst(ActivityContext flow, FlowGraph graph, string target)
    {
        Enqueue(flow, target, false);
        CancelRunning(flow, graph, graph.Ancestors(target));
        return true;
    }

    enum JoinMode { WaitAllActive, WaitAll, WaitAny }

    JoinMode JoinModeOf(ActivityContext flow, string target)
    {
        var node = flow.Definition.Node(target);
        if (node.Type != ActivityTypes.FlowJoin)
            return JoinMode.WaitAllActive;
        return node.Inputs.TryGetValue("mode", out var mode) && Enum.TryParse<JoinMode>(mode.Text, true, out var drawn) ? drawn : JoinMode.WaitAny;
    }

    void Enqueue(ActivityContext flow, string target, bool backward) =>
        Schedule(new Step(flow.Instance.Id, flow.Execution, flow.Definition.Node(target), backward, null));

    bool IsUnderWay(ActivityContext flow, string target) => Queued(flow).Any(s => s.Node!.Id == target) || Running(flow).Any(e => e.ActivityId == target);

    IEnumerable<Step> Queued(ActivityContext flow) => work.Scheduled.Where(s => s.Instance == flow.Instance.Id && s.Execution == flow.Execution && s.Node is not null);

    IEnumerable<Execution> Running(ActivityContext flow) => State.Instances[flow.Instance.Id].Executions.Values.Where(e => e.Parent == flow.Execution);

    /// <summary>Stops running activities of this flowchart; each counts as completed with no outcome, which may stop others in turn.</summary>
    void CancelRunning(ActivityContext flow, FlowGraph graph, IReadOnlySet<string> activities)
    {
        foreach (var running in Running(flow).Where(e => activities.Contains(e.ActivityId)).ToList())
        {
            if (State.Instances[flow.Instance.Id].Executions.ContainsKey(running.Id))
            {
                CancelExecution(flow.Instance.Id, running.Id, RaceLost);
                Follow(flow, graph, running.ActivityId, [], running.StartedBackward);
            }
        }
    }

    /// <summary>
    /// A FlowJoin that runs stops what still leads to it. Unlike Elsa's, it also takes back what was scheduled and did not
    /// start yet: a branch that lost the race must not open a task that nobody waits for.
    /// </summary>
    void CancelInboundOf(long instance, long execution)
    {
        var running = State.Instances[instance].Executions[execution];
        var flow = ContextOf(instance, running.Parent);
        if (!flow.Node.IsFlowchart)
            return;
        var graph = flow.Node.GraphFrom(flow.Instance.StartActivity);
        var ancestors = graph.Ancestors(running.ActivityId);
        CancelRunning(flow, graph, ancestors);
        foreach (var queued in Queued(flow).Where(s => ancestors.Contains(s.Node!.Id)).ToList())
        {
            work = work with { Scheduled = [.. work.Scheduled.Where(s => !ReferenceEquals(s, queued))] };
            Follow(flow, graph, queued.Node!.Id, [], queued.Backward);
        }
    }

    void CompleteIfIdle(ActivityContext flow)
    {
        if (Running(flow).Any() || Queued(flow).Any() || work.Ends.Any(s => s.Instance == flow.Instance.Id && s.Execution == flow.Execution))
            return;
        if (State.Instances[flow.Instance.Id].Executions[flow.Execution].Parent == 0 && flow.Definition.Definition.NeedsEnd)
            throw new StepFailed(RefusalCode.NoEndReached, flow.Definition.Definition.Name);
        CompleteExecution(flow.Instance.Id, flow.Execution, Complete.Done, null);
    }

    Scope ScopeOf(ActivityContext flow) =>
        work.Scopes.GetValueOrDefault((flow.Instance.Id, flow.Execution)) ?? flow.Instance.Scopes.GetValueOrDefault(flow.Execution, Scope.Empty);

    void Visit(ActivityContext flow, string activity)
    {
        var scope = ScopeOf(flow);
        Keep(flow, scope with { Visits = scope.Visits.SetItem(activity, scope.Visits.GetValueOrDefault(activity) + 1) });
    }

    void VisitConnection(ActivityContext flow, Connection connection, bool followed)
    {
        var scope = ScopeOf(flow);
        Keep(flow, scope with { Connections = scope.Connections.SetItem(KeyOf(connection), new ConnectionVisits(CountOf(scope, connection) + 1, followed)) });
    }

    void Keep(ActivityContext flow, Scope scope) => work = work with { Scopes = work.Scopes.SetItem((flow.Instance.Id, flow.Execution), scope) };

    static ConnectionKey KeyOf(Connection c) => new(c.Source, c.Port, c.Target);

    static int CountOf(Scope scope, Connection c) => scope.Connections.GetValueOrDefault(KeyOf(c)).Count;

    static bool FollowedLast(Scope scope, Connection c) => scope.Connections.GetValueOrDefault(KeyOf(c)).LastFollowed;

    void WriteScopes()
    {
        foreach (var (instance, owner) in work.Scopes.Keys.Order().ToList())
            WriteScope(instance, owner);
    }

    /// <summary>The counters that changed in this decision, as one event.</summary>
    void WriteScope(long instanceId, long owner)
    {
        if (!work.Scopes.TryGetValue((instanceId, owner), out var scope) || !State.Instances.TryGetValue(instanceId, out var instance) || !instance.Executions.ContainsKey(owner))
            return;
        var old = instance.Scopes.GetValueOrDefault(owner, Scope.Empty);
        var visits = scope.Visits.Where(v => old.Visits.GetValueOrDefault(v.Key) != v.Value).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var connections = scope.Connections.Where(c => old.Connections.GetValueOrDefault(c.Key) != c.Value).ToImmutableSortedDictionary();
        if (!visits.IsEmpty || !connections.IsEmpty)
            Raise(new FlowAdvanced(instanceId, owner, visits, connections, [.. work.Skipped.Where(s => s.Instance == instanceId && s.Owner == owner).Select(s => s.Activity).Order(StringComparer.Ordinal)]));
        work = work with { Scopes = work.Scopes.Remove((instanceId, owner)) };
    }
}
