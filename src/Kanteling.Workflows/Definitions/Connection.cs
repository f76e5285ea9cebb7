namespace Kanteling.Workflows.Definitions;

/// <summary>An arrow in a flowchart. Counters are keyed by source, port and target, so a flowchart holds each such triple once.</summary>
/// <param name="Source">Activity id.</param>
/// <param name="Port">Outcome of the source that is followed; <c>Done</c> when the document names none.</param>
/// <param name="Target">Activity id.</param>
/// <param name="Index">Place in the drawing's list of connections; the order in which outbound connections are followed.</param>
public sealed record Connection(ActivityId Source, string Port, ActivityId Target, int Index)
{
    public override string ToString() => $"{Source}.{Port} → {Target}";
}
