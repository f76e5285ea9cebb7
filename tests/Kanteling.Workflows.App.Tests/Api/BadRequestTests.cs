using System.Net;
using System.Text;
using System.Text.Json.Nodes;

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
            "/api/v1/aanmelden", "/api/v1/afmelden", "/api/v1/bestanden", "/api/v1/huishoudens", "/api/v1/huishoudens/zoeken", "/api/v1/huishoudens/{id}/bijlagen", "/api/v1/huishoudens/{id}/bijlagen/{nummer}", "/api/v1/huishoudens/{id}", "/api/v1/huishoudens/{id}/afsplitsing", "/api/v1/huishoudens/{id}/gebeurtenissen",
            "/api/v1/huishoudens/{id}/mogelijk", "/api/v1/huishoudens/{id}/mogelijk/{verb}", "/api/v1/huishoudens/{id}/samenvoeging", "/api/v1/huishoudens/{id}/tijdlijn", "/api/v1/incidenten",
            "/api/v1/incidenten/{id}/herstel", "/api/v1/incidenten/{id}/opnieuw", "/api/v1/incidenten/{id}/overslaan", "/api/v1/kalender", "/api/v1/klok", "/api/v1/meldingen",
            "/api/v1/signalen", "/api/v1/stilstand", "/api/v1/tekeningen/{id}/versies/{versie}/documenten", "/api/v1/documenten/{soort}/{id}/versies/{versie}", "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties",
            "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties/{nummer}/goedkeuren", "/api/v1/documenten/{soort}/{id}/versies/{versie}/correcties/{nummer}/intrekken",
            "/api/v1/taken", "/api/v1/taken/{id}", "/api/v1/taken/{id}/afronding", "/api/v1/taken/{id}/terugdraaien", "/api/v1/taken/{id}/toewijzing",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task The_document_of_the_API_says_of_every_list_by_pages_which_page_is_asked()
    {
        var paden = JsonNode.Parse(await house.Anonymous().GetStringAsync("/openapi.json"))!["paths"]!.AsObject();
        paden.Where(p => p.Value!["get"]?["parameters"]?.AsArray().Any(q => q!["name"]!.ToString() == "pagina" && q["in"]!.ToString() == "query") == true).Select(p => p.Key).ShouldBe(
            ["/api/v1/huishoudens", "/api/v1/huishoudens/{id}/gebeurtenissen", "/api/v1/huishoudens/{id}/tijdlijn", "/api/v1/incidenten", "/api/v1/stilstand", "/api/v1/taken"], ignoreOrder: true);
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
