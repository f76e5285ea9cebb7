using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class DefinitionLimitTests
{
    [Fact]
    public void What_is_not_json_is_refused_with_its_place()
    {
        var reading = DefinitionJson.Read("{\n  \"a\": ]\n}");

        reading.Definition.ShouldBeNull();
        reading.Findings.Single().ShouldSatisfyAllConditions(
            finding => finding.Code.ShouldBe(FindingCode.DefinitionNotJson),
            finding => finding.Arguments.ShouldBe(["2", "8"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("""{ "a": "\ud800" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    public void What_is_not_a_clean_object_is_refused(string json) => OnlyCode(json).ShouldBe(FindingCode.DefinitionNotJson);

    [Fact]
    public void A_byte_order_mark_is_no_problem() =>
        DefinitionJson.Read("\uFEFF" + new Drawing().Document.ToJsonString()).Definition.ShouldNotBeNull();

    [Fact]
    public void More_than_four_megabytes_is_refused() =>
        OnlyCode($$"""{ "a": "{{new string('x', 4 * 1024 * 1024)}}" }""").ShouldBe(FindingCode.DefinitionTooLarge);

    [Fact]
    public void More_than_ten_thousand_activities_are_refused()
    {
        var drawing = new Drawing().WithAll([.. Enumerable.Range(0, 10_000).Select(number => $"a{number}")]);

        Codes(drawing).ShouldBe([FindingCode.DefinitionTooLarge]);
    }

    [Fact]
    public void More_than_twenty_thousand_connections_are_refused()
    {
        var ids = Enumerable.Range(0, 150).Select(number => $"a{number}").ToArray();
        var drawing = new Drawing().WithAll(ids).Connect([.. ids.SelectMany(from => ids, (from, to) => $"{from} -> {to}")]);

        Codes(drawing).ShouldBe([FindingCode.DefinitionTooLarge]);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Activities_nest_at_most_sixty_four_deep(int inside, bool isAccepted)
    {
        var activity = Drawing.Activity("binnenste");
        for (var level = 1; level < inside; level++)
            activity = Drawing.Activity($"n{level}", "Elsa.If", ("then", activity));
        var drawing = new Drawing().With("buitenste", "Elsa.WriteLine");
        ((JsonArray)drawing.Root["activities"]!)[0] = activity;

        (DefinitionJson.Read(drawing.Document).Definition is not null).ShouldBe(isAccepted);
        if (!isAccepted)
            Codes(drawing).ShouldBe([FindingCode.DefinitionTooDeep]);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(500_000)]
    public void Deep_nesting_is_refused_without_recursion(int levels)
    {
        var json = new StringBuilder().Insert(0, "{\"a\":", levels).Append('1').Append('}', levels).ToString();

        OnlyCode(json).ShouldBe(FindingCode.DefinitionTooDeep);
    }

    [Fact]
    public void A_deep_document_that_is_already_in_memory_is_refused_too()
    {
        var document = new JsonObject();
        for (var level = 0; level < 20_000; level++)
            document = new JsonObject { ["a"] = document };

        DefinitionJson.Read(document).Findings.Single().Code.ShouldBe(FindingCode.DefinitionTooDeep);
    }

    [Fact]
    public void Long_ids_are_refused_so_that_paths_stay_small() =>
        Codes(new Drawing().WithAll(new string('a', 101))).ShouldBe([FindingCode.ActivityIdTooLong]);

    [Fact]
    public void Without_root_or_definition_id_there_is_no_definition()
    {
        var reading = DefinitionJson.Read("{}");

        reading.Definition.ShouldBeNull();
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCode.DefinitionIdMissing, FindingCode.DefinitionRootMissing]);
    }

    [Fact]
    public void A_version_that_is_no_number_is_refused()
    {
        var drawing = new Drawing();
        drawing.Document["version"] = "drie";

        Codes(drawing).ShouldBe([FindingCode.DefinitionVersionInvalid]);
    }

    [Fact]
    public void An_id_used_twice_is_refused_wherever_it_hangs()
    {
        var reading = DefinitionJson.Read(new Drawing().WithAll("a").With("b", "Elsa.If", ("then", Drawing.Activity("a"))).Document);

        reading.Definition.ShouldBeNull();
        reading.Findings.Single().ShouldSatisfyAllConditions(
            finding => finding.Code.ShouldBe(FindingCode.ActivityIdDuplicate),
            finding => finding.ActivityId.ShouldBe(new ActivityId("a")));
    }

    [Fact]
    public void An_activity_without_id_or_type_is_refused_with_its_place()
    {
        var drawing = new Drawing().With("a");
        var activities = (JsonArray)drawing.Root["activities"]!;
        activities.Add((JsonNode)new JsonObject { ["type"] = "Elsa.WriteLine" });
        activities.Add((JsonNode)new JsonObject { ["id"] = "b" });

        var findings = DefinitionJson.Read(drawing.Document).Findings;
        findings.Select(finding => finding.Code).ShouldBe([FindingCode.ActivityIdMissing, FindingCode.ActivityTypeMissing]);
        findings[0].Arguments.ShouldBe(["fc.activities"]);
    }

    [Fact]
    public void Unreadable_connections_and_nameless_variables_are_warnings()
    {
        var drawing = new Drawing().WithAll("a");
        drawing.Root["connections"] = JsonNode.Parse("""[ 5, { "source": { "activity": "a" } } ]""");
        drawing.Document["variables"] = JsonNode.Parse("""[ {} ]""");
        var reading = DefinitionJson.Read(drawing.Document);

        reading.Definition!.Variables.ShouldBeEmpty();
        reading.Findings.Select(finding => finding.Code).ShouldBe(
            [FindingCode.ConnectionUnreadable, FindingCode.ConnectionUnreadable, FindingCode.VariableNameless]);
        reading.Findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Warning);
    }

    static string OnlyCode(string json)
    {
        var reading = DefinitionJson.Read(json);
        reading.Definition.ShouldBeNull();
        return reading.Findings.Single().Code;
    }

    static IEnumerable<string> Codes(Drawing drawing) => DefinitionJson.Read(drawing.Document).Findings.Select(finding => finding.Code);
}
