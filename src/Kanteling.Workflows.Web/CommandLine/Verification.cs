using System.Collections.Immutable;
using System.Text.Json;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>
/// Proves that the database says what happened and nothing else: every chain link by link, every stored row against what
/// the commits make of it, and for every open instance that something will move it on. The first thing wrong in a stream
/// is named; the rest of that stream then proves nothing.
/// </summary>
sealed class Verification(OpenStorage storage)
{
    readonly WorkflowEngine engine = KantelingCommands.EngineOn(storage);
    (int Streams, long Commits, int Rows, int Instances) counted;

    /// <returns>0 when all is well.</returns>
    public async Task<int> RunAsync(TextWriter output)
    {
        await using var held = storage;
        var wrong = new List<string>();
        await foreach (var head in storage.Store.StreamsAsync(default))
        {
            counted.Streams++;
            if (await WrongAsync(head) is { } sentence)
                wrong.Add(sentence);
        }
        await output.WriteLineAsync($"{counted.Streams} stromen en {counted.Commits} vastleggingen: ketens nagerekend.");
        await output.WriteLineAsync($"{counted.Rows} rijen vergeleken met wat de gebeurtenissen zeggen.");
        await output.WriteLineAsync($"{counted.Instances} open werkstromen: elk wacht op iemand of iets.");
        foreach (var sentence in wrong)
            await output.WriteLineAsync("FOUT " + sentence);
        await output.WriteLineAsync(wrong.Count == 0 ? "Alles klopt." : $"{wrong.Count} {(wrong.Count == 1 ? "stroom klopt" : "stromen kloppen")} niet.");
        return wrong.Count == 0 ? 0 : 1;
    }

    async Task<string?> WrongAsync(StreamHead head)
    {
        try
        {
            // A server may be at work: what was committed meanwhile is read again, and only a difference that stays counts.
            for (var attempt = 1; ; attempt++)
            {
                var before = (await storage.Store.LoadAsync(head.Stream, default))!.Head;
                var wrong = await ChainAsync(before) ?? await RowsAsync(before.Stream) ?? await StuckAsync(before.Stream);
                if (wrong is null || attempt == 3 || (await storage.Store.LoadAsync(head.Stream, default))!.Head.Version == before.Version)
                    return wrong;
            }
        }
        catch (Exception e) when (e is UnknownEventException or JsonException or InvalidDataException)
        {
            return $"{head.Stream}: {e.Message}";
        }
    }

    async Task<string?> ChainAsync(StreamHead head)
    {
        var previous = CommitCodec.NoHash;
        var version = 0L;
        await foreach (var commit in storage.Store.HistoryAsync(head.Stream, 1, default))
        {
            counted.Commits++;
            if (commit.Version != ++version)
                return $"{head.Stream}: vastlegging {version} ontbreekt.";
            if (!CommitCodec.HashOf(previous.AsSpan(), commit).AsSpan().SequenceEqual(commit.Hash.Span))
                return $"{head.Stream}: vastlegging {version} is veranderd, of de schakel ervoor.";
            if (BrokenSlot(commit) is { } slot)
                return $"{head.Stream}: vastlegging {version}, de inhoud op plaats {slot} is veranderd.";
            previous = [.. commit.Hash.Span];
        }
        return version == head.Version && previous.AsSpan().SequenceEqual(head.Hash.AsSpan()) ? null : $"{head.Stream}: de kop zegt vastlegging {head.Version}, de keten eindigt bij {version}.";
    }

    /// <summary>The first slot whose bytes are not those that the body names; an emptied slot is well.</summary>
    static int? BrokenSlot(StoredCommit commit)
    {
        var slots = SlotCodec.Read(commit.Slots);
        using var body = JsonDocument.Parse(commit.Body, new JsonDocumentOptions { MaxDepth = 512 });
        return Named(body.RootElement)
            .Where(named => named.Slot >= slots.Length || (slots[named.Slot].Bytes is { } bytes && !Slot.HashOf(slots[named.Slot].Salt.AsSpan(), bytes.AsSpan()).AsSpan().SequenceEqual(named.Hash)))
            .Select(named => (int?)named.Slot).FirstOrDefault();
    }

    static IEnumerable<(int Slot, byte[] Hash)> Named(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("$slot", out var slot) && element.TryGetProperty("hash", out var hash) => [(slot.GetInt32(), hash.GetBytesFromBase64())],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Named(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Named),
        _ => [],
    };

    async Task<string?> RowsAsync(string stream)
    {
        var rebuilt = await engine.History.RebuildAsync(stream);
        var stored = await storage.Store.DerivedAsync(stream, default);
        counted.Rows += Count(stored!);
        return StoredDifference.Of(rebuilt!, stored!) is { } difference ? $"{stream}: {difference} is anders dan de gebeurtenissen zeggen." : null;
    }

    static int Count(RebuiltStream s) =>
        1 + s.Parts.Count + s.Rows.Tasks.Length + s.Rows.Deadlines.Length + s.Rows.Instances.Length + s.Rows.Incidents.Length + s.Rows.Subscriptions.Length
        + s.Rows.Claims.Length + s.Rows.Messages.Length + s.ClosedTasks.Length + s.ClosedInstances.Length + s.Definitions.Length;

    async Task<string?> StuckAsync(string stream)
    {
        var found = await engine.History.FoldAsync(stream, long.MaxValue);
        counted.Instances += found.Instances.Count;
        // A wait on a child is no wait of its own: the child stands among the instances and is looked at itself.
        var stuck = found.Instances.Values.FirstOrDefault(i => i.Waits.IsEmpty && i.Incidents.IsEmpty && !found.Messages.Values.Any(m => m.Instance == i.Id));
        return stuck is null ? null : $"{stream}: werkstroom {stuck.Id} ({stuck.Definition}) wacht op niets en zit vast.";
    }
}
