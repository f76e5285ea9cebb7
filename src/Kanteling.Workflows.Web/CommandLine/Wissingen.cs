using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Erasures;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>After a backup was put back: erases again what had been erased since it was made, and begins a new epoch of the feed.</summary>
static class Wissingen
{
    /// <returns>0 when everything on the list is gone from the database.</returns>
    public static async Task<int> HerhaalAsync(OpenStorage storage, TextWriter uitvoer)
    {
        await using var open = storage;
        if (!storage.Erasures.IsThere)
        {
            await Console.Error.WriteLineAsync($"De wislijst {storage.Erasures.Path} is er niet, of is niet te zien. Er is niets gedaan. Zet de lijst terug, of zeg met Kanteling:Wislijst waar hij staat.");
            return 1;
        }
        var (motor, lijst) = (Opdrachtregel.MotorOp(storage), await storage.Erasures.ReadAsync());
        // Only when it could be read.
        await storage.BeginEpochAsync();
        var (gedaan, mislukt) = (0, 0);
        foreach (var wissing in lijst)
        {
            switch (await OpnieuwAsync(storage, motor, wissing))
            {
                case Answer.Refused geweigerd:
                    mislukt++;
                    await uitvoer.WriteLineAsync($"FOUT {wissing.Stream}: {string.Join(" ", geweigerd.Refusals.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments)))}");
                    break;
                case Answer.Done:
                    gedaan++;
                    break;
            }
        }
        await uitvoer.WriteLineAsync($"{lijst.Length} wissingen op de lijst {storage.Erasures.Path}: {gedaan} opnieuw gedaan, {lijst.Length - gedaan - mislukt} waren al gedaan of gaan over wat hier niet staat, {mislukt} mislukt.");
        return mislukt == 0 ? 0 : 1;
    }

    /// <summary>Streams in which something of the list is there again, as after a backup was put back.</summary>
    public static async Task<ImmutableArray<StreamId>> TerugAsync(OpenStorage storage, WorkflowEngine motor)
    {
        var terug = ImmutableArray.CreateBuilder<StreamId>();
        foreach (var wissing in await storage.Erasures.ReadAsync())
        {
            if (await OpdrachtAsync(storage, motor, wissing) is not null)
                terug.Add(wissing.Stream);
        }
        return [.. terug.Distinct()];
    }

    static async Task<Answer?> OpnieuwAsync(OpenStorage storage, WorkflowEngine motor, Erasure wissing) =>
        await OpdrachtAsync(storage, motor, wissing) is { } opdracht
            ? await motor.ExecuteAsync(wissing.Stream, "", opdracht, new Asking($"{wissing.At.UtcTicks}:{wissing.CommandId}", new("herstel"), "herstel", true)) : null;

    /// <summary>What does it again; null when it was done already, or is about something that is not here.</summary>
    static async Task<Command?> OpdrachtAsync(OpenStorage storage, WorkflowEngine motor, Erasure wissing)
    {
        if (await motor.ReadAsync(wissing.Stream) is not { } nu)
            return null;
        if (wissing.IsWhole)
            return new DestroyStream(wissing.Ground, IsRepeat: true);
        if (!wissing.Dossiers.IsEmpty)
            return wissing.Dossiers.Intersect(((Huishouden)nu.Domain).Dossiers.Keys).ToImmutableArray() is { IsEmpty: false } nog ? new DestroyDossiers(nog, wissing.Ground) : null;
        var (vol, bestanden) = await NogErAsync(storage, wissing);
        return vol.IsEmpty && bestanden.IsEmpty ? null : new EraseContent(vol, wissing.Ground, bestanden);
    }

    /// <summary>
    /// What is on the list and still there. A backup may be of before it was written; what has the same place since, but was written after the erasure,
    /// is something else.
    /// </summary>
    static async Task<(ImmutableArray<SlotAddress> Vol, ImmutableArray<BlobAddress> Bestanden)> NogErAsync(OpenStorage storage, Erasure wissing)
    {
        var (vol, toen) = (new HashSet<SlotAddress>(), new HashSet<long>());
        await foreach (var commit in storage.Store.HistoryAsync(wissing.Stream, 1, default).Where(commit => commit.At <= wissing.At))
        {
            toen.Add(commit.Version);
            vol.UnionWith(SlotCodec.Read(commit.Slots).Select((slot, n) => (slot, n)).Where(s => s.slot.Bytes is not null).Select(s => new SlotAddress(commit.Version, s.n)));
        }
        var bestanden = wissing.Blobs.IsEmpty ? [] : (await storage.Store.Blobs.OfAsync(wissing.Stream, default)).Select(b => b.At).Where(at => toen.Contains(at.Version)).Intersect(wissing.Blobs);
        return ([.. wissing.Slots.Where(vol.Contains)], [.. bestanden]);
    }
}
