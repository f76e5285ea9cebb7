using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>What the engine and the checks must know about an activity type.</summary>
[Flags]
public enum ActivityTraits
{
    None = 0,

    /// <summary>Only a beginning: nothing leads to it.</summary>
    Start = 1,

    /// <summary>Completing it completes its flowchart; it has no outcomes.</summary>
    Terminal = 2,

    /// <summary>Can start an instance by itself when so marked.</summary>
    Trigger = 4,

    /// <summary>Holds other activities.</summary>
    Container = 8,

    /// <summary>May wait for something outside the decision: a person, a moment, an event, another instance.</summary>
    Waits = 16,

    /// <summary>What it does cannot be undone by moving or repairing the instance.</summary>
    Irreversible = 32,

    /// <summary>Known, but not offered when drawing.</summary>
    NotBrowsable = 64,

    /// <summary>Its ports are the values of the input with the hint <c>dynamic-outcomes</c>.</summary>
    DynamicOutcomes = 128,

    /// <summary>May leave through several ports at once; all others leave through exactly one.</summary>
    ManyOutcomes = 256,
}

/// <summary>A place where connections leave (a flow port), or where an activity hangs inside another (an embedded port).</summary>
public sealed record PortDescriptor(string Name, string DisplayName, bool Embedded);

/// <summary>An input as shown and edited by a designer.</summary>
/// <param name="Name">In PascalCase; the document has the property in camelCase.</param>
/// <param name="TypeName">Elsa's alias.</param>
/// <param name="DisplayName">What the designer shows.</param>
/// <param name="Description">Help beside the editor.</param>
/// <param name="UiHint">One of Elsa Studio's editors.</param>
/// <param name="IsWrapped">Whether the value is stored as an expression, or as plain JSON.</param>
/// <param name="DefaultValue">What a newly drawn activity gets, or null.</param>
/// <param name="DefaultSyntax">The expression type offered first.</param>
/// <param name="UiSpecifications">What the editor needs, as Elsa writes it.</param>
/// <param name="IsRequired">Whether publishing without it is refused. Elsa has no such flag.</param>
public sealed record InputDescriptor(
    string Name, string TypeName, string DisplayName, string Description, string UiHint, bool IsWrapped = true, JsonNode? DefaultValue = null,
    string DefaultSyntax = "Literal", JsonObject? UiSpecifications = null, bool IsRequired = false)
{
    /// <summary>
    /// Whether the value must stand in the drawing itself, not be computed: it is kept in the history for ever, where what somebody
    /// said may not be.
    /// </summary>
    public bool IsFixed { get; init; }

    /// <summary>The editor whose values are ports.</summary>
    public const string DynamicOutcomes = "dynamic-outcomes";
}

/// <summary>A value that an activity hands out.</summary>
public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description);

/// <summary>An activity type, as data. The same list serves the designers, the checks and the engine.</summary>
public sealed record ActivityDescriptor(
    string Type, int Version, string Category, string DisplayName, string Description, ImmutableArray<InputDescriptor> Inputs,
    ImmutableArray<OutputDescriptor> Outputs, ImmutableArray<PortDescriptor> Ports, ActivityTraits Traits)
{
    /// <summary>Elsa's word: Trigger or Action.</summary>
    public string Kind => Has(ActivityTraits.Trigger) ? "Trigger" : "Action";

    public bool Has(ActivityTraits trait) => (Traits & trait) == trait;
}
