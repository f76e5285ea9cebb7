using System.Globalization;
using System.Text;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// ISO 8601 durations. FEEL has two kinds that do not mix: years and months, or days and time. A text with both, such as
/// <c>P1Y1D</c>, is no duration.
/// </summary>
static class IsoDuration
{
    const string Units = "YMDHMS";
    const int FirstTimeUnit = 3;

    internal static string Write(int months)
    {
        var (years, rest) = Math.DivRem(Math.Abs((long)months), 12);
        var text = (years > 0 ? years + "Y" : "") + (rest > 0 || years == 0 ? rest + "M" : "");
        return (months < 0 ? "-P" : "P") + text;
    }

    internal static string Write(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "PT0S";
        var text = new StringBuilder(duration < TimeSpan.Zero ? "-P" : "P");
        var ticks = Math.Abs((decimal)duration.Ticks);
        AppendPart(text, Take(ref ticks, TimeSpan.TicksPerDay), 'D');
        if (ticks > 0)
            text.Append('T');
        AppendPart(text, Take(ref ticks, TimeSpan.TicksPerHour), 'H');
        AppendPart(text, Take(ref ticks, TimeSpan.TicksPerMinute), 'M');
        AppendPart(text, ticks / TimeSpan.TicksPerSecond, 'S');
        return text.ToString();
    }

    static decimal Take(ref decimal ticks, long unit)
    {
        var whole = decimal.Truncate(ticks / unit);
        ticks -= whole * unit;
        return whole;
    }

    static void AppendPart(StringBuilder text, decimal amount, char unit)
    {
        if (amount != 0)
            text.Append(FeelText.Of(amount)).Append(unit);
    }

    /// <summary>Reads either kind; C# null when the text is no duration or does not fit.</summary>
    internal static FeelValue? Read(string text)
    {
        var negative = text.StartsWith('-');
        var body = negative ? text[1..] : text;
        if (body.Length < 3 || body[0] != 'P' || ReadParts(body) is not { } parts)
            return null;
        var hasMonths = parts[0] is not null || parts[1] is not null;
        var hasDays = parts[2..].Any(part => part is not null);
        if (hasMonths == hasDays)
            return null;
        var sign = negative ? -1 : 1;
        return hasMonths ? OfMonths(sign, parts[0] ?? 0, parts[1] ?? 0) : OfTicks(sign, parts);
    }

    static FeelValue? OfMonths(int sign, decimal years, decimal months)
    {
        var total = sign * (years * 12 + months);
        return Math.Abs(total) <= int.MaxValue ? new FeelMonthsDuration((int)total) : null;
    }

    static FeelValue? OfTicks(int sign, decimal?[] parts)
    {
        var ticks = sign * ((parts[2] ?? 0) * TimeSpan.TicksPerDay + (parts[3] ?? 0) * TimeSpan.TicksPerHour
            + (parts[4] ?? 0) * TimeSpan.TicksPerMinute + (parts[5] ?? 0) * TimeSpan.TicksPerSecond);
        return Math.Abs(ticks) <= long.MaxValue ? new FeelDayTimeDuration(new TimeSpan((long)ticks)) : null;
    }

    /// <summary>The six amounts in the order of <see cref="Units"/>; C# null when the text is malformed.</summary>
    static decimal?[]? ReadParts(string body)
    {
        var parts = new decimal?[Units.Length];
        var (unit, position) = (0, 1);
        while (position < body.Length)
        {
            if (body[position] == 'T' && unit <= FirstTimeUnit && position + 1 < body.Length)
                (unit, position) = (FirstTimeUnit, position + 1);
            var start = position;
            while (position < body.Length && (char.IsAsciiDigit(body[position]) || body[position] == '.'))
                position++;
            if (position == body.Length || (unit = NextUnit(body, unit, body[position])) == 0)
                return null;
            if (ReadAmount(body[start..position], unit == Units.Length) is not { } amount)
                return null;
            parts[unit - 1] = amount;
            position++;
        }
        return parts;
    }

    /// <summary>One past the unit with this letter, or zero when it may not stand here: days before the T, hours after it.</summary>
    static int NextUnit(string body, int from, char letter)
    {
        var end = body.Contains('T', StringComparison.Ordinal) && from >= FirstTimeUnit ? Units.Length : FirstTimeUnit;
        return from >= end ? 0 : Units.IndexOf(letter, from, end - from) + 1;
    }

    static decimal? ReadAmount(string digits, bool mayHaveFraction)
    {
        var style = mayHaveFraction ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return digits.Length is > 0 and <= 18 && decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var amount) && amount < 1e13m ? amount : null;
    }
}
