using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>A drawing as Studio opens it part by part: as large as the drawing, however deep its steps lie in each other.</summary>
public sealed class SubgraphTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const int Levels = 58;

    readonly House house = shared.House;
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    static JsonObject Within(JsonObject inner, string id)
    {
        var around = Studio.Step("Elsa.Sequence", id);
        around["activities"] = new JsonArray(inner);
        return around;
    }

    /// <summary>As Studio does: what hangs in a port is put back there.</summary>
    static JsonObject Stitched(JsonNode node)
    {
        var activity = node["activity"]!.DeepClone().AsObject();
        foreach (var port in node["children"]!.AsArray().GroupBy(c => char.ToLowerInvariant(c!["port"]!.ToString()[0]) + c["port"]!.ToString()[1..]))
            activity[port.Key] = port.Count() > 1 || port.Key == "activities" ? new JsonArray([.. port.Select(c => Stitched(c!))]) : Stitched(port.Single()!);
        return activity;
    }

    [Fact]
    public async Task Steps_that_lie_deep_in_each_other_are_written_once()
    {
        var inner = Studio.Step("Elsa.WriteLine", "binnen", ("text", JsonValue.Create(new string('x', 100_000))!));
        for (var level = Levels; level > 0; level--)
            inner = Within(inner, "laag" + level);
        await house.PublishAsync(Studio.Drawing("diepte", Studio.Step("Elsa.Start", "start"), inner, Studio.Step("Elsa.End", "end")));

        var text = await (await bram.AskAsync("/workflow-definitions/subgraph/diepte-1")).Content.ReadAsStringAsync();
        text.Length.ShouldBeLessThan(400_000);
        var graph = JsonNode.Parse(text, documentOptions: new() { MaxDepth = 500 })!;
        var top = graph["activity"]!.AsObject();
        JsonNode.DeepEquals(new JsonArray([.. graph["children"]!.AsArray().Select(c => Stitched(c!))]), top["activities"]).ShouldBeTrue("the children make the drawing again");

        var segments = await (await bram.AskAsync("/workflow-definitions/subgraph/segments/diepte-1?childNodeId=Workflow1:fc:laag1")).Content.ReadAsStringAsync();
        segments.Length.ShouldBeLessThan(800_000);
    }

    [Fact]
    public async Task What_hangs_in_a_case_stands_with_its_choice_too()
    {
        var choice = Studio.Step("Elsa.Switch", "kies");
        choice["cases"] = new JsonArray(new JsonObject { ["label"] = "Ja", ["condition"] = new JsonObject { ["type"] = "FEEL", ["value"] = "true" }, ["activity"] = Within(Studio.Step("Elsa.WriteLine", "regel", ("text", JsonValue.Create("hier")!)), "reeks") });
        await house.PublishAsync(Studio.Drawing("gekozen", Studio.Step("Elsa.Start", "start"), Within(choice, "om"), Studio.Step("Elsa.End", "end")));

        var around = (await bram.AskAsync("/workflow-definitions/subgraph/gekozen-1").ReadAsync())["children"]!.AsArray().Single(c => c!["nodeId"]!.ToString() == "Workflow1:fc:om")!;
        around["activity"]!["activities"]!.AsArray().ShouldBeEmpty();
        var written = around["children"]!.AsArray().ShouldHaveSingleItem()!;
        written["activity"]!["cases"]![0]!["activity"]!["activities"]![0]!["id"]!.ToString().ShouldBe("regel");
        var row = written["children"]!.AsArray().ShouldHaveSingleItem()!;
        (row["activity"]!["activities"]!.AsArray().Count, row["children"]![0]!["activity"]!["id"]!.ToString()).ShouldBe((0, "regel"));
    }
}
