using System.Collections.Immutable;

namespace Kanteling.Workflows.Timers;

/// <summary>How this process sweeps and delivers.</summary>
public sealed record TimerOptions
{
    /// <summary>Name of this node in leases and in the scheduler: no other process has it, nor this one after a restart.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>The kind of a stream that a message starts.</summary>
    public string StreamKind { get; init; } = "case";

    /// <summary>Time between two sweeps; a deadline in between is met by a wake-up of its own.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long what was taken is kept from other nodes, and how long something that failed rests.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many streams, or messages, are worked on at once.</summary>
    public int SideBySide { get; init; } = 64;

    /// <summary>How long an event with a label waits for somebody who wants it (case time).</summary>
    public TimeSpan EventPatience { get; init; } = TimeSpan.FromDays(7);

    public HttpOptions Http { get; init; } = new();
}

/// <summary>Whom the flows may ask over HTTP, and with how much patience.</summary>
public sealed record HttpOptions
{
    /// <summary>Origins such as <c>https://api.example.org</c> or <c>http://127.0.0.1:8080</c>; a bare host means https on its own port.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>Secrets by the name that a drawing gives; a drawing never holds one.</summary>
    public ImmutableDictionary<string, HttpSecret> Secrets { get; init; } = ImmutableDictionary.Create<string, HttpSecret>(StringComparer.Ordinal);

    /// <summary>For the whole answer, body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of an answer's body.</summary>
    public int LongestAnswer { get; init; } = 128 * 1024;

    /// <summary>How often a request is sent before its last outcome counts.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Time before the second attempt; it doubles after each (case time).</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long to wait after this many attempts.</summary>
    internal TimeSpan RetryAfter(int attempts)
    {
        var wait = FirstRetry.Ticks * Math.Pow(2, attempts - 1);
        return wait < LongestRetry.Ticks ? TimeSpan.FromTicks((long)wait) : LongestRetry;
    }
}

/// <param name="Host">The only origin to which it is sent, written as in <see cref="HttpOptions.AllowedHosts"/>.</param>
/// <param name="Authorization">The whole header, such as <c>Bearer …</c>.</param>
public sealed record HttpSecret(string Host, string Authorization)
{
    /// <summary>Never prints the value.</summary>
    public override string ToString() => $"HttpSecret({Host})";
}
