using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Draws a flowchart in a few lines: activities by id, then connections as <c>"a → b"</c> or <c>"a.Port → b"</c>.</summary>
sealed class Drawing(string id = "flow")
{
    readonly JsonArray activities = [];
    readonly JsonArray connections = [];
    readonly JsonArray variables = [];
    readonly JsonObject options = [];

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = id } };
        foreach (var (name, value) in properties)
            json[name] = value;
        return json;
    }

    public static JsonObject Literal(JsonNode? value) => Wrapped("Literal", value);

    public static JsonObject Feel(string text) => Wrapped("FEEL", text);

    public static JsonObject List(params string[] values) => Wrapped("Object", new JsonArray([.. values.Select(v => (JsonNode)v)]).ToJsonString());

    public static JsonObject Wrapped(string type, JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public Drawing Add(JsonObject activity)
    {
        activities.Add(activity);
        return this;
    }

    public Drawing Add(string type, string id, params (string, JsonNode?)[] properties) => Add(Activity(type, id, properties));

    public Drawing Start(string id = "start") => Add("Elsa.Start", id);

    public Drawing End(string id = "end") => Add("Elsa.End", id);

    /// <summary>A human step with these outcomes.</summary>
    public Drawing Ask(string id, params string[] outcomes) => Add(AskOf(id, outcomes));

    /// <summary>A human step with a due moment.</summary>
    public Drawing Ask(string id, int dueDays) => Add("Test.Ask", id, ("outcomes", List("Done")), ("dueDays", Literal(dueDays)));

    public Drawing Note(string id, string? word = null) => Add(NoteOf(id, word));

    public static JsonObject NoteOf(string id, string? word = null) => Activity("Test.Note", id, ("word", Literal(word ?? id)));

    public static JsonObject FeelNote(string id, string feel) => Activity("Test.Note", id, ("word", Feel(feel)));

    public static JsonObject AskOf(string id, params string[] outcomes) => Activity("Test.Ask", id, ("outcomes", List(outcomes.Length == 0 ? ["Done"] : outcomes)));

    public Drawing Decide(string id, string feel) => Add("Elsa.FlowDecision", id, ("condition", Feel(feel)));

    public Drawing Delay(string id, string time) => Add("Elsa.Delay", id, ("timeSpan", Literal(time)));

    /// <summary>One case of a switch.</summary>
    public static JsonObject Case(string label, string feel, JsonObject? activity = null)
    {
        var json = new JsonObject { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "FEEL", ["value"] = feel } };
        if (activity is not null)
            json["activity"] = activity;
        return json;
    }

    public Drawing Join(string id, string mode) => Add("Elsa.FlowJoin", id, ("mode", Literal(mode)));

    public Drawing Variable(string name, string type = "Object", JsonNode? value = null, string? driver = null)
    {
        variables.Add(new JsonObject { ["id"] = "var-" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = driver });
        return this;
    }

    public Drawing Option(string name, JsonNode value)
    {
        options[name] = value;
        return this;
    }

    /// <summary>Connects along chains: <c>"start → a.Yes → b → end"</c>.</summary>
    public Drawing Connect(params string[] chains)
    {
        foreach (var chain in chains)
        {
            var parts = chain.Split('→', StringSplitOptions.TrimEntries);
            for (var i = 0; i + 1 < parts.Length; i++)
            {
                var source = parts[i].Split('.');
                var target = parts[i + 1].Split('.')[0];
                connections.Add(new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                    ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
                });
            }
        }
        return this;
    }

    public JsonObject Flowchart(string id = "fc") =>
        new() { ["id"] = id, ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone() };

    public JsonObject Document(int version = 1) => Wrap(Flowchart(), version);

    public JsonObject Wrap(JsonObject root, int version = 1) => new()
    {
        ["id"] = $"{id}-{version}", ["definitionId"] = id, ["name"] = id, ["version"] = version, ["variables"] = variables.DeepClone(), ["options"] = options.DeepClone(), ["root"] = root,
    };

    public WorkflowDefinition Build(int version = 1) => Read(Document(version));

    /// <summary>A definition with another root than a flowchart.</summary>
    public WorkflowDefinition Build(JsonObject root) => Read(Wrap(root));

    static WorkflowDefinition Read(JsonObject document) =>
        DefinitionJson.Read(document).Definition ?? throw new ShouldAssertException("The drawing could not be read.");
}
