using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Events;

/// <summary>The stored name and number of every event of the engine. A row here is never changed, only added.</summary>
static class EventNames
{
    public static readonly ImmutableArray<EventName> All =
    [
        new("InstanceStarted", 1, typeof(InstanceStarted)),
        new("TaskCompleted", 1, typeof(TaskCompleted)),
        new("TaskReopened", 1, typeof(TaskReopened)),
        new("TaskAssigned", 1, typeof(TaskAssigned)),
        new("DeadlinePassed", 1, typeof(DeadlinePassed)),
        new("EventReceived", 1, typeof(EventReceived)),
        new("ReplyReceived", 1, typeof(ReplyReceived)),
        new("ConditionMet", 1, typeof(ConditionMet)),
        new("IncidentResolved", 1, typeof(IncidentResolved)),
        new("InstanceCancelled", 1, typeof(InstanceCancelled)),
        new("InstanceMoved", 1, typeof(InstanceMoved)),
        new("CalendarChanged", 1, typeof(CalendarChanged)),
        new("ContentErased", 1, typeof(ContentErased)),
        new("StreamLinked", 1, typeof(StreamLinked)),
        new("DefinitionPublished", 1, typeof(DefinitionPublished)),
        new("DefinitionApproved", 1, typeof(DefinitionApproved)),
        new("DefinitionRetracted", 1, typeof(DefinitionRetracted)),
        new("RetractionAsked", 1, typeof(RetractionAsked)),
        new("RetractionWithdrawn", 1, typeof(RetractionWithdrawn)),
        new("RetractionRefused", 1, typeof(RetractionRefused)),
        new("ActivityStarted", 1, typeof(ActivityStarted)),
        new("ActivityCompleted", 1, typeof(ActivityCompleted)),
        new("ActivityCancelled", 1, typeof(ActivityCancelled)),
        new("FlowAdvanced", 1, typeof(FlowAdvanced)),
        new("VariableSet", 1, typeof(VariableSet)),
        new("OutputSet", 1, typeof(OutputSet)),
        new("WaitOpened", 1, typeof(WaitOpened)),
        new("WaitClosed", 1, typeof(WaitClosed)),
        new("TaskOpened", 1, typeof(TaskOpened)),
        new("TaskWithdrawn", 1, typeof(TaskWithdrawn)),
        new("TaskEscalated", 1, typeof(TaskEscalated)),
        new("DeadlineSet", 1, typeof(DeadlineSet)),
        new("DeadlineMoved", 1, typeof(DeadlineMoved)),
        new("DeadlineCancelled", 1, typeof(DeadlineCancelled)),
        new("TriggerFired", 1, typeof(TriggerFired)),
        new("MessageQueued", 1, typeof(MessageQueued)),
        new("ClaimTaken", 1, typeof(ClaimTaken)),
        new("ClaimReleased", 1, typeof(ClaimReleased)),
        new("IncidentRaised", 1, typeof(IncidentRaised)),
        new("InstanceNamed", 1, typeof(InstanceNamed)),
        new("InstanceCorrelated", 1, typeof(InstanceCorrelated)),
        new("InstanceRestored", 1, typeof(InstanceRestored)),
        new("InstanceFinished", 1, typeof(InstanceFinished)),
        new("TaskDueMoved", 1, typeof(TaskDueMoved)),
        new("TaskRenewed", 1, typeof(TaskRenewed)),
        new("CorrectionProposed", 1, typeof(CorrectionProposed)),
        new("CorrectionApproved", 1, typeof(CorrectionApproved)),
        new("CorrectionWithdrawn", 1, typeof(CorrectionWithdrawn)),
        new("FileAttached", 1, typeof(FileAttached)),
        new("DossiersDestroyed", 1, typeof(DossiersDestroyed)),
        new("StreamDestroyed", 1, typeof(StreamDestroyed)),
        new("Checkpointed", 1, typeof(Checkpointed)),
        new("HandedOver", 1, typeof(HandedOver)),
        new("LinkBegun", 1, typeof(LinkBegun)),
        new("LinkEnded", 1, typeof(LinkEnded)),
        new("LinkRefused", 1, typeof(LinkRefused)),
    ];

    /// <summary>
    /// Makes today's shape from the JSON of an older number, by (name, number) to the next number. Events of the engine are upgraded on
    /// reading like those of a domain; format 1 has none yet.
    /// </summary>
    public static readonly ImmutableDictionary<(string Name, int Number), Func<JsonObject, JsonObject>> Upgraders = ImmutableDictionary<(string, int), Func<JsonObject, JsonObject>>.Empty;
}
