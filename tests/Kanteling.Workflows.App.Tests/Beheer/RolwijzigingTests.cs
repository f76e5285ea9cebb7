using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Gebruikers;
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
    public async Task Who_one_person_made_beheerder_is_no_second_person_until_somebody_else_confirms_him(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var esra = await house.AsAsync("esra");
        var machine = new ActorId("opdrachtregel");
        var herstel = house.Services.GetRequiredService<Beheerdersherstel>();
        var made = await (await esra.AddUserAsync("bob", "beheerder")).ReadAsync(201);
        (await herstel.BevestigAsync("bob", machine))!.Code.ShouldBe("GEBRUIKER_ZONDER_WACHTWOORD", "somebody else may use his link yet");
        await house.Anonymous().ChooseAsync(made["eenmalig"]!["link"]!.ToString());
        var bob = house.Anonymous();
        (await bob.SignInAsync("bob")).EnsureSuccessStatusCode();

        // He approves as before, but it stays in the list: esra may be both of them.
        var number = await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager"));
        (await bob.DecideAsync(number, "goedkeuren")).EnsureSuccessStatusCode();
        (await esra.RolesAsync("nina")).ShouldBe(["consulent", "teammanager"]);
        StateOf(await esra.UserAsync("nina")).ShouldBe("zonder tweede persoon");
        await bob.DecideAsync(number, "bevestigen").ShouldBeProblemAsync(403, "ROLWIJZIGING_ZELF_ONBEVESTIGD");
        var third = await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager", "kwaliteitsmedewerker"));
        (await bob.SubmitAsync("/beheer/gebruikers", "/beheer/gebruikers", [new("nummer", $"{third}"), new("actie", "goedkeuren")])).Headers.Location!.ToString().ShouldEndWith("klaar=onbevestigd");
        (await bob.PageAsync("/beheer/gebruikers?klaar=onbevestigd")).ShouldContain("zelf nog niet bevestigd");

        (await herstel.BevestigAsync("nina", machine))!.Code.ShouldBe("GEBRUIKER_GEEN_BEHEERDER");
        (await herstel.BevestigAsync("bob", machine)).ShouldBeNull();
        (await herstel.BevestigAsync("bob", machine))!.Code.ShouldBe("ROLWIJZIGING_NIETS_TE_BEVESTIGEN");
        (await bob.DecideAsync(number, "bevestigen")).EnsureSuccessStatusCode();
        (await bob.DecideAsync(third, "bevestigen")).EnsureSuccessStatusCode();
        (await esra.UserAsync("nina"))["wacht"]!.AsArray().ShouldBeEmpty();
        number = await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager", "procesontwerper"));
        await (await esra.ChangeUserAsync("nina", Accountcalls.Roles("consulent"))).ReadAsync(200);
        await bob.DecideAsync(number, "goedkeuren").ShouldBeProblemAsync(409, "ROLWIJZIGING_VEROUDERD");
        (await bob.DecideAsync(number, "intrekken")).EnsureSuccessStatusCode();
        (await bob.DecideAsync(await esra.ProposeAsync("nina", Accountcalls.Roles("consulent", "teammanager")), "goedkeuren")).EnsureSuccessStatusCode();
        (await esra.UserAsync("nina"))["wacht"]!.AsArray().ShouldBeEmpty("now there were two");
    }

    [Fact]
    public async Task What_the_machine_gave_the_machine_does_not_confirm()
    {
        await using var house = House.OnSqlite();
        var machine = new ActorId("opdrachtregel");
        var herstel = house.Services.GetRequiredService<Beheerdersherstel>();
        (await herstel.HerstelAsync("kees", machine)).Lukt(out var link, out _).ShouldBeTrue();
        (await house.Anonymous().ChooseAsync("/wachtwoord/" + link!.Geheim)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await herstel.BevestigAsync("kees", machine))!.Code.ShouldBe("ROLWIJZIGING_NIETS_TE_BEVESTIGEN");
    }

    [Fact]
    public async Task A_team_is_of_two_as_a_role_is()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        await house.AsNewAsync("teammanager", "wijkteam-noord", "mia");
        await house.AsNewAsync("consulent", "wijkteam-zuid", "iemand-van-zuid");
        var naarZuid = new JsonObject { ["team"] = "wijkteam-zuid", ["toch"] = true };
        await esra.ChangeUserAsync("mia", naarZuid).ShouldBeProblemAsync(422, "ROLWIJZIGING_REDEN");
        naarZuid["reden"] = "Gaat Zuid leiden.";
        var number = await esra.ProposeAsync("mia", naarZuid);
        (await esra.UserAsync("mia"))["team"]!.ToString().ShouldBe("wijkteam-noord", "nobody agreed yet");
        var asked = (await esra.UserAsync("mia"))["wacht"]![0]!;
        (asked["vanTeam"]!.ToString(), asked["naarTeam"]!.ToString()).ShouldBe(("wijkteam-noord", "wijkteam-zuid"));
        (await bob.PageAsync("/beheer/gebruikers")).ShouldContain("teammanager; team wijkteam-zuid");
        await esra.DecideAsync(number, "goedkeuren").ShouldBeProblemAsync(403, "ROLWIJZIGING_EIGEN");
        (await bob.SendAsync($"/api/v1/rolwijzigingen/{number}/goedkeuren?toch=true", null)).EnsureSuccessStatusCode();
        (await esra.UserAsync("mia"))["team"]!.ToString().ShouldBe("wijkteam-zuid");
        var users = house.Services.GetRequiredService<Users>();
        (await users.FindAsync(new("mia")))!.Wijk.ShouldBe((await users.FindAsync(new("iemand-van-zuid")))!.Wijk, "the wijk goes with the team");

        (await (await esra.ChangeUserAsync("mia", new JsonObject { ["team"] = null, ["toch"] = true })).ReadAsync(200))["voorstel"].ShouldBeNull("to take away is quick");
        (await (await esra.ChangeUserAsync("mia", new JsonObject { ["rollen"] = new JsonArray(), ["toch"] = true })).ReadAsync(200))["voorstel"].ShouldBeNull();
        (await (await esra.ChangeUserAsync("mia", new JsonObject { ["team"] = "wijkteam-noord" })).ReadAsync(200))["voorstel"].ShouldBeNull("without a role a team shows nothing");
        var back = await esra.ProposeAsync("mia", Accountcalls.Roles("teammanager"));
        (await esra.UserAsync("mia"))["wacht"]![0]!["naarTeam"]!.ToString().ShouldBe("wijkteam-noord", "who approves sees for which team");
        (await bob.DecideAsync(back, "goedkeuren")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Nobody_makes_himself_another_beheerder_by_a_link_or_by_taking_off_his_second_step()
    {
        await using var house = House.OnSqlite();
        var (esra, _) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        await esra.SendAsync("/api/v1/gebruikers/bob/link", null).ShouldBeProblemAsync(409, "GEBRUIKER_IS_BEHEERDER");
        var page = await esra.PageAsync("/beheer/gebruikers/bob");
        page.ShouldContain("beheerder herstel bob");
        page.ShouldNotContain("Maak een link");
        (await esra.SubmitAsync("/beheer/gebruikers/bob/aanmeldingen", "/beheer/gebruikers/bob/aanmeldingen", [new("wat", "tweede-stap-uit")])).StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Nobody_makes_himself_the_only_beheerder()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        foreach (var change in (JsonObject[])[Accountcalls.Active(false), new() { ["rollen"] = new JsonArray(), ["toch"] = true }])
            await esra.ChangeUserAsync("bob", change).ShouldBeProblemAsync(409, "GEBRUIKER_EEN_NA_LAATSTE_BEHEERDER");
        await house.AsNewAsync("beheerder", id: "carl");
        (await (await esra.ChangeUserAsync("carl", Accountcalls.Active(false))).ReadAsync(200))["voorstel"].ShouldBeNull("of three one may go");

        // Whom somebody made alone, and nobody confirmed, goes as he came.
        await using var small = House.OnSqlite();
        var alone = await small.AsAsync("esra");
        await (await alone.AddUserAsync("bob", "beheerder")).ReadAsync(201);
        await (await alone.ChangeUserAsync("bob", Accountcalls.Active(false))).ReadAsync(200);
    }

    static string StateOf(JsonObject user) => user["wacht"]!.AsArray().ShouldHaveSingleItem()!["stand"]!.ToString();

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
    public async Task Of_three_beheerders_who_deactivate_each_other_at_once_two_stay(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        for (var round = 0; round < 5; round++)
        {
            var (a, b, c) = ($"a{round}", $"b{round}", $"c{round}");
            var (one, two, three) = (await house.AsNewAsync("beheerder", id: a), await house.AsNewAsync("beheerder", id: b), await house.AsNewAsync("beheerder", id: c));
            await AloneAsync(house, a, b, c);
            var answers = await Task.WhenAll(one.ChangeUserAsync(b, Accountcalls.Active(false)), two.ChangeUserAsync(c, round % 2 == 0 ? Accountcalls.Active(false) : Without()), three.ChangeUserAsync(a, Without()));
            answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1, string.Join(" ", answers.Select(answer => (int)answer.StatusCode)));
            (await house.Services.GetRequiredService<Users>().AllAsync()).Count(u => u.IsActive && u.Roles.Contains("beheerder")).ShouldBe(2);
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
        await esra.ChangeUserAsync("bob", new JsonObject { ["team"] = "wijkteam-nergens", ["reden"] = "Ander werk." }).ShouldBeProblemAsync(409, "WIJKTEAM_ONBEKEND");
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
