using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// Loads what decisions need. Exact versions of definitions never change and are remembered, those that were loaded lately;
/// the rest is asked each time.
/// </summary>
sealed class GivenLoader(IWorkflowStore store, History history, Func<string, Task<object?>> loadRow)
{
    /// <summary>The most definitions that are remembered.</summary>
    public const int Capacity = 500;

    readonly Recent<DefinitionVersion, CompiledDefinition> compiled = new(Capacity);

    /// <summary>What is known without asking the store.</summary>
    public Given Remembered { get; private set; } = Given.Nothing;

    /// <param name="stream">The stream that is decided on; null when it is no decision of a stream, which then asks nothing of its own past.</param>
    public async Task<object?> LoadAsync(StreamId? stream, string key, CancellationToken cancellation)
    {
        var colon = key.IndexOf(':');
        var rest = key[(colon + 1)..];
        return (colon < 0 ? key : key[..colon]) switch
        {
            "published" => await DefinitionAsync(new(rest), null, cancellation),
            "definition" when DefinitionVersion.Parse(rest) is var exact => await DefinitionAsync(exact.DefinitionId, exact.Version, cancellation),
            Given.FlowMarkKey => new FlowMark(await store.FlowMarkAsync(cancellation)),
            Given.FlowsKey => new PublishedFlows([.. (await store.CurrentDefinitionsAsync(cancellation)).Select(row => DefinitionJson.Read(row.Document).Definition).OfType<WorkflowDefinition>()]),
            "upload" => await store.Blobs.UploadAsync(new(rest), cancellation),
            "completion" => await history.CompletionAsync(stream!.Value, new TaskId(long.Parse(rest, CultureInfo.InvariantCulture)), cancellation),
            Reach.Prefix => await history.ReachAsync(stream!.Value, [.. rest.Split('\n').Select(DossierId.Of)], cancellation),
            SlotCopies.Prefix => await history.CopiesAsync(stream!.Value, SlotCopies.Read(rest), cancellation),
            _ => await loadRow(key),
        };
    }

    public async Task<CompiledDefinition?> DefinitionAsync(DefinitionId definitionId, int? version, CancellationToken cancellation)
    {
        if (version is { } exact && compiled.Find(new DefinitionVersion(definitionId, exact)) is { } known)
            return known;
        if (await store.DefinitionAsync(definitionId, version, cancellation) is not { } row)
            return null;
        var key = new DefinitionVersion(row.DefinitionId, row.Version);
        return compiled.Find(key) ?? (DefinitionJson.Read(row.Document).Definition is { } read ? Remember(key, new CompiledDefinition(read, row.Hash, Manifest.Read(row.Manifest))) : null);
    }

    public CompiledDefinition Remember(DefinitionVersion key, CompiledDefinition definition)
    {
        compiled.Keep(key, definition, unless: _ => true);
        Remembered = new Given(compiled.All.ToImmutableDictionary(x => Given.DefinitionKey(x.Key), x => (object)x.Value, StringComparer.Ordinal));
        return definition;
    }
}
