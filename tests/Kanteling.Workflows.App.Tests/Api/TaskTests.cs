using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class TaskTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    string household = "";

    public async Task InitializeAsync() => household = await anna.MeldAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    string Path(JsonObject task, string act = "afronding") => $"/api/v1/taken/{task["id"]}/{act}";

    static JsonObject Onderzoek() => new() { ["uitkomst"] = "Onderzoek", ["antwoorden"] = new JsonObject() };

    [Fact]
    public async Task A_task_says_why_until_when_with_which_form_and_where_its_outcomes_lead()
    {
        var response = await anna.GetAsync($"/api/v1/taken/{(await anna.TaskAsync(household, "eerste-beoordeling"))["id"]}");
        var task = await response.ReadAsync(200);
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
        task["waarom"]!["tekst"]!.ToString().ShouldNotBeEmpty();
        task["waarom"]!["bronnen"]!.AsArray().Select(b => b!.ToString()).ShouldContain("Wmo 2015, artikel 2.3.2, eerste lid");
        task["termijn"]!["uitleg"]!.AsArray().ShouldNotBeEmpty();
        task["formulier"]!["velden"]!.AsArray().ShouldNotBeEmpty();
        task["uitkomsten"]!.AsArray().Select(u => u!["naam"]!.ToString()).ShouldBe(["Onderzoek", "Spoed", "Vraag beantwoord", "Elders"]);
    }

    [Fact]
    public async Task Completing_a_task_answers_with_what_followed()
    {
        var answer = await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        answer["volgendeTaken"]!.AsArray().ShouldHaveSingleItem()!["titel"]!.ToString().ShouldBe((await anna.TaskAsync(household, "ontvangst-bevestigen"))["titel"]!.ToString());
        answer["gebeurd"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Completing_again_under_the_same_key_gives_the_same_answer_and_does_nothing()
    {
        var (task, key) = (await anna.TaskAsync(household, "eerste-beoordeling"), Calls.Key());
        var first = await (await anna.SendAsync(Path(task), Onderzoek(), key, "\"1\"")).ReadAsync(200);
        var again = await (await anna.SendAsync(Path(task), Onderzoek(), key, "\"1\"")).ReadAsync(200);
        again["volgendeTaken"]!.ToJsonString().ShouldBe(first["volgendeTaken"]!.ToJsonString());
        again["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();

        var other = Onderzoek();
        other["uitkomst"] = "Spoed";
        await anna.SendAsync(Path(task), other, key, "\"1\"").ShouldBeProblemAsync(422, "COMMAND_ID_REUSED");
    }

    [Fact]
    public async Task Without_a_version_it_is_428_and_with_an_old_one_412_with_who_changed_it()
    {
        var task = await anna.TaskAsync(household, "eerste-beoordeling");
        await anna.SendAsync(Path(task), Onderzoek()).ShouldBeProblemAsync(428, "IF_MATCH_ONTBREEKT");
        await anna.SendAsync(Path(task), Onderzoek(), ifMatch: "\"banaan\"").ShouldBeProblemAsync(412, "IF_MATCH_ONBEKEND");

        var chantal = await house.AsAsync("chantal");
        await (await chantal.SendAsync(Path(task, "toewijzing"), new JsonObject { ["aan"] = "demo-anna", ["reden"] = "Zij kent de straat." }, ifMatch: "\"1\"")).ReadAsync(200);
        var problem = await anna.SendAsync(Path(task), Onderzoek(), ifMatch: "\"1\"").ShouldBeProblemAsync(412, "TAAK_GEWIJZIGD");
        problem["door"]!["naam"]!.ToString().ShouldBe("Chantal Vos");
        problem["title"]!.ToString().ShouldContain("Chantal Vos");
        var gegeven = (await anna.GetStringAsync($"/api/v1/huishoudens/{household}/tijdlijn"));
        gegeven.ShouldContain("Taak gegeven aan Anna de Wit");
        gegeven.ShouldContain($"{task["titel"]} · Zij kent de straat.");
    }

    [Fact]
    public async Task A_row_says_why_the_task_is_mine()
    {
        var (naam, wie) = (Calls.Family(), Calls.Key());
        var (bea, chantal) = (await house.AsNewAsync("consulent", "wijkteam-noord", wie), await house.AsAsync("chantal"));
        var id = await bea.MeldAsync(naam);
        await (await bea.SendAsync($"/api/v1/huishoudens/{id}/mogelijk/vertegenwoordiger", new JsonObject { ["persoon"] = "p1" })).ReadAsync(201);
        (await RijAsync(bea, "/?van=team", naam)).ShouldContain("Er is nog geen behandelaar; uw team doet dit");

        var taak = await bea.TaskAsync(id, "vertegenwoordiger");
        await (await chantal.SendAsync(Path(taak, "toewijzing"), new JsonObject { ["aan"] = wie }, ifMatch: $"\"{taak["versie"]}\"")).ReadAsync(200);
        (await RijAsync(bea, "/", naam)).ShouldContain("Deze taak is aan u gegeven");

        await (await bea.CompleteAsync(id, "eerste-beoordeling", "Onderzoek", [])).ReadAsync(200);
        await (await bea.CompleteAsync(id, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = wie, ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        (await RijAsync(bea, "/", naam)).ShouldContain("U bent behandelaar");
    }

    /// <summary>The row of its task <i>Vertegenwoordiger vastleggen</i>.</summary>
    static async Task<string> RijAsync(HttpClient wie, string pad, string naam) => (await wie.GetStringAsync(pad)).Split("<li class=\"task-row\">")
        .First(rij => rij.Contains(naam, StringComparison.Ordinal) && rij.Contains("Vertegenwoordiger vastleggen", StringComparison.Ordinal));

    [Fact]
    public async Task The_second_on_one_task_is_told_what_the_first_did()
    {
        var task = await anna.TaskAsync(household, "eerste-beoordeling");
        var bea = await house.AsNewAsync("consulent", "wijkteam-noord");
        await (await anna.SendAsync(Path(task), Onderzoek(), ifMatch: "\"1\"")).ReadAsync(200);

        var problem = await bea.SendAsync(Path(task), Onderzoek(), ifMatch: "\"1\"").ShouldBeProblemAsync(412, "TAAK_AL_AFGEROND");
        problem["door"]!["naam"]!.ToString().ShouldBe("Anna de Wit");
        problem["uitkomst"]!.ToString().ShouldBe("Onderzoek");
        problem["op"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Caseworkers_on_different_tasks_of_one_household_never_hinder_each_other()
    {
        var tasks = new List<JsonObject>();
        for (var i = 0; i < 6; i++)
        {
            var body = Calls.Melding();
            body.Remove("huishouden");
            (body["huishoudenId"], body["client"]) = (household, "p1");
            var opened = await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201);
            tasks.Add(opened["volgendeTaken"]![0]!.AsObject());
        }
        var bea = await house.AsNewAsync("consulent", "wijkteam-noord");
        var answers = await Task.WhenAll(tasks.Select((task, i) => (i % 2 == 0 ? anna : bea).SendAsync(Path(task), Onderzoek(), ifMatch: "\"1\"")));
        answers.Select(a => (int)a.StatusCode).ShouldAllBe(status => status == 200);
    }

    [Fact]
    public async Task Errors_name_the_field()
    {
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        var problem = await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["onzin"] = 1 }).ShouldBeProblemAsync(422, "ANTWOORDEN_ONJUIST");
        problem["fouten"]!.AsArray().Select(f => f!["pad"]!.ToString()).ShouldContain("behandelaar");
        problem["fouten"]!.AsArray().Select(f => f!["zin"]!.ToString()).ShouldAllBe(zin => zin.Length > 5 && !zin.Contains('_'));
    }

    [Fact]
    public async Task An_outcome_that_is_missing_or_unknown_is_said()
    {
        await anna.CompleteAsync(household, "eerste-beoordeling", null).ShouldBeProblemAsync(422, "OUTCOME_MISSING");
        await anna.CompleteAsync(household, "eerste-beoordeling", "Misschien").ShouldBeProblemAsync(422, "OUTCOME_UNKNOWN");
    }

    [Fact]
    public async Task A_completed_step_can_be_taken_back_with_a_reason()
    {
        var task = await anna.TaskAsync(household, "eerste-beoordeling");
        await (await anna.SendAsync(Path(task), Onderzoek(), ifMatch: "\"1\"")).ReadAsync(200);
        await anna.SendAsync(Path(task, "terugdraaien"), new JsonObject()).ShouldBeProblemAsync(400, "VERZOEK_ONJUIST");
        await (await anna.SendAsync(Path(task, "terugdraaien"), new JsonObject { ["reden"] = "Verkeerde knop." })).ReadAsync(200);

        var open = await anna.TaskAsync(household, "eerste-beoordeling");
        open["versie"]!.GetValue<int>().ShouldBe(2);
        var timeline = await (await anna.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200);
        timeline["items"]!.AsArray().Select(p => p!["kop"]!.ToString()).ShouldContain("Stap teruggedraaid");
    }

    [Fact]
    public async Task A_list_is_asked_by_status_role_and_page()
    {
        // Nothing was ever given to her or closed by her.
        var bea = await house.AsNewAsync("consulent");
        async Task<JsonObject> ListAsync(string asked) => await (await bea.GetAsync("/api/v1/taken?" + asked)).ReadAsync(200);
        async Task<int> TotalAsync(string asked) => (await ListAsync(asked))["totaal"]!.GetValue<int>();
        var before = await TotalAsync("rol=consulent");
        await anna.MeldAsync();
        (await TotalAsync("rol=consulent")).ShouldBe(before + 1);
        (await TotalAsync("rol=teammanager")).ShouldBe(0);
        (await ListAsync("pagina=1"))["items"]!.AsArray().ShouldNotBeEmpty();
        (await ListAsync("pagina=99"))["items"]!.AsArray().ShouldBeEmpty();
        await bea.GetAsync("/api/v1/taken?status=ooit").ShouldBeProblemAsync(422, "STATUS_ONBEKEND");

        await (await bea.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        var done = (await ListAsync("status=afgerond"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        // A household of another team: she sees what she did, and not whose it was.
        (done["uitkomst"]!.ToString(), done["huishouden"]).ShouldBe(("Onderzoek", null));
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        done = (await ListAsync("status=afgerond"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (done["huishoudenId"]!.ToString(), done["huishouden"]).ShouldBe((household, null));
    }
}
