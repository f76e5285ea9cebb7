namespace Kanteling.Workflows.Storage.Registers;

/// <summary>An attempt to sign in that was looked at. What was typed is not in it: a password may have been typed for a name.</summary>
public sealed class SignIn
{
    public required string Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null when nobody has the name.</summary>
    public UserId? UserId { get; init; }

    public string Address { get; init; } = "";

    public string Device { get; init; } = "";

    /// <summary>One of <see cref="SignInOutcome"/>.</summary>
    public required string Outcome { get; init; }
}

/// <summary>What came of an attempt.</summary>
public static class SignInOutcome
{
    public const string Good = "good";
    public const string WrongPassword = "wrong-password";
    /// <summary>The password was right, and the second step was still to come.</summary>
    public const string NeedsCode = "needs-code";

    public const string WrongCode = "wrong-code";
    public const string UnknownName = "unknown-name";
}
