namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>The clock of a machine, in our hands.</summary>
sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>How far it moves each time that somebody looks.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => Now += Step;
}
