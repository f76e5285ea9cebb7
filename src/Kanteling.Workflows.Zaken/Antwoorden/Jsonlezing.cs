using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>Reads single values of what somebody sent.</summary>
public static class Jsonlezing
{
    /// <summary>The text under this name; null when absent or empty.</summary>
    public static string? Tekst(this JsonObject body, string naam) =>
        body[naam] is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    public static JsonObject? Object(this JsonObject body, string naam) => body[naam] as JsonObject;
}
