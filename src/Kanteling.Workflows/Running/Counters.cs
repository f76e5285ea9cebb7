using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>The counters of flowcharts. They change in memory while a decision runs, and what changed is written as one event.</summary>
sealed class Counters(Progress progress)
{
    public Scope Of(ActivityContext flow) =>
        progress.Work.Scopes.GetValueOrDefault((flow.Instance.Id, flow.Execution)) ?? flow.Instance.Scopes.GetValueOrDefault(flow.Execution, Scope.Empty);

    public void Visit(ActivityContext flow, ActivityId activity)
    {
        var scope = Of(flow);
        Keep(flow, scope with { Visits = scope.Visits.SetItem(activity, scope.Visits.GetValueOrDefault(activity) + 1) });
    }

    public void Visit(ActivityContext flow, Connection connection, bool followed)
    {
        var scope = Of(flow);
        Keep(flow, scope with { Connections = scope.Connections.SetItem(KeyOf(connection), new ConnectionVisits(CountOf(scope, connection) + 1, followed)) });
    }

    public void Skip(ActivityContext flow, ActivityId activity) =>
        progress.Work = progress.Work with { Skipped = progress.Work.Skipped.Add((flow.Instance.Id, flow.Execution, activity)) };

    public static int CountOf(Scope scope, Connection c) => scope.Connections.GetValueOrDefault(KeyOf(c)).Count;

    public static bool FollowedLast(Scope scope, Connection c) => scope.Connections.GetValueOrDefault(KeyOf(c)).LastFollowed;

    public void WriteAll()
    {
        foreach (var (instance, owner) in progress.Work.Scopes.Keys.Order().ToList())
            Write(instance, owner);
    }

    /// <summary>The counters of one flowchart that changed in this decision, as one event.</summary>
    public void Write(InstanceId instanceId, ExecutionId owner)
    {
        var work = progress.Work;
        if (!work.Scopes.TryGetValue((instanceId, owner), out var scope) || !progress.State.Instances.TryGetValue(instanceId, out var instance) || !instance.Executions.ContainsKey(owner))
            return;
        var old = instance.Scopes.GetValueOrDefault(owner, Scope.Empty);
        var visits = scope.Visits.Where(v => old.Visits.GetValueOrDefault(v.Key) != v.Value).ToImmutableSortedDictionary();
        var connections = scope.Connections.Where(c => old.Connections.GetValueOrDefault(c.Key) != c.Value).ToImmutableSortedDictionary();
        if (!visits.IsEmpty || !connections.IsEmpty)
            progress.Raise(new FlowAdvanced(instanceId, owner, visits, connections, [.. work.Skipped.Where(s => s.Instance == instanceId && s.Owner == owner).Select(s => s.Activity).Order()]));
        progress.Work = work with { Scopes = work.Scopes.Remove((instanceId, owner)) };
    }

    void Keep(ActivityContext flow, Scope scope) =>
        progress.Work = progress.Work with { Scopes = progress.Work.Scopes.SetItem((flow.Instance.Id, flow.Execution), scope) };

    static ConnectionKey KeyOf(Connection c) => new(c.Source, c.Port, c.Target);
}
