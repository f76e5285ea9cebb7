namespace Kanteling.Workflows.Storage.Registers;

/// <summary>Somebody who is signed in at one browser, until he signs out, somebody ends it, or it is too old.</summary>
public sealed class Session
{
    /// <summary>Hash of what the cookie holds: who reads this row cannot make the cookie.</summary>
    public required string Id { get; init; }

    public required UserId UserId { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    /// <summary>When it was last used, to within five minutes.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The last moment at which it can live, however much it is used.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Null while nobody ended it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>One of <see cref="SessionEnd"/>.</summary>
    public string? EndedWhy { get; init; }

    /// <summary>Browser and system, such as <c>Firefox op Windows</c>.</summary>
    public string Device { get; init; } = "";

    public string Address { get; init; } = "";
}

/// <summary>Why a session was ended.</summary>
public static class SessionEnd
{
    /// <summary>Its user signed out there.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>Its user, or who manages accounts, ended it from elsewhere.</summary>
    public const string Ended = "ended";

    public const string Deactivated = "deactivated";

    public const string PasswordChanged = "password-changed";

    /// <summary>Its user changed his second step, at another browser.</summary>
    public const string SecondStepChanged = "second-step-changed";

    /// <summary>The roles, the team or the wijk of its user changed.</summary>
    public const string RightsChanged = "rights-changed";
}
