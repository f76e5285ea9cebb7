using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>
/// A step without the steps inside it: those stand as its children, and Studio puts them back where they hang. So each step is written once,
/// however deep it lies. Only what hangs in a case Studio does not put back; it is written with its choice, once more and not at every level.
/// </summary>
static class NodeCopy
{
    public static bool HasCases(ActivityNode node) => node.Children.Any(IsOfCase);

    /// <param name="inCase">Whether it was written with a choice around it already.</param>
    public static JsonObject Own(ActivityNode node, bool inCase)
    {
        var apart = node.Children.Where(child => inCase || !IsOfCase(child)).Select(child => child.Json).ToHashSet<JsonNode>(ReferenceEqualityComparer.Instance);
        return apart.Count == 0 ? (JsonObject)node.Json.DeepClone() : (JsonObject)Without(node.Json, apart)!;
    }

    static JsonNode? Without(JsonNode? json, HashSet<JsonNode> apart) => json switch
    {
        JsonObject group => new JsonObject(group.Where(p => !IsApart(p.Value, apart)).Select(p => KeyValuePair.Create(p.Key, Without(p.Value, apart)))),
        JsonArray list => new JsonArray([.. list.Where(item => !IsApart(item, apart)).Select(item => Without(item, apart))]),
        _ => json?.DeepClone(),
    };

    static bool IsApart(JsonNode? json, HashSet<JsonNode> apart) => json is not null && apart.Contains(json);

    static bool IsOfCase(ActivityNode child) => child.ParentPort?.StartsWith("cases[", StringComparison.Ordinal) == true;
}
