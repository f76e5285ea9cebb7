using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What a drawing may ask of the program: how often it begins, and how much it computes at once.</summary>
public sealed class PaceTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Elsa.Cron", "cronExpression", "* * * * * *")]
    [InlineData("Elsa.Timer", "interval", "PT1S")]
    public async Task A_drawing_that_begins_every_second_is_not_published(string type, string input, string written)
    {
        var model = Model("Tikt " + type[5..]);
        var trigger = Step("tik", type, "Elke tik");
        trigger[input] = Input("Literal", written);
        trigger["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        model.Activities()[0] = trigger;
        model["root"]!["connections"]!.AsArray()[0] = Arrow("tik", "bellen");
        var id = (await bram.SaveAsync(model))["definitionId"]!.ToString();
        (await bram.StudioAsync(HttpMethod.Post, $"/workflow-definitions/{id}/publish", new JsonObject()).ShouldBeRefusedAsync("TEKENING_FOUTEN"))
            .ShouldContain(sentence => sentence.Contains($"Met ‘{written}’ begint deze werkstroom vaker dan één keer per uur.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_that_computes_without_an_end_waits_with_an_incident()
    {
        var steps = Enumerable.Range(0, 400).Select(n =>
        {
            var step = Studio.Step("Elsa.SetVariable", "zet" + n);
            step["variable"] = new JsonObject { ["id"] = "v", ["name"] = "Geheim" };
            step["value"] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "FEEL", ["value"] = "string(count(for i in 1..7000 return i))" } };
            return step;
        });
        await house.PublishAsync(Studio.Drawing("rekent", [Studio.Step("Elsa.Start", "start"), .. steps, Studio.Step("Elsa.End", "end")]));
        var instance = await bram.InstanceAsync(await bram.RunAsync("rekent"));
        instance["subStatus"]!.ToString().ShouldBe("Suspended");
        instance["workflowState"]!["incidents"]!.AsArray().ShouldHaveSingleItem()!["message"]!.ToString().ShouldContain("De formules vragen samen te veel werk voor één keer");
    }
}
