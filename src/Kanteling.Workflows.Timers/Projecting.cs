namespace Kanteling.Workflows.Timers;

/// <summary>How the host brings what it makes of its commits up to date. Run again and again; it may be stopped anywhere.</summary>
public sealed record Projecting(Func<CancellationToken, Task> Run);
