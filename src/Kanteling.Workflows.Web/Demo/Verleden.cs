using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Composition;

namespace Kanteling.Workflows.Web.Demo;

/// <summary>The engine and its timers on a clock that begins in the past. Only before the server itself runs.</summary>
sealed class Verleden : IAsyncDisposable
{
    readonly HttpDelivery http = HttpDelivery.Create(new HttpOptions());
    readonly MessageDelivery delivery;

    public Verleden(OpenStorage storage, DateTimeOffset begin, TimeProvider real, ILoggerFactory loggers)
    {
        Clock = new CaseClock(new PastTime(begin, real));
        Engine = EngineSetup.Make(storage, Clock);
        var (cases, options, health) = (new Cases(storage.Store, Engine, Clock), new TimerOptions { Node = "demo" }, new TimerHealth(Clock, loggers.CreateLogger<TimerHealth>()));
        delivery = new MessageDelivery(cases, options, health, http);
        Walk = new CaseClockWalk(cases, new DeadlineSweep(cases, options, health), delivery);
    }

    public CaseClock Clock { get; }

    public WorkflowEngine Engine { get; }

    public CaseClockWalk Walk { get; }

    public async ValueTask DisposeAsync()
    {
        await delivery.DisposeAsync();
        http.Dispose();
    }

    sealed class PastTime(DateTimeOffset begin, TimeProvider real) : TimeProvider
    {
        readonly DateTimeOffset since = real.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => begin.ToUniversalTime() + (real.GetUtcNow() - since);
    }
}
