using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelCheckTests
{
    static readonly FeelType.Context Hulpvraag = FeelType.Context.Of(("cirkel", FeelType.String), ("sinds", FeelType.Date));

    static readonly FeelType.Context Schema = FeelType.Context.Of(
        ("leeftijd", FeelType.Number),
        ("naam", FeelType.String),
        ("vrij", FeelType.Any),
        ("hulpvragen", new FeelType.List(Hulpvraag)));

    [Theory]
    [InlineData("leeftijd + 1", "number")]
    [InlineData("hulpvragen.cirkel", "list<string>")]
    [InlineData("hulpvragen[1].sinds + @\"P1M\"", "date")]
    [InlineData("hulpvragen[cirkel = naam]", "list<context>")]
    [InlineData("hulpvragen[item.sinds > @\"2026-01-01\"].sinds.year", "list<number>")]
    [InlineData("if leeftijd < 18 then naam else null", "string")]
    [InlineData("for h in hulpvragen return h.sinds", "list<date>")]
    [InlineData("vrij.wat.dan.ook", "any")]
    [InlineData("vrij + 1", "number")]
    [InlineData("leeftijd in (< 18, [65..70])", "boolean")]
    [InlineData("max(hulpvragen.sinds)", "date")]
    [InlineData("count(hulpvragen[cirkel in [\"Wonen\"]]) > 0", "boolean")]
    [InlineData("{a: 1, b: a}.b", "number")]
    public void The_type_is_inferred(string text, string type)
    {
        var check = FeelFacts.Parsed(text).Check(Schema);
        check.Errors.ShouldBeEmpty(text);
        check.Type.ToString().ShouldBe(type);
    }

    [Theory]
    [InlineData("leeftjd > 1", "FEEL_UNKNOWN_NAME(leeftjd) at 1:1")]
    [InlineData("hulpvragen.cirkl", "FEEL_UNKNOWN_NAME(cirkl) at 1:12")]
    [InlineData("hulpvragen[cirkl = 1]", "FEEL_UNKNOWN_NAME(cirkl) at 1:12")]
    [InlineData("hulpvragen.sinds.jaar", "FEEL_UNKNOWN_NAME(jaar) at 1:18")]
    [InlineData("tel(hulpvragen)", "FEEL_UNKNOWN_FUNCTION(tel) at 1:1")]
    [InlineData("count()", "FEEL_ARITY(count, 1, 1, 0) at 1:1")]
    [InlineData("leeftijd + naam", "FEEL_TYPE(+, number, string) at 1:1")]
    [InlineData("leeftijd = \"18\"", "FEEL_TYPE(number, string) at 1:1")]
    [InlineData("naam and true", "FEEL_TYPE(boolean, string) at 1:1")]
    [InlineData("if leeftijd then 1 else 2", "FEEL_TYPE(boolean, number) at 1:4")]
    [InlineData("upper case(leeftijd)", "FEEL_TYPE(string, number) at 1:12")]
    [InlineData("leeftijd in [\"a\"..\"b\"]", "FEEL_TYPE(number, string) at 1:13")]
    [InlineData("for x in leeftijd return x", "FEEL_TYPE(list, number) at 1:10")]
    [InlineData("-naam", "FEEL_TYPE(-, string) at 1:1")]
    [InlineData("true > false", "FEEL_TYPE(boolean, boolean) at 1:1")]
    public void What_can_never_work_is_found(string text, string error) =>
        FeelFacts.Parsed(text).Check(Schema).Errors.ShouldHaveSingleItem().ToString().ShouldBe(error);

    [Fact]
    public void An_open_schema_may_have_any_name() =>
        FeelFacts.Parsed("wat.dan.ook > 3").Check(FeelType.Context.Open).Ok.ShouldBeTrue();

    [Fact]
    public void Unary_tests_are_checked_against_their_input()
    {
        var tests = Feel.ParseUnaryTests("< \"a\"").Expression.ShouldNotBeNull();
        tests.Check(FeelType.String, Schema).Ok.ShouldBeTrue();
        tests.Check(FeelType.Number, Schema).Errors.ShouldHaveSingleItem().Code.ShouldBe("FEEL_TYPE");
    }

    [Fact]
    public void A_list_of_one_item_stands_for_its_item() => Feel.Parse("abs([-1])").Expression!.Check(FeelType.Context.Open).Type.ShouldBe(FeelType.Number);
}
