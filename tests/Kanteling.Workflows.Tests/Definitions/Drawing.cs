using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>Builds definitions for tests; a test names only what matters. Connections are written <c>"a -> b"</c> or <c>"a.Port -> b"</c>.</summary>
sealed class Drawing
{
    readonly JsonArray activities = [];
    readonly JsonArray connections = [];
    readonly JsonArray variables = [];
    readonly JsonObject document;

    public Drawing() => document = new JsonObject
    {
        ["id"] = "v1",
        ["definitionId"] = "proef",
        ["name"] = "Proef",
        ["version"] = 1,
        ["variables"] = variables,
        ["customProperties"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "fc", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities, ["connections"] = connections,
        },
    };

    public JsonObject Document => document;

    public JsonObject Root => (JsonObject)document["root"]!;

    public static JsonObject Activity(string id, string type = "Elsa.WriteLine", params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
            activity[name] = value;
        return activity;
    }

    public static JsonObject Input(string expressionType, JsonNode? value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = expressionType, ["value"] = value },
    };

    public static JsonObject Literal(string value) => Input("Literal", value);

    public static (string Name, JsonNode? Value) MayStart => ("customProperties", new JsonObject { ["canStartWorkflow"] = true });

    public static (string Name, JsonNode? Value) Mode(string mode) => ("mode", Literal(mode));

    public Drawing With(string id, string type = "Elsa.WriteLine", params (string Name, JsonNode? Value)[] properties)
    {
        activities.Add((JsonNode)Activity(id, type, properties));
        return this;
    }

    public Drawing WithAll(params string[] ids)
    {
        foreach (var id in ids)
            With(id);
        return this;
    }

    public Drawing WithVariable(string id, string name)
    {
        variables.Add((JsonNode)new JsonObject { ["id"] = id, ["name"] = name, ["typeName"] = "String", ["isArray"] = false });
        return this;
    }

    public Drawing Connect(params string[] arrows)
    {
        foreach (var arrow in arrows)
            connections.Add((JsonNode)Arrow(arrow));
        return this;
    }

    public WorkflowDefinition Read()
    {
        var reading = DefinitionJson.Read(document);
        return reading.Definition ?? throw new InvalidOperationException(string.Join("; ", reading.Findings));
    }

    public FlowGraph Graph(string? start = null) => Read().Root.GraphFrom(start is null ? null : new(start));

    static JsonObject Arrow(string arrow)
    {
        var ends = arrow.Split(" -> ");
        var source = ends[0].Split('.');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }
}
