using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What one person can do alone, by every door of Studio, to a flow that is needed: nothing that stops it.</summary>
public sealed class IntrekdeurTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;

    static JsonObject Reason => new() { ["reason"] = "We gebruiken hem niet meer." };

    async Task StillThereAsync(HttpClient bram, string flow)
    {
        (await bram.OpenAsync(flow, "Published"))["isPublished"]!.GetValue<bool>().ShouldBeTrue();
        (await house.Anonymous().GetAsync("/health/ready")).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("toegang", "Elke nieuwe melding begint met deze werkstroom.")]
    [InlineData("signaal", "Elk signaal begint met deze werkstroom.")]
    [InlineData("evaluatie", "Op de dag van een evaluatie begint deze werkstroom vanzelf.")]
    [InlineData("veiligheid", "biedt deze werkstroom aan bij altijd mogelijk")]
    public async Task A_flow_that_is_needed_is_not_retracted_and_the_answer_says_by_what(string flow, string sentence)
    {
        var bram = await house.AsAsync("bram");
        foreach (var body in (JsonObject[])[[], Reason])
            string.Join(' ', await bram.StudioAsync(HttpMethod.Post, $"/workflow-definitions/{flow}/retract", body).ShouldBeRefusedAsync("DEFINITION_NEEDED")).ShouldContain(sentence);
        await StillThereAsync(bram, flow);
    }

    [Fact]
    public async Task Several_at_once_stop_nothing_either()
    {
        var bram = await house.AsAsync("bram");
        await house.PublishAsync(Studio.Drawing("los-eind", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        var body = Reason;
        body["definitionIds"] = new JsonArray("toegang", "los-eind", "signaal");
        var said = await bram.StudioAsync(HttpMethod.Post, "/bulk-actions/retract/workflow-definitions/by-definition-ids", body).ShouldBeRefusedAsync("TEKENINGEN_NIET_ALLE");
        string.Join(' ', said).ShouldContain("Elk signaal begint met deze werkstroom.");
        string.Join(' ', said).ShouldContain("Versie 1 van \"los-eind\" wordt nog niet ingetrokken.");
        foreach (var flow in (string[])["toegang", "los-eind", "signaal"])
            await StillThereAsync(bram, flow);
    }

    [Fact]
    public async Task What_nobody_needs_is_asked_with_a_reason_and_stays_until_another_decides()
    {
        var bram = await house.AsAsync("bram");
        await house.PublishAsync(Studio.Drawing("oud-eind", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        (await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/oud-eind/retract", new JsonObject()).ShouldBeRefusedAsync("INTREKKEN_REDEN")).ShouldHaveSingleItem().ShouldContain("/studio");
        (await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/oud-eind/retract", Reason).ShouldBeRefusedAsync("INTREKKEN_WACHT_OP_TWEEDE")).ShouldHaveSingleItem().ShouldContain("wordt nog niet ingetrokken");
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/oud-eind/retract", Reason).ShouldBeRefusedAsync("RETRACTION_UNDER_WAY");
        var esra = await house.AsAsync("esra");
        await esra.StudioAsync(HttpMethod.Post, "/workflow-definitions/oud-eind/retract", Reason).ShouldBeRefusedAsync("RETRACTION_UNDER_WAY");
        await StillThereAsync(bram, "oud-eind");
    }

    [Fact]
    public async Task Throwing_it_away_by_any_door_is_refused()
    {
        var bram = await house.AsAsync("bram");
        foreach (var (method, path, body) in ((HttpMethod, string, JsonObject?)[])
        [
            (HttpMethod.Delete, "/workflow-definitions/signaal", null), (HttpMethod.Delete, "/workflow-definition-versions/signaal-1", null),
            (HttpMethod.Post, "/bulk-actions/delete/workflow-definitions/by-definition-id", new JsonObject { ["definitionIds"] = new JsonArray("signaal") }),
            (HttpMethod.Post, "/bulk-actions/delete/workflow-definitions/by-id", new JsonObject { ["ids"] = new JsonArray("signaal-1") }),
        ])
        {
            (await bram.StudioAsync(method, path, body)).IsSuccessStatusCode.ShouldBeFalse(path);
        }
        await StillThereAsync(bram, "signaal");
    }
}
