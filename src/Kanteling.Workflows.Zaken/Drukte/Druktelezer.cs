using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Drukte;

/// <summary>What was done on a day, in the whole gemeente.</summary>
/// <param name="Begonnen">Without the meldcode: that one began is told to nobody who adds up.</param>
/// <param name="Registers">Changes of users, teams, calendar, forms and settings.</param>
public sealed record Dagdrukte(DateOnly Dag, long Begonnen, long TakenAfgerond, long Termijnen, long Bekeken, long Registers);

/// <summary>How far an overview runs behind.</summary>
/// <param name="Achter">So many acts are not in it yet; <see cref="Projections.MostCounted"/> stands for that and more.</param>
/// <param name="Oudste">The moment of the oldest of those; null when it has all.</param>
/// <param name="OudsteSeconden">How long ago that was; 0 when it has all.</param>
public sealed record Achterstand(string Naam, long Achter, DateTimeOffset? Oudste, long OudsteSeconden);

public sealed record Druktebeeld(IReadOnlyList<Dagdrukte> Dagen, IReadOnlyList<Achterstand> Achter);

/// <summary>How busy it is, by day and by flow: numbers only, made from the feed, which may be a moment behind.</summary>
public sealed class Druktelezer(OpenStorage storage, Bevoegdheid bevoegdheid, Zaaktijd tijd)
{
    const int Dagen = 7;
    const int Maand = 30;

    public async Task<Uitslag<Druktebeeld>> LeesAsync(Actor actor)
    {
        if (!bevoegdheid.Mag(actor, Handeling.AantallenZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        var geteld = await storage.Counts.SinceAsync(LocalTime.DayOf(tijd.Nu()).AddDays(1 - Dagen));
        return new Druktebeeld([.. geteld.GroupBy(a => a.Day).Select(dag => Van(dag.Key, [.. dag]))], await AchterAsync());
    }

    /// <summary>How many of each flow began in the last thirty days.</summary>
    public async Task<IReadOnlyDictionary<DefinitionId, long>> BegonnenAsync() =>
        (await storage.Counts.SinceAsync(LocalTime.DayOf(tijd.Nu()).AddDays(1 - Maand)))
            .Where(a => a.Kind == CountedKind.Started).GroupBy(a => a.Name).ToDictionary(flow => new DefinitionId(flow.Key), flow => flow.Sum(a => a.Amount));

    /// <summary>How far each overview runs behind. Says nothing of anybody.</summary>
    public async Task<IReadOnlyList<Achterstand>> AchterAsync() =>
        [.. (await storage.Projections.LagAsync()).Select(lag => new Achterstand(lag.Name, lag.Behind, lag.Oldest, lag.Oldest is { } oudste ? Math.Max(0, (long)(tijd.Nu() - oudste).TotalSeconds) : 0))];

    static Dagdrukte Van(DateOnly dag, List<DailyCount> geteld)
    {
        long Som(string kind, string? name = null) => geteld.Where(a => a.Kind == kind && (name is null || a.Name == name)).Sum(a => a.Amount);
        return new Dagdrukte(
            dag, Som(CountedKind.Started) - Som(CountedKind.Started, Werkstroomnaam.Veiligheid.Text), Som(CountedKind.Cause, nameof(TaskCompleted)), Som(CountedKind.Cause, nameof(DeadlinePassed)), Som(CountedKind.Look), Som(CountedKind.Register));
    }
}
