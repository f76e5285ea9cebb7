using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>Who works here has a name that everybody sees, and that is his alone.</summary>
public sealed class NaamTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;

    static JsonObject Account(string login, string name) => new() { ["inlognaam"] = login, ["naam"] = name, ["rollen"] = new JsonArray("consulent"), ["reden"] = "Komt hier werken." };

    static string Login() => "n" + Calls.Key()[..8];

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u202e")]
    [InlineData("Anna\u200b de Wit")]
    [InlineData("...")]
    public async Task A_name_that_nobody_sees_is_refused_for_a_new_account_and_for_one_that_is_there(string name)
    {
        var (esra, login) = (await house.AsAsync("esra"), Login());
        await esra.SendAsync("/api/v1/gebruikers", Account(login, name)).ShouldBeProblemAsync(422, "GEBRUIKER_NAAM_ONJUIST");
        await (await esra.SendAsync("/api/v1/gebruikers", Account(login, "Collega " + login))).ReadAsync(201);
        await esra.ChangeUserAsync(login, new JsonObject { ["naam"] = name }).ShouldBeProblemAsync(422, "GEBRUIKER_NAAM_ONJUIST");
    }

    [Theory]
    [InlineData("Anna de Wit")]
    [InlineData("anna  DE wit")]
    [InlineData("\u00c1nna de-W\u00eft")]
    public async Task A_name_that_an_active_colleague_has_is_refused(string name)
    {
        var (esra, login) = (await house.AsAsync("esra"), Login());
        var problem = await esra.SendAsync("/api/v1/gebruikers", Account(login, name)).ShouldBeProblemAsync(409, "GEBRUIKER_NAAM_VAN_COLLEGA");
        problem["title"]!.ToString().ShouldContain("Anna de Wit");
        await (await esra.SendAsync("/api/v1/gebruikers", Account(login, "Collega " + login))).ReadAsync(201);
        await esra.ChangeUserAsync(login, new JsonObject { ["naam"] = name }).ShouldBeProblemAsync(409, "GEBRUIKER_NAAM_VAN_COLLEGA");
        // His own name, written otherwise, is no colleague's.
        await (await esra.ChangeUserAsync(login, new JsonObject { ["naam"] = "collega " + login })).ReadAsync(200);
    }

    [Fact]
    public async Task The_name_of_who_does_not_work_here_any_more_is_free()
    {
        var (esra, login) = (await house.AsAsync("esra"), Login());
        await (await esra.SendAsync("/api/v1/gebruikers", Account(login, "Oud " + login))).ReadAsync(201);
        await (await esra.ChangeUserAsync(login, Accountcalls.Active(false))).ReadAsync(200);
        await (await esra.SendAsync("/api/v1/gebruikers", Account(Login(), "Oud " + login))).ReadAsync(201);
    }

    [Fact]
    public async Task A_household_that_is_split_off_has_a_name_that_is_seen()
    {
        var body = Calls.Melding(Calls.Family());
        body["huishouden"]!["leden"]!.AsArray().Add(new JsonObject { ["naam"] = "Henk Postma" });
        var id = (await (await shared.Anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString();
        var split = new JsonObject { ["personen"] = new JsonArray("p2"), ["naam"] = "\u202e", ["reden"] = "Ze scheiden." };
        var problem = await shared.Anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", split).ShouldBeProblemAsync(422, "KOPPELING_ONJUIST");
        (problem["fouten"]![0]!["pad"]!.ToString(), problem["fouten"]![0]!["code"]!.ToString()).ShouldBe(("naam", "NAAM_ONZICHTBAAR"));
    }

    [Fact]
    public async Task What_is_half_a_relation_is_refused_with_its_path()
    {
        foreach (var (row, field) in ((JsonObject, string)[])[([], "tot"), (new() { ["tot"] = 29 }, "tot"), (new() { ["tot"] = 0 }, "soort")])
        {
            var body = Calls.Melding(Calls.Family());
            body["huishouden"]!["leden"]!.AsArray().Add(new JsonObject { ["naam"] = "Henk Postma", ["relaties"] = new JsonArray(row) });
            var problem = await shared.Anna.SendAsync("/api/v1/meldingen", body).ShouldBeProblemAsync(422, "MELDING_ONJUIST");
            problem["fouten"]!.AsArray().Select(f => f!["pad"]!.ToString()).ShouldContain($"huishouden.leden[1].relaties[0].{field}");
        }
    }
}
