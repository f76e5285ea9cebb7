using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class RoundTripTests
{
    [Fact]
    public void What_is_read_is_written_back_save_the_node_ids() => Prop.ForAll(RandomDocuments.Documents.ToArbitrary(), document =>
    {
        var before = document.ToJsonString();
        var definition = DefinitionJson.Read(document).Definition!;

        document.ToJsonString().ShouldBe(before);
        foreach (var indented in new[] { false, true })
            WithoutNodeIds(JsonNode.Parse(DefinitionJson.Write(definition, indented))!).ShouldBe(WithoutNodeIds(JsonNode.Parse(before)!));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Reading_what_was_written_gives_the_same_text() => Prop.ForAll(RandomDocuments.Documents.ToArbitrary(), document =>
    {
        var written = DefinitionJson.Write(DefinitionJson.Read(document).Definition!);

        DefinitionJson.Write(DefinitionJson.Read(written).Definition!).ShouldBe(written);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Node_ids_are_recomputed_and_added()
    {
        var drawing = new Drawing().With("a", "Elsa.If", ("nodeId", "verouderd"), ("then", Drawing.Activity("b")));
        var written = JsonNode.Parse(DefinitionJson.Write(drawing.Read()))!;

        written["root"]!["nodeId"]!.ToString().ShouldBe("Workflow1:fc");
        written["root"]!["activities"]![0]!["nodeId"]!.ToString().ShouldBe("Workflow1:fc:a");
        written["root"]!["activities"]![0]!["then"]!["nodeId"]!.ToString().ShouldBe("Workflow1:fc:a:b");
    }

    [Fact]
    public void An_export_names_its_schema_and_drops_the_links()
    {
        var drawing = new Drawing().WithAll("a");
        drawing.Document["links"] = new JsonArray(new JsonObject { ["rel"] = "publish" });
        drawing.Document["eigen"] = 1;
        var definition = drawing.Read();

        var export = DefinitionJson.ForExport(definition);

        export.First().ShouldBe(KeyValuePair.Create<string, JsonNode?>("$schema", export["$schema"]));
        export["$schema"]!.ToString().ShouldBe(DefinitionJson.Schema);
        export.ContainsKey("links").ShouldBeFalse();
        export["eigen"]!.ToString().ShouldBe("1");
        definition.Document.ContainsKey("links").ShouldBeTrue();
        DefinitionJson.Read(export).Definition!.Key.ShouldBe(definition.Key);
    }

    [Fact]
    public void Numbers_and_letters_are_written_as_they_were()
    {
        var json = """{"definitionId":"proef","getal":1.10,"groot":12345678901234567890123,"naam":"één","root":{"id":"a","type":"Elsa.End","version":1,"nodeId":"Workflow1:a"}}""";

        DefinitionJson.Write(DefinitionJson.Read(json).Definition!).ShouldBe(json);
    }

    static string WithoutNodeIds(JsonNode document)
    {
        var open = new Stack<JsonNode>([document]);
        while (open.TryPop(out var node))
        {
            if (node is JsonObject json && json.ContainsKey("type"))
                json.Remove("nodeId");
            foreach (var inner in node is JsonObject parent ? parent.Select(property => property.Value) : node as JsonArray ?? [])
            {
                if (inner is JsonObject or JsonArray)
                    open.Push(inner);
            }
        }
        return document.ToJsonString();
    }
}
