using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>Definitions with everything that a document may hold: known and unknown properties, odd names, nested activities, every JSON value.</summary>
static class RandomDocuments
{
    static readonly Gen<string> Names = Gen.Elements(
        "text", "Titel", "kleur", "x-eigen", "naïef", "\"citaat\"", "", " ", "regel\neinde", "<b>", "typeName", "expression", "emoji 🏠", "links", "$schema");

    static readonly Gen<JsonNode?> Scalars = Gen.Elements(
        "null", "true", "false", "0", "-1", "1.0", "1.10", "1e3", "12345678901234567890123", "\"\"", "\"gesprek\"", "\"é ê \\u0000 \\\\ / <script>\"", "\"2026-03-02T09:00:00+00:00\"")
        .Select(text => JsonNode.Parse(text));

    public static Gen<JsonObject> Documents { get; } =
        from extra in Objects(3)
        from activities in Gen.Choose(0, 6).SelectMany(count => Gen.ListOf(Activities(2), count))
        from variables in Gen.ListOf(Objects(1), 2)
        select Numbered(Document(extra, activities, variables));

    static JsonObject Document(JsonObject extra, IEnumerable<JsonObject> activities, IEnumerable<JsonObject> variables)
    {
        var document = new JsonObject { ["definitionId"] = "proef", ["version"] = 2 };
        foreach (var (name, value) in extra)
            document[name] = value?.DeepClone();
        document["variables"] = new JsonArray([.. variables]);
        document["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };
        return document;
    }

    static Gen<JsonObject> Activities(int depth) =>
        from extra in Objects(2)
        from type in Gen.Elements("Elsa.If", "Proef.Taak", "Elsa.Sequence", "Elsa.Switch")
        from port in Gen.Elements("then", "Body", "activities", "cases", "branches", "iets")
        from inner in depth == 0 ? Gen.Constant<IList<JsonObject>>([]) : Gen.Choose(0, 2).SelectMany(count => Gen.ListOf(Activities(depth - 1), count)).Select(list => (IList<JsonObject>)[.. list])
        select Activity(extra, type, port, inner);

    static JsonObject Activity(JsonObject extra, string type, string port, IList<JsonObject> inner)
    {
        var activity = (JsonObject)extra.DeepClone();
        activity["type"] = type;
        activity["version"] = 1;
        if (inner.Count > 0)
        {
            activity[port] = port switch
            {
                "then" or "Body" => inner[0].DeepClone(),
                "cases" => new JsonArray([.. inner.Select(one => (JsonNode)new JsonObject { ["label"] = "x", ["activity"] = one.DeepClone() })]),
                _ => new JsonArray([.. inner.Select(one => one.DeepClone())]),
            };
        }
        return activity;
    }

    static Gen<JsonObject> Objects(int depth) =>
        from names in Gen.SubListOf("a", "b", "c").SelectMany(some => Gen.ListOf(Names, some.Count()))
        from values in Gen.ListOf(Values(depth), names.Distinct().Count())
        select new JsonObject(names.Distinct().Zip(values, (name, value) => KeyValuePair.Create(name, value?.DeepClone())));

    static Gen<JsonNode?> Values(int depth) => depth == 0
        ? Scalars
        : Gen.OneOf(
            Scalars,
            Objects(depth - 1).Select(value => (JsonNode?)value),
            Gen.ListOf(Values(depth - 1), 2).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])));

    // Ids are unique; every activity gets one, first or last among its properties.
    static JsonObject Numbered(JsonObject document)
    {
        var next = 0;
        var open = new Stack<JsonNode>([document["root"]!]);
        while (open.TryPop(out var node))
        {
            if (node is JsonObject activity && activity.ContainsKey("type") && activity.ContainsKey("version"))
                activity["id"] = $"a{next++}";
            foreach (var inner in node is JsonObject json ? json.Select(property => property.Value) : node as JsonArray ?? [])
            {
                if (inner is JsonObject or JsonArray)
                    open.Push(inner);
            }
        }
        return document;
    }
}
