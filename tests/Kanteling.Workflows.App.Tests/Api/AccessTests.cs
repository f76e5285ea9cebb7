using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class AccessTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    readonly string family = Calls.Family();
    string household = "";
    string task = "";

    public async Task InitializeAsync()
    {
        household = await anna.MeldAsync(family);
        task = (await anna.TaskAsync(household, "eerste-beoordeling"))["id"]!.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Every address of the API, with a body that would do when it is a POST.</summary>
    IEnumerable<(string Path, JsonObject? Body)> Everything() =>
    [
        ("/api/v1/meldingen", Calls.Melding()), ("/api/v1/signalen", Calls.Signaal()),
        ($"/api/v1/huishoudens/{household}/samenvoeging", new JsonObject { ["met"] = household, ["reden"] = "x" }),
        ($"/api/v1/huishoudens/{household}/afsplitsing", new JsonObject { ["personen"] = new JsonArray("p1"), ["naam"] = "x", ["reden"] = "x" }),
        ("/api/v1/huishoudens?zoek=jansen", null), ("/api/v1/huishoudens/zoeken", new JsonObject { ["zoek"] = "jansen" }),
        ($"/api/v1/huishoudens/{household}", null), ($"/api/v1/huishoudens/{household}/tijdlijn", null), ($"/api/v1/huishoudens/{household}/gebeurtenissen", null),
        ("/api/v1/bestanden", []), ($"/api/v1/huishoudens/{household}/bijlagen", null), ($"/api/v1/huishoudens/{household}/bijlagen/1", null),
        ($"/api/v1/huishoudens/{household}/bijlagen", new JsonObject { ["bestand"] = "x", ["dossier"] = "x" }),
        ($"/api/v1/huishoudens/{household}/noodtoegang", new JsonObject { ["reden"] = "x" }), ("/api/v1/noodtoegang", null), ($"/api/v1/noodtoegang/{household}-1", null),
        ("/api/v1/noodtoegang/zoeken", new JsonObject { ["bsn"] = "123456782", ["reden"] = "Zij staat hier aan de balie." }), ($"/api/v1/noodtoegang/{household}-1/gezien", []), ($"/api/v1/noodtoegang/{household}-1/sluiten", []),
        ($"/api/v1/huishoudens/{household}/mogelijk", null), ($"/api/v1/huishoudens/{household}/mogelijk/spoed", []),
        ("/api/v1/taken", null), ($"/api/v1/taken?huishouden={household}", null), ($"/api/v1/taken/{task}", null),
        ($"/api/v1/taken/{task}/afronding", new JsonObject { ["uitkomst"] = "Onderzoek" }), ($"/api/v1/taken/{task}/terugdraaien", new JsonObject { ["reden"] = "x" }),
        ($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = "demo-anna" }),
        ("/api/v1/incidenten", null), ("/api/v1/stilstand", null), ($"/api/v1/incidenten/{household}-1/opnieuw", new JsonObject { ["reden"] = "x" }),
        ($"/api/v1/incidenten/{household}-1/herstel", new JsonObject { ["reden"] = "x" }), ($"/api/v1/incidenten/{household}-1/overslaan", new JsonObject { ["reden"] = "x" }),
        ("/api/v1/tekeningen/toegang/versies/1/documenten", null), ("/api/v1/documenten/formulier/hulpvragen/versies/1", null),
        ("/api/v1/documenten/formulier/hulpvragen/versies/1/correcties", new JsonObject { ["document"] = new JsonObject(), ["reden"] = "x" }),
        ("/api/v1/documenten/formulier/hulpvragen/versies/1/correcties/1/goedkeuren", []), ("/api/v1/documenten/formulier/hulpvragen/versies/1/correcties/1/intrekken", []),
        ("/api/v1/klok", new JsonObject { ["vooruit"] = "P1D" }), ("/api/v1/kalender", null),
        ("/api/v1/gebruikers", null), ("/api/v1/gebruikers", new JsonObject { ["inlognaam"] = "eva", ["naam"] = "Eva" }), ("/api/v1/gebruikers/demo-anna", null), ("/api/v1/gebruikers/demo-anna/wijzigingen", null),
        ("/api/v1/gebruikers/demo-anna/wijziging", new JsonObject { ["naam"] = "Anna" }), ("/api/v1/gebruikers/demo-anna/link", []), ("/api/v1/gebruikers/demo-koppeling/token", []),
        ("/api/v1/rolwijzigingen", null), ("/api/v1/rolwijzigingen/1/goedkeuren", []), ("/api/v1/rolwijzigingen/1/intrekken", []), ("/api/v1/rolwijzigingen/1/bevestigen", []),
    ];

    /// <summary>What everybody who signed in may ask, about himself.</summary>
    static IEnumerable<(string Path, JsonObject? Body)> Own() => [("/api/v1/aanmeldingen", null), ("/api/v1/aanmeldingen/1/beeindigen", [])];

    static Task<HttpResponseMessage> AskAsync(HttpClient client, (string Path, JsonObject? Body) ask) =>
        ask.Body is null ? client.GetAsync(ask.Path) : client.SendAsync(ask.Path, ask.Body.DeepClone(), ifMatch: "\"1\"");

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_anything()
    {
        foreach (var ask in Everything().Concat(Own()))
            await AskAsync(house.Anonymous(), ask).ShouldBeProblemAsync(401, "NIET_AANGEMELD");
    }

    [Fact]
    public async Task The_test_asks_every_address_that_the_document_names()
    {
        var document = JsonNode.Parse(await house.Anonymous().GetStringAsync("/openapi.json"))!;
        var asked = Everything().Concat(Own()).Select(e => e.Path.Split('?')[0].Replace(task, "{id}").Replace(household + "-1", "{id}").Replace(household, "{id}").Replace("/spoed", "/{verb}").Replace("/bijlagen/1", "/bijlagen/{nummer}")
            .Replace("tekeningen/toegang", "tekeningen/{id}").Replace("formulier/hulpvragen", "{soort}/{id}").Replace("versies/1", "versies/{versie}").Replace("correcties/1", "correcties/{nummer}").Replace("aanmeldingen/1", "aanmeldingen/{id}")
            .Replace("gebruikers/demo-anna", "gebruikers/{id}").Replace("gebruikers/demo-koppeling", "gebruikers/{id}").Replace("rolwijzigingen/1", "rolwijzigingen/{nummer}")).Append("/api/v1/aanmelden").Append("/api/v1/afmelden");
        document["paths"]!.AsObject().Select(p => p.Key).Except(asked).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_without_permission_is_refused_everywhere()
    {
        var nobody = await house.AsNewAsync("geen-rol", "wijkteam-noord");
        foreach (var ask in Everything())
            await AskAsync(nobody, ask).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await nobody.GetAsync("/api/v1/aanmeldingen?gebruiker=demo-anna").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("chantal")]
    [InlineData("bram")]
    public async Task Who_is_no_beheerder_is_refused_at_every_account(string name)
    {
        var client = await house.AsAsync(name);
        foreach (var ask in Everything().Where(e => e.Path.StartsWith("/api/v1/gebruikers", StringComparison.Ordinal) || e.Path.StartsWith("/api/v1/rolwijzigingen", StringComparison.Ordinal)))
            await AskAsync(client, ask).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Fact]
    public async Task A_task_for_every_consulent_opens_that_task_and_nothing_else_of_the_household()
    {
        var otherId = Calls.Key();
        var other = await house.AsNewAsync("consulent", "wijkteam-zuid", otherId);
        (await (await other.GetAsync($"/api/v1/taken/{task}")).ReadAsync(200))["huishouden"]!.ToString().ShouldBe(family);
        (await (await other.GetAsync($"/api/v1/taken?huishouden={household}")).ReadAsync(200))["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(task);
        (await other.SearchAsync(family)).ShouldNotContain(household);
        string[] more = ["", "/tijdlijn", "/gebeurtenissen", "/mogelijk", "/bijlagen"];
        foreach (var of in more)
            await other.GetAsync($"/api/v1/huishoudens/{household}{of}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/spoed", new JsonObject()).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        foreach (var page in (string[])["", "/mogelijk/spoed", "/samenvoegen", "/splitsen", "/bijlagen"])
            ((int)(await other.GetAsync($"/huishoudens/{household}{page}")).StatusCode).ShouldBe(403, page);
        // The page of the task leads to nothing that is not his to see.
        (await other.GetStringAsync($"/taken/{task}")).ShouldNotContain($"/huishoudens/{household}\"");

        await (await other.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        var closed = await (await other.GetAsync($"/api/v1/taken/{task}")).ReadAsync(200);
        (closed["status"]!.ToString(), closed["huishouden"]).ShouldBe(("afgerond", null));
        (await other.GetStringAsync($"/taken/{task}")).ShouldNotContain("De trap gaat niet meer.");
        // Nor does it make him behandelaar.
        var next = await other.TaskAsync(household, "ontvangst-bevestigen");
        await other.SendAsync($"/api/v1/taken/{next["id"]}/afronding", new JsonObject { ["antwoorden"] = new JsonObject { ["behandelaar"] = otherId, ["kanaal"] = "post", ["verzondenOp"] = Calls.Today } }, ifMatch: $"\"{next["versie"]}\"").ShouldBeProblemAsync(403, "BEHANDELAAR_NIET_ZELF");
        await other.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Fact]
    public async Task A_new_melding_on_a_known_household_opens_its_file_to_nobody_else()
    {
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        var other = await house.AsNewAsync("consulent", "wijkteam-zuid");
        await other.GetAsync($"/api/v1/taken/{task}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await (await anna.SendAsync("/api/v1/meldingen", new JsonObject { ["huishoudenId"] = household, ["client"] = "p1", ["vraag"] = "Nog iets.", ["kanaal"] = "balie" })).ReadAsync(201);
        var first = (await other.TaskAsync(household, "eerste-beoordeling"))["id"]!.ToString();
        await (await other.GetAsync($"/api/v1/taken/{first}")).ReadAsync(200);
        foreach (var of in (string[])["", "/tijdlijn", "/gebeurtenissen", "/mogelijk"])
            await other.GetAsync($"/api/v1/huishoudens/{household}{of}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await other.SearchAsync(family)).ShouldNotContain(household);
    }

    [Fact]
    public async Task Who_repairs_flows_sees_no_household()
    {
        var bram = await house.AsAsync("bram");
        await bram.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await (await bram.GetAsync("/api/v1/incidenten")).ReadAsync(200);
    }

    [Fact]
    public async Task Every_look_at_a_household_is_noted()
    {
        await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        var reads = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(household))));
        reads.ShouldContain(r => r.UserId == new UserId("demo-anna") && r.What == "huishouden");
    }

    [Fact]
    public async Task An_account_that_was_closed_is_out_at_its_next_request()
    {
        var bea = await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await (await bea.GetAsync("/api/v1/taken")).ReadAsync(200);
        await house.Services.GetRequiredService<OpenStorage>().Registers.WriteAsync(new("test"), DateTimeOffset.UnixEpoch, async db => (await db.FirstAsync(db.Users.Where(u => u.Id == new UserId("bea"))))!.IsActive = false);
        await bea.GetAsync("/api/v1/taken").ShouldBeProblemAsync(401, "NIET_AANGEMELD");
    }

    [Fact]
    public async Task Guessing_a_password_is_stopped()
    {
        await house.AsNewAsync("procesontwerper", id: "gerda");
        var client = house.Anonymous();
        for (var i = 0; i < 5; i++)
            await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "gerda", wachtwoord = "fout" }).ShouldBeProblemAsync(401, "AANMELDEN_ONJUIST");
        await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "GERDA ", wachtwoord = "kanteling" }).ShouldBeProblemAsync(429, "TE_VAAK_GEPROBEERD");
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
    }
}
