using System.Text.Json.Nodes;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelUnaryTestsTests
{
    [Theory]
    [InlineData("-", "1", "true")]
    [InlineData("< 18", "17", "true")]
    [InlineData("< 18", "18", "false")]
    [InlineData("< 18, [65..70]", "70", "true")]
    [InlineData("\"a\", \"b\"", "\"b\"", "true")]
    [InlineData("not(\"a\", \"b\")", "\"b\"", "false")]
    [InlineData("not(\"a\", \"b\")", "\"c\"", "true")]
    [InlineData("true", "false", "false")]
    [InlineData("false", "false", "true")]
    [InlineData("? > grens", "4", "true")]
    [InlineData("? > grens", "2", "false")]
    [InlineData("> grens", "4", "true")]
    [InlineData("null", "null", "true")]
    [InlineData("< 18", "null", "null")]
    [InlineData("not(?) or true", "true", "true")]
    [InlineData("[1, 2]", "2", "true")]
    public void A_value_passes_when_one_test_does(string tests, string input, string expected)
    {
        var variables = (FeelContext)FeelValue.FromJson(JsonNode.Parse("""{ "grens": 3 }"""));
        var parse = Feel.ParseUnaryTests(tests);
        parse.Errors.ShouldBeEmpty();
        parse.Expression!.Test(FeelValue.FromJson(JsonNode.Parse(input)), variables, FeelFacts.World).Value.ToString().ShouldBe(expected);
    }
}
