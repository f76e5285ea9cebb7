using System.Globalization;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// How moments, days, distances in time and amounts are written in a Dutch sentence. Names stand here and not in a culture
/// of the machine, because a sentence has to come out the same everywhere.
/// </summary>
public static class Schrijfwijze
{
    static readonly string[] Weekdagen =
        ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    static readonly string[] Maanden =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>For example <c>dinsdag 24 maart 2026</c>.</summary>
    public static string Dag(DateOnly dag) =>
        $"{Weekdagen[(int)dag.DayOfWeek]} {dag.Day} {Maanden[dag.Month - 1]} {dag.Year}";

    /// <summary>For example <c>24 maart 2026</c>.</summary>
    public static string Datum(DateOnly dag) => Dag(dag).Split(' ', 2)[1];

    /// <summary>For example <c>24 maart</c>, without the year when it is this one.</summary>
    public static string KorteDatum(DateOnly dag, DateOnly vandaag) => dag.Year == vandaag.Year ? Datum(dag)[..Datum(dag).LastIndexOf(' ')] : Datum(dag);

    /// <summary>For example <c>dinsdag 24 maart 2026 om 14.05 uur</c>.</summary>
    public static string Moment(DateTimeOffset op)
    {
        var hier = TimeZoneInfo.ConvertTime(op, LocalTime.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{Dag(DateOnly.FromDateTime(hier.DateTime))} om {hier.Hour:00}.{hier.Minute:00} uur");
    }

    /// <summary>How far away a last day is: vandaag, morgen, over 3 dagen, 2 dagen te laat.</summary>
    public static string Afstand(DateOnly laatsteDag, DateOnly vandaag) => (laatsteDag.DayNumber - vandaag.DayNumber) switch
    {
        0 => "vandaag",
        1 => "morgen",
        > 1 and var dagen => $"over {dagen} dagen",
        -1 => "1 dag te laat",
        var dagen => $"{-dagen} dagen te laat",
    };

    /// <summary>For example <c>1 dag</c> or <c>3 dagen</c>.</summary>
    public static string Aantal(int aantal, string enkelvoud, string meervoud) =>
        $"{aantal} {(aantal == 1 ? enkelvoud : meervoud)}";

    /// <summary>For example <c>1,5</c>.</summary>
    public static string Getal(decimal aantal) => decimal.Round(aantal, 2).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
