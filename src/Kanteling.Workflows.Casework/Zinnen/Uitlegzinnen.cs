using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// Makes Dutch sentences of how a day was computed, at the moment that somebody reads it. Total: a code or an argument of another
/// version of the program still gives text.
/// </summary>
public static class Uitlegzinnen
{
    /// <param name="omschrijving">What the calendar at hand says about a day; null when there is none.</param>
    public static ImmutableArray<string> InZinnen(this Explanation uitleg, Func<DateOnly, string?>? omschrijving = null) =>
        [.. uitleg.Select(verteld => InZin(verteld, omschrijving))];

    /// <summary>One sentence, with a capital.</summary>
    public static string InZin(this Told verteld, Func<DateOnly, string?>? omschrijving = null) => Zinnen.MetHoofdletter(Binnenin(verteld, omschrijving));

    static string Binnenin(Told verteld, Func<DateOnly, string?>? omschrijving) => Zinnen.Kent(verteld.Code)
        ? Plaats.Vul(Zinnen.Binnenin(verteld.Code), plaats => InPlaats(plaats, verteld.Arguments.ElementAtOrDefault(plaats.Nummer), omschrijving))
        : Zinnen.Voor(verteld.Code, [.. verteld.Arguments.Select(argument => Los(argument, omschrijving))]);

    static string InPlaats(Plaats plaats, Argument? argument, Func<DateOnly, string?>? omschrijving) => argument switch
    {
        null => "…",
        DayArgument x when plaats.Soort == Plaatssoort.Omschrijving => omschrijving?.Invoke(x.Day) is { } tekst ? $" ({tekst})" : "",
        NumberArgument x when plaats.Eenheid.Length > 0 => $"{Schrijfwijze.Getal(x.Number)} {(x.Number == 1 ? plaats.Eenheid : plaats.Eenheden)}",
        _ => Los(argument, omschrijving),
    };

    static string Los(Argument argument, Func<DateOnly, string?>? omschrijving) => argument switch
    {
        DayArgument x => Schrijfwijze.Dag(x.Day),
        MomentArgument x => Schrijfwijze.Moment(x.Moment),
        NumberArgument x => Schrijfwijze.Getal(x.Number),
        WordArgument x => Binnenin(x.Word, omschrijving),
        _ => "…",
    };
}
