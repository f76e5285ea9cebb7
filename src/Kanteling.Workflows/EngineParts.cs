using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows;

/// <summary>What an engine is made of, the same for every decision: what the cases are about, what can be drawn, and how far one decision may go.</summary>
public sealed record EngineParts(Domain Domain, ActivityKinds Kinds, EngineLimits Limits)
{
    public EngineParts(Domain domain, ActivityKinds kinds) : this(domain, kinds, EngineLimits.Default) { }

    /// <summary>What the checks at publish need to know of this program.</summary>
    public ActivityCatalogue Catalogue { get; } = new(Kinds.Descriptors, text => Feel.Parse(text).Errors is [var first, ..] ? SchemaCheck.ProblemOf(first) : null);
}
