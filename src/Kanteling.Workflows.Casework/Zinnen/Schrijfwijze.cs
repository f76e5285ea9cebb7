namespace Kanteling.Workflows.Casework;

/// <summary>
/// How days and amounts are written in a Dutch sentence. Names stand here and not in a culture of the machine, because
/// sentences are recorded in events and have to come out the same everywhere.
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

    /// <summary>For example <c>1 dag</c> or <c>3 dagen</c>.</summary>
    public static string Aantal(int aantal, string enkelvoud, string meervoud) =>
        $"{aantal} {(aantal == 1 ? enkelvoud : meervoud)}";

    /// <summary>For example <c>1,5 uur per week</c>; two decimals are enough for a person.</summary>
    public static string Hoeveelheid(decimal aantal, string eenheid, string periode) =>
        $"{Getal(aantal)} {Eenheid(eenheid)} {(periode == "eenmalig" ? "in één keer" : $"per {Periode(periode)}")}";

    /// <summary>For example <c>1,5</c>.</summary>
    public static string Getal(decimal aantal) => decimal.Round(aantal, 2).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

    static string Eenheid(string eenheid) => eenheid switch
    {
        "minuut" => "minuten",
        "dagdeel" => "dagdelen",
        "dag" => "dagen",
        "etmaal" => "etmalen",
        "stuk" => "stuks",
        "kilometer" => "kilometer",
        _ => eenheid,
    };

    static string Periode(string periode) => periode == "vierWeken" ? "vier weken" : periode;
}
