namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>The log, without what the framework says of an address that cannot be had, twice and with all its calls: the start ends by it, and says so in one sentence.</summary>
sealed class Startlog(LoggerFactory log) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Regel(log.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => log.AddProvider(provider);

    /// <summary>The container made it, and closes it.</summary>
    public void Dispose()
    {
    }

    sealed class Regel(ILogger log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Startreden.Adres(exception) is null)
                log.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
