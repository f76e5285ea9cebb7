namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData(".5 * 3", "1.5")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("\"a\" + \"b\"", "ab")]
    public void Arithmetic_is_decimal_and_follows_the_precedence_of_the_standard(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("10 ** 40")]
    [InlineData("79228162514264337593543950335 + 1")]
    [InlineData("2 ** 0.5")]
    [InlineData("\"a\" + 1")]
    [InlineData("-\"a\"")]
    [InlineData("1 + null")]
    [InlineData("true < false")]
    [InlineData("1 = \"1\"")]
    [InlineData("1 < null")]
    [InlineData("onbekend.veld")]
    public void What_is_ill_typed_or_overflows_is_null(string text) => text.ShouldGive("null");

    [Theory]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("true or null", "true")]
    [InlineData("false or null", "null")]
    [InlineData("\"a\" and false", "false")]
    [InlineData("not(null)", "null")]
    [InlineData("not(false)", "true")]
    [InlineData("null = null", "true")]
    [InlineData("null != 1", "true")]
    [InlineData("if null then 1 else 2", "2")]
    public void Logic_has_three_values(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("1.0 = 1", "true")]
    [InlineData("1 <= 2 = true", "true")]
    [InlineData("\"a\" < \"b\"", "true")]
    [InlineData("[1, 2] = [1, 2.0]", "true")]
    [InlineData("[1] = 1", "true")]
    [InlineData("{a: 1, b: 2} = {b: 2, a: 1}", "true")]
    [InlineData("5 between 5 and 6", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("5 in ]4..5]", "true")]
    [InlineData("5 in [4..5[", "false")]
    [InlineData("5 in (4..6)", "true")]
    [InlineData("5 in (> 7, < 6)", "true")]
    [InlineData("5 in >= 5", "true")]
    [InlineData("5 in (1, 5)", "true")]
    [InlineData("\"Wonen\" in [\"Wonen\", \"Zorg\"]", "true")]
    [InlineData("null in [1, 2]", "false")]
    public void Values_compare_by_content(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("[10, 20, 30][2]", "20")]
    [InlineData("[10, 20, 30][-1]", "30")]
    [InlineData("[10, 20, 30][4]", "null")]
    [InlineData("[10, 20, 30][0]", "null")]
    [InlineData("[10, 20, 30][item > 15]", "[20, 30]")]
    [InlineData("5[item > 3]", "[5]")]
    [InlineData("[][1]", "null")]
    [InlineData("[][item = 1]", "[]")]
    [InlineData("hulpvragen.cirkel", "[\"Wonen\", \"Zorg\", null]")]
    [InlineData("hulpvragen[cirkel = \"Zorg\"].urgent", "[true]")]
    [InlineData("hulpvragen[cirkel = gezocht][1].id", "1")]
    [InlineData("count(hulpvragen[urgent])", "1")]
    [InlineData("hulpvragen[count(hulpvragen)].id", "3")]
    public void Lists_have_positions_filters_and_projections(string text, string expected) => text.ShouldGive(expected, """
        { "gezocht": "Wonen",
          "hulpvragen": [ {"id": 1, "cirkel": "Wonen", "urgent": false}, {"id": 2, "cirkel": "Zorg", "urgent": true}, {"id": 3} ] }
        """);

    [Theory]
    [InlineData("for x in [1, 2], y in [10, 20] return x + y", "[11, 21, 12, 22]")]
    [InlineData("for x in 1..3 return x * x", "[1, 4, 9]")]
    [InlineData("for x in 3..1 return x", "[3, 2, 1]")]
    [InlineData("for x in [1..4) return x", "[1, 2, 3]")]
    [InlineData("for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]")]
    [InlineData("for x in null return x", "null")]
    [InlineData("some x in [1, 2] satisfies x > 1", "true")]
    [InlineData("every x in [1, 2] satisfies x > 1", "false")]
    [InlineData("some x in [] satisfies x", "false")]
    [InlineData("every x in [] satisfies x", "true")]
    [InlineData("some x in [null, 1] satisfies x > 1", "null")]
    [InlineData("some x in [null, 2] satisfies x > 1", "true")]
    public void Loops_go_over_lists_and_whole_ranges(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("{\"met spatie\": 1}", "{\"met spatie\": 1}")]
    [InlineData("{a: {b: 2}}.a.b", "2")]
    [InlineData("get value({a: 1}, \"a\")", "1")]
    [InlineData("get entries({a: 1})", "[{key: \"a\", value: 1}]")]
    [InlineData("{a: 1}.b", "null")]
    public void Contexts_are_built_and_walked(string text, string expected) => text.ShouldGive(expected);

    [Fact]
    public void Names_may_have_diacritics_and_comments_fall_away() =>
        "cliënt_1 /* wie */ + 1 // erbij".ShouldGive("3", """{ "cliënt_1": 2 }""");

    [Fact]
    public void Strings_know_escapes() => "\"a\\\"\\u0042\\n\"".ShouldGive("a\"B\n");

    [Fact]
    public void The_free_names_are_those_it_takes_from_its_variables() =>
        FeelFacts.Parsed("for x in lijst return x + y + {a: 1, b: a}.b + count(z[item > x])").FreeNames
            .ShouldBe(["lijst", "y", "z"], ignoreOrder: true);
}
