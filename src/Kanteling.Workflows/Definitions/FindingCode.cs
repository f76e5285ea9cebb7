namespace Kanteling.Workflows.Definitions;

/// <summary>The stable codes of the findings that the engine makes. Stored and translated elsewhere: never rename one.</summary>
public static class FindingCode
{
    // Reading: an error here means that there is no definition.

    /// <summary>Line, position (both from 1).</summary>
    public const string DefinitionNotJson = "DEFINITION_NOT_JSON";

    /// <summary>What is too large (bytes, activities, connections), the limit.</summary>
    public const string DefinitionTooLarge = "DEFINITION_TOO_LARGE";

    /// <summary>What is too deep (json, activities), the limit.</summary>
    public const string DefinitionTooDeep = "DEFINITION_TOO_DEEP";

    /// <summary>No arguments.</summary>
    public const string DefinitionIdMissing = "DEFINITION_ID_MISSING";

    /// <summary>The version as written.</summary>
    public const string DefinitionVersionInvalid = "DEFINITION_VERSION_INVALID";

    /// <summary>No arguments.</summary>
    public const string DefinitionRootMissing = "DEFINITION_ROOT_MISSING";

    /// <summary>The place: id of the containing activity and port.</summary>
    public const string ActivityIdMissing = "ACTIVITY_ID_MISSING";

    /// <summary>The limit in characters.</summary>
    public const string ActivityIdTooLong = "ACTIVITY_ID_TOO_LONG";

    /// <summary>The place: id of the containing activity and port.</summary>
    public const string ActivityTypeMissing = "ACTIVITY_TYPE_MISSING";

    /// <summary>No arguments; the activity id says which.</summary>
    public const string ActivityIdDuplicate = "ACTIVITY_ID_DUPLICATE";

    /// <summary>Index of the connection in the flowchart.</summary>
    public const string ConnectionUnreadable = "CONNECTION_UNREADABLE";

    /// <summary>Index of the variable in its container.</summary>
    public const string VariableNameless = "VARIABLE_NAMELESS";

    /// <summary>The strategy as written.</summary>
    public const string ActivationStrategyUnknown = "ACTIVATION_STRATEGY_UNKNOWN";

    // Publishing.

    /// <summary>Type, version.</summary>
    public const string ActivityUnknown = "ACTIVITY_UNKNOWN";

    /// <summary>Input, expression type.</summary>
    public const string ExpressionNotExecutable = "EXPRESSION_NOT_EXECUTABLE";

    /// <summary>Input, problem code, position (from 1; 0 when unknown), detail.</summary>
    public const string ExpressionInvalid = "EXPRESSION_INVALID";

    /// <summary>Input.</summary>
    public const string InputRequired = "INPUT_REQUIRED";

    /// <summary>Input: it is computed, and must stand in the drawing.</summary>
    public const string InputNotFixed = "INPUT_NOT_FIXED";

    /// <summary>Input, name of the workflow input.</summary>
    public const string InputUnknown = "INPUT_UNKNOWN";

    /// <summary>No arguments.</summary>
    public const string TokenModeUnsupported = "TOKEN_MODE_UNSUPPORTED";

    /// <summary>Source, port, target.</summary>
    public const string BackwardConnectionInvalid = "BACKWARD_CONNECTION_INVALID";

    /// <summary>Source, port, target.</summary>
    public const string ConnectionToUnknownActivity = "CONNECTION_TO_UNKNOWN_ACTIVITY";

    /// <summary>Source, port, target.</summary>
    public const string ConnectionDuplicate = "CONNECTION_DUPLICATE";

    /// <summary>Port, the ports that exist (comma separated).</summary>
    public const string PortUnknown = "PORT_UNKNOWN";

    /// <summary>No arguments.</summary>
    public const string ActivityUnreachable = "ACTIVITY_UNREACHABLE";

    /// <summary>Port.</summary>
    public const string DeadEnd = "DEAD_END";

    /// <summary>The choice (activity id) and its two ports that exclude each other.</summary>
    public const string JoinNeverFires = "JOIN_NEVER_FIRES";

    /// <summary>The two sources that both wait.</summary>
    public const string RaceWithoutWaitAny = "RACE_WITHOUT_WAIT_ANY";

    /// <summary>Input or output, variable.</summary>
    public const string VariableUnknown = "VARIABLE_UNKNOWN";

    /// <summary>The other trigger, the type.</summary>
    public const string TriggerClash = "TRIGGER_CLASH";

    /// <summary>The name of the published flow that begins on the same, the type.</summary>
    public const string TriggerTaken = "TRIGGER_TAKEN";

    /// <summary>The interval or cron expression as written.</summary>
    public const string TriggerTooOften = "TRIGGER_TOO_OFTEN";

    /// <summary>The mode as written.</summary>
    public const string JoinModeNotFixed = "JOIN_MODE_NOT_FIXED";

    /// <summary>The limit.</summary>
    public const string TooManyTriggers = "TOO_MANY_TRIGGERS";

    /// <summary>Activity ids of the loop, comma separated, at most ten.</summary>
    public const string LoopWithoutWait = "LOOP_WITHOUT_WAIT";

    /// <summary>The expression as written.</summary>
    public const string CronInvalid = "CRON_INVALID";

    /// <summary>Input, the time or duration as written.</summary>
    public const string TimeInvalid = "TIME_INVALID";

    /// <summary>The definition and version that this activity runs.</summary>
    public const string FlowNotPublished = "FLOW_NOT_PUBLISHED";

    /// <summary>The definition through which it would run itself and wait for that.</summary>
    public const string FlowWithinItself = "FLOW_WITHIN_ITSELF";

    /// <summary>The limit.</summary>
    public const string FlowsTooDeep = "FLOWS_TOO_DEEP";

    /// <summary>Every code above, so that a test elsewhere can prove that each has a sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DefinitionNotJson, DefinitionTooLarge, DefinitionTooDeep, DefinitionIdMissing, DefinitionVersionInvalid, DefinitionRootMissing,
        ActivityIdMissing, ActivityIdTooLong, ActivityTypeMissing, ActivityIdDuplicate, ConnectionUnreadable, VariableNameless,
        ActivationStrategyUnknown, ActivityUnknown, ExpressionNotExecutable, ExpressionInvalid, InputRequired, InputNotFixed, InputUnknown,
        TokenModeUnsupported, BackwardConnectionInvalid, ConnectionToUnknownActivity, ConnectionDuplicate, PortUnknown,
        ActivityUnreachable, DeadEnd, JoinNeverFires, RaceWithoutWaitAny, VariableUnknown, TriggerClash, TriggerTaken, TriggerTooOften, JoinModeNotFixed, TooManyTriggers,
        LoopWithoutWait, CronInvalid, TimeInvalid, FlowNotPublished, FlowWithinItself, FlowsTooDeep,
    ];
}
