using Kanteling.Workflows.App.Tests.Fixtures;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Whole lives of households over HTTP with the clock moved, on both databases, with a restart half-way and a proof at the end.</summary>
public sealed class JourneyTests
{
    static readonly Stroommap Flows = Stroommap.Vind();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Where_the_network_is_enough_it_ends_in_the_nulde_lijn_without_a_beschikking(string database)
    {
        var (household, events) = await PlayAsync(database, "toegang", "netwerk-genoeg");
        household["dossiers"]![0]!["resultaat"]!.ToString().ShouldBe("nulde lijn");
        household["dossiers"]![0]!["besluit"].ShouldBeNull();
        household["taken"]!.AsArray().ShouldBeEmpty();
        household["zwaarsteCirkel"]!.GetValue<int>().ShouldBe(2);
        events.ShouldNotContain("BesluitBekendgemaakt");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Partial_maatwerk_is_evaluated_on_its_date_stepped_down_and_ends_in_the_nulde_lijn(string database)
    {
        var (household, events) = await PlayAsync(database, "afschaling", "stap-voor-stap-naar-nulde-lijn");
        events.ShouldContain("BesluitBekendgemaakt");
        events.ShouldContain("OpdrachtGegeven");
        events.ShouldContain("EvaluatieBegonnen");
        events.ShouldContain("OndersteuningAfgeschaald");
        var maatwerk = household["ondersteuning"]!.AsArray().Single(o => o!["cirkel"]!.GetValue<int>() == 4)!;
        maatwerk["product"]!.ToJsonString().ShouldBe("""{"id":"hulp-bij-het-huishouden","naam":"Hulp bij het huishouden","categorie":"01","code":"01A01"}""");
        maatwerk["toewijzing"]!.ToJsonString().ShouldBe("""{"volume":90,"eenheid":"01","frequentie":"2"}""");
        maatwerk["agbCode"]!.ToString().ShouldBe("75000001");
        household["dossiers"]![0]!["gemeentecode"]!.ToString().ShouldBe("0344");
        household["zwaarsteCirkel"]!.GetValue<int>().ShouldBeLessThanOrEqualTo(2);
        household["incidenten"].ShouldBeNull();
    }

    static async Task<(JsonObject Household, HashSet<string> Events)> PlayAsync(string database, string flow, string scenario)
    {
        await using var first = database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();
        var story = Flows.Scenario(flow, scenario);
        var now = DateTimeOffset.UtcNow;
        var today = LocalTime.DayOf(now);
        var shift = new Dagverschuiving(today.DayNumber - LocalTime.DayOf(story.Start).DayNumber, today, now, Kalender.Standaard);
        var (input, steps) = (shift.In(story.Invoer), shift.Stappen(story).ToList());
        var player = new Player(first);
        await player.BeginAsync(input);
        foreach (var (moment, step) in steps.Take(steps.Count / 2))
            await player.DoAsync(moment, step);
        await first.StopAsync();

        await using var second = House.On(first.Target);
        player.GoOnIn(second);
        foreach (var (moment, step) in steps.Skip(steps.Count / 2))
            await player.DoAsync(moment, step);
        var result = await player.ResultAsync();
        await second.StopAsync();

        var said = new StringWriter();
        (await new Databasebewijs(await StorageSetup.OpenAsync(database == "sqlite" ? StorageOptions.Sqlite(first.Target) : PostgresCluster.Options(first.Target))).DraaiAsync(said)).ShouldBe(0, said.ToString());
        return result;
    }

    sealed class Player(House house)
    {
        static readonly Demorollen Roles = new(new("demo-anna"), Demoaccounts.Team, "Noord");
        static readonly Proefopstelling Setting = Proefopstelling.Van(Flows);
        readonly Dictionary<string, HttpClient> clients = [];
        House house = house;
        string household = "";

        public void GoOnIn(House next)
        {
            house = next;
            clients.Clear();
        }

        public async Task BeginAsync(JsonObject input)
        {
            var people = (JsonObject)input["huishouden"]!.DeepClone();
            people["leden"] = input["leden"]!.DeepClone();
            people.Remove("wijk");
            people.Remove("wijkteam");
            household = (await (await (await AsAsync("anna")).SendAsync("/api/v1/meldingen", new JsonObject
            {
                ["huishouden"] = people, ["client"] = input["client"]!.DeepClone(), ["vraag"] = input["vraag"]!.DeepClone(), ["kanaal"] = input["kanaal"]!.DeepClone(),
            })).ReadAsync(201))["huishouden"]!.ToString();
        }

        public async Task DoAsync(DateTimeOffset moment, Scenariostap step)
        {
            var clock = house.Services.GetRequiredService<CaseClock>();
            var days = LocalTime.DayOf(moment).DayNumber - LocalTime.DayOf(clock.Now).DayNumber;
            if (days > 0)
                await (await (await AsAsync("anna")).SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = $"P{days}D" })).ReadAsync(200);
            if (step is not Taakstap { Verwacht: null or { Weigering: null } } task)
                return;
            var client = await AsAsync(task.Door == "dirk" ? "dirk" : "anna");
            var open = await client.TaskAsync(household, task.Taak.Text);
            var @case = (await house.Services.GetRequiredService<WorkflowEngine>().ReadAsync(new(household)))!;
            var number = long.Parse(open["id"]!.ToString().Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
            var answers = new Voorbeeldantwoorden(Setting, new Taakvraag(@case, @case.FindTask(new TaskId(number))!, task.Uitkomst), clock.Now).Vul(Roles.In(task.Antwoorden));
            var response = await client.SendAsync($"/api/v1/taken/{open["id"]}/afronding", new JsonObject { ["uitkomst"] = task.Uitkomst, ["antwoorden"] = answers }, ifMatch: $"\"{open["versie"]}\"");
            ((int)response.StatusCode).ShouldBe(200, $"{task.Taak}: {await response.Content.ReadAsStringAsync()}");
        }

        public async Task<(JsonObject, HashSet<string>)> ResultAsync()
        {
            var anna = await AsAsync("anna");
            var events = new HashSet<string>();
            for (var page = 1; ; page++)
            {
                var items = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/gebeurtenissen?pagina={page}")).ReadAsync(200))["items"]!.AsArray();
                if (items.Count == 0)
                    return (await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200), events);
                events.UnionWith(items.SelectMany(c => c!["feiten"]!.AsArray()).Select(f => f!["naam"]!.ToString()));
            }
        }

        async Task<HttpClient> AsAsync(string name) => clients.TryGetValue(name, out var client) ? client : clients[name] = await house.AsAsync(name);
    }
}
