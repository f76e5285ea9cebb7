using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>From a person to a household of another team: only one person at a time, with a reason, written down before anything is shown, and not often.</summary>
public abstract class NoodzoekContract(SharedHouse shared) : IAsyncLifetime
{
    const string Reden = "Zij staat hier aan de balie en is overstuur.";
    const string Zoeken = "/api/v1/noodtoegang/zoeken";

    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    readonly string otherId = Calls.Key(), surname = Surname(), postcode = $"{Random.Shared.Next(1000, 9999)}QZ";
    HttpClient other = null!;
    string household = "";

    OpenStorage Storage => house.Services.GetRequiredService<OpenStorage>();

    static string Surname() => "Nood" + string.Concat(Guid.NewGuid().ToString("n").Select(c => (char)('a' + (char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10))).Take(12));

    public async Task InitializeAsync()
    {
        other = await house.AsNewAsync("consulent", "wijkteam-zuid", otherId);
        household = await TellAsync(new JsonObject { ["naam"] = $"Ama van der {surname}", ["geboortedatum"] = "1985-02-03" }, new JsonObject { ["naam"] = $"Kofi van der {surname}", ["geboortedatum"] = "2015-05-06" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A household of team noord that Anna treats.</summary>
    async Task<string> TellAsync(params JsonObject[] people)
    {
        var id = (await (await anna.SendAsync("/api/v1/meldingen", new JsonObject
        {
            ["huishouden"] = new JsonObject { ["naam"] = $"Gezin {surname}", ["leden"] = new JsonArray([.. people]) }, ["adres"] = new JsonObject { ["straat"] = "Kerkpad", ["huisnummer"] = "12a", ["postcode"] = postcode, ["woonplaats"] = "Noord" },
            ["client"] = 0, ["vraag"] = "Hulp.", ["kanaal"] = "telefoon", ["tochNieuw"] = true,
        })).ReadAsync(201))["huishouden"]!.ToString();
        await (await anna.CompleteAsync(id, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(id, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        return id;
    }

    JsonObject Ama() => new() { ["voornaam"] = "Ama", ["achternaam"] = $"van der {surname}", ["geboortedatum"] = "1985-02-03", ["reden"] = Reden };

    async Task<JsonArray> AskAsync(JsonObject who, HttpClient? by = null)
    {
        who["reden"] ??= Reden;
        return (await (await (by ?? other).SendAsync(Zoeken, who)).ReadAsync(200))["huishoudens"]!.AsArray();
    }

    async Task<List<string>> LooksAsync(string at) => [.. await ((SqlStore)Storage.Store).ListAsync("SELECT what FROM dossier_reads WHERE stream = $1 AND user_id = $2", r => r.GetString(0), default, at, otherId)];

    [Fact]
    public async Task Whoever_is_meant_is_found_by_name_and_birth_date_by_address_and_by_bsn_and_nothing_more_is_shown()
    {
        (await other.SearchAsync(surname)).ShouldNotContain(household);
        var found = (await AskAsync(Ama())).ShouldHaveSingleItem()!.AsObject();
        found.Select(p => p.Key).ShouldBe(["huishoudenId", "mensen", "wijk", "alInzage", "noodtoegangTot"], ignoreOrder: true);
        found["huishoudenId"]!.ToString().ShouldBe(household);
        found["alInzage"]!.GetValue<bool>().ShouldBeFalse();
        found["mensen"]!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldBe($$"""{"naam":"Ama van der {{surname}}","geboren":"1985-02-03","bijzonder":null}""");
        var byAddress = (await AskAsync(new JsonObject { ["achternaam"] = surname, ["postcode"] = postcode.ToLowerInvariant(), ["huisnummer"] = "12" })).ShouldHaveSingleItem()!;
        byAddress["mensen"]!.AsArray().Count.ShouldBe(2, "of one house, both with one button");
        // Nobody is in it yet: the household stays closed.
        await other.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await AskAsync(new JsonObject { ["achternaam"] = surname, ["postcode"] = postcode, ["huisnummer"] = "13" })).ShouldBeEmpty();
        (await AskAsync(new JsonObject { ["bsn"] = "123456782" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_of_one_name_and_day_are_told_apart_and_one_that_he_sees_is_opened_plainly()
    {
        var hers = (await (await other.SendAsync("/api/v1/meldingen", new JsonObject
        {
            ["huishouden"] = new JsonObject { ["naam"] = "Zuid", ["leden"] = new JsonArray(new JsonObject { ["naam"] = new JsonObject { ["roepnaam"] = "Ama", ["geslachtsnaam"] = surname }, ["geboortedatum"] = "1985-02-03", ["bsn"] = "999990019" }) },
            ["client"] = 0, ["vraag"] = "Hulp.", ["kanaal"] = "telefoon", ["tochNieuw"] = true,
        })).ReadAsync(201))["huishouden"]!.ToString();
        var found = await AskAsync(Ama());
        found.ToDictionary(h => h!["huishoudenId"]!.ToString(), h => h!["alInzage"]!.GetValue<bool>()).ShouldBe(new Dictionary<string, bool> { [household] = false, [hers] = true }, ignoreOrder: true);
        (await LooksAsync(household)).ShouldBe(["zoeken (noodtoegang)"]);
        (await LooksAsync(hers)).ShouldBe(["zoeken"]);
        (await AskAsync(new JsonObject { ["bsn"] = "999990019" })).Select(h => h!["huishoudenId"]!.ToString()).ShouldContain(hers);
        var page = WebUtility.HtmlDecode(await (await SubmitAsync(Ama())).Content.ReadAsStringAsync());
        page.ShouldContain("Dit kunnen meer mensen zijn");
        page.ShouldContain("Dit huishouden mag u gewoon zien.");
        page.ShouldContain($"href=\"/huishoudens/{hers}\"");
        page.ShouldNotContain($"action=\"/huishoudens/{hers}/noodtoegang\"");
    }

    [Fact]
    public async Task Who_asked_and_why_is_written_with_what_was_shown_and_never_what_was_typed()
    {
        await AskAsync(Ama());
        await AskAsync(new JsonObject { ["voornaam"] = "Niemand", ["achternaam"] = surname, ["geboortedatum"] = "1901-02-03", ["reden"] = "Een andere reden om te zoeken." });
        var asked = await Storage.EmergencyQuestions.OfAsync(new(otherId), 10);
        asked.Select(q => (q.Question.Reason, string.Join(" ", q.Shown))).ShouldBe([("Een andere reden om te zoeken.", ""), (Reden, household)]);
        (await LooksAsync(household)).ShouldBe(["zoeken (noodtoegang)"]);
        // Nobody is told before it is opened.
        var chantal = await house.AsAsync("chantal");
        (await chantal.GetStringAsync("/api/v1/noodtoegang")).ShouldNotContain(household);
    }

    [Fact]
    public async Task What_is_not_one_person_or_has_no_reason_is_refused_with_all_that_is_missing_and_does_not_count()
    {
        var nothing = await other.SendAsync(Zoeken, new JsonObject { ["achternaam"] = surname, ["reden"] = "balie" }).ShouldBeProblemAsync(422, "NOOD_WIE_NODIG");
        nothing.ToJsonString().ShouldContain("NOOD_GEBOORTEDATUM_NODIG");
        nothing.ToJsonString().ShouldContain("NOOD_REDEN_KORT");
        var unreasoned = Ama();
        unreasoned["reden"] = "x  x  x  x  x  x  x";
        await other.SendAsync(Zoeken, unreasoned).ShouldBeProblemAsync(422, "NOOD_REDEN_KORT");
        (await Storage.EmergencyQuestions.OfAsync(new(otherId), 10)).ShouldBeEmpty();
        foreach (var name in (string[])["bram", "esra", "fenna"])
        {
            var closed = await house.AsAsync(name);
            await closed.SendAsync(Zoeken, Ama()).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
            ((int)(await closed.GetAsync("/noodtoegang/zoeken")).StatusCode).ShouldBe(403);
        }
    }

    [Fact]
    public async Task A_shielded_stream_is_not_found_and_a_secret_address_has_no_wijk_and_is_found_by_no_address()
    {
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorg" })).ReadAsync(201);
        var found = await AskAsync(Ama());
        found.ShouldHaveSingleItem()!["huishoudenId"]!.ToString().ShouldBe(household);
        found.ToJsonString().ShouldNotContain(begun["huishouden"]!.ToString());
        found[0]!["wijk"].ShouldNotBeNull();

        var secret = await TellAsync(new JsonObject { ["naam"] = $"Geheim {surname}", ["geboortedatum"] = "1990-01-01", ["geheimAdres"] = true });
        var hidden = (await AskAsync(new JsonObject { ["voornaam"] = "Geheim", ["achternaam"] = surname, ["geboortedatum"] = "1990-01-01" })).ShouldHaveSingleItem()!;
        (hidden["huishoudenId"]!.ToString(), hidden["wijk"]).ShouldBe((secret, null));
        (await AskAsync(new JsonObject { ["achternaam"] = surname, ["postcode"] = postcode, ["huisnummer"] = "12a" })).Select(h => h!["huishoudenId"]!.ToString()).ShouldBe([household]);
    }

    [Fact]
    public async Task After_twenty_in_a_day_no_more_is_asked_also_when_many_come_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => other.SendAsync(Zoeken, Ama())));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(20);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(10);
        await other.SendAsync(Zoeken, Ama()).ShouldBeProblemAsync(429, "NOOD_TE_VAAK");
        (await SubmitAsync(Ama())).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Storage.EmergencyQuestions.OfAsync(new(otherId), 100)).Count.ShouldBe(20);
        // Another person may, and he himself a day later.
        (await AskAsync(Ama(), await house.AsNewAsync("consulent", "wijkteam-zuid"))).ShouldNotBeEmpty();
        var last = (await Storage.EmergencyQuestions.OfAsync(new(otherId), 1))[0].Question;
        (await Storage.EmergencyQuestions.TakeAsync(new() { Id = Calls.Key(), UserId = last.UserId, At = last.At.AddHours(24), Reason = Reden }, 20, TimeSpan.FromHours(24))).ShouldBeTrue();
    }

    /// <summary>The same on the page.</summary>
    Task<HttpResponseMessage> SubmitAsync(JsonObject who) => other.SubmitAsync("/noodtoegang/zoeken", "/noodtoegang/zoeken", who.Select(f => new KeyValuePair<string, string>(f.Key, f.Value!.ToString())));

    [Fact]
    public async Task On_the_page_a_search_that_found_nobody_leads_to_the_household_in_two_forms()
    {
        (await other.SearchAsync(surname)).ShouldContain("href=\"/noodtoegang/zoeken\"");
        (await other.PageAsync("/")).ShouldContain("<a href=\"/noodtoegang\"");
        (await other.PageAsync("/noodtoegang")).ShouldContain("href=\"/noodtoegang/zoeken\"");
        var short0 = Ama();
        (short0["reden"], short0["geboortedatum"]) = ("balie", "3 feb 1985");
        var refused = await SubmitAsync(short0);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        page.ShouldContain("Schrijf in een hele zin");
        page.ShouldContain("value=\"3 feb 1985\"", customMessage: "what was typed stays");
        page.ShouldContain(">balie</textarea>");
        page.ShouldNotContain(household);

        short0["reden"] = Reden;
        var found = await SubmitAsync(short0);
        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        page = WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync());
        page.ShouldContain("geboren 3 februari 1985");
        page.ShouldContain("Wijk: Noord");
        page.ShouldNotContain($"Gezin {surname}");
        var form = Regex.Match(page, $"<form method=\"post\" action=\"/huishoudens/{household}/noodtoegang\">.*?</form>", RegexOptions.Singleline).Value;
        var fields = Regex.Matches(form, "name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, m.Groups[2].Value));
        (await other.PostAsync($"/huishoudens/{household}/noodtoegang", new FormUrlEncodedContent(fields))).Headers.Location!.ToString().ShouldBe($"/huishoudens/{household}");
        (await other.PageAsync($"/huishoudens/{household}")).ShouldContain("U kijkt met noodtoegang");
        JsonNode.Parse(await anna.GetStringAsync("/api/v1/noodtoegang"))!.AsArray().ShouldContain(n => n!["huishoudenId"]!.ToString() == household && n["reden"]!.ToString() == Reden);
        WebUtility.HtmlDecode(await (await SubmitAsync(short0)).Content.ReadAsStringAsync()).ShouldContain("U hebt hier al noodtoegang");
    }
}

public sealed class NoodzoekTests(SharedHouse shared) : NoodzoekContract(shared), IClassFixture<SharedHouse>;

public sealed class PostgresNoodzoekTests(SharedPostgresHouse shared) : NoodzoekContract(shared), IClassFixture<SharedPostgresHouse>;
