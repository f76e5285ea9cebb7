using System.Text.Json.Nodes;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

/// <summary>Evaluates a text in a fixed world, so that a test names only what matters.</summary>
static class FeelFacts
{
    internal static FeelEnvironment World { get; } = new(
        new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
        AddWorkingDays: (date, days) => date.AddDays(days),
        CountWorkingDays: (from, to) => to.DayNumber - from.DayNumber);

    internal static FeelValue Value(string text, string variables = "{}") => Result(text, variables).Value;

    internal static FeelResult Result(string text, string variables = "{}", FeelBudget? budget = null) =>
        Parsed(text).Evaluate((FeelContext)FeelValue.FromJson(JsonNode.Parse(variables)), World with { Budget = budget });

    internal static FeelExpression Parsed(string text)
    {
        var parse = Feel.Parse(text);
        parse.Errors.ShouldBeEmpty(text);
        return parse.Expression.ShouldNotBeNull();
    }

    /// <summary>Asserts that the text evaluates to what FEEL would print as <paramref name="expected"/>.</summary>
    internal static void ShouldGive(this string text, string expected, string variables = "{}") =>
        Value(text, variables).ToString().ShouldBe(expected, text);
}
