using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>Reads single values of what somebody sent.</summary>
public static partial class Jsonlezing
{
    static readonly string[] Momentvormen = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The text under this name; null when absent or empty.</summary>
    public static string? Tekst(this JsonObject body, string naam) =>
        body[naam] is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    /// <summary>
    /// The moment under this name as ISO 8601 writes it: a day and a time with its zone, or a day alone, which is where it begins
    /// here. Null when there is none, and for whatever could also be read otherwise.
    /// </summary>
    public static DateTimeOffset? Moment(this JsonObject body, string naam) => body.Tekst(naam) is { } tekst ? Moment(tekst) : null;

    /// <summary>The same of a text by itself.</summary>
    public static DateTimeOffset? Moment(string tekst)
    {
        if (DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            return dag.Year is > 1 and < 9999 ? LocalTime.StartOf(dag) : null;
        return MetZone().IsMatch(tekst) && DateTimeOffset.TryParseExact(tekst, Momentvormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }

    [GeneratedRegex("(Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex MetZone();

    public static JsonObject? Object(this JsonObject body, string naam) => body[naam] as JsonObject;
}
