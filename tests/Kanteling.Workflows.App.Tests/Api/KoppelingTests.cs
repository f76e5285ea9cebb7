using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Two households that go on as one, and one that becomes two: always a pair of links, finished at the next try.</summary>
public sealed class KoppelingTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    async Task<JsonObject> HuishoudenAsync(string id) => await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200);

    static JsonObject Samen(string met) => new() { ["met"] = met, ["reden"] = "Ze trouwen." };

    async Task<string> StelAsync()
    {
        var body = Calls.Melding("Wil Postma");
        body["huishouden"]!["leden"]!.AsArray().Add(new JsonObject { ["naam"] = "Henk Postma" });
        return (await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString();
    }

    [Fact]
    public async Task After_merging_both_show_the_other_and_a_new_melding_goes_to_the_one_that_goes_on()
    {
        var (hier, weg) = (await anna.MeldAsync(), await anna.MeldAsync("Meneer de Boer"));
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(weg))).ReadAsync(201);

        Koppeling(await HuishoudenAsync(hier)).ShouldBe(("samengevoegdUit", weg, true));
        Koppeling(await HuishoudenAsync(weg)).ShouldBe(("opgegaanIn", hier, true));
        (await HuishoudenAsync(weg))["taken"]!.AsArray().ShouldNotBeEmpty();
        (await anna.GetStringAsync($"/huishoudens/{weg}")).ShouldContain($"href=\"/huishoudens/{hier}\"");
        var daar = (await HuishoudenAsync(hier))["koppelingen"]![0]!["daar"]!;
        (daar["mensen"]!.AsArray().Single()!.ToString(), daar["procedures"]!.GetValue<int>(), daar["taken"]!.GetValue<int>()).ShouldBe(("Meneer de Boer", 1, 1));
        System.Net.WebUtility.HtmlDecode(await anna.GetStringAsync($"/huishoudens/{hier}")).ShouldContain("daar woont Meneer de Boer; 1 procedure loopt, 1 open taak");
        (await anna.GetAsync($"/meldingen/nieuw?huishouden={weg}")).Headers.Location!.ToString().ShouldBe($"/meldingen/nieuw?huishouden={hier}");

        var melding = Calls.Melding();
        melding.Remove("huishouden");
        (melding["huishoudenId"], melding["client"]) = (weg, "p1");
        var problem = await anna.SendAsync("/api/v1/meldingen", melding).ShouldBeProblemAsync(409, "HUISHOUDEN_SAMENGEVOEGD");
        problem["huishouden"]!.ToString().ShouldBe(hier);
        problem["title"]!.ToString().ShouldNotContain(hier);
        await anna.SendAsync($"/api/v1/huishoudens/{weg}/samenvoeging", Samen(hier)).ShouldBeProblemAsync(409, "HUISHOUDEN_SAMENGEVOEGD");
    }

    [Fact]
    public async Task A_household_that_is_not_used_any_more_offers_nothing_that_can_only_fail_and_names_the_one_that_goes_on()
    {
        var (family, other) = (Calls.Family(), Calls.Family());
        var (hier, weg) = (await anna.MeldAsync(family), await anna.MeldAsync(other));
        (await anna.PageAsync($"/huishoudens/{weg}")).ShouldContain($"/huishoudens/{weg}/samenvoegen");
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(weg))).ReadAsync(201);

        var page = await anna.PageAsync($"/huishoudens/{weg}");
        page.ShouldContain($"<a href=\"/huishoudens/{hier}\">Naar {family}</a>");
        foreach (var offered in (string[])[$"/huishoudens/{weg}/samenvoegen", $"/huishoudens/{weg}/splitsen", $"/meldingen/nieuw?huishouden={weg}", $"/signalen/nieuw?huishouden={weg}", "samengevoegd met een ander huishouden"])
            page.ShouldNotContain(offered);
        (await anna.GetAsync($"/signalen/nieuw?huishouden={weg}")).Headers.Location!.ToString().ShouldBe($"/signalen/nieuw?huishouden={hier}");
        foreach (var path in (string[])[$"/huishoudens/{weg}/samenvoegen", $"/huishoudens/{weg}/samenvoegen?met={hier}", $"/huishoudens/{weg}/splitsen"])
        {
            var answer = await anna.GetAsync(path);
            ((int)answer.StatusCode).ShouldBe(409, path);
            var refused = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            refused.ShouldContain("Dit huishouden is samengevoegd met een ander huishouden. Doe dit daar.");
            refused.ShouldContain($"href=\"/huishoudens/{hier}\"");
            refused.ShouldNotContain($"({hier})");
        }
    }

    [Fact]
    public async Task What_runs_in_a_household_that_went_up_in_another_is_told_on_the_page_of_that_one()
    {
        var (family, other) = (Calls.Family(), Calls.Family());
        var (hier, weg) = (await anna.MeldAsync(family), await anna.MeldAsync(other));
        (await anna.PageAsync($"/huishoudens/{hier}")).ShouldContain("Er loopt nu geen ondersteuning.");
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(weg))).ReadAsync(201);

        var page = await anna.PageAsync($"/huishoudens/{hier}");
        page.ShouldContain("In dit huishouden zelf loopt nu geen ondersteuning.");
        page.ShouldContain($"Dit loopt door bij <a href=\"/huishoudens/{weg}\">{other}</a>");
        page.ShouldContain($", voor {other}</li>");
    }

    [Fact]
    public async Task Two_households_of_one_name_are_told_apart_before_they_are_merged()
    {
        var name = Calls.Family();
        var body = Calls.Melding(name);
        body["huishouden"]!["leden"]![0]!["geboortedatum"] = "1951-07-09";
        body["adres"] = new JsonObject { ["straat"] = "Kerkpad", ["huisnummer"] = "12", ["postcode"] = "1234 AB", ["woonplaats"] = "Zuiddorp" };
        var (hier, weg) = (await anna.MeldAsync(name), (await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString());
        await (await anna.CompleteAsync(weg, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(weg, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);

        var page = await anna.PageAsync($"/huishoudens/{hier}/samenvoegen?met={weg}");
        foreach (var told in (string[])[$"{name} (1 maart 1944", $"{name} (9 juli 1951", "Kerkpad 12", "<dt>Bekend sinds</dt><dd>" + Schrijfwijze.Datum(DateOnly.ParseExact(Calls.Today, "yyyy-MM-dd")), "<dt>Behandelaar</dt><dd>Anna de Wit</dd>", "<dt>Behandelaar</dt><dd>nog niemand</dd>"])
            page.ShouldContain(told);
    }

    static (string, string, bool) Koppeling(JsonObject household)
    {
        var k = household["koppelingen"]!.AsArray().ShouldHaveSingleItem()!;
        return (k["soort"]!.ToString(), k["ander"]!.ToString(), k["isAf"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("k1")]
    [InlineData("k2")]
    public async Task A_pair_that_was_left_half_done_is_finished_whether_it_is_sent_again_before_or_after_the_message(string again)
    {
        var (hier, weg) = (await anna.MeldAsync(), await anna.MeldAsync("Meneer de Boer"));
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(weg))).ReadAsync(201);
        var derde = await anna.MeldAsync("Mevrouw Visser");
        // As a crash leaves it: the first of the two commands was carried out, the second not.
        await house.Services.GetRequiredService<WorkflowEngine>().ExecuteAsync(new(hier), "huishouden", new LinkStream(new(derde), "samengevoegdUit", "Ze trouwen."), Asking.Person(new("demo-anna"), Calls.Key()));
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(derde), again)).ReadAsync(201);
        await (await anna.SendAsync($"/api/v1/huishoudens/{hier}/samenvoeging", Samen(derde), again)).ReadAsync(201);
        (await HuishoudenAsync(hier))["koppelingen"]!.AsArray().Count.ShouldBe(2);
        Koppeling(await HuishoudenAsync(derde)).ShouldBe(("opgegaanIn", hier, true));
    }

    [Fact]
    public async Task Splitting_opens_a_household_for_who_goes_and_leaves_what_runs_where_it_is()
    {
        var (id, key) = (await StelAsync(), Calls.Key());
        var body = new JsonObject { ["personen"] = new JsonArray("p2"), ["naam"] = "Henk Postma", ["reden"] = "Ze scheiden." };
        var response = await anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", body.DeepClone(), key);
        var nieuw = (await response.ReadAsync(201))["huishouden"]!.ToString();
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/huishoudens/{nieuw}");

        Koppeling(await HuishoudenAsync(id)).ShouldBe(("afgesplitstNaar", nieuw, true));
        Koppeling(await HuishoudenAsync(nieuw)).ShouldBe(("afgesplitstVan", id, true));
        (await HuishoudenAsync(id))["personen"]!.AsArray().Single(p => p!["id"]!.ToString() == "p2")!["vertrokken"].ShouldNotBeNull();
        (await HuishoudenAsync(id))["taken"]!.AsArray().ShouldHaveSingleItem();
        var eigen = await HuishoudenAsync(nieuw);
        (eigen["naam"]!.ToString(), eigen["wijkteam"]!.ToString()).ShouldBe(("Henk Postma", "wijkteam-noord"));
        eigen["personen"]!.AsArray().ShouldHaveSingleItem()!["naam"]!.ToString().ShouldBe("Henk Postma");

        (await (await anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", body.DeepClone(), key)).ReadAsync(201))["huishouden"]!.ToString().ShouldBe(nieuw);
        await anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", body.DeepClone()).ShouldBeProblemAsync(422, "KOPPELING_ONJUIST");

        var melding = new JsonObject { ["huishoudenId"] = nieuw, ["client"] = "p2", ["vraag"] = "Hulp bij koken.", ["kanaal"] = "telefoon" };
        await (await anna.SendAsync("/api/v1/meldingen", melding)).ReadAsync(201);
    }

    [Fact]
    public async Task What_cannot_be_joined_or_split_is_refused_with_a_sentence()
    {
        var id = await StelAsync();
        await anna.SendAsync($"/api/v1/huishoudens/{id}/samenvoeging", Samen(id)).ShouldBeProblemAsync(422, "KOPPELING_ONJUIST");
        await anna.SendAsync($"/api/v1/huishoudens/{id}/samenvoeging", Samen("bestaatniet")).ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        await anna.SendAsync($"/api/v1/huishoudens/{id}/samenvoeging", new JsonObject { ["met"] = "x" }).ShouldBeProblemAsync(422, "KOPPELING_ONJUIST");
        var iedereen = new JsonObject { ["personen"] = new JsonArray("p1", "p2"), ["naam"] = "x", ["reden"] = "x" };
        await anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", iedereen).ShouldBeProblemAsync(422, "KOPPELING_ONJUIST");
    }

    [Fact]
    public async Task Who_has_a_relation_to_only_one_of_the_two_is_refused()
    {
        var zuid = await house.AsNewAsync("consulent", "wijkteam-zuid", "zuid");
        var (mijn, zijn) = (await anna.MeldAsync(), await zuid.MeldAsync("Meneer de Boer"));
        // Until then the first task is for every consulent.
        await (await zuid.CompleteAsync(zijn, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await zuid.CompleteAsync(zijn, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "zuid", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        await anna.SendAsync($"/api/v1/huishoudens/{mijn}/samenvoeging", Samen(zijn)).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await HuishoudenAsync(mijn))["koppelingen"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_death_a_melding_for_that_person_is_refused_and_one_talk_is_left()
    {
        var id = await StelAsync();
        var vandaag = Calls.Today;
        await (await anna.SendAsync($"/api/v1/huishoudens/{id}/mogelijk/overlijden", new JsonObject { ["persoon"] = "p1", ["datum"] = vandaag, ["bevestigd"] = true })).ReadAsync(201);
        var household = await HuishoudenAsync(id);
        household["taken"]!.AsArray().ShouldHaveSingleItem()!["stap"]!.ToString().ShouldBe("afsluitend-gesprek");
        household["klokken"]!.AsArray().ShouldBeEmpty();
        household["personen"]!.AsArray().Single(p => p!["id"]!.ToString() == "p1")!["overleden"].ShouldNotBeNull();
        var melding = new JsonObject { ["huishoudenId"] = id, ["client"] = "p1", ["vraag"] = "Hulp.", ["kanaal"] = "telefoon" };
        var problem = await anna.SendAsync("/api/v1/meldingen", melding).ShouldBeProblemAsync(422, "MELDING_ONJUIST");
        problem["fouten"]!.AsArray().ShouldHaveSingleItem()!["code"]!.ToString().ShouldBe("PERSOON_OVERLEDEN");
        melding["client"] = "p2";
        await (await anna.SendAsync("/api/v1/meldingen", melding)).ReadAsync(201);
    }
}
