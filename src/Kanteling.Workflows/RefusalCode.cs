namespace Kanteling.Workflows;

/// <summary>The stable codes of what the engine refuses, and of why a step could not go on. Stored and translated elsewhere: never rename one.</summary>
public static class RefusalCode
{
    public const string ActivityFailed = "ACTIVITY_FAILED";
    public const string ActivityNotInDefinition = "ACTIVITY_NOT_IN_DEFINITION";
    public const string ActivityUnknown = "ACTIVITY_UNKNOWN";
    public const string ActivityUnreachable = "ACTIVITY_UNREACHABLE";
    public const string AlreadyRunning = "ALREADY_RUNNING";
    public const string AnswerDestroyed = "ANSWER_DESTROYED";
    public const string BackwardConnectionInvalid = "BACKWARD_CONNECTION_INVALID";
    public const string BodyMissing = "BODY_MISSING";
    public const string BreakOutsideLoop = "BREAK_OUTSIDE_LOOP";
    public const string CalendarMovesNothing = "CALENDAR_MOVES_NOTHING";
    public const string ChildNotFinished = "CHILD_NOT_FINISHED";
    public const string CommandIdReused = "COMMAND_ID_REUSED";
    public const string ConditionNotBoolean = "CONDITION_NOT_BOOLEAN";
    public const string ContentErased = "CONTENT_ERASED";
    public const string ContentTooLarge = "CONTENT_TOO_LARGE";
    public const string CorrectionNotWaiting = "CORRECTION_NOT_WAITING";
    public const string CorrectionOvertaken = "CORRECTION_OVERTAKEN";
    public const string CorrectionOwnApproval = "CORRECTION_OWN_APPROVAL";
    public const string CronInvalid = "CRON_INVALID";
    public const string CronNever = "CRON_NEVER";
    public const string DatesFailed = "DATES_FAILED";
    public const string DeadlineGone = "DEADLINE_GONE";
    public const string DeadlineMoved = "DEADLINE_MOVED";
    public const string DeadlineNotYet = "DEADLINE_NOT_YET";
    public const string DecisionTooLarge = "DECISION_TOO_LARGE";
    public const string DefinitionInWrongStream = "DEFINITION_IN_WRONG_STREAM";
    public const string DefinitionNameOfTrial = "DEFINITION_NAME_OF_TRIAL";
    /// <summary>It begins on an event that a published flow publishes. Arguments: the name of that flow, the step, the event, the id of that flow.</summary>
    public const string DefinitionBegunByEvent = "DEFINITION_BEGUN_BY_EVENT";

    /// <summary>A published flow names it. Arguments: the name of that flow, the step, the id of that flow.</summary>
    public const string DefinitionCalled = "DEFINITION_CALLED";

    /// <summary>It cannot be retracted; the details say what needs it.</summary>
    public const string DefinitionNeeded = "DEFINITION_NEEDED";

    public const string DefinitionNotFound = "DEFINITION_NOT_FOUND";
    public const string DefinitionOwnApproval = "DEFINITION_OWN_APPROVAL";
    public const string DefinitionVersionNotNewer = "DEFINITION_VERSION_NOT_NEWER";
    public const string DefinitionVersionPublished = "DEFINITION_VERSION_PUBLISHED";
    public const string DocumentInWrongStream = "DOCUMENT_IN_WRONG_STREAM";
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";
    public const string DossierUnknown = "DOSSIER_UNKNOWN";
    public const string EventNotAwaited = "EVENT_NOT_AWAITED";
    public const string ExpressionInvalid = "EXPRESSION_INVALID";
    public const string ExpressionNotExecutable = "EXPRESSION_NOT_EXECUTABLE";
    public const string ExpressionsTooLarge = "EXPRESSIONS_TOO_LARGE";
    public const string FlowsTooDeep = "FLOWS_TOO_DEEP";
    public const string IncidentNotOpen = "INCIDENT_NOT_OPEN";
    public const string InputMissing = "INPUT_MISSING";
    public const string InputNotADate = "INPUT_NOT_A_DATE";
    public const string InputNotADuration = "INPUT_NOT_A_DURATION";
    public const string InputNotAList = "INPUT_NOT_A_LIST";
    public const string InputNotAMoment = "INPUT_NOT_A_MOMENT";
    public const string InputNotANumber = "INPUT_NOT_A_NUMBER";
    public const string InputNotJson = "INPUT_NOT_JSON";
    public const string InstanceNotOpen = "INSTANCE_NOT_OPEN";
    public const string InstanceStuck = "INSTANCE_STUCK";
    public const string LinkUnderWay = "LINK_UNDER_WAY";
    public const string LoopWithoutWait = "LOOP_WITHOUT_WAIT";
    public const string MessageNotPending = "MESSAGE_NOT_PENDING";
    public const string MoveStepMissing = "MOVE_STEP_MISSING";
    public const string MoveToSameVersion = "MOVE_TO_SAME_VERSION";
    public const string NoEndReached = "NO_END_REACHED";
    public const string NothingToDestroy = "NOTHING_TO_DESTROY";
    public const string OutcomeMissing = "OUTCOME_MISSING";
    public const string OutcomeUnknown = "OUTCOME_UNKNOWN";
    public const string ReasonMissing = "REASON_MISSING";
    public const string RequestSpent = "REQUEST_SPENT";
    public const string RetractionNotAsked = "RETRACTION_NOT_ASKED";
    public const string RetractionOfAnother = "RETRACTION_OF_ANOTHER";
    public const string RetractionOwnApproval = "RETRACTION_OWN_APPROVAL";
    public const string RetractionUnderWay = "RETRACTION_UNDER_WAY";
    public const string StillRunning = "STILL_RUNNING";
    public const string StimulusUnexpected = "STIMULUS_UNEXPECTED";
    public const string StopsItself = "STOPS_ITSELF";
    public const string StreamBusy = "STREAM_BUSY";
    public const string StreamDestroyed = "STREAM_DESTROYED";
    public const string StreamUnreadable = "STREAM_UNREADABLE";
    public const string GroundNotACode = "GROUND_NOT_A_CODE";

    /// <summary>The user.</summary>
    public const string UserUnknown = "USER_UNKNOWN";

    /// <summary>This user has nothing in this stream. Arguments: his id.</summary>
    public const string NothingToHandOver = "NOTHING_TO_HAND_OVER";

    public const string TaskChanged = "TASK_CHANGED";
    public const string TaskIrreversible = "TASK_IRREVERSIBLE";
    public const string TaskNotFound = "TASK_NOT_FOUND";
    public const string TaskNotOpen = "TASK_NOT_OPEN";
    public const string TaskReopenTooLate = "TASK_REOPEN_TOO_LATE";
    public const string TaskStillOpen = "TASK_STILL_OPEN";
    public const string TermFailed = "TERM_FAILED";
    public const string TermStillRunning = "TERM_STILL_RUNNING";
    public const string TooManyUploads = "TOO_MANY_UPLOADS";
    public const string TrialSendsNothing = "TRIAL_SENDS_NOTHING";
    public const string UploadGone = "UPLOAD_GONE";
    public const string UploadTooLarge = "UPLOAD_TOO_LARGE";
    public const string UrlInvalid = "URL_INVALID";
    public const string VariableTooLarge = "VARIABLE_TOO_LARGE";
    public const string VariableTypeMismatch = "VARIABLE_TYPE_MISMATCH";
    public const string VariableUnknown = "VARIABLE_UNKNOWN";
}
