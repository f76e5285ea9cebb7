using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// The words of a task that a drawing makes of what somebody typed: its title, why it is there, and what is asked in a task that is of no procedure. They tell
/// a reader no more than the household itself does.
/// </summary>
public sealed class TaakwoordenTests : IAsyncLifetime
{
    const string Bsn = "999990019", Straat = "Kerkpad", Word = "Wulpgeheim";
    readonly TempFolder folder = new();
    readonly House house = House.OnSqlite();
    HttpClient anna = null!, colleague = null!;
    string household = "";

    public async Task InitializeAsync()
    {
        (anna, colleague) = (await house.AsAsync("anna"), await house.AsNewAsync("consulent", "wijkteam-noord"));
        household = (await (await anna.SendAsync("/api/v1/meldingen", JsonNode.Parse($$"""
            {"huishouden":{"naam":"Gezin Osei","leden":[{"naam":{"roepnaam":"Ama","geslachtsnaam":"Osei"},"bsn":"{{Bsn}}","geheimAdres":true}]},
             "adres":{"straat":"{{Straat}}","huisnummer":"12a","postcode":"1234 ab","woonplaats":"Noord"},"client":0,"vraag":"Het lukt niet meer.","kanaal":"telefoon","tochNieuw":true}
            """))).ReadAsync(201))["huishouden"]!.ToString();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Brings in the next version of the flow with a task that somebody words himself.</summary>
    async Task DrawnAsync(Action<JsonObject> change, JsonObject? form = null)
    {
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Flows.Folder.Pad, "taak", "taak.json")))!.AsObject();
        (flow["version"], flow["id"]) = (flow["version"]!.GetValue<int>() + 1, "taak-van-deze-test");
        change(flow["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "vrije-taak")!.AsObject());
        var import = new Werkstroominvoer(house.Services.GetRequiredService<WorkflowEngine>(), house.Services.GetRequiredService<OpenStorage>(), house.Services.GetRequiredService<Zaaktijd>());
        foreach (var (name, json) in ((string, JsonObject?)[])[("vrije-taak.json", form), ("taak.json", flow)])
        {
            if (json is null)
                continue;
            await File.WriteAllTextAsync(folder.File(name), json.ToJsonString());
            (await import.BestandAsync(folder.File(name))).Geweigerd.ShouldBeEmpty();
        }
    }

    static JsonNode Typed() => JsonNode.Parse("""{"typeName":"String","expression":{"type":"Input","value":"toelichting"}}""")!;

    async Task<SortedSet<string>> FoundAsync(HttpClient client, string word)
    {
        var (found, read) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        await foreach (var (path, text) in Wandeling.VanAsync(house, anna, client, household, "Ama Osei"))
        {
            read++;
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                found.Add(path.Replace(household, "x", StringComparison.Ordinal));
        }
        read.ShouldBeGreaterThan(10);
        return found;
    }

    async Task ShouldTellNothingAsync()
    {
        (await FoundAsync(colleague, Bsn)).ShouldBeEmpty();
        (await FoundAsync(anna, Bsn)).ShouldBe(["/huishoudens/x"], "there behind a click, for who treats");
    }

    [Fact]
    public async Task A_title_or_a_reason_that_is_made_of_what_was_typed_tells_no_bsn_and_on_its_own_page_no_secret_address()
    {
        await DrawnAsync(task =>
        {
            task.Remove("formulier");
            (task["titel"], task["toelichting"]) = (Typed(), Typed());
        });
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/taak", new JsonObject { ["toelichting"] = $"Bel {Bsn}, {Straat} 12a, vandaag.", ["datum"] = Calls.Today })).ReadAsync(201);
        var id = begun["volgendeTaken"]![0]!["id"]!.ToString();
        var seen = await (await colleague.GetAsync($"/api/v1/taken/{id}")).ReadAsync(200);
        seen["titel"]!.ToString().ShouldBe("Bel afgeschermd, afgeschermd, vandaag.");
        seen["waarom"]!["tekst"]!.ToString().ShouldEndWith("Bel afgeschermd, afgeschermd, vandaag.");
        await (await anna.SendAsync($"/api/v1/taken/{id}/toewijzing", new JsonObject { ["aan"] = "demo-anna", ["reden"] = $"Zij woont bij {Straat} 12a om de hoek." }, ifMatch: $"\"{seen["versie"]}\"")).ReadAsync(200);
        await ShouldTellNothingAsync();

        var done = await (await colleague.SendAsync($"/api/v1/taken/{id}/afronding", new JsonObject { ["uitkomst"] = "Gedaan", ["antwoorden"] = new JsonObject() }, ifMatch: $"\"{(await (await colleague.GetAsync($"/api/v1/taken/{id}")).ReadAsync(200))["versie"]}\"")).Content.ReadAsStringAsync();
        if (done.Contains("TAAK_VOOR_EEN_ANDER", StringComparison.Ordinal))
            await (await anna.CompleteAsync(household, "vrije-taak", "Gedaan")).ReadAsync(200);
        await ShouldTellNothingAsync();
        foreach (var path in (string[])[$"/huishoudens/{household}?na={id}", "/api/v1/taken?status=afgerond", $"/api/v1/taken?status=afgerond&huishouden={household}"])
        {
            var text = await colleague.GetStringAsync(path);
            text.ShouldNotContain(Bsn, Case.Sensitive, path);
        }
    }
}
