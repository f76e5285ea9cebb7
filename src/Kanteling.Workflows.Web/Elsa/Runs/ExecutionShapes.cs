using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Web.Elsa.Runs;

// Runs of activities and lines of the journal as Studio reads them.

record ExecutionSummary(
    string Id, string WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    DateTimeOffset StartedAt, bool HasBookmarks, string Status, int AggregateFaultCount, DateTimeOffset? CompletedAt,
    string? SchedulingActivityExecutionId, string? SchedulingActivityId, string? SchedulingWorkflowInstanceId, int CallStackDepth, JsonObject Metadata);

sealed record ExecutionAnswer(
    string Id, string WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    DateTimeOffset StartedAt, bool HasBookmarks, string Status, int AggregateFaultCount, DateTimeOffset? CompletedAt,
    string? SchedulingActivityExecutionId, string? SchedulingActivityId, string? SchedulingWorkflowInstanceId, int CallStackDepth, JsonObject Metadata,
    JsonObject ActivityState, JsonObject Payload, JsonObject Outputs, JsonObject Properties, ExceptionShape? Exception)
    : ExecutionSummary(
        Id, WorkflowInstanceId, ActivityId, ActivityNodeId, ActivityType, ActivityTypeVersion, ActivityName, StartedAt, HasBookmarks, Status,
        AggregateFaultCount, CompletedAt, SchedulingActivityExecutionId, SchedulingActivityId, SchedulingWorkflowInstanceId, CallStackDepth, Metadata);

sealed record StatsShape(
    string ActivityId, string ActivityNodeId, int StartedCount, int CompletedCount, int UncompletedCount, bool IsBlocked, bool IsFaulted, JsonObject Metadata);

sealed record ReportAnswer(IReadOnlyList<StatsShape> Stats);

sealed record CallStackAnswer(string ActivityExecutionId, IReadOnlyList<ExecutionAnswer> Items, int TotalCount);

/// <param name="Source">Who made it happen, for those who may know.</param>
/// <param name="Payload">With <c>Outcomes</c> when a step was left.</param>
sealed record JournalRecord(
    string Id, string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    string NodeId, DateTimeOffset Timestamp, int Sequence, string EventName, string? Message, string? Source, JsonObject ActivityState, JsonObject Payload);
