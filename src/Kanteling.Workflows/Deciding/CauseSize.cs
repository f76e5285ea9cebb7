using System.Text;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// How much somebody filled in or wrote in one act. A fold needs every answer, so it has to fit in a slot; a drawing does not, and
/// may stand apart. Only people are asked to write less: what a message brings is kept as it came.
/// </summary>
static class CauseSize
{
    /// <summary>The largest content of a cause, in bytes.</summary>
    public static int Of(WorkflowEvent? cause) => Contents(cause).Max(c => c?.Text is { } text ? Encoding.UTF8.GetByteCount(text) : 0);

    static Content?[] Contents(WorkflowEvent? cause) => cause switch
    {
        InstanceStarted x => [x.Input, x.Correlation],
        TaskCompleted x => [x.Answers],
        TaskReopened x => [x.Reason],
        TaskAssigned x => [x.Reason],
        HandedOver x => [x.Reason],
        EventReceived x => [x.Payload, x.Correlation],
        ReplyReceived x => [x.Body],
        IncidentResolved x => [x.Values, x.Reason],
        InstanceCancelled x => [x.Reason],
        CorrectionProposed x => [x.Text, x.Reason],
        StreamLinked x => [x.Reason],
        FileAttached x => [x.Words],
        DefinitionPublished x => [x.Deviation],
        _ => [null],
    };
}
