using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Instances;

/// <summary>
/// The words of a task: its title, why it exists, and what each way out is called. They come from the drawing or are computed from
/// what somebody said, so they are content. Stored as <c>[title, reason, [label, consequence], …]</c>, in the order of the ports.
/// </summary>
static class TaskWords
{
    public static Content Of(DossierId? dossier, string title, string? reason, ImmutableArray<TaskOutcome> outcomes) => Content.Of(
        dossier, ContentKind.Words, new JsonArray([title, reason, .. outcomes.Select(o => (JsonNode)(o.Consequence is null ? [o.Label] : new JsonArray(o.Label, o.Consequence)))]));

    /// <summary>Empty when erased. Asked for every open task at every commit of its stream, so nothing after it is read.</summary>
    public static string Title(Content words)
    {
        if (words.Text is not { } text)
            return "";
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
    }

    public static string? Reason(Content words) => words.Value is JsonArray { Count: > 1 } parts ? parts[1]?.GetValue<string>() : null;

    /// <summary>When erased each way out is called as its port is.</summary>
    public static ImmutableArray<TaskOutcome> Outcomes(Content words, ImmutableArray<string> ports)
    {
        var parts = words.Value as JsonArray ?? [];
        return [.. ports.Select((port, place) => place + 2 < parts.Count && parts[place + 2] is JsonArray told
            ? new TaskOutcome(port, told[0]!.GetValue<string>(), told.Count > 1 ? told[1]!.GetValue<string>() : null)
            : new TaskOutcome(port, port))];
    }
}
