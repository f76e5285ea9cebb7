namespace Kanteling.Workflows.Definitions;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably not what was meant; does not block publishing by itself.</summary>
    Warning,

    /// <summary>While reading: there is no definition. At publish: it cannot be published.</summary>
    Error,
}

/// <summary>Something noticed about a definition, as data: a stable code with arguments. Sentences are made elsewhere.</summary>
/// <param name="Code">One of <see cref="FindingCode"/>, or a code of the domain's own rules.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="ActivityId">The activity it is about, or null when it is about the definition.</param>
/// <param name="Arguments">What the sentence needs, in the order that the code documents.</param>
public sealed record Finding(string Code, FindingSeverity Severity, ActivityId? ActivityId, string[] Arguments)
{
    internal static Finding Error(string code, ActivityId? activityId, params string[] arguments) =>
        new(code, FindingSeverity.Error, activityId, arguments);

    internal static Finding Warning(string code, ActivityId? activityId, params string[] arguments) =>
        new(code, FindingSeverity.Warning, activityId, arguments);

    public override string ToString() => $"{Severity} {Code} {ActivityId} [{string.Join(", ", Arguments)}]";
}
