using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Runs;

/// <summary>How one run of an activity stands. A faulted one is open: it can be tried again, repaired or skipped.</summary>
public enum RunStatus { Running, Completed, Canceled, Faulted }

/// <summary>One time that an activity ran, or the instance itself (then <see cref="Id"/> is 0).</summary>
/// <param name="Id">The execution's number in the stream; 0 for the instance itself.</param>
/// <param name="Definition">The version whose drawing has the activity.</param>
/// <param name="Parent">The execution around it; 0 for what the instance itself holds.</param>
/// <param name="StartedIn">Version of the commit in which it began.</param>
/// <param name="Outcomes">How it was left; empty while it runs and when it was stopped.</param>
/// <param name="Inputs">What it worked with, when that was kept.</param>
/// <param name="Output">What it gave, when it gave something.</param>
/// <param name="Faults">How often it could not go on.</param>
public sealed record ActivityRun(
    InstanceId Instance, ExecutionId Id, ActivityId ActivityId, DefinitionVersion Definition, ExecutionId Parent, DateTimeOffset StartedAt, long StartedIn,
    DateTimeOffset? EndedAt, RunStatus Status, ImmutableArray<string> Outcomes, Content? Inputs, Content? Output, int Faults)
{
    /// <summary>Whether it has come to an end, well or not.</summary>
    public bool HasEnded => EndedAt is not null;
}
