using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// What the inwoner does not want told on. A word is planted in every shielded field of a form of this test's own, and looked for in every answer of the running program
/// that each of those around the household can get.
/// </summary>
public sealed class AfgeschermdTests : IAsyncLifetime
{
    const string Word = "Kwartelgeheim", Mark = "afgeschermd", Behandelaar = "demo-anna", Other = "olga", Successor = "saar";
    readonly TempFolder folder = new();
    readonly House house = House.OnSqlite();
    HttpClient anna = null!;
    Dictionary<string, HttpClient> others = [];
    string household = "";
    string task = "";

    public async Task InitializeAsync()
    {
        anna = await house.AsAsync("anna");
        others = new()
        {
            ["collega"] = await house.AsNewAsync("consulent", "wijkteam-noord", "collega"), ["behandelaar van het andere dossier"] = await house.AsNewAsync("consulent", "wijkteam-oost", Other),
            ["kwaliteit"] = await house.AsNewAsync("kwaliteitsmedewerker", "wijkteam-noord"), ["chantal"] = await house.AsAsync("chantal"), ["bram"] = await house.AsAsync("bram"), ["esra"] = await house.AsAsync("esra"),
            ["programma"] = house.Anonymous(),
        };
        others["programma"].DefaultRequestHeaders.Authorization = new("Bearer", await house.TokenAsync());
        await house.AsNewAsync("consulent", "wijkteam-noord", Successor);
        await FormAsync();
        household = (await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Gezin Kwartel"))).ReadAsync(201))["huishouden"]!.ToString();
        await TreatedAsync(Behandelaar);
        await ContactedAsync(anna);
        task = (await anna.TaskAsync(household, "vooronderzoek"))["id"]!.ToString();
        await (await anna.CompleteAsync(household, "vooronderzoek", null, Answers())).ReadAsync(200);
        // The second procedure of the household, which somebody else has.
        await (await anna.SendAsync("/api/v1/meldingen", new JsonObject { ["huishoudenId"] = household, ["client"] = "p1", ["vraag"] = "Ook nog iets anders.", ["kanaal"] = "balie" })).ReadAsync(201);
        await TreatedAsync(Other);
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        folder.Dispose();
    }

    async Task TreatedAsync(string behandelaar)
    {
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = behandelaar, ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
    }

    async Task ContactedAsync(HttpClient behandelaar)
    {
        await (await behandelaar.CompleteAsync(household, "eerste-contact", "Afspraak", new JsonObject
        {
            ["clientondersteuningInwoner"] = "wil", ["clientondersteuningMantelzorger"] = "later", ["afspraakDag"] = Calls.Today, ["afspraakTijd"] = "10:30", ["plaats"] = "thuis",
        })).ReadAsync(200);
        await (await behandelaar.CompleteAsync(household, "persoonlijk-plan", "Ziet af", new JsonObject())).ReadAsync(200);
    }

    /// <summary>The shipped form, in which also what a step makes a fact of is shielded, and questions in a list and in a group; and the flow that asks it.</summary>
    async Task FormAsync()
    {
        var form = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Flows.Folder.Pad, "formulieren", "vooronderzoek.json")))!.AsObject();
        form["versie"] = 2;
        var fields = form["velden"]!.AsArray();
        fields.Single(f => f!["id"]!.ToString() == "bevindingen")!["inhoud"] = "afgeschermd";
        fields.Add(JsonNode.Parse("""
            {"id":"mensen","soort":"lijst","label":"Wie?","velden":[{"id":"wie","soort":"tekst","label":"Wie"},{"id":"geheim","soort":"langeTekst","label":"Wat is er met hem?","inhoud":"afgeschermd"}]}
            """));
        fields.Add(JsonNode.Parse("""
            {"id":"thuis","soort":"groep","label":"Thuis","velden":[{"id":"bel","soort":"tekst","label":"Bel"},{"id":"sleutel","soort":"tekst","label":"Waar ligt de sleutel?","inhoud":"afgeschermd"},
              {"id":"signaal","soort":"keuze","label":"Wat spraken wij af?","inhoud":"afgeschermd","opties":[{"waarde":"licht","label":"Lamp aan"},{"waarde":"niets","label":"Niets"}]}]}
            """));
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Flows.Folder.Pad, "toegang", "toegang.json")))!.AsObject();
        (flow["version"], flow["id"]) = (flow["version"]!.GetValue<int>() + 1, "toegang-afgeschermd");
        var import = new Werkstroominvoer(house.Services.GetRequiredService<WorkflowEngine>(), house.Services.GetRequiredService<OpenStorage>(), house.Services.GetRequiredService<Zaaktijd>());
        foreach (var (name, json) in ((string, JsonObject)[])[("vooronderzoek.json", form), ("toegang.json", flow)])
        {
            await File.WriteAllTextAsync(folder.File(name), json.ToJsonString());
            (await import.BestandAsync(folder.File(name))).Geweigerd.ShouldBeEmpty();
        }
    }

    static JsonObject Answers() => (JsonObject)JsonNode.Parse("""
        {"identiteitVastgesteld":false,"wlz":"geen","nietDoorgeven":"Zij was in therapie: Kwartelgeheim1.","bevindingen":"Haar broer zei Kwartelgeheim2.",
         "mensen":[{"wie":"Merel een","geheim":"Kwartelgeheim3"},{"wie":"Merel twee","geheim":"Kwartelgeheim4"}],"thuis":{"bel":"Merel bel","sleutel":"Kwartelgeheim5","signaal":"licht"}}
        """)!;

    static bool Tells(string text) => text.Contains(Word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where somebody reads the word.</summary>
    async Task<SortedSet<string>> FoundAsync(HttpClient client)
    {
        var (found, read) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        await foreach (var (path, text) in Wandeling.VanAsync(house, anna, client, household, Word))
        {
            read++;
            if (Tells(text))
                found.Add(path.Replace(household, "x", StringComparison.Ordinal));
        }
        read.ShouldBeGreaterThan(0);
        return found;
    }

    async Task NobodyElseAsync(params string[] except)
    {
        foreach (var (who, client) in others.Where(o => !except.Contains(o.Key)))
            (await FoundAsync(client)).ShouldBeEmpty(who);
    }

    async Task<JsonArray> EventsAsync(HttpClient client) => (await (await client.GetAsync($"/api/v1/huishoudens/{household}/gebeurtenissen?per=200")).ReadAsync(200))["items"]!.AsArray();

    /// <summary>The facts of one kind, the newest first.</summary>
    async Task<List<JsonNode>> FactsAsync(HttpClient client, string name) =>
        [.. (await EventsAsync(client)).SelectMany(c => c!["feiten"]!.AsArray()).Where(f => f!["naam"]!.ToString() == name).Select(f => f!["gegevens"]!)];

    async Task<JsonObject> CompletedAsync(HttpClient client) =>
        (JsonObject)JsonNode.Parse((await FactsAsync(client, "TaskCompleted")).First(f => $"{household}-{f["task"]}" == task)["answers"]!["text"]!.ToString())!;

    static readonly string[] Withheld = ["nietDoorgeven", "bevindingen", "mensen[0].geheim", "mensen[1].geheim", "thuis.sleutel", "thuis.signaal"];

    [Fact]
    public async Task What_is_not_told_on_is_read_by_the_behandelaar_of_that_procedure_alone_and_others_see_that_it_is_there()
    {
        (await FoundAsync(anna)).ShouldBe(["/api/v1/huishoudens/x/gebeurtenissen", "/api/v1/huishoudens/x/tijdlijn", "/huishoudens/x"], "not in a view of runs either");
        await NobodyElseAsync();

        foreach (var who in (string[])["collega", "behandelaar van het andere dossier", "chantal"])
        {
            var client = others[who];
            WebUtility.HtmlDecode(await client.PageAsync($"/huishoudens/{household}")).ShouldContain(Afgeschermdevelden.Zin, Case.Sensitive, who);
            (await (await client.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200)).ToJsonString().ShouldContain(Afgeschermdevelden.Zin);
            var answers = await CompletedAsync(client);
            answers.ToJsonString().ShouldBe("""{"identiteitVastgesteld":false,"wlz":"geen","bevindingen":"afgeschermd","nietDoorgeven":"afgeschermd","mensen":[{"wie":"Merel een","geheim":"afgeschermd"},{"wie":"Merel twee","geheim":"afgeschermd"}],"thuis":{"bel":"Merel bel","sleutel":"afgeschermd","signaal":"afgeschermd"}}""");
            var fact = (await FactsAsync(client, "VooronderzoekGedaan")).ShouldHaveSingleItem();
            (fact["nietDoorgeven"]!["text"]!.ToString(), fact["bevindingen"]!["text"]!.ToString()).ShouldBe(($"\"{Mark}\"", $"\"{Mark}\""));
        }
        WebUtility.HtmlDecode(await others["kwaliteit"].PageAsync($"/huishoudens/{household}")).ShouldContain(Afgeschermdevelden.Zin);
        (await anna.PageAsync($"/huishoudens/{household}")).ShouldContain($"Niet doorgeven: Zij was in therapie: {Word}1.");
    }

    [Fact]
    public async Task A_form_that_is_open_again_leaves_it_out_says_so_and_keeps_it_when_somebody_else_completes_it()
    {
        await (await anna.SendAsync($"/api/v1/taken/{task}/terugdraaien", new JsonObject { ["reden"] = "Er moest iets bij." })).ReadAsync(200);
        (await FoundAsync(anna)).ShouldContain($"/taken/x{task[household.Length..]}");
        await NobodyElseAsync();
        foreach (var who in (string[])["collega", "chantal"])
        {
            var seen = await (await others[who].GetAsync($"/api/v1/taken/{task}")).ReadAsync(200);
            seen["afgeschermd"]!.AsArray().Select(p => p!.ToString()).Order().ShouldBe(Withheld.Order());
            seen["antwoorden"]!.ToJsonString().ShouldBe("""{"identiteitVastgesteld":false,"wlz":"geen","mensen":[{"wie":"Merel een"},{"wie":"Merel twee"}],"thuis":{"bel":"Merel bel"}}""");
        }
        var form = WebUtility.HtmlDecode(await others["chantal"].PageAsync($"/taken/{task}"));
        System.Text.RegularExpressions.Regex.Count(form, Afgeschermdevelden.Zin).ShouldBe(Withheld.Length);
        form.ShouldNotContain($">{Mark}<");

        // The behandelaar's own half-filled form is hers alone.
        await anna.SubmitAsync($"/taken/{task}", $"/taken/{task}", [new("versie", "1"), new("actie", "bewaren"), new("v.nietDoorgeven", $"{Word} in concept"), new("v.wlz", "geen")]);
        (await anna.PageAsync($"/taken/{task}")).ShouldContain($"{Word} in concept");
        await NobodyElseAsync();

        // The team manager completes it in the browser, changes one row and types something of his own in a field that he sees empty.
        var version = (await (await others["chantal"].GetAsync($"/api/v1/taken/{task}")).ReadAsync(200))["versie"]!.ToString();
        var sent = await others["chantal"].SubmitAsync($"/taken/{task}", $"/taken/{task}",
        [
            new("versie", version), new("v.identiteitVastgesteld", "nee"), new("v.wlz", "geen"), new("v.mensen.rijen", "2"), new("v.mensen[0].wie", "iemand anders"), new("v.mensen[1].wie", "Merel twee"),
            new("v.thuis.bel", "Merel bel"), new("v.thuis.sleutel", "Onder de mat"),
        ]);
        ((int)sent.StatusCode).ShouldBe(302, await sent.Content.ReadAsStringAsync());
        var kept = await CompletedAsync(anna);
        kept["nietDoorgeven"]!.ToString().ShouldContain($"{Word}1");
        kept["bevindingen"]!.ToString().ShouldContain($"{Word}2");
        kept["mensen"]!.ToJsonString().ShouldBe("""[{"wie":"iemand anders"},{"wie":"Merel twee","geheim":"Kwartelgeheim4"}]""");
        kept["thuis"]!["sleutel"]!.ToString().ShouldBe("Onder de mat");
        await NobodyElseAsync();
        (await CompletedAsync(others["chantal"]))["nietDoorgeven"]!.ToString().ShouldBe(Mark, "he completed it, and did not write that");
        (await anna.PageAsync($"/huishoudens/{household}")).ShouldContain($"{Word}1");
    }

    [Fact]
    public async Task Who_writes_it_down_for_the_behandelaar_sees_what_he_wrote_and_other_colleagues_do_not()
    {
        await ContactedAsync(others["behandelaar van het andere dossier"]);
        await (await others["chantal"].CompleteAsync(household, "vooronderzoek", null, new JsonObject { ["identiteitVastgesteld"] = false, ["wlz"] = "geen", ["nietDoorgeven"] = "Dit zei hij tegen Chantal: Wulpwoord." })).ReadAsync(200);

        async Task<bool> ReadsAsync(HttpClient client) => (await EventsAsync(client)).ToJsonString().Contains("Wulpwoord", StringComparison.Ordinal);
        (await ReadsAsync(others["chantal"])).ShouldBeTrue();
        (await ReadsAsync(others["behandelaar van het andere dossier"])).ShouldBeTrue("she is in charge of that one");
        (await ReadsAsync(anna)).ShouldBeFalse("and Anna of the other");
        (await ReadsAsync(others["collega"])).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_behandelaar_knows_it_and_who_handed_over_keeps_what_he_wrote_himself_alone()
    {
        await (await anna.SendAsync($"/api/v1/taken/{task}/terugdraaien", new JsonObject { ["reden"] = "Nog eens." })).ReadAsync(200);
        var version = (await (await others["chantal"].GetAsync($"/api/v1/taken/{task}")).ReadAsync(200))["versie"]!.ToString();
        var key = Calls.Key();
        foreach (var earlier in (bool[])[false, true])
        {
            var done = await (await others["chantal"].SendAsync($"/api/v1/taken/{task}/afronding", new JsonObject { ["antwoorden"] = new JsonObject { ["identiteitVastgesteld"] = false, ["wlz"] = "geen" } }, key, $"\"{version}\"")).ReadAsync(200);
            done["eerderGedaan"]!.GetValue<bool>().ShouldBe(earlier, "asking again is the same request, whatever was added to it");
        }
        var saar = await house.AsAsync(Successor);
        (await FoundAsync(saar)).ShouldBeEmpty();
        var handed = await house.Services.GetRequiredService<WorkflowEngine>().ExecuteAsync(new(household), "", new HandOver(new(Behandelaar), new(Successor), "Ander werk."), new Asking(Calls.Key(), new("test"), "test", true));
        handed.ShouldBeOfType<Answer.Done>();

        (await saar.PageAsync($"/huishoudens/{household}")).ShouldContain($"{Word}1");
        (await CompletedAsync(saar))["thuis"]!["sleutel"]!.ToString().ShouldBe($"{Word}5");
        await NobodyElseAsync();
        (await CompletedAsync(anna))["nietDoorgeven"]!.ToString().ShouldBe(Mark, "this was the second time, when Chantal completed it");
        (await FactsAsync(anna, "TaskCompleted")).Count(f => Tells(f.ToJsonString())).ShouldBe(1, "what she wrote herself");
        (await FoundAsync(anna)).ShouldBe(["/api/v1/huishoudens/x/gebeurtenissen", "/api/v1/huishoudens/x/tijdlijn", "/huishoudens/x"]);
    }
}
