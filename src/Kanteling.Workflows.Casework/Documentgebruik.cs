using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// Which forms, letters and guides the steps of a drawing use: those that the drawing names, and those that a step brings by itself.
/// The law of this file: what a step may ask for when it runs, stands in here, so that publishing pins it.
/// </summary>
public static class Documentgebruik
{
    /// <summary>What publishing a drawing pins, and what it misses.</summary>
    public static Pinning Vast(WorkflowDefinition tekening, Given given)
    {
        var (pins, gemist) = (ImmutableArray.CreateBuilder<Pin>(), ImmutableArray.CreateBuilder<Finding>());
        foreach (var plekken in Plekken(tekening).GroupBy(plek => (plek.Soort, plek.Id)).OrderBy(g => g.Key.Soort.Naam, StringComparer.Ordinal).ThenBy(g => g.Key.Id, StringComparer.Ordinal))
        {
            if (plekken.Key.Soort.Nieuwste(given, plekken.Key.Id) is { } pin)
                pins.Add(pin);
            else
                gemist.AddRange(plekken.Select(plek => plek.Node.Id).Distinct().Select(stap => new Finding(plekken.Key.Soort.NietGevonden, FindingSeverity.Error, stap, [plekken.Key.Id])));
        }
        return new Pinning(pins.ToImmutable(), gemist.ToImmutable());
    }

    /// <summary>Every use of a document by a step.</summary>
    internal static IEnumerable<Documentplek> Plekken(WorkflowDefinition tekening) =>
        from node in tekening.Nodes.Values
        from kind in Stappenlijst.Menselijk
        where kind.Type == node.Type
        from stap in kind.Rijen.IsEmpty ? [kind] : kind.Rijen
        from gebruik in Van(stap, node)
        select new Documentplek(node, stap, gebruik.Soort, gebruik.Id);

    static IEnumerable<(Documentsoort Soort, string Id)> Van(Stap stap, ActivityNode node) =>
    [
        .. Namen(stap, node, Documentsoort.Formulier, stap.Formulier), .. Namen(stap, node, Documentsoort.Brief, [.. stap.BriefKeuzes, stap.Brief]),
        .. stap.Leidraad is null ? [] : Namen(stap, node, Documentsoort.Leidraad, stap.Leidraad),
    ];

    /// <summary>The one that the drawing names, or else those of the step itself.</summary>
    static IEnumerable<(Documentsoort Soort, string Id)> Namen(Stap stap, ActivityNode node, Documentsoort soort, params string?[] eigen) =>
        (!stap.IsRij && node.LiteralOf(soort.Naam) is { } id ? [id] : eigen.OfType<string>()).Select(naam => (soort, naam));
}

/// <summary>A document that a step of a drawing uses.</summary>
sealed record Documentplek(ActivityNode Node, Stap Stap, Documentsoort Soort, string Id);
