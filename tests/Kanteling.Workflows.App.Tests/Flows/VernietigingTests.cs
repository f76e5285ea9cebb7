using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>
/// The end of retention on everything that the scenarios leave behind: each dossier that may go is destroyed, one after the other, and then
/// the household itself.
/// </summary>
public sealed class VernietigingTests(VernietigingTests.Gespeeld gespeeld) : IClassFixture<VernietigingTests.Gespeeld>
{
    const string Grond = "BEWAARTERMIJN_VOORBIJ";
    static readonly DateTimeOffset Later = new(2045, 1, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Every scenario of every flow, once.</summary>
    public sealed class Gespeeld : IAsyncLifetime
    {
        public MemoryStore Store { get; } = new();

        public async Task InitializeAsync()
        {
            await Flows.PublishAsync(Store);
            await Parallel.ForEachAsync(Flows.Told.SelectMany(f => Flows.Folder.Scenarios(f).Select(s => (Flow: f, Scenario: s))), async (x, _) =>
                await new Scenariospeler(Flows.Opstelling, Store, koud: false).SpeelAsync(Flows.Folder.Scenario(x.Flow, x.Scenario), new($"{x.Flow}-{x.Scenario}")));
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }

    WorkflowEngine Engine() => Flows.Opstelling.Motor(gespeeld.Store, () => Later);

    [Fact]
    public async Task Each_dossier_that_is_over_goes_and_the_rest_of_the_household_folds_verifies_and_goes_on()
    {
        var streams = await gespeeld.Store.StreamsAsync(default).Where(s => s.Kind != Streams.DefinitionKind).Select(s => s.Stream).ToListAsync();
        var (wrong, dossiers, besides, whole) = (new ConcurrentBag<string>(), 0, 0, 0);
        await Parallel.ForEachAsync(streams, async (stream, _) =>
        {
            var engine = Engine();
            foreach (var dossier in ((Huishouden)(await engine.ReadAsync(stream))!.Domain).Dossiers.Keys.ToList())
            {
                var own = await WordsAsync(stream.Text, dossier);
                var open = (await engine.ReadAsync(stream))!.Instances.Count;
                if (await engine.DestroyAsync(stream, [dossier], Grond, Asking.Person(new("archivaris"), $"{stream}/{dossier}")) is not Answer.Done)
                    continue;
                Interlocked.Increment(ref dossiers);
                if (open > 0 || ((Huishouden)(await engine.ReadAsync(stream))!.Domain).Dossiers.Count > 0)
                    Interlocked.Increment(ref besides);
                foreach (var doubt in await ChainDoubtsAsync(stream.Text))
                    wrong.Add($"{stream}/{dossier}: {doubt}");
                var held = await EverythingAsync(stream.Text);
                foreach (var word in own.Where(word => held.Contains(word, StringComparison.Ordinal)).Take(2))
                    wrong.Add($"{stream}/{dossier}: still there: {word}");
                // A cold program reads the same, and the household goes on.
                if (await Engine().ExecuteAsync(stream, "", new LinkStream(new("elders"), "hoort bij", null), Asking.Person(new("archivaris"), $"verder/{stream}/{dossier}")) is Answer.Refused refused)
                    wrong.Add($"{stream}/{dossier}: does not go on: {refused.Refusals[0].Code}");
                foreach (var doubt in await ChainDoubtsAsync(stream.Text))
                    wrong.Add($"{stream}/{dossier}, gone on: {doubt}");
            }
            if (await engine.DestroyAsync(stream, Grond, Asking.Person(new("archivaris"), stream.Text)) is Answer.Done)
            {
                Interlocked.Increment(ref whole);
                if (await gespeeld.Store.DeclarationAsync(stream, default) is not { } left || !left.IsSignedBy(gespeeld.Store.Keys) || await gespeeld.Store.LoadAsync(stream, default) is not null)
                    wrong.Add($"{stream}: no declaration");
            }
        });
        wrong.Order().Take(5).ShouldBeEmpty($"{wrong.Count} wrong");
        (dossiers > 15, besides > 2, whole > 15).ShouldBe((true, true, true), $"{dossiers} dossiers, {besides} beside others, {whole} streams");
    }

    /// <summary>What is stuck or overdue after twenty years is no matter here.</summary>
    async Task<IEnumerable<Doubt>> ChainDoubtsAsync(string stream) =>
        (await Engine().Verification.RunAsync(new(stream), DateTimeOffset.MinValue)).Where(d => d.Code != RefusalCode.InstanceStuck);

    /// <summary>Texts of this dossier that stand nowhere else in the household, long enough to be no word of the program's.</summary>
    async Task<IReadOnlyCollection<string>> WordsAsync(string stream, DossierId dossier)
    {
        var (own, others) = (new HashSet<string>(StringComparer.Ordinal), new StringBuilder());
        await foreach (var commit in gespeeld.Store.HistoryAsync(new(stream), 1, default))
        {
            foreach (var slot in SlotCodec.Read(commit.Slots).Where(s => s.Bytes is not null))
            {
                if (slot.Dossier == dossier && slot.Kind != ContentKind.Words)
                    own.UnionWith(Texts(JsonNode.Parse(slot.Bytes!.Value.AsSpan())).Where(text => text.Length > 15 && text.Contains(' ', StringComparison.Ordinal)));
                else
                    others.Append(Encoding.UTF8.GetString(slot.Bytes!.Value.AsSpan()));
            }
        }
        // Who lives there and what it is called is of the household, in whichever dossier it was told.
        var h = (Huishouden)(await Engine().ReadAsync(new(stream)))!.Domain;
        others.Append(JsonSerializer.Serialize(h with { Dossiers = h.Dossiers.Clear(), Hulpvragen = [], Ondersteuning = [] }, Huishoudenopslag.Json));
        var elsewhere = others.ToString();
        return [.. own.Where(text => !elsewhere.Contains(text, StringComparison.Ordinal))];
    }

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(p => Texts(p.Value)),
        JsonArray array => array.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    async Task<string> EverythingAsync(string stream)
    {
        var all = new StringBuilder();
        await foreach (var commit in gespeeld.Store.HistoryAsync(new(stream), 1, default))
            all.Append(Encoding.UTF8.GetString(Packing.Unpack(commit.Body).Span)).AppendJoin(' ', SlotCodec.Read(commit.Slots).Select(s => s.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : ""));
        foreach (var part in (await gespeeld.Store.LoadAsync(new(stream), default))!.Parts.Values)
            all.Append(Encoding.UTF8.GetString(Packing.Unpack(part.Bytes).Span));
        var derived = (await gespeeld.Store.DerivedAsync(new(stream), default))!;
        return all.AppendJoin('\n', derived.ClosedTasks).AppendJoin('\n', derived.Rows.Tasks).AppendJoin('\n', derived.Rows.Incidents).Append(derived.Label).ToString();
    }
}
