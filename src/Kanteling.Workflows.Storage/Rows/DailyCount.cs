namespace Kanteling.Workflows.Storage.Rows;

/// <summary>How often something happened on a day, trials aside; written by a projection.</summary>
/// <param name="Kind">One of <see cref="CountedKind"/>.</param>
/// <param name="Name">Of what it counts: the cause, the flow, the register; empty for looks.</param>
public sealed record DailyCount(DateOnly Day, string Kind, string Name, long Amount);

/// <summary>What is counted per day. Stored: never rename one without a new format of the projection.</summary>
public static class CountedKind
{
    /// <summary>Commits, by their cause.</summary>
    public const string Cause = "cause";

    /// <summary>Instances that began, by their flow; those inside another flow too.</summary>
    public const string Started = "started";

    /// <summary>Changed rows of registers, by register.</summary>
    public const string Register = "register";

    /// <summary>Looks into a dossier, all together.</summary>
    public const string Look = "look";
}
