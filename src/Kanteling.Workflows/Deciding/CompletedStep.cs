using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Deciding;

/// <summary>A task's completion in the past, as the store's history gives it.</summary>
/// <param name="Before">The case right before that commit.</param>
/// <param name="After">The case right after it.</param>
/// <param name="Later">All events since.</param>
public sealed record CompletedStep(long Version, Case Before, Case After, ImmutableArray<WorkflowEvent> Events, ImmutableArray<WorkflowEvent> Later)
{
    /// <summary>Instances that began with the step.</summary>
    public ImmutableArray<InstanceId> Began { get; } = [.. Events.OfType<InstanceStarted>().Select(e => e.Instance)];

    /// <summary>Instances that ended with it, without those that also began with it.</summary>
    public ImmutableArray<InstanceId> Ended { get; } = [.. Before.Instances.Keys.Where(id => !After.Instances.ContainsKey(id))];
}
