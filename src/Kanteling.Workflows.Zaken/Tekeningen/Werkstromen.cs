using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>The flows as they are published now. A version never changes, so what was read of it is remembered.</summary>
public sealed class Werkstromen(IWorkflowStore store)
{
    readonly Recent<string, WorkflowDefinition> gelezen = new(500);

    /// <summary>The current version of every flow, by name.</summary>
    public async Task<ImmutableArray<WorkflowDefinition>> HuidigAsync() =>
        [.. (await store.CurrentDefinitionsAsync(default)).Select(rij => gelezen.Of(rij.Hash, () => DefinitionJson.Read(rij.Document).Definition!)).OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>One flow as it is published now, or null.</summary>
    public async Task<WorkflowDefinition?> HuidigAsync(DefinitionId flow) =>
        await store.DefinitionAsync(flow, null, default) is { } rij ? gelezen.Of(rij.Hash, () => DefinitionJson.Read(rij.Document).Definition!) : null;

    /// <summary>
    /// What may always be begun, of all flows together: a line whose flow is not published is left out until it is. The flow
    /// in which every household begins goes first.
    /// </summary>
    public async Task<IReadOnlyList<Mogelijkheid>> AltijdMogelijkAsync()
    {
        var huidig = await HuidigAsync();
        var ids = huidig.Select(d => d.DefinitionId).ToHashSet();
        return
        [
            .. huidig.OrderBy(d => d.DefinitionId != Werkstroomnaam.Toegang)
                .SelectMany(d => MogelijkhedenJson.Lees(d, ids.Contains).Lijst)
                .Where(m => ids.Contains(m.Flow)).DistinctBy(m => m.Id),
        ];
    }
}
