using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Whatever comes in gets a problem with a stable code and a Dutch sentence; nothing changes and nothing is a 500.</summary>
public sealed class BadRequestTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    Task<HttpResponseMessage> PostAsync(string text, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/meldingen") { Content = new StringContent(text, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return anna.SendAsync(request);
    }

    [Theory]
    [InlineData("{", "JSON_ONLEESBAAR")]
    [InlineData("", "JSON_ONLEESBAAR")]
    [InlineData("[]", "GEEN_OBJECT")]
    [InlineData("null", "GEEN_OBJECT")]
    [InlineData("{\"vraag\":1,\"vraag\":2}", "JSON_ONLEESBAAR")]
    public async Task What_is_no_object_of_JSON_is_400(string text, string code) => await PostAsync(text).ShouldBeProblemAsync(400, code);

    [Fact]
    public async Task JSON_nested_a_thousand_deep_is_400() =>
        await PostAsync("{\"vraag\":" + new string('[', 1000) + new string(']', 1000) + "}").ShouldBeProblemAsync(400, "JSON_ONLEESBAAR");

    [Fact]
    public async Task Half_a_character_is_no_500() =>
        ((int)(await PostAsync("{\"vraag\":\"\\ud800\",\"kanaal\":\"x\"}")).StatusCode).ShouldBeInRange(400, 499);

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0001')]
    [InlineData('\u000b')]
    [InlineData('\u001b')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    public async Task A_character_that_nobody_types_is_400_with_a_sentence_wherever_it_stands(char teken)
    {
        foreach (var body in (JsonObject[])[Met(m => m["vraag"] = $"Hulp{teken} gevraagd"), Met(m => m["huishouden"]!["leden"]![0]!["naam"] = $"Jan{teken}sen"), Met(m => m[$"on{teken}zin"] = 1)])
            await anna.SendAsync("/api/v1/meldingen", body).ShouldBeProblemAsync(400, "TEKEN_ONLEESBAAR");
        var escaped = Uri.EscapeDataString(teken.ToString());
        await anna.GetAsync($"/api/v1/huishoudens?zoek=jan{escaped}sen").ShouldBeProblemAsync(400, "TEKEN_ONLEESBAAR");
        // A client of ours cannot ask a path with a zero in it.
        if (teken != '\0')
            await anna.GetAsync($"/api/v1/huishoudens/{escaped}").ShouldBeProblemAsync(400, "TEKEN_ONLEESBAAR");
        foreach (var (from, to, field) in ((string, string, string)[])[("/zoeken", "/zoeken", "zoek"), ("/meldingen/nieuw", "/meldingen/nieuw", "vraag"), ("/aanmelden", "/aanmelden", "naam")])
        {
            var answer = await anna.SubmitAsync(from, to, [new(field, $"Jan{teken}sen")]);
            ((int)answer.StatusCode).ShouldBe(400, to);
            System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Er staat een teken in dat we niet kunnen lezen.");
        }
        static JsonObject Met(Action<JsonObject> change)
        {
            var body = Calls.Melding();
            change(body);
            return body;
        }
    }

    [Fact]
    public async Task Line_ends_and_tabs_are_text_and_a_mark_of_UTF8_before_it_is_none()
    {
        var body = Calls.Melding(Calls.Family());
        body["vraag"] = "De trap\r\ngaat\tniet meer.";
        (await PostAsync('\ufeff' + body.ToJsonString())).StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
        var bram = await house.AsAsync("bram");
        var drawing = new HttpRequestMessage(HttpMethod.Post, "/elsa/api/workflow-definitions")
        {
            Content = new StringContent('\ufeff' + Elsa.StudioCalls.Request(Elsa.StudioCalls.Model("Met een merk")).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        ((int)(await bram.SendAsync(drawing)).StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData("03-11-2026")]
    [InlineData("11/03/2026")]
    [InlineData("3 november 2026")]
    [InlineData("2026-11-3")]
    [InlineData("2026-11-03T09:00:00")]
    [InlineData("2026-11-03 09:00:00+01:00")]
    [InlineData("2026-11-03T25:00:00Z")]
    [InlineData("2026-02-30")]
    [InlineData("09:00")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_day_that_can_be_read_in_two_ways_or_is_none_is_not_guessed(string ontvangen)
    {
        var body = Calls.Melding(Calls.Family());
        body["ontvangenOp"] = ontvangen;
        var problem = await anna.SendAsync("/api/v1/meldingen", body).ShouldBeProblemAsync(422, "MELDING_ONJUIST");
        problem["fouten"]!.AsArray().ShouldHaveSingleItem()!["pad"]!.ToString().ShouldStartWith("ontvangen");
    }

    [Theory]
    [InlineData("2026-11-03", "2026-11-03")]
    [InlineData("2026-11-03T09:00Z", "2026-11-03")]
    [InlineData("2026-11-02T23:30:00.5Z", "2026-11-03")]
    [InlineData("2026-11-03T23:30:00+01:00", "2026-11-03")]
    public async Task A_day_is_that_of_the_gemeente(string ontvangen, string dag)
    {
        var body = Calls.Melding(Calls.Family());
        body["ontvangenOp"] = ontvangen;
        var household = (await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString();
        (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/gebeurtenissen")).Content.ReadAsStringAsync()).ShouldContain($"\"ontvangen\":\"{dag}\"");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413() =>
        await PostAsync("{\"vraag\":\"" + new string('a', 600_000) + "\"}").ShouldBeProblemAsync(413, "VERZOEK_TE_GROOT");

    [Fact]
    public async Task Another_type_than_JSON_is_415() => await PostAsync("vraag=x", "application/x-www-form-urlencoded").ShouldBeProblemAsync(415, "GEEN_JSON");

    [Fact]
    public async Task A_POST_without_a_key_is_400()
    {
        await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key: null).ShouldBeProblemAsync(400, "IDEMPOTENCY_KEY_ONTBREEKT");
        await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), key: new string('k', 201)).ShouldBeProblemAsync(400, "IDEMPOTENCY_KEY_TE_LANG");
    }

    [Theory]
    [InlineData("/api/v1/bestaat-niet", "PAGINA_ONBEKEND")]
    [InlineData("/api/v1/huishoudens/bestaat-niet", "HUISHOUDEN_ONBEKEND")]
    [InlineData("/api/v1/huishoudens/def-toegang", "HUISHOUDEN_ONBEKEND")]
    [InlineData("/api/v1/taken/bestaat-niet", "TAAK_ONBEKEND")]
    [InlineData("/api/v1/taken/def-toegang-1", "TAAK_ONBEKEND")]
    public async Task What_does_not_exist_is_404(string path, string code) => await anna.GetAsync(path).ShouldBeProblemAsync(404, code);

    [Fact]
    public async Task HEAD_answers_as_GET_without_what_it_says_at_every_address()
    {
        var routes = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(e => "/" + Regex.Replace(e.RoutePattern.RawText!, @"\{\*?\w+(:\w+)?\}", "1").TrimStart('/')).Distinct().ToList();
        routes.Count.ShouldBeGreaterThan(60);
        foreach (var route in routes)
        {
            using var get = await anna.GetAsync(route);
            using var head = await anna.SendAsync(new HttpRequestMessage(HttpMethod.Head, route));
            (head.StatusCode, head.Content.Headers.ContentType?.ToString()).ShouldBe((get.StatusCode, get.Content.Headers.ContentType?.ToString()), route);
            (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty(route);
        }
    }

    [Fact]
    public async Task Another_method_is_405() =>
        await anna.DeleteAsync("/api/v1/taken").ShouldBeProblemAsync(405, "METHODE_NIET_MOGELIJK");

    [Theory]
    [InlineData("zes weken", "DUUR_ONBEKEND")]
    [InlineData("P-1D", "DUUR_ONBEKEND")]
    [InlineData("P9999W", "DUUR_TE_LANG")]
    public async Task A_clock_is_moved_by_a_duration(string duration, string code) =>
        await anna.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = duration }).ShouldBeProblemAsync(422, code);

    [Fact]
    public async Task Every_answer_forbids_being_framed_cached_or_guessed()
    {
        var response = await anna.GetAsync("/api/v1/taken");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_document_of_the_API_names_every_path_of_version_1()
    {
        var document = JsonNode.Parse(await house.Anonymous().GetStringAsync("/openapi.json"))!;
        document["paths"]!.AsObject().Select(p => p.Key).ShouldBe(
        [
            "/api/v1/aanmelden", "/api/v1/aanmeldingen", "/api/v1/aanmeldingen/{id}/beeindigen", "/api/v1/afmelden", "/api/v1/bestanden", "/api/v1/huishoudens", "/api/v1/huishoudens/zoeken", "/api/v1/huishoudens/{id}/bijlagen", "/api/v1/huishoudens/{id}/bijlagen/{nummer}", "/api/v1/huishoudens/{id}", "/api/v1/huishoudens/{id}/afsplitsing", "/api/v1/huishoudens/{id}/gebeurtenissen",
            "/api/v1/huishoudens/{id}/mogelijk", "/api/v1/huishoudens/{id}/mogelijk/{verb}", "/api/v1/huishoudens/{id}/samenvoeging", "/api/v1/huishoudens/{id}/tijdlijn", "/api/v1/incidenten",
            "/api/v1/incidenten/{id}/herstel", "/api/v1/incidenten/{id}/opnieuw", "/api/v1/incidenten/{id}/overslaan", "/api/v1/kalender", "/api/v1/klok", "/api/v1/meldingen", "/api/v1/noodtoegang", "/api/v1/noodtoegang/zoeken", "/api/v1/noodtoegang/{id}", "/api/v1/noodtoegang/{id}/gezien", "/api/v1/noodtoegang/{id}/sluiten", "/api/v1/huishoudens/{id}/noodtoegang",
            "/api/v1/signalen", "/api/v1/stilstand", "/api/v1/tekeningen/{id}/versies/{versie}/documenten", "/api/v1/documenten/{soort}/{id}/versies/{versie}", "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties",
            "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties/{nummer}/goedkeuren", "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties/{nummer}/intrekken",
            "/api/v1/gebruikers", "/api/v1/gebruikers/{id}", "/api/v1/gebruikers/{id}/link", "/api/v1/gebruikers/{id}/token", "/api/v1/gebruikers/{id}/wijziging", "/api/v1/gebruikers/{id}/wijzigingen",
            "/api/v1/rolwijzigingen", "/api/v1/rolwijzigingen/{nummer}/bevestigen", "/api/v1/rolwijzigingen/{nummer}/goedkeuren", "/api/v1/rolwijzigingen/{nummer}/intrekken",
            "/api/v1/taken", "/api/v1/taken/{id}", "/api/v1/taken/{id}/afronding", "/api/v1/taken/{id}/terugdraaien", "/api/v1/taken/{id}/toewijzing",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task The_document_of_the_API_says_of_every_list_by_pages_which_page_is_asked()
    {
        var paden = JsonNode.Parse(await house.Anonymous().GetStringAsync("/openapi.json"))!["paths"]!.AsObject();
        paden.Where(p => p.Value!["get"]?["parameters"]?.AsArray().Any(q => q!["name"]!.ToString() == "pagina" && q["in"]!.ToString() == "query") == true).Select(p => p.Key).ShouldBe(
            ["/api/v1/gebruikers", "/api/v1/gebruikers/{id}/wijzigingen", "/api/v1/rolwijzigingen", "/api/v1/huishoudens", "/api/v1/huishoudens/{id}/gebeurtenissen", "/api/v1/huishoudens/{id}/tijdlijn", "/api/v1/incidenten", "/api/v1/stilstand", "/api/v1/taken"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/api/v1/taken/{id}", "get", "Taak")]
    [InlineData("/api/v1/taken/{id}/afronding", "post", "Gevolg")]
    [InlineData("/api/v1/huishoudens/{id}", "get", "HuishoudenBeeld")]
    [InlineData("/api/v1/aanmelden", "post", "WieBenIk")]
    [InlineData("/api/v1/klok", "post", "Sprong")]
    [InlineData("/api/v1/documenten/{soort}/{id}/versies/{versie}", "get", "DocumentBeeld")]
    public async Task The_document_of_the_API_tells_what_is_answered_and_not_how_it_is_made(string path, string method, string schema)
    {
        var text = await house.Anonymous().GetStringAsync("/openapi.json");
        text.ShouldNotContain("Uitslag");
        JsonNode.Parse(text)!["paths"]![path]![method]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.ToString().ShouldBe("#/components/schemas/" + schema);
    }
}
