using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Wandelingen;
using Kanteling.Workflows.Events;

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
        var walks = await Wandelaars.BereidVoorAsync(Flows.Opstelling, Flows.Folder, flow, (zaak, _) => Wetten.Gebroken(zaak));
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

    /// <summary>Every text of every form is filled in with these words, here and there in every flow.</summary>
    const string Marker = "Voorbeeld: ";

    [Theory, MemberData(nameof(All))]
    public async Task What_anybody_writes_in_a_form_never_stands_in_a_hashed_body(string flow)
    {
        var codec = new EventCodec(Flows.Opstelling.Domein.Codec);
        var marked = 0;
        var walks = await Wandelaars.BereidVoorAsync(Flows.Opstelling, Flows.Folder, flow, (_, events) =>
        {
            var (body, slots) = codec.Write(events);
            if (SlotCodec.Read(slots).Any(s => s.Bytes is { } bytes && Encoding.UTF8.GetString(bytes.AsSpan()).Contains(Marker, StringComparison.Ordinal)))
                Interlocked.Increment(ref marked);
            return Encoding.UTF8.GetString(Packing.Unpack(body).Span).Contains(Marker, StringComparison.Ordinal) ? $"an answer stands in the body of {string.Join(", ", events.Select(e => e is DomainEvent d ? d.Event.GetType().Name : e.GetType().Name))}" : null;
        });
        Enumerable.Range(0, 60).Select(seed => walks.Wandel(seed).Failure).OfType<string>().Take(3).ShouldBeEmpty();
        marked.ShouldBeGreaterThan(50, "the words are there to be found");
    }
}
