using System.Collections.Concurrent;
using System.Globalization;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Wandelingen;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>Households that wander: none gets stuck, none meets an incident, none breaks a law on the way, all come to an end. KANTELING_WALKS sets how many per flow.</summary>
public sealed class RandomWalkTests
{
    static readonly int Walks = int.Parse(Environment.GetEnvironmentVariable("KANTELING_WALKS") ?? "2000", CultureInfo.InvariantCulture);

    /// <summary>In a flow that waits for nobody there is nothing to wander through.</summary>
    public static TheoryData<string> All() => [.. Flows.Folder.Stromen().Where(f => Flows.Folder.Definition(f).Nodes.Values.Any(n => Flows.Catalogue.Has(n, ActivityTraits.Waits)))];

    [Theory, MemberData(nameof(All))]
    public async Task Every_walk_through_the_flow_reaches_an_end(string flow)
    {
        var walks = await Wandelaars.BereidVoorAsync(Flows.Opstelling, Flows.Folder, flow, Wetten.Gebroken);
        var failures = new ConcurrentBag<string>();
        var ends = new ConcurrentDictionary<string, int>();
        Parallel.For(0, Walks, seed =>
        {
            var (failure, end) = walks.Wandel(seed);
            if (failure is not null)
                failures.Add(failure);
            else
                ends.AddOrUpdate(end, 1, (_, count) => count + 1);
        });

        failures.Take(5).ShouldBeEmpty($"{failures.Count} of {Walks} failed");
        ends.Count.ShouldBeGreaterThan(1);
    }
}
