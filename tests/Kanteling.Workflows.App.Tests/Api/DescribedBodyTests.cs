using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Verzoeken;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Every body has one description. Whatever is not as it says is refused on its field, and nothing is done.</summary>
public sealed partial class DescribedBodyTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    sealed record Door(string Method, string Path, Verzoekbeschrijving Body);

    /// <summary>Something that may not stand at a place, with where the fault is told and its code.</summary>
    sealed record Wrong(JsonNode? Value, string At, string Code);

    IEnumerable<Endpoint> Endpoints => shared.House.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    IReadOnlyList<Door> Doors =>
    [
        .. from endpoint in Endpoints.OfType<RouteEndpoint>()
           let body = endpoint.Metadata.GetMetadata<Beschreven>()?.Beschrijving
           where body is not null
           select new Door(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single(), "/" + Hole().Replace(endpoint.RoutePattern.RawText!, "1").Trim('/'), body),
    ];

    [GeneratedRegex(@"\{\w+(:\w+)?\}")]
    private static partial Regex Hole();

    [Fact]
    public void Every_door_of_the_API_that_changes_something_has_a_description_of_its_body()
    {
        Undescribed(Endpoints).ShouldBeEmpty("say what its body is with MetJson, or that it has none with ZonderJson");
        Doors.Count.ShouldBeGreaterThan(15);
        var forgotten = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/v1/vergeten"), 0) { Metadata = { new HttpMethodMetadata(["POST"]) } };
        Undescribed([forgotten.Build()]).ShouldBe(["/api/v1/vergeten"]);
    }

    static IEnumerable<string> Undescribed(IEnumerable<Endpoint> endpoints) => endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(Wijziging.Verandert) != false)
        .Where(e => e.Metadata.GetMetadata<Beschreven>() is null && e.Metadata.GetMetadata<HeeftBestand>() is null).Select(e => e.RoutePattern.RawText!);

    [Fact]
    public void What_is_as_described_has_nothing_wrong()
    {
        foreach (var door in Doors)
            door.Body.Fouten(Sample(door.Body.Geheel).AsObject()).ShouldBeEmpty(door.Path);
    }

    [Fact]
    public async Task What_is_not_as_described_is_refused_on_its_field_and_nothing_is_done()
    {
        var before = Commits();
        foreach (var door in Doors)
        {
            foreach (var wrong in Wrongs(door.Body.Geheel).Where(w => w.At.Length > 0))
            {
                var because = $"{door.Method} {door.Path} {wrong.At} {wrong.Code} {wrong.Value?.ToJsonString()[..Math.Min(200, wrong.Value.ToJsonString().Length)]}";
                var (status, code) = door.Body.DoorHandeling is { } own ? (422, own) : (400, "VERZOEK_ONJUIST");
                var answer = await SendAsync(door, wrong.Value!);
                var problem = await answer.ReadAsync((int)answer.StatusCode);
                ((int)answer.StatusCode, problem["code"]!.ToString()).ShouldBe((status, code), because);
                var faults = problem["fouten"]!.AsArray().Select(f => ($"{f!["pad"]}", $"{f["code"]}")).ToList();
                // Of how many there are, and which household it is, the act itself has more to say.
                faults.ShouldContain(f => f.Item1 == wrong.At && (f.Item2 == wrong.Code || f.Item2 == "MELDING_LEDEN" || f.Item2 == "MELDING_HUISHOUDEN"), because);
                problem["fouten"]!.AsArray().ShouldAllBe(f => !f!["zin"]!.ToString().Contains(f["code"]!.ToString()) && f["zin"]!.ToString().EndsWith('.'), because);
            }
        }
        Commits().ShouldBe(before);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var problem = await shared.Anna.SendAsync("/api/v1/taken/x-1/toewijzing", new JsonObject { ["aan"] = 5, ["reden"] = new string('x', 20_001), ["onzin"] = 1 }, ifMatch: "\"1\"").ShouldBeProblemAsync(400, "VERZOEK_ONJUIST");
        problem["fouten"]!.AsArray().Select(f => $"{f!["pad"]} {f["code"]} {f["zin"]}").ShouldBe(
        [
            "onzin VELD_ONBEKEND We kennen het veld \"onzin\" niet.", "aan VELD_VORM Aan: hier hoort een tekst.", "reden VELD_TE_LANG Reden: gebruik niet meer dan 20000 tekens.",
        ]);
    }

    [Fact]
    public async Task A_door_without_a_body_takes_none_or_an_empty_one()
    {
        var door = Doors.First(d => d.Path.EndsWith("/intrekken", StringComparison.Ordinal));
        foreach (var (body, code) in ((string?, string)[])[(null, "NIET_BEVOEGD"), ("", "NIET_BEVOEGD"), ("{}", "NIET_BEVOEGD"), ("""{"reden":"x"}""", "VERZOEK_ONJUIST"), ("[]", "GEEN_OBJECT")])
        {
            using var answer = await SendAsync(door, body);
            (await answer.ReadAsync((int)answer.StatusCode))["code"]!.ToString().ShouldBe(code, body);
        }
    }

    [Fact]
    public async Task The_document_of_the_API_is_made_of_the_same_descriptions()
    {
        var document = JsonNode.Parse(await shared.House.Anonymous().GetStringAsync("/openapi.json"))!;
        var named = document["components"]!["schemas"]!;
        foreach (var group in Doors.Where(d => !d.Body.Velden.IsEmpty).SelectMany(d => Groups(d.Body.Geheel)).DistinctBy(g => g.Naam))
        {
            var schema = named[group.Naam]!;
            schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse(group.Naam);
            schema["properties"]!.AsObject().Select(p => p.Key).ShouldBe(group.Velden.Select(v => v.Naam), group.Naam);
            (schema["required"]?.AsArray() ?? []).Select(r => r!.ToString()).ShouldBe(group.Velden.Where(v => v.Ontbreekt is not null).Select(v => v.Naam), group.Naam);
        }
        foreach (var door in Doors)
            (document["paths"]!.AsObject().Single(p => Hole().Replace(p.Key, "1") == door.Path).Value![door.Method.ToLowerInvariant()]!["requestBody"] is not null).ShouldBe(!door.Body.Velden.IsEmpty, door.Path);
    }

    static IEnumerable<Groep> Groups(Verzoekvorm form) => form switch
    {
        Groep group => group.Velden.SelectMany(v => Groups(v.Vorm)).Prepend(group),
        Reeks list => Groups(list.Van),
        EenVan some => some.Vormen.SelectMany(Groups),
        _ => [],
    };

    /// <summary>Everything that may be said.</summary>
    static JsonNode Sample(Verzoekvorm form) => form switch
    {
        Groep group => new JsonObject(group.Velden.Select(v => KeyValuePair.Create(v.Naam, (JsonNode?)Sample(v.Vorm)))),
        Reeks list => new JsonArray(Sample(list.Van)),
        EenVan some => Sample(some.Vormen.FirstOrDefault(v => v is Groep) ?? some.Vormen[0]),
        Keuze choice => choice.Woorden[0],
        Dagvorm or Momentvorm => "2026-03-02",
        Getalvorm number => number.Laagste,
        JaNeevorm => true,
        VrijeInhoud => new JsonObject(),
        _ => "x",
    };

    static IEnumerable<Wrong> Wrongs(Verzoekvorm form) => form switch
    {
        Groep group => group.Velden.SelectMany(v => Wrongs(group, v)).Append(new(With(group, "onzin", 1), "onzin", "VELD_ONBEKEND")).Append(new("x", "", "VELD_VORM")),
        Reeks list => Wrongs(list.Van).Where(w => w.Value is not null).Select(w => new Wrong(new JsonArray(w.Value!.DeepClone()), "[0]" + (w.At.Length == 0 || w.At[0] == '[' ? w.At : "." + w.At), w.Code))
            .Append(new("x", "", "VELD_VORM")).Append(new(new JsonArray([.. Enumerable.Repeat(0, list.Meeste + 1).Select(_ => (JsonNode)Sample(list.Van))]), "", "VELD_TE_VEEL")),
        EenVan some => some.Vormen.SelectMany(Wrongs).Where(w => w.Code != "VELD_VORM" || w.At.Length > 0).Append(new(true, "", "VELD_VORM")),
        Vrijetekst text => [new(5, "", "VELD_VORM"), new(new string('x', text.Langste + 1), "", "VELD_TE_LANG")],
        Keuze => [new(5, "", "VELD_VORM"), new("onzin", "", "WOORD_ONBEKEND")],
        Dagvorm => [new(5, "", "VELD_VORM"), new("02-03-2026", "", "VELD_GEEN_DATUM")],
        Momentvorm => [new(5, "", "VELD_VORM"), new("02-03-2026", "", "VELD_GEEN_MOMENT")],
        Getalvorm number => [new("1", "", "VELD_VORM"), new(1.5, "", "VELD_VORM"), new(number.Laagste - 1, "", "VELD_BEREIK"), new(number.Hoogste + 1, "", "VELD_BEREIK")],
        JaNeevorm => [new("ja", "", "VELD_GEEN_JA_NEE")],
        VrijeInhoud => [new("x", "", "VELD_VORM")],
        _ => [],
    };

    static IEnumerable<Wrong> Wrongs(Groep group, Verzoekveld field)
    {
        foreach (var wrong in Wrongs(field.Vorm))
            yield return new(With(group, field.Naam, wrong.Value?.DeepClone()), field.Naam + (wrong.At.Length == 0 || wrong.At[0] == '[' ? wrong.At : "." + wrong.At), wrong.Code);
        if (field.Ontbreekt is not { } missing)
            yield break;
        // Of a group that is missing its own fields are named.
        var (at, code) = field.Vorm is Groep inner && inner.Velden.FirstOrDefault(v => v.Ontbreekt is not null) is { } first ? ($"{field.Naam}.{first.Naam}", first.Ontbreekt!.Value.Code) : (field.Naam, missing.Code);
        var without = Sample(group).AsObject();
        without.Remove(field.Naam);
        yield return new(without, at, code);
        yield return new(With(group, field.Naam, null), at, code);
        if (field.Vorm is Tekstvorm)
            yield return new(With(group, field.Naam, " "), at, code);
        if (field.Vorm is Reeks)
            yield return new(With(group, field.Naam, new JsonArray()), at, code);
    }

    static JsonObject With(Groep group, string name, JsonNode? value)
    {
        var body = Sample(group).AsObject();
        body[name] = value;
        return body;
    }

    Task<HttpResponseMessage> SendAsync(Door door, JsonNode body) => SendAsync(door, body.ToJsonString());

    Task<HttpResponseMessage> SendAsync(Door door, string? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Calls.Key());
        request.Headers.Add("If-Match", "\"1\"");
        return shared.Anna.SendAsync(request);
    }

    long Commits()
    {
        using var connection = new SqliteConnection($"Data Source={shared.House.Target};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM commits";
        return (long)command.ExecuteScalar()!;
    }
}
