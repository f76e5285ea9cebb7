using System.Threading.Channels;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Kalenders;
using Kanteling.Workflows.Zaken.Registers;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>What goes wrong in the background is told and tried again; an exception that escapes would end the host.</summary>
public sealed class KalenderdienstTests
{
    [Fact]
    public async Task A_store_that_throws_is_logged_and_the_service_goes_on()
    {
        using var folder = new TempFolder();
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        await storage.Registers.WriteAsync(new("test"), DateTimeOffset.UnixEpoch, db => Task.FromResult(db.Settings.Add(
            new Setting { Key = Given.CalendarKey, Value = KalenderJson.Schrijf(Kalender.Standaard with { Versie = 2 }).ToJsonString() })));
        var store = new HookedStore(storage.Store) { BeforeStreams = () => throw new InvalidOperationException("broken") };
        var (tocht, log) = (Over(storage, store), new Lines());
        using var service = new Kalenderdienst(tocht, log);
        await service.StartAsync(default);

        (await log.NextAsync()).ShouldBe((LogLevel.Error, "broken"));
        tocht.Begin();
        (await log.NextAsync()).ShouldBe((LogLevel.Error, "broken"));
        store.BeforeStreams = () => throw new OperationCanceledException("not ours");
        tocht.Begin();
        (await log.NextAsync()).ShouldBe((LogLevel.Error, "not ours"));
        service.ExecuteTask!.IsCompleted.ShouldBeFalse();

        store.BeforeStreams = () => { };
        tocht.Begin();
        (await log.NextAsync()).ShouldBe((LogLevel.Information, null));
        await service.StopAsync(default);
        service.ExecuteTask.IsCompletedSuccessfully.ShouldBeTrue();
    }

    static Kalendertocht Over(OpenStorage storage, IWorkflowStore store)
    {
        var rows = new Registerrijen(storage);
        return new(rows, storage.Settings, store, Motor.Maak(storage, Now, rows.LaadAsync), new Zaaktijd(Now, Now));
    }

    static DateTimeOffset Now() => DateTimeOffset.UnixEpoch;

    /// <summary>What the service said, one after the other.</summary>
    sealed class Lines : ILogger<Kalenderdienst>
    {
        readonly Channel<(LogLevel, string?)> said = Channel.CreateUnbounded<(LogLevel, string?)>();

        public Task<(LogLevel Level, string? Reason)> NextAsync() => said.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Writer.TryWrite((level, exception?.Message));

        public bool IsEnabled(LogLevel level) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}
