using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.Timers;

/// <summary>What timers write in the log: numbers, codes and places in the program, and nothing that a person said.</summary>
static partial class TimerLog
{
    [LoggerMessage(1, LogLevel.Error, "{Kind} {Stream}-{Id} failed: {Reason}; it is tried again later.\n{Trace}")]
    public static partial void WorkFailed(ILogger logger, string kind, StreamId stream, long id, string reason, string? trace);

    [LoggerMessage(2, LogLevel.Warning, "{Kind} {Stream}-{Id} was refused: {Reason}; it is not tried again.")]
    public static partial void WorkRefused(ILogger logger, string kind, StreamId stream, long id, string reason);

    [LoggerMessage(3, LogLevel.Error, "Job {Job} failed: {Reason}.\n{Trace}")]
    public static partial void JobFailed(ILogger logger, string job, string reason, string? trace);

    [LoggerMessage(4, LogLevel.Critical, "The scheduler gave up trigger {Trigger}.")]
    public static partial void TriggerStopped(ILogger logger, string trigger);
}
