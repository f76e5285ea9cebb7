using System.Collections.Immutable;

namespace Kanteling.Workflows.Events;

/// <summary>What an erasure takes away from the commits of a stream.</summary>
/// <param name="Slots">Emptied, bytes and salt.</param>
/// <param name="Bodies">Destroyed whole: a tombstone takes their place.</param>
/// <param name="Dossiers">The procedures that were destroyed; empty when only content was erased.</param>
/// <param name="Ground">Why, as a code.</param>
public sealed record Erased(ImmutableArray<SlotAddress> Slots, ImmutableArray<DestroyedBodies> Bodies, ImmutableArray<DossierId> Dossiers, string Ground)
{
    /// <summary>Bytes that stood apart and are named; those of <see cref="Dossiers"/> go without being named.</summary>
    public ImmutableArray<BlobAddress> Blobs { get; init; } = [];

    /// <summary>What this event takes away; null for every event but two.</summary>
    public static Erased? By(WorkflowEvent e) => e switch
    {
        ContentErased x => new Erased(x.Slots, [], [], x.Ground) { Blobs = x.Blobs ?? [] },
        DossiersDestroyed x => new Erased(x.Slots, x.Bodies, x.Dossiers, x.Ground),
        _ => null,
    };

    /// <summary>The commits that it touches.</summary>
    public IEnumerable<long> Versions => Slots.Select(slot => slot.Version)
        .Concat(Bodies.SelectMany(rows => rows.Versions)).Distinct().Order();

    /// <summary>The commit as it is afterwards; the same one when nothing of it goes.</summary>
    public StoredCommit In(StoredCommit commit)
    {
        foreach (var rows in Bodies)
        {
            if (rows.Has(commit.Version))
                return commit.Destroyed(rows.Ground);
        }
        var slots = Slots.Where(slot => slot.Version == commit.Version).Select(slot => slot.Slot).ToHashSet();
        return slots.Count == 0 ? commit : commit with { Slots = SlotCodec.Erase(commit.Slots, slots) };
    }
}
