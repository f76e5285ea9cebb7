using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
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
        var published = events.OfType<DefinitionPublished>().ToDictionary(e => e.Definition.Version);
        var id = Streams.DefinitionOf(after.Stream);
        return [.. after.Published.Values
            .Where(p => before.Published.GetValueOrDefault(p.Version) != p)
            .Select(p => Row(p, published.GetValueOrDefault(p.Version)))];

        DefinitionRow Row(PublishedDefinition p, DefinitionPublished? e) =>
            new(id, p.Version, after.Stream, p.Hash, e?.Document.Text ?? "", e is null ? "" : Manifest.Write(e.Pins), p.IsCurrent, p.IsRetracted);
    }

    /// <summary>The row with what only its publishing said, when it is about a version that was published before.</summary>
    public static DefinitionRow Whole(DefinitionRow row, DefinitionRow before) => row with { Document = before.Document, Manifest = before.Manifest };
}
