using System.Collections.Immutable;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Runs;

/// <summary>One line of the journal.</summary>
/// <param name="Sequence">Its place in the journal of its instance, from 0.</param>
/// <param name="Execution">The run of an activity that it is about; 0 for the instance itself.</param>
/// <param name="Name">One of <see cref="RunEvents"/>.</param>
/// <param name="Version">The commit.</param>
/// <param name="Actor">Who asked for that commit.</param>
/// <param name="Because">The stored event that it was made of.</param>
public sealed record RunRecord(
    int Sequence, ExecutionId Execution, string Name, DateTimeOffset At, long Version, ActorId Actor, ImmutableArray<string> Outcomes, WorkflowEvent Because);

/// <summary>Elsa's words for what happens to an activity, and two of our own for what goes out and comes back.</summary>
public static class RunEvents
{
    public const string Started = "Started", Resumed = "Resumed", Suspended = "Suspended", Completed = "Completed", Faulted = "Faulted", Canceled = "Canceled";
    public const string WorkflowCancelled = "Workflow cancelled", MessageQueued = "Message queued", ReplyReceived = "Reply received";
}
