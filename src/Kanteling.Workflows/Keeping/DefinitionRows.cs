using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>The rows of published definitions, from the definition's own stream.</summary>
static class DefinitionRows
{
    /// <summary>Rows whose state changed: the one that was published or retracted, and the one that is no longer current.</summary>
    public static ImmutableArray<DefinitionRow> Changed(Case before, Case after, ImmutableArray<WorkflowEvent> events)
    {
        if (ReferenceEquals(before.Published, after.Published))
            return [];
        var documents = events.OfType<DefinitionPublished>().ToDictionary(e => e.Definition.Version, e => e.Document.Text ?? "");
        var id = after.Stream[Streams.DefinitionPrefix.Length..];
        return [.. after.Published.Values
            .Where(p => before.Published.GetValueOrDefault(p.Version) != p)
            .Select(p => new DefinitionRow(id, p.Version, after.Stream, p.Hash, documents.GetValueOrDefault(p.Version, ""), p.IsCurrent, p.IsRetracted))];
    }
}
