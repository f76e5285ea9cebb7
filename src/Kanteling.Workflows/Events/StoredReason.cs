namespace Kanteling.Workflows.Events;

/// <summary>Why something was withdrawn, cancelled or moved, as it stands in stored events: never change one.</summary>
public static class StoredReason
{
    public const string CalendarChanged = "CALENDAR_CHANGED";
    public const string Completed = "COMPLETED";
    public const string ContainerCompleted = "CONTAINER_COMPLETED";
    public const string DefinitionReplaced = "DEFINITION_REPLACED";
    public const string DefinitionRetracted = "DEFINITION_RETRACTED";
    public const string InstanceEnded = "INSTANCE_ENDED";
    public const string RaceLost = "RACE_LOST";
    public const string TakenBack = "TAKEN_BACK";
    public const string TermChanged = "TERM_CHANGED";
    public const string TermEnded = "TERM_ENDED";

    /// <summary>How a message ended that nobody wants any more.</summary>
    public const string Withdrawn = "withdrawn";
}
