using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Deciding;

/// <summary>Why a stream cannot be linked, as the one keeps it and tells the other: a list of code, arguments and field.</summary>
static class LinkReasons
{
    public static JsonArray Write(ImmutableArray<Refusal> refusals) => new([.. refusals.Select(r => (JsonNode)new JsonObject
    {
        ["code"] = r.Code,
        ["arguments"] = new JsonArray([.. r.Arguments.Select(a => (JsonNode)a)]),
        ["field"] = r.Field,
        ["details"] = r.Details.IsEmpty ? null : Write(r.Details),
    })]);

    /// <summary>None when it is not such a list, as when it was erased.</summary>
    public static ImmutableArray<Refusal> Read(JsonNode? reasons) => reasons is JsonArray list ? [.. list.OfType<JsonObject>().Select(One)] : [];

    static Refusal One(JsonObject json) =>
        new(json["code"]?.ToString() ?? "", [.. (json["arguments"] as JsonArray ?? []).Select(a => a?.ToString() ?? "")], json["field"]?.ToString()) { Details = Read(json["details"]) };
}
