using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Elsa;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Where a BSN stands, and a secret address: every address of the program is asked, by everybody who may see something of a household.</summary>
public sealed class BsnTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string VanAma = "999990019", VanKofi = "999001164", Straat = "Kerkpad";
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    static JsonObject Melding() => (JsonObject)JsonNode.Parse($$"""
        {"huishouden":{"naam":"Gezin Osei","leden":[
           {"naam":{"roepnaam":"Ama","geslachtsnaam":"Osei"},"geboortedatum":"1985-02-03","bsn":"{{VanAma}}","geheimAdres":true},
           {"naam":{"roepnaam":"Kofi","geslachtsnaam":"Osei"},"geboortedatum":"2017-05-06","rol":"kind"}]},
         "adres":{"straat":"{{Straat}}","huisnummer":"12a","postcode":"1234 ab","woonplaats":"Noord"},
         "client":0,"vraag":"Haar nummer is 999 990 019, zegt ze. Het lukt niet meer.","kanaal":"telefoon","tochNieuw":true}
        """)!;

    /// <summary>A household that Anna treats, in which a BSN was told at the melding and another typed in a form that was taken back.</summary>
    async Task<string> BehandeldAsync()
    {
        var id = (await (await anna.SendAsync("/api/v1/meldingen", Melding())).ReadAsync(201))["huishouden"]!.ToString();
        await (await anna.CompleteAsync(id, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(id, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        return id;
    }

    async Task GetyptAsync(string id, bool isTakenBack)
    {
        await (await anna.SendAsync($"/api/v1/huishoudens/{id}/mogelijk/gegevens", new JsonObject { ["persoon"] = "p2" })).ReadAsync(201);
        var task = await anna.TaskAsync(id, "gegevens-vastleggen");
        await (await anna.CompleteAsync(id, "gegevens-vastleggen", "Vastgelegd", new JsonObject { ["naam"] = new JsonObject { ["roepnaam"] = "Kofi", ["geslachtsnaam"] = "Osei" }, ["bsn"] = VanKofi })).ReadAsync(200);
        if (isTakenBack)
            await (await anna.SendAsync($"/api/v1/taken/{task["id"]}/terugdraaien", new JsonObject { ["reden"] = "Het verkeerde kind." })).ReadAsync(200);
    }

    [Fact]
    public async Task A_bsn_and_a_secret_address_stand_nowhere_but_on_the_page_of_who_treats_the_household_and_in_the_form_where_it_is_typed()
    {
        var open = await BehandeldAsync();
        await GetyptAsync(open, isTakenBack: false);
        await GetyptAsync(open, isTakenBack: true);
        var gesloten = await BehandeldAsync();
        await GetyptAsync(gesloten, isTakenBack: false);
        await (await anna.CompleteAsync(gesloten, "eerste-contact", "Ingetrokken", new JsonObject { ["reden"] = "Het lukt zonder ons." })).ReadAsync(200);
        var formulier = (await anna.TaskAsync(open, "gegevens-vastleggen"))["id"]!.ToString();

        var wie = new Dictionary<string, HttpClient>
        {
            ["anna"] = anna, ["chantal"] = await house.AsAsync("chantal"), ["manager van oost"] = await house.AsNewAsync("teammanager", "wijkteam-oost"), ["bram"] = await house.AsAsync("bram"),
            ["esra"] = await house.AsAsync("esra"), ["collega"] = await house.AsNewAsync("consulent", "wijkteam-noord"), ["kwaliteit"] = await house.AsNewAsync("kwaliteitsmedewerker", "wijkteam-noord"),
        };
        var (bsn, adres, gelezen) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (var (naam, client) in wie)
        {
            foreach (var huishouden in (string[])[open, gesloten])
            {
                await foreach (var (pad, tekst) in WandelAsync(client, huishouden))
                {
                    gelezen++;
                    var waar = $"{naam} {pad.Replace(open, "open", StringComparison.Ordinal).Replace(gesloten, "gesloten", StringComparison.Ordinal).Split('?')[0]}";
                    // In a run also where somebody wrote it in a text.
                    if (tekst.Contains(VanAma, StringComparison.Ordinal) || tekst.Contains(VanKofi, StringComparison.Ordinal) || (pad.StartsWith("/elsa", StringComparison.Ordinal) && tekst.Contains("999 990 019", StringComparison.Ordinal)))
                        bsn.Add(waar);
                    if (naam != "anna" || huishouden != open)
                    {
                        if (tekst.Contains(Straat, StringComparison.OrdinalIgnoreCase))
                            adres.Add(waar);
                        if (new[] { VanAma, VanKofi }.Any(nummer => tekst.Contains($"*****{nummer[^4..]}", StringComparison.Ordinal)))
                            bsn.Add(waar + " (het einde)");
                    }
                }
            }
        }
        gelezen.ShouldBeGreaterThan(400);
        bsn.ShouldBe(["anna /huishoudens/open", $"anna /taken/{formulier.Replace(open, "open", StringComparison.Ordinal)}"]);
        adres.ShouldBeEmpty();
    }

    /// <summary>Every GET of the program for one household, its tasks, runs and executions, and what lists are asked with POST; what is answered with 200.</summary>
    async IAsyncEnumerable<(string Path, string Text)> WandelAsync(HttpClient client, string huishouden)
    {
        var ids = await IdsAsync(huishouden);
        var paden = house.Services.GetServices<EndpointDataSource>().SelectMany(bron => bron.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => !p.Contains("{**", StringComparison.Ordinal) && !p.Contains("klok", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        foreach (var pad in paden)
        {
            var vraag = pad.StartsWith("/elsa", StringComparison.Ordinal);
            foreach (var id in pad.Contains("{id}", StringComparison.Ordinal) || vraag ? ids : [huishouden])
            {
                var vol = pad.Replace("{id}", id, StringComparison.Ordinal).Replace("{verb}", "gegevens", StringComparison.Ordinal).Replace("{nummer:long}", "1", StringComparison.Ordinal);
                if (vol.Contains('{', StringComparison.Ordinal))
                    continue;
                var answer = await client.GetAsync(vol + (vraag ? $"?WorkflowInstanceId={id}&id={id}" : pad.EndsWith("/taken", StringComparison.Ordinal) ? $"?huishouden={huishouden}" : ""));
                if (answer.StatusCode == HttpStatusCode.OK)
                    yield return (vol, await answer.Content.ReadAsStringAsync());
                if (!vol.Contains(id, StringComparison.Ordinal) && !vraag)
                    break;
            }
        }
        foreach (var id in ids)
        {
            foreach (var (pad, body) in ((string, JsonObject)[])[($"/elsa/api/workflow-instances/{id}/journal", []), ("/elsa/api/workflow-instances", []), ("/elsa/api/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id })])
            {
                var answer = await client.SendAsync(pad, body);
                if (answer.StatusCode == HttpStatusCode.OK)
                    yield return ("POST " + pad, await answer.Content.ReadAsStringAsync());
            }
        }
        yield return ("POST /api/v1/huishoudens/zoeken", await (await client.SendAsync("/api/v1/huishoudens/zoeken", new JsonObject { ["zoek"] = "Ama Osei" })).Content.ReadAsStringAsync());
    }

    /// <summary>The household, its tasks, its instances and their executions.</summary>
    async Task<List<string>> IdsAsync(string huishouden)
    {
        var ids = new List<string> { huishouden };
        ids.AddRange((await (await anna.GetAsync($"/api/v1/taken?huishouden={huishouden}")).ReadAsync(200))["items"]!.AsArray().Select(t => t!["id"]!.ToString()));
        ids.AddRange((await (await anna.GetAsync($"/api/v1/taken?huishouden={huishouden}&status=afgerond")).ReadAsync(200))["items"]!.AsArray().Select(t => t!["id"]!.ToString()));
        var runs = (await anna.TellAsync("/workflow-instances").ReadAsync())["items"]!.AsArray().Select(i => i!["id"]!.ToString()).Where(i => i.StartsWith(huishouden + "-", StringComparison.Ordinal)).ToList();
        runs.ShouldNotBeEmpty();
        ids.AddRange(runs);
        foreach (var run in runs)
            ids.AddRange((await anna.AskAsync($"/activity-executions/list?WorkflowInstanceId={run}").ReadAsync())["items"]!.AsArray().Select(e => e!["id"]!.ToString()));
        return [.. ids.Distinct()];
    }
}
