using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>Roles are of two beheerders, and never of who gets them. Each on both databases, because what is looked at is looked at again in the transaction.</summary>
public sealed class RolwijzigingTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Who_comes_to_work_here_gets_roles_when_a_second_person_agrees(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        var added = await (await esra.AddUserAsync("nina", "consulent")).ReadAsync(201);
        var number = added["voorstel"]!.GetValue<long>();
        added["zonderTweede"]!.GetValue<bool>().ShouldBeFalse();
        (await esra.RolesAsync("nina")).ShouldBeEmpty("nobody agreed yet");
        await esra.DecideAsync(number, "goedkeuren").ShouldBeProblemAsync(403, "ROLWIJZIGING_EIGEN");

        (await bob.DecideAsync(number, "goedkeuren")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await esra.RolesAsync("nina")).ShouldBe(["consulent"]);
        await bob.DecideAsync(number, "goedkeuren").ShouldBeProblemAsync(409, "ROLWIJZIGING_BESLIST");
        await bob.DecideAsync(number, "intrekken").ShouldBeProblemAsync(409, "ROLWIJZIGING_BESLIST");
        var row = (await (await esra.GetAsync("/api/v1/rolwijzigingen")).ReadAsync(200))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (row["stand"]!.ToString(), row["door"]!["id"]!.ToString(), row["beslistDoor"]!["id"]!.ToString(), row["reden"]!.ToString()).ShouldBe(("goedgekeurd", "demo-esra", "bob", "Komt hier werken."));
        await bob.DecideAsync(999, "goedkeuren").ShouldBeProblemAsync(404, "ROLWIJZIGING_ONBEKEND");
    }

    [Fact]
    public async Task Nobody_decides_on_his_own_rights()
    {
        await using var house = House.OnSqlite();
        var (esra, bob, carl) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"), await house.AsNewAsync("beheerder", id: "carl"));
        foreach (var change in (JsonObject[])[Accountcalls.Roles("beheerder", "teammanager"), Accountcalls.Roles("consulent"), Accountcalls.Active(false), new() { ["team"] = "wijkteam-noord" }])
            await bob.ChangeUserAsync("bob", change).ShouldBeProblemAsync(403, "GEBRUIKER_EIGEN_RECHTEN");
        (await bob.ChangeUserAsync("bob", new JsonObject { ["naam"] = "Bob de Boer" })).EnsureSuccessStatusCode();

        var number = await esra.ProposeAsync("bob", Accountcalls.Roles("beheerder", "teammanager"));
        foreach (var how in (string[])["goedkeuren", "intrekken"])
            await bob.DecideAsync(number, how).ShouldBeProblemAsync(403, "GEBRUIKER_EIGEN_RECHTEN");
        (await carl.DecideAsync(number, "goedkeuren")).EnsureSuccessStatusCode();
        (await esra.RolesAsync("bob")).ShouldBe(["beheerder", "teammanager"]);
    }

    [Fact]
    public async Task A_proposal_of_roles_that_were_changed_since_is_refused_and_can_be_withdrawn()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var number = await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager"));
        await bob.ChangeUserAsync("nina", Accountcalls.Roles("beheerder")).ShouldBeProblemAsync(409, "ROLWIJZIGING_LOOPT");
        await (await bob.ChangeUserAsync("nina", Accountcalls.Roles())).ReadAsync(200);

        await bob.DecideAsync(number, "goedkeuren").ShouldBeProblemAsync(409, "ROLWIJZIGING_VEROUDERD");
        (await esra.RolesAsync("nina")).ShouldBeEmpty();
        (await esra.DecideAsync(number, "intrekken")).EnsureSuccessStatusCode();
        (await esra.ProposeAsync("nina", Accountcalls.Roles("consulent"))).ShouldBeGreaterThan(number);
    }

    [Fact]
    public async Task To_take_away_is_quick_and_to_come_back_is_of_two()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        var nina = await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        (await (await esra.ChangeUserAsync("nina", Accountcalls.Active(false))).ReadAsync(200))["voorstel"].ShouldBeNull();
        await nina.GetAsync("/api/v1/taken").ShouldBeProblemAsync(401, "NIET_AANGEMELD");

        var number = await esra.ProposeAsync("nina", Accountcalls.Active(true));
        await nina.GetAsync("/api/v1/taken").ShouldBeProblemAsync(401, "NIET_AANGEMELD");
        (await bob.DecideAsync(number, "goedkeuren")).EnsureSuccessStatusCode();
        (await nina.SignInAsync("nina", "kanteling")).EnsureSuccessStatusCode();

        await (await esra.ChangeUserAsync("nina", Accountcalls.Roles())).ReadAsync(200);
        await (await esra.ChangeUserAsync("nina", Accountcalls.Active(false))).ReadAsync(200);
        (await (await esra.ChangeUserAsync("nina", Accountcalls.Active(true))).ReadAsync(200))["voorstel"].ShouldBeNull("without roles she gets nothing");
    }

    [Fact]
    public async Task The_only_beheerder_grants_alone_and_that_is_listed_until_another_confirms_it()
    {
        await using var house = House.OnSqlite();
        var esra = await house.AsAsync("esra");
        var granted = await (await esra.AddUserAsync("bob", "beheerder")).ReadAsync(201);
        (granted["voorstel"], granted["zonderTweede"]!.GetValue<bool>()).ShouldBe((null, true));
        (await esra.RolesAsync("bob")).ShouldBe(["beheerder"]);
        var number = (await esra.UserAsync("bob"))["wacht"]![0]!["nummer"]!.GetValue<long>();
        await house.Anonymous().ChooseAsync(granted["eenmalig"]!["link"]!.ToString());
        var bob = house.Anonymous();
        (await bob.SignInAsync("bob")).EnsureSuccessStatusCode();
        (await bob.PageAsync("/beheer/gebruikers")).ShouldContain("zonder tweede persoon");

        await esra.DecideAsync(number, "bevestigen").ShouldBeProblemAsync(403, "ROLWIJZIGING_EIGEN");
        await bob.DecideAsync(number, "bevestigen").ShouldBeProblemAsync(403, "GEBRUIKER_EIGEN_RECHTEN");
        // From here on there are two, so nobody does it alone.
        (await (await esra.AddUserAsync("carl", "beheerder")).ReadAsync(201))["voorstel"].ShouldNotBeNull();
        var carl = await house.AsNewAsync("beheerder");
        (await carl.DecideAsync(number, "bevestigen")).EnsureSuccessStatusCode();
        (await esra.UserAsync("bob"))["wacht"]!.AsArray().ShouldBeEmpty();
        (await carl.PageAsync("/beheer/gebruikers")).ShouldNotContain("zonder tweede persoon</span>");
        await carl.DecideAsync(number, "bevestigen").ShouldBeProblemAsync(409, "ROLWIJZIGING_BESLIST");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_two_who_approve_at_once_one_does(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        var esra = await house.AsAsync("esra");
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => house.AsNewAsync("beheerder", id: $"b{n}")));
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        for (var round = 0; round < 3; round++)
        {
            var number = await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager"));
            var answers = await Task.WhenAll(others.Select(other => other.DecideAsync(number, "goedkeuren")));
            answers.Select(a => (int)a.StatusCode).Order().ShouldBe([204, 409, 409, 409]);
            (await esra.RolesAsync("nina")).ShouldBe(["consulent", "teammanager"]);
            await (await esra.ChangeUserAsync("nina", Accountcalls.Roles("consulent"))).ReadAsync(200);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_two_beheerders_who_deactivate_each_other_at_once_one_stays(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = ($"a{round}", $"b{round}");
            var (one, two) = (await house.AsNewAsync("beheerder", id: a), await house.AsNewAsync("beheerder", id: b));
            await AloneAsync(house, a, b);
            var answers = await Task.WhenAll(one.ChangeUserAsync(b, Accountcalls.Active(false)), two.ChangeUserAsync(a, round % 2 == 0 ? Accountcalls.Active(false) : Without()));
            answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1, string.Join(" ", answers.Select(answer => (int)answer.StatusCode)));
            (await house.Services.GetRequiredService<Users>().AllAsync()).Count(u => u.IsActive && u.Roles.Contains("beheerder")).ShouldBe(1);
        }
        static JsonObject Without() => new() { ["rollen"] = new JsonArray(), ["toch"] = true };
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_only_beheerder_who_grants_twice_at_once_makes_one_second_beheerder_alone(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        var esra = await house.AsAsync("esra");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => house.AsNewAsync("consulent", "wijkteam-noord", $"c{n}")));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => esra.ChangeUserAsync($"c{n}", Accountcalls.Roles("consulent", "beheerder"))));
        (await house.Services.GetRequiredService<Users>().AllAsync()).Count(u => u.Roles.Contains("beheerder")).ShouldBe(2, "for the others she needs the second one");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        await esra.AddUserAsync("nina", "koning").ShouldBeProblemAsync(400, "VERZOEK_ONJUIST");
        await esra.AddUserAsync("Nina de Wit", "consulent").ShouldBeProblemAsync(422, "GEBRUIKER_INLOGNAAM_ONJUIST");
        await esra.AddUserAsync("demo-nina", "consulent").ShouldBeProblemAsync(422, "GEBRUIKER_INLOGNAAM_ONJUIST");
        await esra.AddUserAsync("bob", "consulent").ShouldBeProblemAsync(409, "GEBRUIKER_INLOGNAAM_BESTAAT");
        await esra.ChangeUserAsync("bob", new JsonObject { ["rollen"] = new JsonArray("beheerder", "consulent") }).ShouldBeProblemAsync(422, "ROLWIJZIGING_REDEN");
        await esra.ChangeUserAsync("bob", new JsonObject { ["naam"] = " " }).ShouldBeProblemAsync(422, "GEBRUIKER_NAAM_ONJUIST");
        await esra.ChangeUserAsync("bob", new JsonObject { ["rollen"] = "beheerder" }).ShouldBeProblemAsync(400, "VERZOEK_ONJUIST");
        await esra.ChangeUserAsync("bob", []).ShouldBeProblemAsync(400, "VERZOEK_ONLEESBAAR");
        await esra.ChangeUserAsync("niemand", Accountcalls.Roles("consulent")).ShouldBeProblemAsync(404, "GEBRUIKER_ONBEKEND");
        await esra.ChangeUserAsync("bob", new JsonObject { ["team"] = "wijkteam-nergens" }).ShouldBeProblemAsync(409, "WIJKTEAM_ONBEKEND");
        (await bob.GetAsync("/api/v1/gebruikers")).EnsureSuccessStatusCode();
    }

    /// <summary>Nobody but these is beheerder any more.</summary>
    static async Task AloneAsync(House house, params string[] ids)
    {
        var users = house.Services.GetRequiredService<Users>();
        foreach (var other in (await users.AllAsync()).Where(u => u.Roles.Contains("beheerder") && !ids.Contains(u.Id.Text)))
            await users.ChangeAsync<object>(other.Id, (_, _) => null, user => user.IsActive = false, new("test"), DateTimeOffset.UtcNow);
    }
}
