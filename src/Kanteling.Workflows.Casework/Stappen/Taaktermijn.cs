using System.Globalization;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// The last day of a task, as a drawing writes it: <c>dossier</c> (the legal clock of the dossier that runs), the id of a
/// legal term (<c>persoonlijk-plan</c>, <c>aanvulling</c>), <c>P5D</c> or <c>P2W</c>, <c>5 werkdagen</c>, or a day.
/// </summary>
public static partial class Taaktermijn
{
    public const string Dossier = "dossier";

    /// <summary>Null when there is no last day: nothing was asked, no clock runs, or it stands still.</summary>
    /// <param name="sinds">The day from which it counts; today when null. The legal clocks of the dossier have their own day.</param>
    /// <exception cref="StepFailed">TAAKTERMIJN_ONBEKEND.</exception>
    public static TaskDue? Bereken(string? tekst, Invulling stap, DateOnly? sinds = null) => tekst?.Trim() switch
    {
        null or "" => null,
        Dossier => stap.Dossier.LopendeKlok?.Stand(stap.Kalender).Uitkomst is { } uitkomst ? Wettelijk(uitkomst) : null,
        TermijnId.PersoonlijkPlan => Wettelijk(Termijn.Bereken(stap.Dossier.Ontvangen, stap.Dossier.Regels.Termijn(TermijnId.PersoonlijkPlan), stap.Kalender)),
        TermijnId.Aanvulling => Wettelijk(Termijn.Bereken(sinds ?? stap.Vandaag, stap.Dossier.Regels.Termijn(TermijnId.Aanvulling), stap.Kalender)),
        var eigen when Werkdagen().Match(eigen) is { Success: true } match => Afspraak(stap.Kalender.PlusWerkdagen(sinds ?? stap.Vandaag, Getal(match)), Uitlegcode.TaaktermijnWerkdagen, Getal(match)),
        var eigen when Dagen().Match(eigen) is { Success: true } match => Afspraak((sinds ?? stap.Vandaag).AddDays(Getal(match) * (match.Groups[2].Value == "W" ? 7 : 1)), Uitlegcode.TaaktermijnDagen, Getal(match) * (match.Groups[2].Value == "W" ? 7 : 1)),
        var eigen when DateOnly.TryParseExact(eigen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) => new TaskDue(dag, LocalTime.EndOf(dag), [new(Uitlegcode.TaaktermijnDatum, dag)]),
        var onbekend => throw new StepFailed(Termijncode.TaaktermijnOnbekend, onbekend),
    };

    /// <summary>Whether this is a way to write a last day; a drawing with another cannot be published.</summary>
    public static bool IsBekend(string tekst) =>
        tekst.Trim() is "" or Dossier or TermijnId.PersoonlijkPlan or TermijnId.Aanvulling || Werkdagen().IsMatch(tekst.Trim()) || Dagen().IsMatch(tekst.Trim())
        || DateOnly.TryParseExact(tekst.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>When to remind: the start of the day that is so many days before the last one; null when that is already past.</summary>
    public static DateTimeOffset? Herinnering(TaskDue due, int dagen, DateTimeOffset now)
    {
        var moment = LocalTime.StartOf((due.LastDay ?? LocalTime.DayOf(due.DueAt)).AddDays(-dagen));
        return moment > now ? moment : null;
    }

    static TaskDue Wettelijk(TermijnUitkomst uitkomst) =>
        new(uitkomst.LaatsteDag, LocalTime.EndOf(uitkomst.LaatsteDag), [.. uitkomst.Uitleg, .. uitkomst.Waarschuwingen]);

    static TaskDue Afspraak(DateOnly laatsteDag, string code, int aantal) =>
        new(laatsteDag, LocalTime.EndOf(laatsteDag), [new(code, aantal, laatsteDag)]);

    static int Getal(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]{1,3}) werkdag(en)?$")]
    private static partial Regex Werkdagen();

    [GeneratedRegex("^P([0-9]{1,3})([DW])$")]
    private static partial Regex Dagen();
}
