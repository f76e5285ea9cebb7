using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>A drawing of steps one after the other, as a document.</summary>
static class Flow
{
    public static JsonObject Step(string type, string id, params (string Name, JsonNode? Value)[] inputs)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
            json[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = value is JsonObject ? "Object" : "Literal", ["value"] = value is JsonObject ? value.ToJsonString() : value } };
        return json;
    }

    /// <summary>A step that starts instances by itself.</summary>
    public static JsonObject Trigger(string type, string id, params (string Name, JsonNode? Value)[] inputs)
    {
        var step = Step(type, id, inputs);
        step["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return step;
    }

    public static JsonObject Delay(string id, TimeSpan time) => Step("Elsa.Delay", id, ("timeSpan", time.ToString("c")));

    /// <summary>Connects the steps in order, over each one's <c>Done</c>, from a start (unless the first is a trigger) to an end.</summary>
    public static string Document(string definition, params JsonObject[] steps)
    {
        JsonObject[] all = steps[0].ContainsKey("customProperties") ? [.. steps, Step("Elsa.End", "end")] : [Step("Elsa.Start", "start"), .. steps, Step("Elsa.End", "end")];
        var connections = all.Zip(all.Skip(1), (from, to) => (JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from["id"]!.GetValue<string>(), ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = to["id"]!.GetValue<string>(), ["port"] = "In" },
        }).ToArray();
        var root = new JsonObject { ["id"] = "fc", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray([.. all]), ["connections"] = new JsonArray(connections) };
        return new JsonObject { ["id"] = definition + "-1", ["definitionId"] = definition, ["name"] = definition, ["version"] = 1, ["root"] = root }.ToJsonString();
    }
}
