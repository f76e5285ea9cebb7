using System.Globalization;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Query values as Studio sends them: names in any case, an empty value is none, lists as repeated names.</summary>
public static class ElsaQuery
{
    public static string? Text(this HttpRequest request, string name) => request.Many(name) is [var first, ..] ? first : null;

    public static IReadOnlyList<string> Many(this HttpRequest request, string name) =>
        [.. request.Query[name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];

    /// <summary>A whole number between bounds; the fallback when it is absent or no number.</summary>
    public static int Number(this HttpRequest request, string name, int fallback, int most) =>
        int.TryParse(request.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : fallback;

    public static bool? Flag(this HttpRequest request, string name) => bool.TryParse(request.Text(name), out var flag) ? flag : null;
}
