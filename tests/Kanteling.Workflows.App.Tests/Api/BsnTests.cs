using System.Text.Json.Nodes;

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
                await foreach (var (pad, tekst) in Wandeling.VanAsync(house, anna, client, huishouden, "Ama Osei"))
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
}
