using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Short words for writing descriptors of activities.</summary>
static class Describing
{
    internal static ActivityDescriptor Make(string type, string category, string name, string description, ActivityTraits traits = ActivityTraits.None) =>
        new(type, 1, category, name, description, [], [], [], traits);

    internal static ActivityDescriptor With(this ActivityDescriptor descriptor, params InputDescriptor[] inputs) =>
        descriptor with { Inputs = [.. descriptor.Inputs, .. inputs] };

    internal static ActivityDescriptor Out(this ActivityDescriptor descriptor, string name, string typeName) =>
        descriptor with { Outputs = [.. descriptor.Outputs, new OutputDescriptor(name, typeName, name, "")] };

    internal static ActivityDescriptor Flowing(this ActivityDescriptor descriptor, params string[] ports) =>
        descriptor with { Ports = [.. descriptor.Ports, .. ports.Select(port => new PortDescriptor(port, port, Embedded: false))] };

    internal static ActivityDescriptor Embedding(this ActivityDescriptor descriptor, params string[] ports) =>
        descriptor with { Ports = [.. descriptor.Ports, .. ports.Select(port => new PortDescriptor(port, port, Embedded: true))] };

    internal static InputDescriptor Text(string name, string displayName, string description) =>
        new(name, "String", displayName, description, "singleline");

    internal static InputDescriptor Value(string name, string displayName, string description) =>
        new(name, "Object", displayName, description, "multiline", DefaultSyntax: ExpressionTypes.Feel);

    internal static InputDescriptor Number(string name, string displayName, string description, int? value) =>
        new(name, "Int32", displayName, description, "singleline", DefaultValue: value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal static InputDescriptor Check(string name, string displayName, string description, bool value) =>
        new(name, "Boolean", displayName, description, "checkbox", DefaultValue: value ? "true" : "false");

    internal static InputDescriptor Plain(string name, string displayName, string description, string hint) =>
        new(name, "Object", displayName, description, hint, IsWrapped: false);

    // Elsa Studio's list of options; the first is the default.
    internal static InputDescriptor Choice(string name, string displayName, string description, params string[] options) =>
        new(name, "String", displayName, description, "dropdown", DefaultValue: options[0], UiSpecifications: new JsonObject
        {
            ["dropdown"] = new JsonObject
            {
                ["selectList"] = new JsonObject
                {
                    ["items"] = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject { ["text"] = option, ["value"] = option })]),
                    ["isFlagsEnum"] = false,
                },
            },
        });
}
