namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Everything an evaluation may know of the outside world; it has no clock and no calendar of its own.
/// </summary>
/// <param name="Now">The moment that <c>now()</c> and <c>today()</c> speak of.</param>
/// <param name="Zone">The zone of <c>today()</c>, <c>now()</c> and of date-times without offset.</param>
/// <param name="AddWorkingDays">Behind <c>plus werkdagen(date, n)</c>; must be total for dates in 1900–2200 and |n| ≤ 10,000. Without it the function yields null.</param>
/// <param name="CountWorkingDays">Behind <c>werkdagen(from, to)</c>; must be total for dates in 1900–2200. Without it the function yields null.</param>
/// <param name="Budget">What an evaluation may use; <see cref="FeelBudget.Default"/> when not given.</param>
public sealed record FeelEnvironment(
    DateTimeOffset Now,
    TimeZoneInfo Zone,
    Func<DateOnly, int, DateOnly>? AddWorkingDays = null,
    Func<DateOnly, DateOnly, int>? CountWorkingDays = null,
    FeelBudget? Budget = null);

/// <summary>What one evaluation may use; more is <see cref="FeelErrorCodes.Budget"/>.</summary>
/// <param name="Steps">Nodes evaluated plus items touched.</param>
/// <param name="ListLength">Items in one list or context.</param>
/// <param name="StringLength">Characters in one text.</param>
/// <param name="ValueSize">Nodes in one value, shared parts counted each time.</param>
public sealed record FeelBudget(int Steps = 100_000, int ListLength = 10_000, int StringLength = 100_000, int ValueSize = 200_000)
{
    /// <summary>Ample for a condition or a table of a case, and over within some tens of milliseconds.</summary>
    public static FeelBudget Default { get; } = new();
}
