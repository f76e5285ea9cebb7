using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>What can always be begun from a household, over HTTP.</summary>
public sealed class MogelijkTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    HttpClient anna = shared.Anna;
    string household = "";

    public async Task InitializeAsync() => household = await anna.MeldAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    string Path(string verb = "") => $"/api/v1/huishoudens/{household}/mogelijk{(verb.Length == 0 ? "" : "/" + verb)}";

    async Task<JsonObject> LineAsync(string verb) =>
        (await (await anna.GetAsync(Path())).ReadAsync(200))["items"]!.AsArray().Single(m => m!["id"]!.ToString() == verb)!.AsObject();

    [Fact]
    public async Task The_list_says_what_can_be_done_what_it_asks_and_why_something_cannot()
    {
        (await LineAsync("spoed"))["mogelijk"]!.GetValue<bool>().ShouldBeTrue();
        (await LineAsync("spoed"))["gevolg"]!.ToString().ShouldNotBeEmpty();
        (await LineAsync("taak"))["vraagt"]!.AsArray().Select(v => v!["veld"]!.ToString()).ShouldBe(["toelichting", "datum"]);
        var aanvraag = await LineAsync("aanvraag");
        aanvraag["mogelijk"]!.GetValue<bool>().ShouldBeFalse();
        aanvraag["waaromNiet"]!.ToString().ShouldContain("zes weken");
        (await LineAsync("evaluatie"))["code"]!.ToString().ShouldBe("MOGELIJK_GEEN_ONDERSTEUNING");
    }

    [Fact]
    public async Task Who_cannot_be_chosen_because_it_goes_on_for_him_already_is_named()
    {
        var body = Calls.Melding("Wil Postma");
        body["huishouden"]!["leden"]!.AsArray().Add(new JsonObject { ["naam"] = "Henk Postma" });
        household = (await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString();
        await (await anna.SendAsync(Path("gegevens"), new JsonObject { ["persoon"] = "p2" })).ReadAsync(201);
        var vraag = (await LineAsync("gegevens"))["vraagt"]!.AsArray().Single()!;
        (vraag["keuzes"]!.AsArray().Single()!["label"]!.ToString(), vraag["bezig"]!.AsArray().Single()!.ToString()).ShouldBe(("Wil Postma", "Henk Postma"));
        System.Net.WebUtility.HtmlDecode(await anna.GetStringAsync($"/huishoudens/{household}/mogelijk/gegevens")).ShouldContain("Voor Henk Postma loopt dit al.");
    }

    [Fact]
    public async Task Urgency_begins_in_the_procedure_of_this_moment_and_not_a_second_time()
    {
        var done = await (await anna.SendAsync(Path("spoed"), new JsonObject())).ReadAsync(201);
        done["volgendeTaken"]!.AsArray().Count.ShouldBe(1);
        var task = await anna.TaskAsync(household, "spoedvoorziening");
        task["dossier"].ShouldNotBeNull();
        await anna.SendAsync(Path("spoed"), new JsonObject()).ShouldBeProblemAsync(409, "MOGELIJK_LOOPT_AL");
        (await LineAsync("spoed"))["code"]!.ToString().ShouldBe("MOGELIJK_LOOPT_AL");
    }

    [Fact]
    public async Task Of_two_colleagues_who_saw_the_same_household_and_begin_the_same_one_is_told_so()
    {
        var (engine, mogelijk) = (house.Services.GetRequiredService<WorkflowEngine>(), house.Services.GetRequiredService<Mogelijkbegin>());
        // Both looked before either began, so neither is stopped by what he saw.
        var seen = (await engine.ReadAsync(new(household)))!;
        async Task<string> BeginAsync(string who)
        {
            var uitslag = await mogelijk.BeginAsync(new Actor(new($"demo-{who}"), who, [Rol.Consulent], Demoaccounts.Team, null), seen, "opname", new JsonObject { ["persoon"] = "p1", ["datum"] = Calls.Today, ["toelichting"] = who }, Asking.Person(new($"demo-{who}"), $"race:{who}"));
            return uitslag.Nee?.Code ?? "begun";
        }

        (await Task.WhenAll(BeginAsync("anna"), BeginAsync("fleur"))).Order().ShouldBe(["MOGELIJK_LOOPT_AL", "begun"], ignoreOrder: true);
        (await engine.ReadAsync(new(household)))!.Instances.Values.Count(i => i.Definition.DefinitionId.Text == "wijziging").ShouldBe(1);
    }

    [Theory]
    [InlineData("overlijden", "1920-11-20", "OVERLIJDEN_VOOR_GEBOORTE")]
    [InlineData("overlijden", "1700-12-01", "DAG_BUITEN_BEREIK")]
    [InlineData("overlijden", "2150-01-01", "WIJZIGING_IN_TOEKOMST")]
    [InlineData("opname", "2999-01-01", "DAG_BUITEN_BEREIK")]
    [InlineData("taak", "2020-01-01", "TAAKDAG_VOORBIJ")]
    [InlineData("taak", "9999-01-01", "DAG_BUITEN_BEREIK")]
    [InlineData("contact", "1700-12-01", "DAG_BUITEN_BEREIK")]
    public async Task A_day_that_cannot_be_is_refused_at_its_field_and_never_replaced(string verb, string datum, string code)
    {
        var vraagt = (await LineAsync(verb))["vraagt"]!.AsArray().Select(v => v!["veld"]!.ToString());
        var body = new JsonObject(vraagt.Select(veld => KeyValuePair.Create(veld, (JsonNode?)(veld switch { "datum" => datum, "persoon" => "p1", _ => "Er is iets." })))) { ["bevestigd"] = true };
        var nee = await (await anna.SendAsync(Path(verb), body)).ReadAsync(422);
        var fout = nee["fouten"]!.AsArray().ShouldHaveSingleItem()!;
        (fout["pad"]!.ToString(), fout["code"]!.ToString()).ShouldBe(("datum", code));
    }

    [Fact]
    public async Task Who_acts_for_somebody_is_written_down_and_stands_with_the_household()
    {
        (await LineAsync("vertegenwoordiger"))["vraagt"]!.AsArray().Select(v => v!["veld"]!.ToString()).ShouldBe(["persoon"]);
        await (await anna.SendAsync(Path("vertegenwoordiger"), new JsonObject { ["persoon"] = "p1" })).ReadAsync(201);
        await (await anna.CompleteAsync(household, "vertegenwoordiger", null, new JsonObject
        {
            ["persoon"] = "p1", ["soort"] = "mentor", ["naam"] = "mr. De Haan", ["reikwijdte"] = "Zorg", ["vanaf"] = Calls.Today, ["bewijs"] = "Beschikking",
        })).ReadAsync(200);
        var seen = await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        seen["vertegenwoordigers"]![0]!["naam"]!.ToString().ShouldBe("mr. De Haan");
        seen["vertegenwoordigers"]![0]!["soort"]!.ToString().ShouldBe("mentor");
    }

    [Fact]
    public async Task The_same_key_is_the_same_command()
    {
        var key = Calls.Key();
        var first = await (await anna.SendAsync(Path("spoed"), new JsonObject(), key)).ReadAsync(201);
        var second = await (await anna.SendAsync(Path("spoed"), new JsonObject(), key)).ReadAsync(201);
        second["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();
        second["volgendeTaken"]!.ToJsonString().ShouldBe(first["volgendeTaken"]!.ToJsonString());
        await anna.SendAsync(Path("taak"), new JsonObject { ["toelichting"] = "x", ["datum"] = "2030-01-01" }, key).ShouldBeProblemAsync(422, "COMMAND_ID_REUSED");
    }

    [Fact]
    public async Task Contact_stands_on_the_timeline_at_once_and_may_be_written_down_again()
    {
        var answers = new JsonObject { ["datum"] = Calls.Today, ["toelichting"] = "De dochter belde." };
        (await (await anna.SendAsync(Path("contact"), answers.DeepClone())).ReadAsync(201))["volgendeTaken"]!.AsArray().ShouldBeEmpty();
        await (await anna.SendAsync(Path("contact"), answers.DeepClone())).ReadAsync(201);
        var points = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200))["items"]!.AsArray();
        points.Count(p => p!["kop"]!.ToString() == "Contact" && p["tekst"]!.ToString() == "De dochter belde.").ShouldBe(2);
    }

    [Fact]
    public async Task A_free_task_has_its_last_day_and_says_what_to_do_in_the_form_not_in_the_title()
    {
        await (await anna.SendAsync(Path("taak"), new JsonObject { ["toelichting"] = "Bel de woningbouw.", ["datum"] = "2031-05-06" })).ReadAsync(201);
        var task = await anna.TaskAsync(household, "vrije-taak");
        task["laatsteDag"]!.ToString().ShouldBe("2031-05-06");
        task["antwoorden"]!["wat"]!.ToString().ShouldBe("Bel de woningbouw.");
        task["titel"]!.ToString().ShouldNotContain("woningbouw");
    }

    [Theory]
    [InlineData("taak", """{ "datum": "2030-01-01" }""", "toelichting", "VELD_ONTBREEKT", 422)]
    [InlineData("taak", """{ "datum": "2030-01-01", "toelichting": "x", "persoon": "y" }""", "persoon", "VELD_ONBEKEND", 422)]
    [InlineData("taak", """{ "datum": "31-12-2030", "toelichting": "x" }""", "datum", "VELD_GEEN_DATUM", 400)]
    [InlineData("taak", """{ "datum": "2030-01-01", "toelichting": "x", "adres": "y" }""", "adres", "VELD_ONBEKEND", 400)]
    public async Task What_is_wrong_is_told_per_field(string verb, string body, string field, string code, int status)
    {
        var problem = await anna.SendAsync(Path(verb), JsonNode.Parse(body)).ShouldBeProblemAsync(status, status == 400 ? "VERZOEK_ONJUIST" : "MOGELIJK_ONVOLLEDIG");
        problem["fouten"]!.AsArray().ShouldContain(f => f!["pad"]!.ToString() == field && f["code"]!.ToString() == code);
    }

    [Fact]
    public async Task What_cannot_be_done_now_is_refused_with_its_sentence()
    {
        var problem = await anna.SendAsync(Path("aanvraag"), new JsonObject { ["dossier"] = "x" }).ShouldBeProblemAsync(409, "MOGELIJK_NU_NIET");
        problem["title"]!.ToString().ShouldContain("zes weken");
        await anna.SendAsync(Path("bestaat-niet"), new JsonObject()).ShouldBeProblemAsync(404, "MOGELIJK_ONBEKEND");
        await anna.SendAsync(Path("spoed"), new JsonObject(), key: null).ShouldBeProblemAsync(400, "IDEMPOTENCY_KEY_ONTBREEKT");
    }

    [Fact]
    public async Task After_six_weeks_an_aanvraag_can_be_taken_in_by_itself()
    {
        // The clock is of the whole house.
        await using var own = House.OnSqlite();
        anna = await own.AsAsync("anna");
        household = await anna.MeldAsync();
        for (var week = 0; week < 7; week++)
            await (await anna.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P1W" })).ReadAsync(200);
        var dossier = (await LineAsync("aanvraag"))["vraagt"]![0]!["keuzes"]![0]!["waarde"]!.ToString();
        await (await anna.SendAsync(Path("aanvraag"), new JsonObject { ["dossier"] = dossier })).ReadAsync(201);
        (await anna.TaskAsync(household, "aanvraag"))["dossier"]!.ToString().ShouldBe(dossier);
    }

    [Fact]
    public async Task Who_may_see_but_not_begin_is_refused_and_the_look_is_noted()
    {
        var dirk = await house.AsAsync("dirk");
        await dirk.GetAsync(Path()).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await (await anna.GetAsync(Path())).ReadAsync(200);
        var reads = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(household))));
        reads.ShouldContain(r => r.UserId == new UserId("demo-anna") && r.What == "mogelijk");
    }
}
