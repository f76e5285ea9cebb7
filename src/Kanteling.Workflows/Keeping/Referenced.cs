using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// The rows of registers that a commit names, each by its id and the hash of its version: a <see cref="Reference"/>, a
/// <see cref="UserReference"/>, and what a domain keeps in their form with more beside it. A document is no row of a register and has a version number of its own.
/// A body that was destroyed names nothing any more.
/// </summary>
public static class Referenced
{
    public static IEnumerable<Reference> In(StoredCommit commit) =>
        commit.Tombstone is not null || commit.Body.IsEmpty ? [] : In(JsonNode.Parse(Packing.Unpack(commit.Body).Span));

    static IEnumerable<Reference> In(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(In),
        JsonObject found => Of(found) is { } reference ? [reference] : found.SelectMany(property => In(property.Value)),
        _ => [],
    };

    static Reference? Of(JsonObject found) =>
        !found.ContainsKey("version") && Text(found["id"]) is { } id && Text(found["hash"]) is { } hash ? new Reference(id, hash) : null;

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
