using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// What the destruction of some dossiers reaches in a stream. A body goes when every dossier that it names is destroyed, now or before;
/// until then only its slots of these dossiers go. What names no dossier at all stays as long as the stream.
/// </summary>
/// <param name="Dossiers">All that are destroyed afterwards: these, and those of before.</param>
/// <param name="Earlier">Bodies of which an event says that they were destroyed before, each with its ground; one that is only gone is not among them.</param>
/// <param name="Now">Versions of the bodies that go now.</param>
/// <param name="Slots">Slots of bodies that stay: those that were emptied with dossiers before, and those that go now.</param>
/// <param name="ClosedTasks">All closed tasks of the stream.</param>
public sealed record Reach(
    ImmutableArray<DossierId> Dossiers, ImmutableArray<(long Version, string Ground)> Earlier, ImmutableArray<long> Now, ImmutableArray<SlotAddress> Slots,
    ImmutableArray<ClosedTask> ClosedTasks, ImmutableArray<ClosedInstance> ClosedInstances)
{
    /// <summary>How every key of one begins.</summary>
    public const string Prefix = "reach";

    /// <summary>Under which a decision asks for it.</summary>
    public static string KeyOf(IEnumerable<DossierId> dossiers) => $"{Prefix}:{string.Join('\n', dossiers.Order())}";

    /// <summary>Everything that is gone afterwards.</summary>
    public IEnumerable<(long Version, string Ground)> Bodies(string ground) => Earlier.Concat(Now.Select(version => (version, ground)));
}

/// <summary>Slots of a stream that hold the same content, of the same dossier and kind, as those that are to be erased: a checkpoint and a step that was taken back copy it.</summary>
public sealed record SlotCopies(ImmutableArray<SlotAddress> Slots)
{
    /// <summary>How every key of one begins.</summary>
    public const string Prefix = "copies";

    /// <summary>Under which a decision asks for them.</summary>
    public static string KeyOf(IEnumerable<SlotAddress> slots) => $"{Prefix}:{string.Join(',', slots.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Version}.{s.Slot}")))}";

    /// <summary>The addresses in what follows the colon of a key.</summary>
    public static ImmutableHashSet<SlotAddress> Read(string key) =>
        [.. key.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('.')).Select(part => new SlotAddress(long.Parse(part[0], CultureInfo.InvariantCulture), int.Parse(part[1], CultureInfo.InvariantCulture)))];
}
