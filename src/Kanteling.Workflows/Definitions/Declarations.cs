using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Where a variable lives.</summary>
public enum VariableStorage
{
    /// <summary>With the instance: it survives every wait.</summary>
    Instance,

    /// <summary>Only until the next wait (Elsa's memory driver).</summary>
    Burst,
}

/// <summary>A variable of a definition or of a container.</summary>
/// <param name="Id">What expressions and outputs refer to; the name when the document gives no id.</param>
/// <param name="Name">What people see, and what FEEL calls it.</param>
/// <param name="TypeName">Elsa's alias, such as <c>String</c> or <c>Object</c>.</param>
/// <param name="IsArray">A list of <paramref name="TypeName"/>.</param>
/// <param name="Default">The value as written (Elsa writes text), or null.</param>
/// <param name="Storage">Where it lives.</param>
public sealed record VariableDeclaration(string Id, string Name, string TypeName, bool IsArray, JsonNode? Default, VariableStorage Storage);

/// <summary>What may be given when an instance starts.</summary>
public sealed record InputDeclaration(
    string Name, string TypeName, bool IsArray, string DisplayName, string Description, string Category, string UiHint);

/// <summary>What an instance hands back when it finishes.</summary>
public sealed record OutputDeclaration(string Name, string TypeName, bool IsArray, string DisplayName, string Description, string Category);

/// <summary>Whether a new instance may start beside those that run.</summary>
public enum ActivationStrategy
{
    /// <summary>Always.</summary>
    AllowAlways,

    /// <summary>One running instance per definition.</summary>
    Singleton,

    /// <summary>One per definition and correlation id.</summary>
    CorrelatedSingleton,

    /// <summary>One per correlation id, whatever the definition.</summary>
    Correlation,
}

/// <summary>The <c>options</c> of a definition. CLR names are kept as Elsa writes them, so that a file stays valid there.</summary>
public sealed record DefinitionOptions(
    ActivationStrategy Activation, bool UsableAsActivity, bool AutoUpdateConsumingWorkflows, string? ActivityCategory, string? IncidentStrategy);
