using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>Keeps what is logged, and says when an event of a number was.</summary>
sealed class LogLines : ILoggerProvider, ILogger<Kanteling.Workflows.Timers.TimerHealth>
{
    readonly ConcurrentDictionary<int, TaskCompletionSource> seen = new();

    public ConcurrentQueue<string> All { get; } = new();

    public Task Seen(int number) => seen.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        All.Enqueue(formatter(state, exception) + exception);
        _ = Seen(id.Id);
        seen[id.Id].TrySetResult();
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel level) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
