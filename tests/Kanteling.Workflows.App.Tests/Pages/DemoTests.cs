using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>The demo gemeente, as it is made on an empty database, and what its entrance promises.</summary>
public sealed class DemoTests
{
    const int Made = 12;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_demo_gemeente_is_made_without_an_incident_and_its_households_are_as_they_were_written(string database)
    {
        await using var house = database == "sqlite" ? House.OnNewSqlite() : await House.OnNewPostgresAsync();
        house.DemoHouseholds = Made;
        var engine = house.Services.GetRequiredService<WorkflowEngine>();
        var storage = house.Services.GetRequiredService<OpenStorage>();
        var now = house.Services.GetRequiredService<CaseClock>().Now;

        (await storage.Registers.ReadAsync(db => db.CountAsync(db.Streams.Where(s => s.Kind == "huishouden")))).ShouldBeGreaterThanOrEqualTo(Made + 12);
        (await storage.Registers.ReadAsync(db => db.CountAsync(db.Incidents))).ShouldBe(0);
        (await storage.Registers.ReadAsync(db => db.CountAsync(db.Tasks.Where(t => t.Assignee == new UserId("demo-anna") || t.Role == "consulent")))).ShouldBeInRange(6, 20);
        await ShouldBeAsWrittenAsync(engine, now);
        await house.StopAsync();

        var said = new StringWriter();
        (await new Databasebewijs(await StorageSetup.OpenAsync(database == "sqlite" ? StorageOptions.Sqlite(house.Target) : PostgresCluster.Options(house.Target))).DraaiAsync(said)).ShouldBe(0, said.ToString());
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z")]
    [InlineData("2026-11-25T15:30:00Z")]
    [InlineData("2026-11-27T07:05:00Z")]
    [InlineData("2026-11-28T20:00:00Z")]
    [InlineData("2027-01-12T10:00:00Z")]
    [InlineData("2027-05-20T12:00:00Z")]
    public async Task Whatever_day_it_is_the_households_are_as_they_were_written(string moment)
    {
        using var folder = new TempFolder();
        var now = new FakeTime { Now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) };
        var options = StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false };
        await using var storage = await StorageSetup.OpenAsync(options);
        var clock = new CaseClock(now);
        var engine = Motor.Maak(storage, () => clock.Now, new Registerrijen(storage).LaadAsync);
        var import = new Werkstroominvoer(engine, storage, new Zaaktijd(() => clock.Now, () => clock.RealNow));
        var path = Flows.Flows.Folder.Pad;
        await import.DocumentenAsync(path);
        (await import.EerderAsync(path, Flows.Flows.Folder.Eerder())).Opgemerkt.ShouldBeEmpty();
        await import.MapAsync(path);
        await import.RegisterAsync(Registerrijen.SocialeKaartSleutel, Path.Combine(path, "proef", Registerrijen.SocialeKaartSleutel + ".json"), new Invoerverslag());

        await new Demoaccounts(new Accounts(storage.Users, new Wachtwoordhash(w => w, (hash, w) => hash == w), now), storage.Teams, now, NullLogger<Demoaccounts>.Instance).MaakAsync(metCollegas: true);
        await new Demogemeente(storage, new Demowens(path, 0), now, NullLoggerFactory.Instance).MaakAsync();

        await ShouldBeAsWrittenAsync(engine, clock.Now);
    }

    static async Task ShouldBeAsWrittenAsync(WorkflowEngine engine, DateTimeOffset now)
    {
        var different = new List<string>();
        foreach (var name in Flows.Flows.Folder.Scenarios(Stroommap.Demo))
        {
            var story = Flows.Flows.Folder.Scenario(Stroommap.Demo, name);
            var household = await engine.ReadAsync(Demohuishouden.StroomVan(name));
            household.ShouldNotBeNull(name);
            different.AddRange(Scenariovergelijking.Verschillen(
                Verwachting.Niets with { Taken = story.Verwacht.Taken, Waar = story.Verwacht.Waar }, household, new Scenariospoor(), Flows.Flows.Opstelling, story.Flow, now).Select(d => $"{name}: {d}"));
        }
        different.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_household_is_still_on_the_first_version_one_waits_for_an_explanation_and_one_meldcode_runs()
    {
        await using var house = House.OnNewSqlite();
        house.DemoHouseholds = 0;
        var chantal = await house.AsAsync("chantal");
        var scholten = await (await chantal.GetAsync($"/api/v1/huishoudens/{Demohuishouden.StroomVan("08-scholten")}")).ReadAsync(200);
        scholten["oudereVersies"]!.AsArray().Select(v => (v!["flow"]!.ToString(), v["versie"]!.GetValue<int>(), v["nieuwste"]!.GetValue<int>())).ShouldContain(("toegang", 1, 2));
        (await chantal.GetStringAsync($"/huishoudens/{Demohuishouden.StroomVan("08-scholten")}")).ShouldContain("Er is een nieuwere");

        var brouwer = Demohuishouden.StroomVan("09-brouwer");
        (await Afwijking(chantal, brouwer.Text))["stand"]!.ToString().ShouldBe("onverklaard");
        (await chantal.GetAsync($"/api/v1/taken/{(await chantal.TaskAsync(brouwer.Text, "afwijking-verklaren"))["id"]}")).EnsureSuccessStatusCode();
        await (await chantal.CompleteAsync(brouwer.Text, "afwijking-verklaren", null, new() { ["oorzaak"] = "wachtenOpAdvies", ["toelichting"] = "De geheugenpoli belt nog." })).ReadAsync(200);
        var verklaard = await Afwijking(chantal, brouwer.Text);
        (verklaard["stand"]!.ToString(), verklaard["oorzaak"]!.ToString(), verklaard["door"]!["naam"]!.ToString()).ShouldBe(("verklaard", "wachtenOpAdvies", "Chantal Vos"));

        var meldcode = $"/api/v1/huishoudens/{Demohuishouden.StroomVan("13-meldcode-de-graaf")}";
        ((int)(await chantal.GetAsync(meldcode)).StatusCode).ShouldBe(404);
        var fenna = await house.AsAsync("fenna");
        (await (await fenna.GetAsync(meldcode)).ReadAsync(200))["taken"]!.AsArray().ShouldHaveSingleItem()!["rol"]!.ToString().ShouldBe("aandachtsfunctionaris");
        (await (await (await house.AsAsync("anna")).GetAsync($"/api/v1/huishoudens/{Demohuishouden.StroomVan("10-de-graaf")}")).ReadAsync(200))["veiligheid"]!.AsArray().Count.ShouldBe(1);
    }

    static async Task<System.Text.Json.Nodes.JsonNode> Afwijking(HttpClient client, string household) =>
        (await (await client.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["dossiers"]!.AsArray().SelectMany(d => d!["afwijkingen"]!.AsArray()).ShouldHaveSingleItem()!;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_emptied_database_begins_anew(string database)
    {
        using var folder = new TempFolder();
        var options = database == "sqlite" ? StorageOptions.Sqlite(folder.File("kanteling.db")) : PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync());
        await using (var before = await StorageSetup.OpenAsync(options))
            await Flows.Flows.PublishAsync(before.Store);

        await StorageSetup.EmptyAsync(options);

        await using var after = await StorageSetup.OpenAsync(options);
        (await after.Registers.ReadAsync(db => db.CountAsync(db.Streams))).ShouldBe(0);
        await Flows.Flows.PublishAsync(after.Store);
        (await after.Registers.ReadAsync(db => db.CountAsync(db.Streams))).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_demo_begins_anew_in_the_same_process_without_what_was_in_it(string database)
    {
        using var folder = new TempFolder();
        var storage = database == "sqlite" ? folder.File("kanteling.db") : await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await using var server = await ServerProcess.StartAsync(storage, Flows.Flows.Folder.Pad);
        using var before = await SignedInAsync(server.Address);
        var household = await before.MeldAsync();
        var page = await before.GetStringAsync("/klok/opnieuw");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var next = server.NextAddress();

        (await before.PostAsync("/klok/opnieuw", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }))).EnsureSuccessStatusCode();

        using var after = await SignedInAsync(await next);
        ((int)(await after.GetAsync($"/api/v1/huishoudens/{household}")).StatusCode).ShouldBe(404);
        (await after.MeldAsync()).ShouldNotBeNullOrWhiteSpace();
    }

    static async Task<HttpClient> SignedInAsync(Uri address)
    {
        var client = new CookieJar().At(address);
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    [Fact]
    public async Task Every_card_keeps_its_promises()
    {
        await using var house = House.OnNewSqlite();
        house.DemoHouseholds = 0;
        house.UseKestrel(0);
        house.StartServer();
        var address = house.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await using var window = await Browser.OpenAsync(1280);
        window.SetDefaultTimeout(30_000);
        var page = await window.NewPageAsync();

        foreach (var person in Demoaccounts.Mensen.Where(m => m.HeeftKaart))
        {
            foreach (var thing in person.Dingen)
            {
                await page.GotoAsync(address + "/aanmelden");
                await page.GetByRole(AriaRole.Button, new() { Name = thing.Tekst, Exact = true }).ClickAsync();
                await page.ArrivesAtAsync(address + thing.Waarheen(metHuishoudens: true));
                (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.InnerTextAsync()).ShouldNotBeNullOrWhiteSpace(thing.Tekst);
                (await page.Locator(".site-user").InnerTextAsync()).ShouldContain(person.Naam);
            }
        }

        await page.GotoAsync(address + "/aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder als Anna" }).ClickAsync();
        await page.ArrivesAtAsync(address + "/");
        (await page.Locator(".three-things li").CountAsync()).ShouldBe(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Neem de melding van vanmorgen aan" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ontvangst bevestigen" }).First.ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.InnerTextAsync()).ShouldContain("Ontvangst bevestigen");

        await page.GotoAsync(address + "/klok/opnieuw");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Ja, begin opnieuw" }).IsVisibleAsync()).ShouldBeTrue();
    }
}
