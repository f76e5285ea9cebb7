using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelLimitTests
{
    [Theory]
    [InlineData("1 +", "FEEL_SYNTAX(expression, end) at 1:4")]
    [InlineData("1 +\n  * 2", "FEEL_SYNTAX(expression, *) at 2:3")]
    [InlineData("1 2", "FEEL_SYNTAX(operator, 2) at 1:3")]
    [InlineData("\"open", "FEEL_SYNTAX(\", end) at 1:1")]
    [InlineData("@\"gisteren\"", "FEEL_SYNTAX(date, time or duration, gisteren) at 1:1")]
    [InlineData("a # b", "FEEL_SYNTAX(expression, #) at 1:3")]
    [InlineData("", "FEEL_SYNTAX(expression, end) at 1:1")]
    [InlineData("if a then b", "FEEL_SYNTAX(else, end) at 1:12")]
    [InlineData("99999999999999999999999999999999", "FEEL_SYNTAX(number, 99999999999999999999999999999999) at 1:1")]
    public void A_syntax_error_points_at_its_place(string text, string expected)
    {
        var parse = Feel.Parse(text);
        parse.Expression.ShouldBeNull();
        parse.Errors.ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("[", "", "]")]
    [InlineData("abs(", "1", ")")]
    [InlineData("if true then 1 else ", "1", "")]
    [InlineData("1+", "1", "")]
    [InlineData("", "a", ".b")]
    public void Nesting_too_deep_is_refused_at_once(string open, string middle, string close)
    {
        var repeat = Math.Min(10_000, (FeelLimits.TextLength - 10) / (open.Length + close.Length));
        var text = string.Concat(Enumerable.Repeat(open, repeat)) + middle + string.Concat(Enumerable.Repeat(close, repeat));
        Feel.Parse(text).Errors.ShouldHaveSingleItem().Code.ShouldBe("FEEL_TOO_DEEP");
    }

    [Fact]
    public void A_text_too_long_is_refused() =>
        Feel.Parse(new string(' ', FeelLimits.TextLength + 1)).Errors.ShouldHaveSingleItem().Code.ShouldBe("FEEL_TOO_LONG");

    [Fact]
    public void Long_chains_of_and_are_allowed() =>
        string.Join(" and ", Enumerable.Repeat("true", 2_000)).ShouldGive("true");

    [Theory]
    [InlineData("for x in 1..100, y in 1..100, z in 1..100 return 1", "list length")]
    [InlineData("for x in 1..100000000 return 1", "list length")]
    [InlineData("some x in 1..1000, y in 1..1000 satisfies false", "steps")]
    [InlineData("{a: for x in 1..1000 return 1, b: for x in 1..1000 return a, c: for x in 1..1000 return b}", "value size")]
    public void Work_without_end_is_over_the_budget(string text, string limit)
    {
        var result = FeelFacts.Result(text);
        result.Value.ShouldBe(FeelNull.Instance);
        result.Error.ShouldNotBeNull().Code.ShouldBe("FEEL_BUDGET");
        result.Error.Arguments[0].ShouldBe(limit);
    }

    [Fact]
    public void A_text_that_keeps_doubling_is_over_the_budget()
    {
        var doubling = string.Join(", ", Enumerable.Range(1, 60).Select(i => $"a{i}: a{i - 1} + a{i - 1}"));
        FeelFacts.Result($$"""{a0: "0123456789", {{doubling}}}""").Error.ShouldNotBeNull().Arguments[0].ShouldBe("string length");
    }

    [Fact]
    public void The_place_of_a_spent_budget_is_told()
    {
        var error = FeelFacts.Result("1 +\n sum(1, 2)", budget: new FeelBudget(Steps: 3)).Error.ShouldNotBeNull();
        error.Line.ShouldBe(2);
    }
}
