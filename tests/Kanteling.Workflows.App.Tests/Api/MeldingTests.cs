using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class MeldingTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    readonly string key = Calls.Key();

    async Task<int> OpenTasksAsync() => (await (await anna.GetAsync("/api/v1/taken")).ReadAsync(200))["totaal"]!.GetValue<int>();

    [Fact]
    public async Task A_melding_opens_a_household_with_a_first_task_and_a_running_clock()
    {
        var response = await anna.SendAsync("/api/v1/meldingen", Calls.Melding());
        var answer = await response.ReadAsync(201);
        var id = answer["huishouden"]!.ToString();

        response.Headers.Location!.ToString().ShouldBe($"/api/v1/huishoudens/{id}");
        answer["volgendeTaken"]!.AsArray().ShouldHaveSingleItem()!["titel"]!.ToString().ShouldBe("Eerste beoordeling");

        var household = await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200);
        household["naam"]!.ToString().ShouldBe("Mevrouw Jansen");
        household["klokken"]!.AsArray().ShouldHaveSingleItem()!["naam"]!.ToString().ShouldBe("Onderzoek");
        household["wijkteam"]!.ToString().ShouldBe("wijkteam-noord");
    }

    [Fact]
    public async Task What_does_not_hold_from_before_is_told_with_its_sentence()
    {
        var id = await anna.MeldAsync();
        (await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200))["kloptNiet"]!.AsArray().ShouldBeEmpty();
        var open = (await house.Services.GetRequiredService<WorkflowEngine>().ReadAsync(new(id)))!;
        var dossier = ((Huishouden)open.Domain).Dossiers.Values.Single();
        var oud = open with { Domain = HuishoudenDomein.Domein.Apply(open.Domain, new OntvangstBevestigd(dossier.Id, Casework.Huishoudens.Kanaal.Post, dossier.Ontvangen.AddDays(-1))) };
        var beeld = await house.Services.GetRequiredService<Huishoudenlezer>().VanAsync(oud, new Actor(new("demo-anna"), "anna", [Rol.Consulent], new("wijkteam-noord"), null));
        var afwijking = beeld.KloptNiet.ShouldHaveSingleItem();
        (afwijking.Dossier, afwijking.Code).ShouldBe((dossier.Id.Text, "DATUM_VOOR_OORZAAK"));
        afwijking.Zin.ShouldStartWith("De bevestiging (");
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_melding()
    {
        var before = await OpenTasksAsync();
        var first = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key)).ReadAsync(201);
        var second = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key)).ReadAsync(201);

        second["huishouden"]!.ToString().ShouldBe(first["huishouden"]!.ToString());
        second["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();
        (await OpenTasksAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_same_key_with_another_melding_is_refused()
    {
        await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key)).ReadAsync(201);
        await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Meneer de Boer"), key).ShouldBeProblemAsync(422, "COMMAND_ID_REUSED");
    }

    [Fact]
    public async Task Two_users_with_the_same_key_do_not_meet()
    {
        var chantal = await house.AsAsync("chantal");
        var one = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key)).ReadAsync(201);
        var other = await (await chantal.SendAsync("/api/v1/meldingen", Calls.Melding(), key)).ReadAsync(201);
        other["huishouden"]!.ToString().ShouldNotBe(one["huishouden"]!.ToString());
    }

    [Fact]
    public async Task A_second_melding_in_the_same_household_is_a_procedure_of_its_own()
    {
        var id = await anna.MeldAsync();
        var second = Calls.Melding();
        second.Remove("huishouden");
        (second["huishoudenId"], second["client"]) = (id, "p1");
        await (await anna.SendAsync("/api/v1/meldingen", second)).ReadAsync(201);
        (await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200))["dossiers"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("vraag", null, "vraag")]
    [InlineData("kanaal", "", "kanaal")]
    [InlineData("client", null, "client")]
    [InlineData("client", "Niemand", "client")]
    [InlineData("ontvangenOp", "gisteren", "ontvangenOp")]
    [InlineData("onzin", "x", "onzin")]
    [InlineData("huishouden", null, "huishouden")]
    public async Task What_is_wrong_is_named_by_its_field(string field, string? value, string path)
    {
        var body = Calls.Melding();
        body[field] = value;
        var problem = await anna.SendAsync("/api/v1/meldingen", body).ShouldBeProblemAsync(422, "MELDING_ONJUIST");
        problem["fouten"]!.AsArray().Select(f => f!["pad"]!.ToString()).ShouldContain(path);
        foreach (var fout in problem["fouten"]!.AsArray())
            fout!["zin"]!.ToString().ShouldNotStartWith(fout["code"]!.ToString());
    }

    [Fact]
    public async Task A_program_with_a_token_may_bring_in_a_melding_and_read_nothing()
    {
        var token = await house.TokenAsync();
        var program = house.Anonymous();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        var id = (await (await program.SendAsync("/api/v1/meldingen", Calls.Melding())).ReadAsync(201))["huishouden"]!.ToString();
        await program.GetAsync($"/api/v1/huishoudens/{id}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");

        program.DefaultRequestHeaders.Remove("Authorization");
        program.DefaultRequestHeaders.Add("Authorization", "Bearer kw_niet");
        await program.SendAsync("/api/v1/meldingen", new JsonObject()).ShouldBeProblemAsync(401, "NIET_AANGEMELD");
    }
}
