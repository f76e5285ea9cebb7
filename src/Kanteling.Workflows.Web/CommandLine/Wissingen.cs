using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>After a backup was put back: erases again what had been erased since it was made, and begins a new epoch of the feed.</summary>
static class Wissingen
{
    /// <returns>0 when everything on the list is gone from the database.</returns>
    public static async Task<int> HerhaalAsync(OpenStorage storage, TextWriter uitvoer)
    {
        await using var open = storage;
        await storage.BeginEpochAsync();
        var (motor, lijst) = (Opdrachtregel.MotorOp(storage), await storage.Erasures.ReadAsync());
        var (gedaan, mislukt) = (0, 0);
        foreach (var wissing in lijst)
        {
            var (nog, bestanden) = (await NogVolAsync(storage, wissing.Stream, wissing.Slots), await NogDaarAsync(storage, wissing.Stream, wissing.Blobs ?? []));
            if (nog.IsEmpty && bestanden.IsEmpty)
                continue;
            if (await motor.EraseAsync(wissing.Stream, new EraseContent(nog, wissing.Ground, bestanden), new Asking($"{wissing.At.UtcTicks}", "herstel", "herstel", true)) is Answer.Refused geweigerd)
            {
                mislukt++;
                await uitvoer.WriteLineAsync($"FOUT {wissing.Stream}: {string.Join(" ", geweigerd.Refusals.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments)))}");
                continue;
            }
            gedaan++;
        }
        await uitvoer.WriteLineAsync($"{lijst.Length} wissingen op de lijst {storage.Erasures.Path}: {gedaan} opnieuw gedaan, {lijst.Length - gedaan - mislukt} waren al gedaan of gaan over wat hier niet staat, {mislukt} mislukt.");
        return mislukt == 0 ? 0 : 1;
    }

    /// <summary>Those of these files that are there.</summary>
    static async Task<ImmutableArray<BlobAddress>> NogDaarAsync(OpenStorage storage, string stream, ImmutableArray<BlobAddress> bestanden) =>
        bestanden.IsEmpty ? [] : [.. (await storage.Store.Blobs.OfAsync(stream, default)).Select(b => b.At).Intersect(bestanden)];

    /// <summary>Those of these slots that are there and not empty; a backup may be of before they were written.</summary>
    static async Task<ImmutableArray<SlotAddress>> NogVolAsync(OpenStorage storage, string stream, ImmutableArray<SlotAddress> slots)
    {
        var vol = new HashSet<SlotAddress>();
        await foreach (var commit in storage.Store.HistoryAsync(stream, 1, default))
            vol.UnionWith(SlotCodec.Read(commit.Slots).Select((slot, n) => (slot, n)).Where(s => s.slot.Bytes is not null).Select(s => new SlotAddress(commit.Version, s.n)));
        return [.. slots.Where(vol.Contains)];
    }
}
