using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class SignaalTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    async Task<JsonObject> HuishoudenAsync(string id) => await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200);

    [Fact]
    public async Task A_signal_opens_a_household_with_a_task_and_no_legal_clock()
    {
        var response = await anna.SendAsync("/api/v1/signalen", Calls.Signaal());
        var answer = await response.ReadAsync(201);
        var id = answer["huishouden"]!.ToString();
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/huishoudens/{id}");
        answer["volgendeTaken"]!.AsArray().ShouldHaveSingleItem()!["titel"]!.ToString().ShouldBe("Signaal beoordelen");

        var household = await HuishoudenAsync(id);
        household["klokken"]!.AsArray().ShouldBeEmpty();
        household["dossiers"]!.AsArray().ShouldHaveSingleItem()!["soort"]!.ToString().ShouldBe("signaal");
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_signal()
    {
        var key = Calls.Key();
        var first = await (await anna.SendAsync("/api/v1/signalen", Calls.Signaal(), key)).ReadAsync(201);
        var second = await (await anna.SendAsync("/api/v1/signalen", Calls.Signaal(), key)).ReadAsync(201);
        second["huishouden"]!.ToString().ShouldBe(first["huishouden"]!.ToString());
        second["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_signal_about_a_household_that_is_known_is_a_procedure_of_its_own()
    {
        var id = await anna.MeldAsync();
        var signaal = Calls.Signaal();
        signaal.Remove("huishouden");
        (signaal["huishoudenId"], signaal["over"]) = (id, "p1");
        await (await anna.SendAsync("/api/v1/signalen", signaal)).ReadAsync(201);
        (await HuishoudenAsync(id))["dossiers"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_signal_that_becomes_a_melding_has_six_weeks_and_the_signaller_is_still_owed_an_answer()
    {
        var id = (await (await anna.SendAsync("/api/v1/signalen", Calls.Signaal())).ReadAsync(201))["huishouden"]!.ToString();
        var vandaag = Calls.Today;
        await (await anna.CompleteAsync(id, "beoordelen", "Melding", new JsonObject
        {
            ["toelichting"] = "Hij wil hulp.", ["client"] = "p1", ["vraag"] = "Ik wil weer naar buiten.", ["melder"] = "inwoner", ["gemeldOp"] = vandaag,
        })).ReadAsync(200);
        var household = await HuishoudenAsync(id);
        household["klokken"]!.AsArray().ShouldHaveSingleItem()!["naam"]!.ToString().ShouldBe("Onderzoek");
        household["taken"]!.AsArray().Select(t => t!["stap"]!.ToString()).Order().ShouldBe(["eerste-beoordeling", "terugkoppelen"]);
        await (await anna.CompleteAsync(id, "terugkoppelen", null, new JsonObject { ["kanaal"] = "telefoon", ["nietsVerteld"] = true })).ReadAsync(200);
        (await HuishoudenAsync(id))["dossiers"]!.AsArray().Select(d => d!["resultaat"]?.ToString()).ShouldBe(["melding", null], ignoreOrder: true);
    }

    [Theory]
    [InlineData("wat", null, "wat")]
    [InlineData("over", "Niemand", "over")]
    [InlineData("over", null, "over")]
    [InlineData("onzin", "x", "onzin")]
    [InlineData("signaalgever", null, "signaalgever.naam")]
    [InlineData("huishouden", null, "huishouden")]
    public async Task What_is_wrong_is_named_by_its_field(string field, string? value, string path)
    {
        var body = Calls.Signaal();
        body[field] = value;
        var problem = await anna.SendAsync("/api/v1/signalen", body).ShouldBeProblemAsync(422, "SIGNAAL_ONJUIST");
        problem["fouten"]!.AsArray().Select(f => f!["pad"]!.ToString()).ShouldContain(path);
        foreach (var fout in problem["fouten"]!.AsArray())
            fout!["zin"]!.ToString().ShouldNotStartWith(fout["code"]!.ToString());
    }

    [Fact]
    public async Task A_program_with_a_token_may_bring_in_a_signal()
    {
        var program = house.Anonymous();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + await house.TokenAsync());
        await (await program.SendAsync("/api/v1/signalen", Calls.Signaal())).ReadAsync(201);
    }
}
