using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelJsonTests
{
    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("12345678901234567890.12345678", "12345678901234567890.12345678")]
    [InlineData("1e400", "null")]
    [InlineData("-0.0", "0")]
    public void Numbers_round_trip_without_exponents(string json, string expected) =>
        (FeelValue.FromJson(JsonNode.Parse(json)).ToJson()?.ToJsonString() ?? "null").ShouldBe(expected);

    [Fact]
    public void Numbers_from_code_are_read_too() =>
        FeelValue.FromJson(new JsonArray(1, 2.5, 3L, 4m)).ToString().ShouldBe("[1, 2.5, 3, 4]");

    [Fact]
    public void Elements_read_as_nodes_do()
    {
        using var document = JsonDocument.Parse("""{"a": [1, "2026-01-01", null, true]}""");
        FeelValue.FromJson(document.RootElement).ToString().ShouldBe("""{a: [1, "2026-01-01", null, true]}""");
    }

    [Fact]
    public void Text_is_a_date_only_where_the_type_says_so()
    {
        var type = FeelType.Context.Of(("d", FeelType.Date), ("m", new FeelType.List(FeelType.DateTime)), ("p", FeelType.MonthsDuration), ("n", FeelType.Number));
        var json = JsonNode.Parse("""{"d": "2026-01-01", "m": ["2026-01-01T10:00:00+01:00"], "p": "P1Y", "n": "1", "s": "2026-01-01"}""");
        var context = FeelValue.FromJson(json, type).ShouldBeOfType<FeelContext>();
        context["d"].ShouldBe(new FeelDate(new DateOnly(2026, 1, 1)));
        context["m"].ShouldBeOfType<FeelList>().Items.ShouldHaveSingleItem().ShouldBeOfType<FeelDateTime>();
        context["p"].ShouldBe(new FeelMonthsDuration(12));
        context["n"].ShouldBe(FeelNull.Instance);
        context["s"].ShouldBe(new FeelString("2026-01-01"));
        context.ToJson()!.ToJsonString().ShouldContain("""
            "d":"2026-01-01"
            """.Trim());
    }

    [Fact]
    public void Equal_values_have_equal_hashes()
    {
        var one = FeelValue.FromJson(JsonNode.Parse("""{"a": [1.0], "b": {"c": null}}"""));
        var two = FeelValue.FromJson(JsonNode.Parse("""{"b": {"c": null}, "a": [1]}"""));
        one.ShouldBe(two);
        one.GetHashCode().ShouldBe(two.GetHashCode());
    }
}
