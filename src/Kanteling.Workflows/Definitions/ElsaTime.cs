using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Definitions;

/// <summary>Durations and moments as definitions write them.</summary>
public static partial class ElsaTime
{
    static readonly (string Part, long Ticks)[] Units =
    [
        ("weeks", 7 * TimeSpan.TicksPerDay), ("days", TimeSpan.TicksPerDay), ("hours", TimeSpan.TicksPerHour),
        ("minutes", TimeSpan.TicksPerMinute), ("seconds", TimeSpan.TicksPerSecond),
    ];

    /// <summary>
    /// Reads .NET's <c>d.hh:mm:ss</c> or ISO 8601's <c>P6W</c>, <c>P7DT1H</c>. Months and years are refused: they have no fixed length.
    /// False when it is neither, or too long for a <see cref="TimeSpan"/>.
    /// </summary>
    public static bool TryParseDuration(string? text, out TimeSpan duration)
    {
        duration = default;
        var trimmed = (text ?? "").Trim();
        return trimmed.StartsWith('P') || trimmed.StartsWith("-P", StringComparison.Ordinal)
            ? TryParseIso(trimmed, out duration)
            : TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out duration);
    }

    /// <summary>Reads an ISO 8601 date and time; without an offset it is UTC, as in Elsa.</summary>
    public static bool TryParseMoment(string? text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out moment);

    static bool TryParseIso(string text, out TimeSpan duration)
    {
        duration = default;
        var match = IsoDuration().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T')
            return false;
        var ticks = 0m;
        foreach (var (part, unit) in Units)
        {
            if (match.Groups[part] is { Success: true } group)
                ticks += decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * unit;
        }
        if (ticks > TimeSpan.MaxValue.Ticks)
            return false;
        duration = TimeSpan.FromTicks((long)(text[0] == '-' ? -ticks : ticks));
        return true;
    }

    // Digits are bounded, so that no amount of them overflows a decimal.
    [GeneratedRegex(@"^-?P(?:(?<weeks>\d{1,9})W)?(?:(?<days>\d{1,9})D)?(?:T(?:(?<hours>\d{1,9})H)?(?:(?<minutes>\d{1,9})M)?(?:(?<seconds>\d{1,9}(?:\.\d{1,7})?)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();
}
