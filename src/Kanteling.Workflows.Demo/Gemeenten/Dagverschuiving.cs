using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// Brings the days of a story to the days of today. The law of this file: a later day never comes before an earlier one, a
/// working day stays a working day and a weekend a weekend, and what lies behind lies behind; a date of birth stays what it is.
/// </summary>
/// <param name="dagen">How many days later the story is told.</param>
/// <param name="vandaag">The day to which the today of the story is brought; it is told as today, also when this is a weekend.</param>
sealed partial class Dagverschuiving(int dagen, DateOnly vandaag, DateTimeOffset nu, Kalender kalender)
{
    static readonly TimeSpan Zojuist = TimeSpan.FromMinutes(1);
    readonly DateOnly echt = LocalTime.DayOf(nu);

    /// <summary>For a story of which this day is today.</summary>
    public static Dagverschuiving Van(DateOnly verhaal, DateTimeOffset nu, Kalender kalender)
    {
        var vandaag = LocalTime.DayOf(nu);
        while (!kalender.IsWerkdag(vandaag))
            vandaag = vandaag.AddDays(1);
        return new Dagverschuiving(vandaag.DayNumber - verhaal.DayNumber, vandaag, nu, kalender);
    }

    public DateOnly Dag(DateOnly dag)
    {
        var verschoven = dag.AddDays(dagen);
        if (verschoven == vandaag)
            return echt;
        var stap = verschoven < vandaag ? -1 : 1;
        while (IsWeekend(dag) ? !IsWeekend(verschoven) : !kalender.IsWerkdag(verschoven))
            verschoven = verschoven.AddDays(stap);
        return stap < 0 && verschoven > echt ? echt : verschoven;
    }

    /// <summary>The same time of another day; what would be later today was just now.</summary>
    public DateTimeOffset Moment(DateTimeOffset moment)
    {
        var dag = Dag(LocalTime.DayOf(moment));
        var verschoven = LocalTime.StartOf(dag) + TimeZoneInfo.ConvertTime(moment, LocalTime.Zone).TimeOfDay;
        return dag <= echt && verschoven > nu - Zojuist ? nu - Zojuist : verschoven;
    }

    /// <summary>Every day of these years in it moves along.</summary>
    public JsonObject In(JsonObject json) => (JsonObject)JsonNode.Parse(DezeJaren().Replace(json.ToJsonString(Json.Compact), m => Schrijf(Dag(Lees(m.Value)))))!;

    /// <summary>The steps of a story with their moments.</summary>
    public IEnumerable<(DateTimeOffset Op, Scenariostap Stap)> Stappen(Scenario scenario)
    {
        var op = scenario.Start;
        foreach (var stap in scenario.Stappen)
            yield return (Moment(op = Scenariotijd.Moment(stap.Op, op)), In(stap));
    }

    Scenariostap In(Scenariostap stap) => stap switch
    {
        Taakstap taak => taak with { Antwoorden = In(taak.Antwoorden) },
        Beginstap begin => begin with { Invoer = In(begin.Invoer) },
        Gebeurtenisstap { Inhoud: JsonObject inhoud } gebeurtenis => gebeurtenis with { Inhoud = In(inhoud) },
        _ => stap,
    };

    public static string Schrijf(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly Lees(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static bool IsWeekend(DateOnly dag) => dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    [GeneratedRegex("20(2[5-9]|3[0-9])-[0-9]{2}-[0-9]{2}")]
    private static partial Regex DezeJaren();
}
