using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// The counter-based flowchart, exactly as Elsa's (elsa-contract E4). The law: an activity is visited when it completes,
/// unless it was started over a connection that goes back; a connection is visited when its source is; a target starts
/// when all its forward connections are visited more often than itself and one of them was followed; when none was, it
/// is skipped, which counts as completing it with no outcome, so that an untaken branch never blocks a later join. A
/// FlowJoin in mode WaitAny starts at the first that is followed and stops what still leads to it.
/// </summary>
sealed class Flowchart(Progress progress, Counters counters, Endings endings)
{
    /// <summary>Begins it, or goes on after one of its activities ended.</summary>
    public void Run(ActivityContext flow, Stimulus? stimulus)
    {
        var graph = flow.Node.GraphFrom(flow.Instance.StartActivity);
        if (stimulus is ChildCompleted child)
            Advance(flow, graph, child);
        else if (graph.Start is { } start)
            progress.Schedule(new Step(flow.Instance.Id, flow.Execution, start, false, null));
        else
            endings.Complete(flow.Instance.Id, flow.Execution, Complete.Done);
    }

    void Advance(ActivityContext flow, FlowGraph graph, ChildCompleted child)
    {
        var node = flow.Definition.Node(child.Activity);
        if (progress.Parts.Kinds.For(node)?.Descriptor.Traits.HasFlag(ActivityTraits.Terminal) == true)
        {
            endings.Complete(flow.Instance.Id, flow.Execution, Complete.Done);
            return;
        }
        if (!graph.IsReachable(child.Activity))
            throw new StepFailed(RefusalCode.ActivityUnreachable, node.DisplayText);
        var any = Follow(flow, graph, child.Activity, child.Outcomes, child.Backward);
        if (!any)
            CompleteIfIdle(flow);
    }

    /// <summary>Visits the completed activity and its connections; skipped targets follow in the same way, without recursion.</summary>
    bool Follow(ActivityContext flow, FlowGraph graph, ActivityId activity, ImmutableArray<string> outcomes, bool backward)
    {
        var any = false;
        var todo = new Queue<(ActivityId Activity, ImmutableArray<string> Outcomes, bool Backward)>([(activity, outcomes, backward)]);
        while (todo.TryDequeue(out var done))
        {
            if (!done.Backward)
                counters.Visit(flow, done.Activity);
            foreach (var connection in graph.Outbound(done.Activity))
            {
                var followed = done.Outcomes.Contains(connection.Port);
                counters.Visit(flow, connection, followed);
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
            throw new StepFailed(RefusalCode.BackwardConnectionInvalid, connection.Source.Text, connection.Target.Text);
        Enqueue(flow, connection.Target, true);
        return true;
    }

    bool FollowForward(ActivityContext flow, FlowGraph graph, Connection connection, Queue<(ActivityId, ImmutableArray<string>, bool)> todo)
    {
        var scope = counters.Of(flow);
        var target = connection.Target;
        var inbound = graph.ForwardInbound(target);
        var visits = scope.Visits.GetValueOrDefault(target);
        var allVisited = inbound.All(c => Counters.CountOf(scope, c) > visits);
        var anyFollowed = inbound.Any(c => Counters.CountOf(scope, c) > visits && Counters.FollowedLast(scope, c));
        switch (JoinModeOf(flow, target))
        {
            case JoinMode.WaitAny:
                if (Counters.CountOf(scope, connection) <= visits || IsUnderWay(flow, target))
                    return false;
                if (anyFollowed)
                    return JoinFirst(flow, graph, target);
                break;
            case JoinMode.WaitAll:
                anyFollowed = inbound.All(c => Counters.FollowedLast(scope, c));
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
            counters.Skip(flow, target);
            todo.Enqueue((target, [], false));
        }
        return false;
    }

    bool JoinFirst(ActivityContext flow, FlowGraph graph, ActivityId target)
    {
        Enqueue(flow, target, false);
        CancelRunning(flow, graph, graph.Ancestors(target));
        return true;
    }

    enum JoinMode { WaitAllActive, WaitAll, WaitAny }

    JoinMode JoinModeOf(ActivityContext flow, ActivityId target)
    {
        var node = flow.Definition.Node(target);
        if (node.Type != ActivityTypes.FlowJoin)
            return JoinMode.WaitAllActive;
        return node.Inputs.TryGetValue("mode", out var mode) && Enum.TryParse<JoinMode>(mode.Text, true, out var drawn) ? drawn : JoinMode.WaitAny;
    }

    void Enqueue(ActivityContext flow, ActivityId target, bool backward) =>
        progress.Schedule(new Step(flow.Instance.Id, flow.Execution, flow.Definition.Node(target), backward, null));

    bool IsUnderWay(ActivityContext flow, ActivityId target) => Queued(flow).Any(s => s.Node!.Id == target) || Running(flow).Any(e => e.ActivityId == target);

    IEnumerable<Step> Queued(ActivityContext flow) => progress.Work.Scheduled.Where(s => s.Instance == flow.Instance.Id && s.Execution == flow.Execution && s.Node is not null);

    IEnumerable<Execution> Running(ActivityContext flow) => progress.State.Instances[flow.Instance.Id].Executions.Values.Where(e => e.Parent == flow.Execution);

    /// <summary>Stops running activities of this flowchart; each counts as completed with no outcome, which may stop others in turn.</summary>
    void CancelRunning(ActivityContext flow, FlowGraph graph, IReadOnlySet<ActivityId> activities)
    {
        foreach (var running in Running(flow).Where(e => activities.Contains(e.ActivityId)).ToList())
        {
            if (progress.State.Instances[flow.Instance.Id].Executions.ContainsKey(running.Id))
            {
                endings.Cancel(flow.Instance.Id, running.Id, StoredReason.RaceLost);
                Follow(flow, graph, running.ActivityId, [], running.StartedBackward);
            }
        }
    }

    /// <summary>
    /// A FlowJoin that runs stops what still leads to it. Unlike Elsa's, it also takes back what was scheduled and did not
    /// start yet: a branch that lost the race must not open a task that nobody waits for.
    /// </summary>
    public void CancelInboundOf(InstanceId instance, ExecutionId execution)
    {
        var running = progress.State.Instances[instance].Executions[execution];
        var flow = progress.ContextOf(instance, running.Parent);
        if (!flow.Node.IsFlowchart)
            return;
        var graph = flow.Node.GraphFrom(flow.Instance.StartActivity);
        var ancestors = graph.Ancestors(running.ActivityId);
        CancelRunning(flow, graph, ancestors);
        foreach (var queued in Queued(flow).Where(s => ancestors.Contains(s.Node!.Id)).ToList())
        {
            progress.Work = progress.Work with { Scheduled = [.. progress.Work.Scheduled.Where(s => !ReferenceEquals(s, queued))] };
            Follow(flow, graph, queued.Node!.Id, [], queued.Backward);
        }
    }

    void CompleteIfIdle(ActivityContext flow)
    {
        if (Running(flow).Any() || Queued(flow).Any() || progress.Work.Ends.Any(s => s.Instance == flow.Instance.Id && s.Execution == flow.Execution))
            return;
        if (progress.State.Instances[flow.Instance.Id].Executions[flow.Execution].Parent == ExecutionId.None && flow.Definition.Definition.NeedsEnd)
            throw new StepFailed(RefusalCode.NoEndReached, flow.Definition.Definition.Name);
        endings.Complete(flow.Instance.Id, flow.Execution, Complete.Done);
    }
}
