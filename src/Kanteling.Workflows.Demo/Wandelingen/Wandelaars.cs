using System.Collections.Immutable;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Demo.Wandelingen;

/// <summary>
/// Many households wandering through one flow. Each begins where one of the flow's own scenarios has just begun it, so
/// that a flow that others start is walked with a household that could really come there.
/// </summary>
public sealed class Wandelaars
{
    readonly Wandelaar walk;
    readonly string flow;
    readonly ImmutableArray<(Case Case, DateTimeOffset Now)> beginnings;

    Wandelaars(Wandelaar walk, string flow, ImmutableArray<(Case, DateTimeOffset)> beginnings) => (this.walk, this.flow, this.beginnings) = (walk, flow, beginnings);

    /// <exception cref="InvalidDataException">No scenario of the flow begins it, or it is over as soon as it begins.</exception>
    public static async Task<Wandelaars> BereidVoorAsync(Proefopstelling opstelling, Stroommap map, string flow, Func<Case, ImmutableArray<WorkflowEvent>, string?>? wet = null)
    {
        var beginnings = ImmutableArray.CreateBuilder<(Case, DateTimeOffset)>();
        foreach (var naam in map.Scenarios(flow))
        {
            var store = new MemoryStore();
            var scenario = map.Scenario(flow, naam);
            await map.PubliceerAsync(opstelling.Motor(store, () => scenario.Start));
            if (await new Scenariospeler(opstelling, store).SpeelTotAsync(scenario, new("wandeling"), flow) is { } beginning)
                beginnings.Add(beginning);
        }
        return beginnings.Count == 0
            ? throw new InvalidDataException($"Door {flow} valt niet te wandelen: de flow wacht op niemand, of geen scenario begint hem.")
            : new Wandelaars(new Wandelaar(opstelling, await Wandelaar.GepubliceerdAsync(opstelling, map), wet), flow, beginnings.ToImmutable());
    }

    /// <summary>One walk; the same seed gives the same walk.</summary>
    /// <returns>What went wrong, or null; and the last thing that happened.</returns>
    public (string? Failure, string End) Wandel(int seed)
    {
        var (vanaf, now) = beginnings[seed % beginnings.Length];
        return walk.Wandel(vanaf, flow, now, seed);
    }

    /// <summary>For the command line: how many walks ended, and where. 0 when all did.</summary>
    public static async Task<int> WandelAsync(string flow, int wandelingen, TextWriter uitvoer)
    {
        var map = Stroommap.Vind();
        var opstelling = Proefopstelling.Van(map);
        if (!new Decider(new EngineParts(opstelling.Domein, opstelling.Soorten)).Catalogue.MayWait(map.Definition(flow).Root))
        {
            await uitvoer.WriteLineAsync($"{flow} wacht nergens op: wie deze flow begint, is meteen aan het einde.");
            return 0;
        }
        var prepared = await BereidVoorAsync(opstelling, map, flow);
        var results = new (string? Failure, string End)[wandelingen];
        Parallel.For(0, wandelingen, seed => results[seed] = prepared.Wandel(seed));
        foreach (var end in results.Where(r => r.Failure is null).GroupBy(r => r.End).OrderByDescending(g => g.Count()))
            await uitvoer.WriteLineAsync($"{end.Count(),8}  {end.Key}");
        var failures = results.Where(r => r.Failure is not null).Select(r => r.Failure).ToList();
        foreach (var failure in failures.Take(20))
            await uitvoer.WriteLineAsync($"FOUT {failure}");
        await uitvoer.WriteLineAsync($"{wandelingen - failures.Count} van {wandelingen} wandelingen door {flow} kwamen aan een einde.");
        return failures.Count == 0 ? 0 : 1;
    }
}
