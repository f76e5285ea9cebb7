using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>People with their details through the API: who sees what of whom.</summary>
public sealed class PersoonTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Nummer = "999990019";
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    static JsonObject Melding(Action<JsonObject>? anders = null)
    {
        var melding = (JsonObject)JsonNode.Parse($$"""
            {"huishouden":{"naam":"Gezin Osei","leden":[
               {"naam":{"roepnaam":"Ama","geslachtsnaam":"Osei","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"partnerEigen"},"geboortedatum":"1985","bsn":"{{Nummer}}","telefoon":"06 00000012","taal":"Twi","geheimAdres":true},
               {"naam":"Kofi Osei","geboortedatum":"2017-05-06","rol":"kind","gezag":[{"soort":"ouder","door":0}]}]},
             "adres":{"straat":"Kerkpad","huisnummer":"12a","postcode":"1234 ab","woonplaats":"Noord"},
             "client":0,"vraag":"Het lukt niet meer.","kanaal":"telefoon","tochNieuw":true}
            """)!;
        anders?.Invoke(melding);
        return melding;
    }

    async Task<string> MeldAsync() => (await (await anna.SendAsync("/api/v1/meldingen", Melding())).ReadAsync(201))["huishouden"]!.ToString();

    static async Task<JsonNode> BeeldAsync(HttpClient wie, string id) => await (await wie.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200);

    [Fact]
    public async Task A_melding_takes_the_parts_of_a_name_and_an_address_and_tells_them_back_as_people_say_them()
    {
        var beeld = await BeeldAsync(anna, await MeldAsync());
        var ama = beeld["personen"]![0]!;
        (ama["naam"]!.ToString(), ama["geboortedatum"]!.ToString(), ama["leeftijd"], ama["taal"]!.ToString(), ama["telefoon"]!.ToString()).ShouldBe(("Ama van der Berg-Osei", "1985", null, "Twi", "06 00000012"));
        beeld["personen"]![1]!["gezag"]![0]!.ToString().ShouldBe("Ama van der Berg-Osei (ouder)");
        beeld["adres"]!.ToString().ShouldBe("Kerkpad 12a, 1234 AB Noord");
        beeld["dossiers"]![0]!["client"]!.ToString().ShouldBe("Ama van der Berg-Osei");
    }

    [Fact]
    public async Task A_bsn_goes_out_in_no_answer_and_only_its_end_in_what_was_stored()
    {
        var id = await MeldAsync();
        (await BeeldAsync(anna, id))["personen"]![0]!["bsnBekend"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var path in (string[])[$"/api/v1/huishoudens/{id}", $"/api/v1/huishoudens/{id}/tijdlijn", $"/api/v1/huishoudens/{id}/gebeurtenissen", "/api/v1/taken"])
            (await anna.GetStringAsync(path)).ShouldNotContain(Nummer, Case.Sensitive, path);
        (await anna.GetStringAsync($"/api/v1/huishoudens/{id}/gebeurtenissen")).ShouldContain("*****0019");
        var pagina = await anna.GetStringAsync($"/huishoudens/{id}");
        pagina.ShouldContain("*****0019");
        pagina.ShouldContain(Nummer, Case.Sensitive, "behind a click, for who handles it");
    }

    [Fact]
    public async Task A_secret_address_and_a_bsn_are_kept_from_who_does_not_handle_the_household()
    {
        var id = await MeldAsync();
        await (await anna.CompleteAsync(id, "eerste-beoordeling", "Onderzoek", [])).ReadAsync(200);
        await (await anna.CompleteAsync(id, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        var collega = await house.AsNewAsync("consulent", "wijkteam-noord");
        var beeld = await BeeldAsync(collega, id);
        (beeld["adres"], beeld["adresAfgeschermd"]!.GetValue<bool>()).ShouldBe((null, true));
        foreach (var path in (string[])[$"/api/v1/huishoudens/{id}", $"/api/v1/huishoudens/{id}/tijdlijn", $"/api/v1/huishoudens/{id}/gebeurtenissen", $"/huishoudens/{id}"])
        {
            var gezien = await collega.GetStringAsync(path);
            gezien.ShouldNotContain("Kerkpad", Case.Sensitive, path);
            gezien.ShouldNotContain(Nummer, Case.Sensitive, path);
        }
        (await collega.GetStringAsync($"/huishoudens/{id}")).ShouldContain("Alleen wie dit huishouden behandelt, ziet het adres.");
        (await BeeldAsync(anna, id))["adres"]!.ToString().ShouldBe("Kerkpad 12a, 1234 AB Noord");
        (await anna.GetStringAsync($"/huishoudens/{id}")).ShouldContain(Nummer);
    }

    [Theory]
    [InlineData("naam", """{"roepnaam":"Ama"}""", "huishouden.leden[0].naam.geslachtsnaam", "ACHTERNAAM_ONTBREEKT")]
    [InlineData("geboortedatum", "\"2999\"", "huishouden.leden[0].geboortedatum", "GEBOORTEDATUM_IN_TOEKOMST")]
    [InlineData("geboortedatum", "\"1850-01-01\"", "huishouden.leden[0].geboortedatum", "GEBOORTEDATUM_TE_VROEG")]
    [InlineData("bsn", "\"123456789\"", "huishouden.leden[0].bsn", "BSN_ONJUIST")]
    [InlineData("bsn", "123456782", "huishouden.leden[0].bsn", "BSN_ONJUIST")]
    [InlineData("mail", "\"geen\"", "huishouden.leden[0].mail", "MAIL_ONJUIST")]
    [InlineData("geslacht", "\"zij\"", "huishouden.leden[0].geslacht", "WOORD_ONBEKEND")]
    public async Task What_cannot_be_is_refused_on_its_field(string veld, string waarde, string pad, string code)
    {
        var nee = await (await anna.SendAsync("/api/v1/meldingen", Melding(m => m["huishouden"]!["leden"]![0]![veld] = JsonNode.Parse(waarde)))).ReadAsync(422);
        var fout = nee["fouten"]!.AsArray().ShouldHaveSingleItem()!;
        (fout["pad"]!.ToString(), fout["code"]!.ToString()).ShouldBe((pad, code));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var nee = await (await anna.SendAsync("/api/v1/meldingen", Melding(m =>
        {
            m.Remove("vraag");
            m["huishouden"]!["leden"]![0]!["bsn"] = "123456789";
            (m["huishouden"]!["leden"]![1]!["geboortedatum"], m["adres"]!["postcode"]) = ("2023-02-29", "12");
        }))).ReadAsync(422);
        nee["fouten"]!.AsArray().Select(f => $"{f!["pad"]} {f["code"]}").ShouldBe(
            ["vraag VELD_ONTBREEKT", "huishouden.leden[0].bsn BSN_ONJUIST", "huishouden.leden[1].geboortedatum GEBOORTEDATUM_BESTAAT_NIET", "adres.postcode POSTCODE_ONJUIST"], ignoreOrder: true);
        nee["fouten"]!.AsArray().Select(f => f!["zin"]!.ToString()).ShouldContain("Vul in wat de inwoner vraagt.");
        nee["fouten"]!.AsArray().Select(f => f!["zin"]!.ToString()).ShouldContain("29 februari 2023 bestaat niet.");
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_signal_is_told_at_once()
    {
        var signaal = Calls.Signaal();
        signaal.Remove("wat");
        signaal["adres"] = new JsonObject { ["postcode"] = "12" };
        var nee = await (await anna.SendAsync("/api/v1/signalen", signaal)).ReadAsync(422);
        nee["fouten"]!.AsArray().Select(f => $"{f!["pad"]} {f["code"]}").ShouldBe(["wat VELD_ONTBREEKT", "adres.postcode POSTCODE_ONJUIST"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_date_as_people_write_it_is_for_pages_alone() =>
        (await (await anna.SendAsync("/api/v1/meldingen", Melding(m => m["huishouden"]!["leden"]![0]!["geboortedatum"] = "3 mei 1948"))).ReadAsync(422))["fouten"]!.AsArray().ShouldHaveSingleItem()!["code"]!.ToString().ShouldBe("GEBOORTEDATUM_ONLEESBAAR");

    [Fact]
    public async Task What_is_wrong_with_an_address_is_said_where_the_request_has_it()
    {
        var nee = await (await anna.SendAsync("/api/v1/meldingen", Melding(m => m["adres"]!["postcode"] = "nul"))).ReadAsync(422);
        nee["fouten"]![0]!["pad"]!.ToString().ShouldBe("adres.postcode");
    }

    [Fact]
    public async Task Two_people_with_one_bsn_do_not_fit_in_one_household()
    {
        var nee = await (await anna.SendAsync("/api/v1/meldingen", Melding(m => m["huishouden"]!["leden"]![1]!["bsn"] = Nummer))).ReadAsync(422);
        nee["fouten"]![0]!["pad"]!.ToString().ShouldBe("huishouden.leden[1].bsn");
    }

    [Fact]
    public async Task Who_goes_to_a_household_of_his_own_takes_his_details_along()
    {
        var id = await MeldAsync();
        var nieuw = (await (await anna.SendAsync($"/api/v1/huishoudens/{id}/afsplitsing", new JsonObject { ["personen"] = new JsonArray("p2"), ["naam"] = "Kofi", ["reden"] = "Woont bij oma." })).ReadAsync(201))["huishouden"]!.ToString();
        var kofi = (await BeeldAsync(anna, nieuw))["personen"]![0]!;
        (kofi["naam"]!.ToString(), kofi["gezag"]![0]!.ToString()).ShouldBe(("Kofi Osei", "Ama van der Berg-Osei (ouder)"));
    }
}
