using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>Looking into a household without being related to it: with a reason, reading only, told, logged, and over by itself.</summary>
public sealed class NoodtoegangTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Reason = "Zij staat hier aan de balie.";

    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    readonly string family = Calls.Family(), otherId = Calls.Key();
    HttpClient other = null!;
    string household = "";

    public async Task InitializeAsync()
    {
        other = await house.AsNewAsync("consulent", "wijkteam-zuid", otherId);
        household = await anna.MeldAsync(family);
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    async Task<string> OpenAsync(string reason = Reason) =>
        (await (await other.SendAsync($"/api/v1/huishoudens/{household}/noodtoegang", new JsonObject { ["reden"] = reason })).ReadAsync(201))["id"]!.ToString();

    static async Task<JsonArray> ListAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/api/v1/noodtoegang"))!.AsArray();

    static async Task<JsonNode?> FindAsync(HttpClient client, string id) => (await ListAsync(client)).FirstOrDefault(n => n!["id"]!.ToString() == id);

    [Fact]
    public async Task It_gives_reading_and_nothing_else()
    {
        await other.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await OpenAsync();
        foreach (var of in (string[])["", "/tijdlijn", "/bijlagen"])
            (await other.GetAsync($"/api/v1/huishoudens/{household}{of}")).EnsureSuccessStatusCode();
        (await other.PageAsync($"/huishoudens/{household}")).ShouldContain("U kijkt met noodtoegang");
        var task = (await (await anna.GetAsync($"/api/v1/taken?huishouden={household}")).ReadAsync(200))["items"]![0]!["id"]!.ToString();
        (await other.GetAsync($"/api/v1/taken/{task}")).EnsureSuccessStatusCode();
        await other.SendAsync($"/api/v1/taken/{task}/afronding", new JsonObject { ["uitkomst"] = "x" }, ifMatch: "\"1\"").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.SendAsync($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = otherId }, ifMatch: "\"1\"").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/spoed", new JsonObject()).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.GetAsync($"/api/v1/huishoudens/{household}/gebeurtenissen").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await other.SearchAsync(family)).ShouldNotContain(household);
        // Another household stays closed.
        var second = await anna.MeldAsync();
        await other.GetAsync($"/api/v1/huishoudens/{second}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Fact]
    public async Task Whoever_treats_it_and_the_manager_are_told_with_name_and_reason_until_they_saw_it()
    {
        var chantal = await house.AsAsync("chantal");
        var south = await house.AsNewAsync("teammanager", "wijkteam-zuid");
        var id = await OpenAsync("Crisis in de nacht.");
        foreach (var told in (HttpClient[])[anna, chantal])
        {
            var notice = (await FindAsync(told, id))!;
            (notice["wie"]!["naam"]!.ToString(), notice["reden"]!.ToString(), notice["huishouden"]!.ToString(), notice["teBekijken"]!.GetValue<bool>()).ShouldBe((otherId, "Crisis in de nacht.", family, true));
            (await told.GetStringAsync("/")).ShouldContain("met noodtoegang");
        }
        (await FindAsync(south, id)).ShouldBeNull();
        (await FindAsync(other, id))!["isEigen"]!.GetValue<bool>().ShouldBeTrue();
        (await anna.SendAsync($"/api/v1/noodtoegang/{id}/gezien", new JsonObject())).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await FindAsync(anna, id))!["teBekijken"]!.GetValue<bool>().ShouldBeFalse();
        (await FindAsync(chantal, id))!["teBekijken"]!.GetValue<bool>().ShouldBeTrue();
        await south.SendAsync($"/api/v1/noodtoegang/{id}/gezien", new JsonObject()).ShouldBeProblemAsync(404, "NOOD_ONBEKEND");
    }

    [Fact]
    public async Task Every_look_says_that_it_was_so()
    {
        await OpenAsync();
        await (await other.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        var reads = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(household) && r.UserId == new UserId(otherId))));
        reads.ShouldHaveSingleItem().What.ShouldBe("huishouden (noodtoegang)");
    }

    [Fact]
    public async Task It_is_over_when_he_closes_it_and_by_itself()
    {
        var id = await OpenAsync();
        await anna.SendAsync($"/api/v1/noodtoegang/{id}/sluiten", new JsonObject()).ShouldBeProblemAsync(404, "NOOD_ONBEKEND");
        (await other.SendAsync($"/api/v1/noodtoegang/{id}/sluiten", new JsonObject())).EnsureSuccessStatusCode();
        await other.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");

        await OpenAsync();
        var storage = house.Services.GetRequiredService<OpenStorage>();
        var running = (await storage.EmergencyAccesses.RunningAsync(new(otherId), new(household), DateTimeOffset.UtcNow)).ShouldNotBeNull();
        (running.Until - running.Since).ShouldBe(TimeSpan.FromHours(8));
        (await storage.EmergencyAccesses.RunningAsync(new(otherId), new(household), running.Until)).ShouldBeNull();
    }

    [Fact]
    public async Task It_asks_a_reason_and_is_not_for_who_needs_it_not_or_has_no_role_for_it()
    {
        foreach (var reason in (string[])["  ", "balie", new string(' ', 20) + "x", "x . . . . . . . . . .", new string('x', 501)])
            ((int)(await other.SendAsync($"/api/v1/huishoudens/{household}/noodtoegang", new JsonObject { ["reden"] = reason })).StatusCode).ShouldBeOneOf(400, 422);
        await other.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await anna.SendAsync($"/api/v1/huishoudens/{household}/noodtoegang", new JsonObject { ["reden"] = Reason }).ShouldBeProblemAsync(409, "NOOD_AL_INZAGE");
        foreach (var name in (string[])["bram", "esra", "fenna"])
            await (await house.AsAsync(name)).SendAsync($"/api/v1/huishoudens/{household}/noodtoegang", new JsonObject { ["reden"] = Reason }).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Fact]
    public async Task What_is_shielded_it_does_not_open_and_does_not_show_to_be_there()
    {
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorg" })).ReadAsync(201);
        await other.SendAsync($"/api/v1/huishoudens/{begun["huishouden"]}/noodtoegang", new JsonObject { ["reden"] = Reason }).ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        await other.SendAsync("/api/v1/huishoudens/bestaat-niet/noodtoegang", new JsonObject { ["reden"] = Reason }).ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        await OpenAsync();
        (await (await other.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["veiligheid"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_page_it_is_asked_given_listed_and_closed()
    {
        var refused = await other.GetAsync($"/huishoudens/{household}");
        ((int)refused.StatusCode).ShouldBe(403);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Waarom moet u dit huishouden nu zien?");
        ((int)(await other.SubmitAsync($"/huishoudens/{household}/noodtoegang", $"/huishoudens/{household}/noodtoegang", [new("reden", "")])).StatusCode).ShouldBe(422);
        var tooShort = await other.SubmitAsync($"/huishoudens/{household}/noodtoegang", $"/huishoudens/{household}/noodtoegang", [new("reden", "aan de balie")]);
        ((int)tooShort.StatusCode).ShouldBe(422);
        var again = System.Net.WebUtility.HtmlDecode(await tooShort.Content.ReadAsStringAsync());
        again.ShouldContain("Schrijf in een hele zin waarom");
        again.ShouldContain(">aan de balie</textarea>", customMessage: "what was typed stays");
        (await other.SubmitAsync($"/huishoudens/{household}/noodtoegang", $"/huishoudens/{household}/noodtoegang", [new("reden", Reason)])).Headers.Location!.ToString().ShouldBe($"/huishoudens/{household}");
        var mine = await other.PageAsync("/noodtoegang");
        mine.ShouldContain("Ik ben klaar");
        var close = System.Text.RegularExpressions.Regex.Match(mine, "/noodtoegang/[0-9a-f]+/sluiten").Value;
        (await other.SubmitAsync("/noodtoegang", close, [])).Headers.Location!.ToString().ShouldBe("/noodtoegang");
        ((int)(await other.GetAsync($"/huishoudens/{household}")).StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task While_it_runs_it_is_at_hand_with_the_name_of_the_household_and_closed_from_there()
    {
        var role = await other.PageAsync("/");
        role.ShouldContain("<a href=\"/noodtoegang\"");
        role.ShouldNotContain("U hebt noodtoegang");
        var id = await OpenAsync();
        foreach (var path in (string[])["/", "/noodtoegang"])
        {
            var page = await other.PageAsync(path);
            page.ShouldContain(family, customMessage: path);
            page.ShouldContain($"href=\"/huishoudens/{household}\"");
            page.ShouldContain($"action=\"/noodtoegang/{id}/sluiten\"");
        }
        (await FindAsync(other, id))!["huishouden"]!.ToString().ShouldBe(family);
        (await other.SubmitAsync("/", $"/noodtoegang/{id}/sluiten", [new("terug", "/")])).Headers.Location!.ToString().ShouldBe("/");
        (await other.PageAsync("/")).ShouldNotContain(family);
        (await other.PageAsync("/noodtoegang")).ShouldNotContain(family, customMessage: "who may not see it any more does not read its name");
        (await FindAsync(other, id))!["huishouden"].ShouldBeNull();
        // Who has nothing to do with it has no way to it.
        (await (await house.AsAsync("esra")).PageAsync("/")).ShouldNotContain("href=\"/noodtoegang\"");
    }

    [Fact]
    public async Task A_task_does_not_ask_who_has_it_whether_he_needs_to_see_more()
    {
        var fresh = await anna.MeldAsync(Calls.Family());
        await (await anna.CompleteAsync(fresh, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(fresh, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        var task = (await (await anna.GetAsync($"/api/v1/taken?huishouden={fresh}")).ReadAsync(200))["items"]![0]!;
        var version = (await (await anna.GetAsync($"/api/v1/taken/{task["id"]}")).ReadAsync(200))["versie"];
        await (await anna.SendAsync($"/api/v1/taken/{task["id"]}/toewijzing", new JsonObject { ["aan"] = otherId }, ifMatch: $"\"{version}\"")).ReadAsync(200);
        (await other.PageAsync($"/taken/{task["id"]}")).ShouldContain("Moet u meer zien?");
        await (await other.SendAsync($"/api/v1/huishoudens/{fresh}/noodtoegang", new JsonObject { ["reden"] = Reason })).ReadAsync(201);
        var page = await other.PageAsync($"/taken/{task["id"]}");
        page.ShouldNotContain("Moet u meer zien?");
        page.ShouldContain("U kijkt met noodtoegang");
        page.ShouldContain($"href=\"/huishoudens/{fresh}\"");
    }

    [Fact]
    public async Task It_says_who_was_really_told()
    {
        await OpenAsync();
        var page = await other.PageAsync($"/huishoudens/{household}");
        page.ShouldContain("Bericht hierover kregen ");
        page.ShouldContain("Anna de Wit");
        page.ShouldContain("Chantal Vos (teammanager)");

        var fresh = await anna.MeldAsync(Calls.Family());
        await (await other.SendAsync($"/api/v1/huishoudens/{fresh}/noodtoegang", new JsonObject { ["reden"] = Reason })).ReadAsync(201);
        page = await other.PageAsync($"/huishoudens/{fresh}");
        page.ShouldContain("Bericht hierover kreeg Chantal Vos (teammanager).", customMessage: "nobody treats it yet");
        page.ShouldNotContain("Wie dit huishouden behandelt, heeft bericht gekregen");
    }

    [Fact]
    public async Task Who_was_told_sees_what_was_looked_at_also_afterwards_and_others_do_not()
    {
        var id = await OpenAsync();
        await (await other.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        await (await other.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200);
        await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        (await other.SendAsync($"/api/v1/noodtoegang/{id}/sluiten", new JsonObject())).EnsureSuccessStatusCode();
        // What he looks at under another one is not of this one.
        await OpenAsync();
        (await other.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).EnsureSuccessStatusCode();

        var seen = await (await anna.GetAsync($"/api/v1/noodtoegang/{id}")).ReadAsync(200);
        seen["bekeken"]!.AsArray().Select(l => l!["wat"]!.ToString()).ShouldBe(["het huishouden", "de tijdlijn"]);
        seen["loopt"]!.GetValue<bool>().ShouldBeFalse();
        (await anna.PageAsync("/noodtoegang")).ShouldContain($"href=\"/noodtoegang/{id}\"");
        var page = await anna.PageAsync($"/noodtoegang/{id}");
        page.ShouldContain(": de tijdlijn");
        page.ShouldNotContain("bijlagen");
        // Whoever was not told, and had not got it, hears nothing; nor that it is there.
        var south = await house.AsNewAsync("teammanager", "wijkteam-zuid");
        await south.GetAsync($"/api/v1/noodtoegang/{id}").ShouldBeProblemAsync(404, "NOOD_ONBEKEND");
        ((int)(await south.GetAsync($"/noodtoegang/{id}")).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Who_may_not_see_the_household_any_more_does_not_see_what_was_looked_at()
    {
        var id = await OpenAsync();
        await (await other.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        (await (await other.GetAsync($"/api/v1/noodtoegang/{id}")).ReadAsync(200))["bekeken"]!.AsArray().Count.ShouldBe(1);
        (await other.SendAsync($"/api/v1/noodtoegang/{id}/sluiten", new JsonObject())).EnsureSuccessStatusCode();
        (await (await other.GetAsync($"/api/v1/noodtoegang/{id}")).ReadAsync(200))["bekeken"].ShouldBeNull();
        (await other.PageAsync($"/noodtoegang/{id}")).ShouldContain("U mag dit huishouden niet zien.");
    }
}
