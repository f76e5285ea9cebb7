using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Questions to the calendar. Names of days and months are the English ones of the standard. Working days are the host's knowledge
/// (holidays differ): it gives two functions in the environment, which are asked only about dates from 1900 up to 2200. Their names
/// are words of the authors' language, as the other names are of DMN's.
/// </summary>
static class CalendarFunctions
{
    const int MostWorkingDays = 10_000;

    static readonly Parameter Point = new(FeelType.Date, FeelType.DateTime);

    internal static FeelFunction[] All { get; } =
    [
        new("day of week", [Point], FeelType.String, (a, _) => new FeelString(TimeFunctions.DateOf(a[0]).DayOfWeek.ToString())),
        new("day of year", [Point], FeelType.Number, (a, _) => new FeelNumber(TimeFunctions.DateOf(a[0]).DayOfYear)),
        new("week of year", [Point], FeelType.Number, (a, _) => new FeelNumber(ISOWeek.GetWeekOfYear(TimeFunctions.DateOf(a[0])))),
        new("month of year", [Point], FeelType.String, (a, _) => new FeelString(MonthName(TimeFunctions.DateOf(a[0])))),
        new("werkdagen", [Parameter.Date, Parameter.Date], FeelType.Number, CountWorkingDays),
        new("plus werkdagen", [Parameter.Date, Parameter.Number], FeelType.Date, AddWorkingDays),
    ];

    static string MonthName(DateOnly date) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);

    static FeelNumber? CountWorkingDays(FeelValue[] arguments, Evaluation evaluation)
    {
        var (from, to) = (TimeFunctions.DateOf(arguments[0]), TimeFunctions.DateOf(arguments[1]));
        if (evaluation.Environment.CountWorkingDays is not { } count || !IsCovered(from) || !IsCovered(to))
            return null;
        evaluation.Charge(Math.Abs(to.DayNumber - from.DayNumber));
        return new(count(from, to));
    }

    static FeelDate? AddWorkingDays(FeelValue[] arguments, Evaluation evaluation)
    {
        var date = TimeFunctions.DateOf(arguments[0]);
        if (evaluation.Environment.AddWorkingDays is not { } add || !IsCovered(date)
            || !((FeelNumber)arguments[1]).IsInteger(out var days) || Math.Abs((long)days) > MostWorkingDays)
        {
            return null;
        }
        evaluation.Charge(Math.Abs(days));
        return new(add(date, days));
    }

    static bool IsCovered(DateOnly date) => date.Year is >= 1900 and <= 2200;
}
