namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>What the host of a gemeente tells goes into the log of the node, with its name before it.</summary>
sealed class Gemeentelog(ILoggerFactory knoop, string gemeente) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Regel(knoop.CreateLogger(categoryName), gemeente);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <summary>The log is of the node, which goes on.</summary>
    public void Dispose()
    {
    }

    sealed class Regel(ILogger log, string gemeente) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Log(logLevel, eventId, state, exception, (s, e) => $"{gemeente}: {formatter(s, e)}");
    }
}
