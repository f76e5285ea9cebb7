using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>
/// What a beheerder learns of the work of somebody who leaves: how much there is, and never of whom. Nina treats a household and the meldcode about it; Bea has only single
/// tasks, of which one is of that meldcode.
/// </summary>
public sealed partial class OverdrachtTests : IAsyncLifetime
{
    readonly House house = House.OnSqlite();
    HttpClient esra = null!, nina = null!;
    string household = "", shielded = "", second = "";

    public async Task InitializeAsync()
    {
        var anna = await house.AsAsync("anna");
        esra = await house.AsAsync("esra");
        nina = await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        await house.AsNewAsync("kwaliteitsmedewerker", "wijkteam-noord", "kim");
        await Program("nummer", "consulent");
        (household, second) = (await TreatedAsync(anna), await TreatedAsync(anna));
        var begun = await (await nina.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorgen." })).ReadAsync(201);
        shielded = begun["huishouden"]!.ToString();
        await GiveAsync(begun["volgendeTaken"]![0]!["id"]!.ToString());
        await (await nina.SendAsync($"/api/v1/huishoudens/{second}/mogelijk/taak", new JsonObject { ["toelichting"] = "Bedank de buren.", ["datum"] = Calls.Today })).ReadAsync(201);
        await GiveAsync((await nina.TaskAsync(second, "vrije-taak"))["id"]!.ToString());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    Task<string?> Program(string id, string role) => house.Services.GetRequiredService<Accounts>().VoegToeAsync(new User { Id = new(id), LoginName = id, DisplayName = id, Roles = [role] }, null, new("test"));

    static async Task<string> TreatedAsync(HttpClient anna)
    {
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "nina", ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        return household;
    }

    async Task GiveAsync(string task)
    {
        var version = (await (await nina.GetAsync($"/api/v1/taken/{task}")).ReadAsync(200))["versie"];
        await (await nina.SendAsync($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = "bea" }, ifMatch: $"\"{version}\"")).ReadAsync(200);
    }

    static string Page(string who) => $"/beheer/gebruikers/{who}";

    async Task<string> SubmittedAsync(string page, string to, int status, params (string, string)[] fields)
    {
        var answer = await esra.SubmitAsync(page, to, fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        ((int)answer.StatusCode).ShouldBe(status, text);
        return text;
    }

    void ShouldTellOfNobody(string text)
    {
        foreach (var word in (string[])[household, shielded, second, "Taak voor dit huishouden", "meldcode", "veiligheid"])
            text.ShouldNotContain(word, Case.Insensitive);
    }

    [Theory]
    [InlineData("nina", "GEBRUIKER_NOG_IN_BEHANDELING", "nog behandelaar van 3 en casusregisseur van 0 huishoudens")]
    [InlineData("bea", "GEBRUIKER_NOG_WERK", "2 taken op naam, en 0 taken van een rol of een team")]
    public async Task Who_still_has_work_stays_and_the_beheerder_is_told_how_much_and_of_no_household(string who, string code, string numbers)
    {
        var refused = await esra.ChangeUserAsync(who, Accountcalls.Active(false)).ShouldBeProblemAsync(409, code);
        refused.ToJsonString().ShouldContain(numbers);
        ShouldTellOfNobody(refused.ToJsonString());
        var page = await SubmittedAsync(Page(who), Page(who), 409, ("actie", "deactiveer"), ("toch", "ja"));
        page.ShouldContain(numbers);
        ShouldTellOfNobody(page);
    }

    [Fact]
    public async Task To_hand_over_only_those_are_offered_who_can_take_it_and_the_others_are_refused()
    {
        foreach (var who in (string[])["nina", "bea"])
        {
            var page = await esra.PageAsync(Page(who));
            var offered = Option().Matches(page[page.IndexOf("id=\"aan\"", StringComparison.Ordinal)..page.IndexOf("value=\"deactiveer\"", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value).ToList();
            offered.ShouldContain("carla");
            offered.ShouldContain("demo-chantal", "who leads the team treats too");
            foreach (var other in (string[])["demo-esra", "demo-fenna", "demo-bram", "nummer", who])
                offered.ShouldNotContain(other);
            foreach (var other in (string[])["demo-fenna", "demo-bram", "nummer"])
                (await SubmittedAsync(Page(who), Page(who) + "/overdracht", 409, ("aan", other))).ShouldContain("kan dit werk niet overnemen");
        }
        (await esra.PageAsync(Page("nina"))).ShouldNotContain("<option value=\"kim\"", Case.Sensitive, "she does single tasks and treats nobody");
        (await esra.PageAsync(Page("bea"))).ShouldNotContain("<option value=\"demo-fenna\"", Case.Sensitive, "that she could take the shielded one would tell that there is one");

        foreach (var (who, count) in (((string, string)[])[("bea", "2 huishoudens"), ("nina", "3 huishoudens")]))
        {
            var handed = await SubmittedAsync(Page(who), Page(who) + "/overdracht", 200, ("aan", "carla"));
            handed.ShouldContain("Overgedragen: " + count);
            ShouldTellOfNobody(handed);
        }
        (await (await house.AsAsync("carla")).GetAsync($"/api/v1/huishoudens/{shielded}")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Who_lost_his_role_since_he_was_let_in_hands_nothing_over()
    {
        await house.AsNewAsync("beheerder", id: "bob");
        var users = house.Services.GetRequiredService<Users>();
        var bob = Actor.Van((await users.FindAsync(new("bob")))!);
        await users.ChangeAsync<object>(bob.Id, (_, _) => null, user => user.Roles = [], new("test"), DateTimeOffset.UtcNow);
        (await house.Services.GetRequiredService<Accountbeheer>().DraagOverAsync(bob, new("nina"), new("carla"), Calls.Key())).Nee!.Code.ShouldBe("NIET_BEVOEGD");
        (await (await house.AsAsync("carla")).GetAsync($"/api/v1/huishoudens/{shielded}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_program_looks_after_no_accounts_whatever_its_roles()
    {
        var program = house.Anonymous();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await Program("robot", "beheerder"));
        (await program.GetAsync("/api/v1/kalender")).EnsureSuccessStatusCode();
        foreach (var path in (string[])["/api/v1/gebruikers", "/api/v1/gebruikers/nina", "/api/v1/gebruikers/nina/wijzigingen", "/api/v1/rolwijzigingen", "/api/v1/aanmeldingen?gebruiker=nina"])
            await program.GetAsync(path).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await program.AddUserAsync("eva").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await program.ChangeUserAsync("nina", Accountcalls.Active(false)).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await program.SendAsync("/api/v1/gebruikers/nina/link", null).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        var session = (await (await nina.GetAsync("/api/v1/aanmeldingen")).ReadAsync(200))["sessies"]![0]!["id"]!.ToString();
        await program.SendAsync($"/api/v1/aanmeldingen/{session}/beeindigen", null).ShouldBeProblemAsync(404, "AANMELDING_ONBEKEND");
        (await nina.GetAsync("/api/v1/taken")).EnsureSuccessStatusCode();
        var robot = Actor.Van((await house.Services.GetRequiredService<Users>().FindAsync(new("robot")))!);
        (await house.Services.GetRequiredService<Accountbeheer>().DraagOverAsync(robot, new("nina"), new("carla"), Calls.Key())).Nee!.Code.ShouldBe("NIET_BEVOEGD");
        (await house.Services.GetRequiredService<Aanmeldingen>().BeeindigAlleAsync(robot, new("nina")))!.Code.ShouldBe("NIET_BEVOEGD");
    }

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Option();
}
