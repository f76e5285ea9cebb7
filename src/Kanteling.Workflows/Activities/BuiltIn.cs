using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's own activities as this engine runs them, with the descriptors that designers read.</summary>
public static class BuiltIn
{
    public static IEnumerable<ActivityKind> All => [.. Branching.Kinds, .. Loops.Kinds, .. Containers.Kinds, .. Primitives.Kinds, .. Endings.Kinds, .. Timing.Kinds, .. Messaging.Kinds, .. ChildFlows.Kinds, .. Tasks.Kinds];

    internal static ActivityDescriptor Describe(
        string type, string category, string name, string description, ActivityTraits traits = ActivityTraits.None,
        ImmutableArray<InputDescriptor> inputs = default, ImmutableArray<PortDescriptor> ports = default, bool result = false) =>
        new(type, 1, category, name, description, inputs.IsDefault ? [] : inputs,
            result ? [new OutputDescriptor("Result", "Object", "Result", "What the activity gives back.")] : [], ports.IsDefault ? [] : ports, traits);

    internal static InputDescriptor Input(string name, string type, string description, string hint = "singleline", bool required = false, string syntax = "Literal", JsonObject? options = null) =>
        new(name, type, name, description, hint, true, null, syntax, options, required);

    internal static InputDescriptor Unwrapped(string name, string type, string description, string hint) =>
        new(name, type, name, description, hint, false);

    internal static InputDescriptor Choice(string name, string description, params string[] values) =>
        new(name, "String", name, description, "dropdown", true, null, "Literal", new JsonObject
        {
            ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["text"] = v, ["value"] = v })]) } },
        });

    internal static PortDescriptor Embedded(string name) => new(name, name, true);

    internal static PortDescriptor Flow(string name) => new(name, name, false);
}
