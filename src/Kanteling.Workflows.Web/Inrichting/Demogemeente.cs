using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Proef;

namespace Kanteling.Workflows.Web.Inrichting;

/// <summary>
/// Makes a first demo gemeente on an empty database: every household lives its months through the engine itself, by the
/// commands that people and timers give, under a clock that begins in the past and ends at this moment.
/// </summary>
public sealed partial class Demogemeente(OpenStorage storage, KantelingSettings settings, TimeProvider real, ILoggerFactory loggers)
{
    readonly ILogger logger = loggers.CreateLogger<Demogemeente>();

    /// <summary>Does nothing when there is a household already.</summary>
    public async Task SeedAsync()
    {
        if (await storage.Registers.ReadAsync(db => db.CountAsync(db.Streams.Where(s => s.Kind == Uitvoering.Huishouden))) > 0)
            return;
        var map = new FlowFolder(settings.Workflows);
        var opstelling = Proefopstelling.Van(map);
        var levens = DemoHuishouden.Alle.Select(h => new Leven(h, Streams.Derived("demo\n" + h.Naam), h.Op(real.GetUtcNow(), map))).ToList();
        await using var verleden = new Verleden(storage, levens.Min(l => l.Volgende), real, loggers);
        while (levens.Where(l => l.Over).MinBy(l => l.Volgende) is { } leven)
        {
            await verleden.Walk.ToAsync(leven.Volgende);
            await DoeAsync(leven, verleden, opstelling);
        }
        await verleden.Walk.ToAsync(real.GetUtcNow());
        LogMade(logger, levens.Count);
    }

    async Task DoeAsync(Leven leven, Verleden verleden, Proefopstelling opstelling)
    {
        var (command, door) = await OpdrachtAsync(leven, verleden, opstelling);
        var asking = Asking.Person(DemoAccounts.Voor(door), $"demo:{leven.Stream}:{leven.Plek}");
        if (command is not null && await verleden.Engine.ExecuteAsync(leven.Stream, Uitvoering.Huishouden, command, asking) is Answer.Refused refused)
        {
            // A household that stops half-way is a household too; what is wrong with the scenario shows in its own test.
            LogStopped(logger, leven.Huishouden.Naam, leven.Plek, string.Join(", ", refused.Refusals.Select(r => r.Code)));
            leven.Stop();
        }
        leven.Verder();
    }

    static async Task<(Command? Command, string Door)> OpdrachtAsync(Leven leven, Verleden verleden, Proefopstelling opstelling)
    {
        if (leven.Stap is not { } stap)
            return (new StartInstance(Meldpunt.Flow, leven.Invoer, leven.Dossier), "anna");
        var zaak = (await verleden.Engine.ReadAsync(leven.Stream))!;
        switch (stap)
        {
            case { Verwacht.Weigering: not null }:
                return (null, "anna");
            case TaakStap t when Taken(zaak).FirstOrDefault(k => k.ActivityId == t.Taak) is { } taak:
                var voorbeelden = new Voorbeeldantwoorden(opstelling, zaak, taak, t.Uitkomst, verleden.Clock.Now);
                return (new CompleteTask(taak.Id, taak.Version, t.Uitkomst, t.Aanvullen ? DemoHuishouden.InGewoneWoorden(voorbeelden.Vul(t.Antwoorden)) : t.Antwoorden), t.Door);
            case BeginStap b:
                return (new StartInstance(b.Begin, b.Invoer, leven.Dossier), b.Door);
            default:
                return (null, "anna");
        }
    }

    static IEnumerable<WorkTask> Taken(Case zaak) => zaak.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => w.Task);

    [LoggerMessage(Level = LogLevel.Information, Message = "De demogemeente heeft {Count} huishoudens.")]
    static partial void LogMade(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demohuishouden {Naam} stopt bij stap {Stap}: {Codes}")]
    static partial void LogStopped(ILogger logger, string naam, int stap, string codes);
}

/// <summary>A demo household on its way: which step comes next, and when.</summary>
sealed class Leven(DemoHuishouden huishouden, string stream, (System.Text.Json.Nodes.JsonObject Invoer, DateTimeOffset Start, System.Collections.Immutable.ImmutableArray<(DateTimeOffset Op, ScenarioStap Stap)> Stappen) plan)
{
    bool stopped;

    public DemoHuishouden Huishouden => huishouden;

    public string Stream => stream;

    public string Dossier { get; } = Streams.Derived("demo-dossier\n" + stream);

    public System.Text.Json.Nodes.JsonObject Invoer => plan.Invoer;

    /// <summary>0 is the melding itself.</summary>
    public int Plek { get; private set; }

    public bool Over => !stopped && Plek <= plan.Stappen.Length;

    public ScenarioStap? Stap => Plek == 0 ? null : plan.Stappen[Plek - 1].Stap;

    public DateTimeOffset Volgende => Plek == 0 ? plan.Start : plan.Stappen[Plek - 1].Op;

    public void Verder() => Plek++;

    public void Stop() => stopped = true;
}

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
