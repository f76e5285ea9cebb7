using System.Globalization;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Composition;

namespace Kanteling.Workflows.Web.Tijd;

/// <param name="Versie">Version of the calendar that everything runs on when this is done.</param>
/// <param name="Gezien">Households looked at so far.</param>
/// <param name="Verschoven">Of those, how many had a date that moved.</param>
public sealed record TochtStand(int Versie, int Gezien, int Verschoven, bool IsKlaar);

/// <summary>
/// After the calendar changed, every household is asked to compute its running dates anew. The law of this file: it may stop
/// anywhere and begin again, on any node, because each household is one command with an id made of version and household; a
/// setting says which version everything is on, and once a minute that is compared with the calendar.
/// </summary>
public sealed partial class Kalendertocht(RegisterRows rows, RegisterStore registers, IWorkflowStore store, WorkflowEngine engine, CaseClock clock, ILogger<Kalendertocht> logger) : BackgroundService
{
    const string Verwerkt = "calendar.verwerkt";
    static readonly TimeSpan Rust = TimeSpan.FromMinutes(1);
    readonly SemaphoreSlim bel = new(1);

    /// <summary>How far the last one came, on this node.</summary>
    public TochtStand Stand { get; private set; } = new(0, 0, 0, true);

    /// <summary>Looks at once whether there is something to do.</summary>
    public void Begin() => bel.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await bel.WaitAsync(Rust, stoppingToken);
                await LoopAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageUnavailableException reason)
            {
                LogLater(logger, reason);
            }
    }

    /// <summary>Brings every household to the calendar of now; nothing when they are there already.</summary>
    public async Task LoopAsync(CancellationToken cancellation)
    {
        var versie = ((Kalender)(await rows.LoadAsync(Given.CalendarKey))!).Versie;
        if (versie == await VerwerktAsync())
        {
            Stand = Stand with { Versie = versie, IsKlaar = true };
            return;
        }
        Stand = new TochtStand(versie, 0, 0, false);
        var (schrijfwijze, blijft) = (versie.ToString(CultureInfo.InvariantCulture), 0);
        await foreach (var head in store.StreamsAsync(cancellation))
        {
            if (head.Kind == Streams.DefinitionKind || Streams.IsTrial(head.Stream))
                continue;
            var answer = await engine.ExecuteAsync(head.Stream, head.Kind, new ChangeCalendar(schrijfwijze), new Asking($"kalender:{schrijfwijze}:{head.Stream}", "kalender", false), cancellation);
            Stand = Stand with { Gezien = Stand.Gezien + 1, Verschoven = Stand.Verschoven + (answer is Answer.Done ? 1 : 0) };
            if (answer is Answer.Refused { Refusals: [{ Code: not "CALENDAR_MOVES_NOTHING" } refusal, ..] })
            {
                blijft++;
                LogStays(logger, head.Stream, refusal.Code);
            }
        }
        Stand = Stand with { IsKlaar = blijft == 0 };
        if (blijft == 0)
            await OnthoudAsync(versie);
        LogDone(logger, versie, Stand.Gezien, Stand.Verschoven);
    }

    async Task<int> VerwerktAsync() => await registers.ReadAsync(db => db.FirstAsync(db.Settings.Where(s => s.Key == Verwerkt))) is { } row
        ? int.Parse(row.Value, CultureInfo.InvariantCulture) : Kalender.Standaard.Versie;

    async Task OnthoudAsync(int versie)
    {
        try
        {
            await SchrijfAsync(versie);
        }
        catch (RegisterConflictException)
        {
            // Another node came to the end in the same moment, and wrote the same.
            if (await VerwerktAsync() < versie)
                throw;
        }
    }

    Task SchrijfAsync(int versie) => registers.WriteAsync("kalender", clock.RealNow, async db =>
    {
        var value = versie.ToString(CultureInfo.InvariantCulture);
        if (await db.FirstAsync(db.Settings.Where(s => s.Key == Verwerkt)) is { } row)
            row.Value = value;
        else
            db.Settings.Add(new Setting { Key = Verwerkt, Value = value });
        return true;
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "De nieuwe kalender wordt later verwerkt: de opslag is er even niet.")]
    static partial void LogLater(ILogger logger, Exception reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Huishouden {Stream} is nog niet op de nieuwe kalender: {Code}")]
    static partial void LogStays(ILogger logger, string stream, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Kalender {Versie}: {Gezien} huishoudens bekeken, bij {Verschoven} verschoof een datum.")]
    static partial void LogDone(ILogger logger, int versie, int gezien, int verschoven);
}
