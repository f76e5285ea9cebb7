using System.Globalization;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Xunit.Abstractions;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>
/// Two nodes that decide in the same moment on the same households: at most one passes where only one can, none stays half, and the
/// rows are what the commits make. KANTELING_RACES sets how often each of the eight races is run: 12 in the suite, 125 for a thousand on each store.
/// </summary>
public sealed class KoppelraceTests(ITestOutputHelper output)
{
    static readonly int Races = int.Parse(Environment.GetEnvironmentVariable("KANTELING_RACES") ?? "12", CultureInfo.InvariantCulture);

    /// <param name="Passed">How many of the two may pass.</param>
    sealed record Race(string Name, Func<Koppelbank, Task<(StreamId[] Streams, (StreamId On, Command Command) One, (StreamId On, Command Command) Two)>> Prepare, int[] Passed)
    {
        public Func<Koppelbank, StreamId[], Task> Check { get; init; } = (_, _) => Task.CompletedTask;
    }

    static readonly Race[] All =
    [
        new("two merges of the same two, each its own way", async bank =>
        {
            var (a, b) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            return ([a, b], (a, Koppelbank.Merge(b)), (b, Koppelbank.Merge(a)));
        }, [1]) { Check = async (bank, streams) => (await GoneAsync(bank, streams)).ShouldBe(1) },
        new("two merges that take the same household away", async bank =>
        {
            var (a, b, c) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            return ([a, b, c], (a, Koppelbank.Merge(b)), (c, Koppelbank.Merge(b)));
        }, [1]) { Check = async (bank, streams) => (await GoneAsync(bank, streams)).ShouldBe(1) },
        new("a household that goes on and goes away", async bank =>
        {
            var (a, b, c) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            return ([a, b, c], (a, Koppelbank.Merge(b)), (c, Koppelbank.Merge(a)));
        }, [1, 2]),
        new("two merges into one household", async bank =>
        {
            var (a, b, c) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            return ([a, b, c], (a, Koppelbank.Merge(b)), (a, Koppelbank.Merge(c)));
        }, [1, 2]),
        new("two splits of the same person", async bank =>
        {
            var a = await bank.OpenHouseholdAsync(3);
            return ([a, new($"{a}x"), new($"{a}y")], (a, Koppelbank.Split(new($"{a}x"), "p2")), (a, Koppelbank.Split(new($"{a}y"), "p2")));
        }, [1]) { Check = async (bank, streams) => (await bank.HouseholdAsync(streams[0])).Personen.Count(p => p.IsThuis).ShouldBe(2) },
        new("everybody leaves by two splits", async bank =>
        {
            var a = await bank.OpenHouseholdAsync();
            return ([a, new($"{a}x"), new($"{a}y")], (a, Koppelbank.Split(new($"{a}x"), "p1")), (a, Koppelbank.Split(new($"{a}y"), "p2")));
        }, [1]) { Check = async (bank, streams) => (await bank.HouseholdAsync(streams[0])).Personen.Count(p => p.IsThuis).ShouldBe(1) },
        new("a line that is always possible, twice", async bank =>
        {
            var a = await bank.OpenHouseholdAsync();
            await Koppelbank.DoAsync(bank.Engine, a, Koppelbank.Melding(new($"{a}d")), $"melding:{a}");
            return ([a], (a, Koppelbank.Verb("spoed", "spoed")), (a, Koppelbank.Verb("spoed", "spoed")));
        }, [1]) { Check = async (bank, streams) => (await bank.Node().ReadAsync(streams[0]))!.Instances.Values.Count(i => i.Definition.DefinitionId.Text == "spoed").ShouldBe(1) },
        new("a melding for a household that is merged away", async bank =>
        {
            var (a, b) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            return ([b, a], (a, Koppelbank.Merge(b)), (b, Koppelbank.Melding(new($"{b}d"))));
        }, [1, 2]) { Check = MeldingBeforeAsync },
    ];

    static async Task<int> GoneAsync(Koppelbank bank, StreamId[] streams)
    {
        var gone = 0;
        foreach (var stream in streams)
            gone += (await bank.HouseholdAsync(stream)).OpgegaanIn is null ? 0 : 1;
        return gone;
    }

    /// <summary>A melding that was taken in was taken in before the household went up in the other.</summary>
    static async Task MeldingBeforeAsync(Koppelbank bank, StreamId[] streams)
    {
        var events = await bank.EventsAsync(streams[0]);
        var gone = events.Single(e => e.Event is DomainEvent { Event: HuishoudenGekoppeld { Soort: Koppelingsoort.OpgegaanIn } }).Version;
        events.Where(e => e.Event is DomainEvent { Event: DossierGeopend }).ShouldAllBe(e => e.Version < gone);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Two_in_the_same_moment_never_both_pass_where_one_can_and_none_stays_half(string kind)
    {
        await using var bank = await Koppelbank.OpenAsync(kind, withFlows: true);
        foreach (var race in All)
        {
            var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
            for (var n = 0; n < Races; n++)
            {
                var (streams, one, two) = await race.Prepare(bank);
                using var together = new Barrier(2);
                var codes = await Task.WhenAll(RunAsync(bank, together, one, $"{n}:one"), RunAsync(bank, together, two, $"{n}:two"));
                await bank.SweepAsync();
                await bank.WholeAsync(streams);
                race.Passed.ShouldContain(codes.Count(c => c is null), $"{race.Name}: {string.Join(", ", codes)}");
                await race.Check(bank, streams);
                var outcome = string.Join(" + ", codes.Select(c => c ?? "passed").Order(StringComparer.Ordinal));
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
            output.WriteLine($"{kind}, {race.Name}, {Races} times: {string.Join("; ", outcomes.Select(o => $"{o.Value} {o.Key}"))}");
        }
    }

    /// <summary>A node of its own, whose first decision waits for that of the other.</summary>
    static Task<string?> RunAsync(Koppelbank bank, Barrier together, (StreamId On, Command Command) act, string key)
    {
        var first = true;
        var node = bank.Node(() =>
        {
            if (first)
                together.SignalAndWait(TimeSpan.FromSeconds(10));
            first = false;
        });
        return Task.Run(() => bank.ActAsync(node, act.On, act.Command, $"{act.On}:{key}"));
    }
}
