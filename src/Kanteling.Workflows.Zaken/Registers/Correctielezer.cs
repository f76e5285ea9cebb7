using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>Reads what the stream of a document says of other words for its versions. Asked each time: a correction counts on every node at once.</summary>
public sealed class Correctielezer
{
    readonly IWorkflowStore store;
    readonly SnapshotCodec snapshots;
    readonly History history;

    public Correctielezer(IWorkflowStore store)
    {
        var codec = new EventCodec(HuishoudenDomein.Domein.Codec);
        (this.store, snapshots) = (store, new SnapshotCodec(HuishoudenDomein.Domein, codec));
        history = new History(store, HuishoudenDomein.Domein, codec, snapshots);
    }

    /// <summary>All corrections of a version: those that count, in order, and then the one that waits.</summary>
    public async Task<ImmutableArray<Correction>> VanAsync(DocumentVersion versie) =>
        await ZaakAsync(versie) is { } zaak ? [.. zaak.CorrectionsOf(versie), .. zaak.Corrections.Values.Where(c => c.Document == versie && !c.IsApproved)] : [];

    /// <summary>The words that a version has now; null when they are its first ones, or when its other ones were erased.</summary>
    public async Task<string?> TekstAsync(DocumentVersion versie) => (await ZaakAsync(versie))?.CorrectionsOf(versie).LastOrDefault(c => !c.Text.IsErased)?.Text.Text;

    async Task<Case?> ZaakAsync(DocumentVersion versie)
    {
        var stream = Streams.OfDocument(versie.Kind, versie.Id);
        if (await store.LoadAsync(stream, default) is not { } stored)
            return null;
        return snapshots.Read(stored) ?? await history.FoldAsync(stream, stored.Head.Version);
    }
}
