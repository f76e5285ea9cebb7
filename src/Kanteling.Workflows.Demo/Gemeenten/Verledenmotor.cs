using Microsoft.Extensions.Logging;
using System.Collections.Concurrent;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>The engine and its timers on a clock that begins in the past. Only before the server itself runs.</summary>
sealed class Verledenmotor : IAsyncDisposable
{
    readonly HttpDelivery http = HttpDelivery.Create(new HttpOptions());
    readonly MessageDelivery delivery;
    readonly WorkflowEngine engine;
    readonly CaseClockWalk walk;
    readonly IWorkflowStore store;
    DateTimeOffset vanzelf = DateTimeOffset.MinValue;

    public Verledenmotor(OpenStorage storage, DateTimeOffset begin, TimeProvider werkelijk, ILoggerFactory loggers)
    {
        Klok = new CaseClock(new PastTime(begin, werkelijk));
        (store, engine) = (storage.Store, Motor.Maak(storage, () => Klok.Now, Rijen(new Registerrijen(storage))));
        var (cases, options, health) = (new Cases(store, engine, Klok), new TimerOptions { Node = "demo" }, new TimerHealth(Klok, loggers.CreateLogger<TimerHealth>()));
        delivery = new MessageDelivery(cases, options, health, http);
        walk = new CaseClockWalk(cases, new DeadlineSweep(cases, options, health), delivery);
    }

    public CaseClock Klok { get; }

    /// <summary>The key that ids in this database are made with now.</summary>
    public RingKey Sleutel => store.Keys.Current;

    /// <summary>Lets time pass until a moment.</summary>
    /// <returns>The streams in which something happened by itself.</returns>
    public async Task<IReadOnlyCollection<StreamId>> NaarAsync(DateTimeOffset op)
    {
        // Nearly always nothing happens by itself before somebody does something again; then nobody has to look.
        if (op < vanzelf)
        {
            await Klok.AdvanceToAsync(op);
            return [];
        }
        var passed = (await walk.ToAsync(op)).Passed;
        vanzelf = await store.NextDeadlineAsync(Klok.RealNow, default) ?? DateTimeOffset.MaxValue;
        return [.. passed.Select(p => p.Stream).Distinct()];
    }

    public async Task<Answer> GeefAsync(StreamId stroom, string soort, Command command, Asking asking)
    {
        var antwoord = await engine.ExecuteAsync(stroom, soort, command, asking);
        foreach (var e in antwoord is Answer.Done klaar ? klaar.Events : [])
        {
            vanzelf = e switch
            {
                DeadlineSet x when x.Deadline.DueAt < vanzelf => x.Deadline.DueAt,
                DeadlineMoved x when x.DueAt < vanzelf => x.DueAt,
                MessageQueued => DateTimeOffset.MinValue,
                _ => vanzelf,
            };
        }
        return antwoord;
    }

    public async Task<Case> ZaakAsync(StreamId stroom) => (await engine.ReadAsync(stroom))!;

    /// <summary>Forms and the like, each read once: nobody changes them while the past is made.</summary>
    static Func<string, Task<object?>> Rijen(Registerrijen rijen)
    {
        var gelezen = new ConcurrentDictionary<string, Task<object?>>(StringComparer.Ordinal);
        return sleutel => gelezen.GetOrAdd(sleutel, rijen.LaadAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await delivery.DisposeAsync();
        http.Dispose();
    }

    sealed class PastTime(DateTimeOffset begin, TimeProvider werkelijk) : TimeProvider
    {
        readonly DateTimeOffset since = werkelijk.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => begin.ToUniversalTime() + (werkelijk.GetUtcNow() - since);
    }
}
