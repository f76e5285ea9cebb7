using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Web.Elsa.Runs;

// Instances as Studio reads them. A collection is never missing.

/// <param name="Status">Running or Finished.</param>
/// <param name="SubStatus">Suspended while it is open: between two commands an instance always waits. Finished, Cancelled or Faulted afterwards.</param>
sealed record InstanceSummary(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, string Status, string SubStatus, string? CorrelationId, string? Name,
    int IncidentCount, bool IsSystem, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

sealed record InstanceAnswer(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, string Status, string SubStatus, string? CorrelationId, string? Name,
    int IncidentCount, bool IsSystem, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt,
    string? ParentWorkflowInstanceId, StateAnswer WorkflowState, IReadOnlyList<ElsaLink> Links);

sealed record StateAnswer(
    string Id, string DefinitionId, string DefinitionVersionId, int DefinitionVersion, string? CorrelationId, string? Name, string Status, string SubStatus,
    IReadOnlyList<BookmarkShape> Bookmarks, IReadOnlyList<IncidentShape> Incidents, IReadOnlyList<JsonObject> CompletionCallbacks,
    IReadOnlyList<ContextShape> ActivityExecutionContexts, JsonObject Input, JsonObject Output, JsonObject Properties,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt, string? ParentWorkflowInstanceId);

sealed record BookmarkShape(
    string Id, string Name, string Hash, JsonObject Payload, string ActivityId, string ActivityNodeId, string ActivityInstanceId, DateTimeOffset CreatedAt,
    bool AutoBurn, bool AutoComplete, JsonObject Metadata);

sealed record IncidentShape(string ActivityId, string ActivityNodeId, string ActivityType, string Message, ExceptionShape? Exception, DateTimeOffset Timestamp);

/// <param name="Type">Our own stable code.</param>
sealed record ExceptionShape(string Type, string Message, string? StackTrace, JsonObject Metadata);

/// <summary>An activity that is under way.</summary>
sealed record ContextShape(
    string Id, string? ParentContextId, string ScheduledActivityNodeId, string Status, JsonObject Properties, JsonObject ActivityState, DateTimeOffset StartedAt);

sealed record VariableShape(string Id, string Name, JsonNode? Value);

/// <param name="WorkflowSubStatus">The same as <paramref name="SubStatus"/>: both spellings are asked.</param>
sealed record ExecutionState(string Status, string SubStatus, string WorkflowSubStatus, DateTimeOffset UpdatedAt);
