using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Hosting;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// <c>openapi.json</c> beside this file is what callers build on. What is served is compared with it, and a change that breaks them is
/// told apart from one that does not.
/// </summary>
public sealed class ContractTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Golden => Path.GetFullPath(Path.Combine(PlacedServer.Folder, "..", "..", "tests", "Kanteling.Workflows.App.Tests", "Api", "openapi.json"));

    [Fact]
    public async Task What_the_document_of_the_API_says_is_what_callers_build_on()
    {
        var served = JsonNode.Parse(await shared.House.Anonymous().GetStringAsync("/openapi.json"))!.AsObject();
        // Where this house happens to listen.
        served.Remove("servers");
        var beside = Path.Combine(AppContext.BaseDirectory, "openapi.json");
        await File.WriteAllTextAsync(beside, served.ToJsonString(Written) + "\n");
        ContractChange.Verdict(JsonNode.Parse(await File.ReadAllTextAsync(Golden))!, served, beside, Golden).ShouldBeNull();
    }

    const string Was = """
        {
          "paths": {
            "/a": {
              "get": {
                "parameters": [{ "name": "status", "in": "query", "schema": { "type": "string", "enum": ["open", "done"] } }],
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Answer" } } } } }
              },
              "post": {
                "parameters": [],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Body" } } } },
                "responses": { "200": {}, "201": {} }
              }
            },
            "/b": { "get": { "responses": {} } }
          },
          "components": { "schemas": {
            "Answer": { "type": "object", "required": ["id"], "properties": {
              "id": { "type": "string" }, "kind": { "type": "string", "enum": ["x", "y"] }, "rows": { "type": "array", "items": { "$ref": "#/components/schemas/Answer" } } } },
            "Body": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": {
              "name": { "type": "string", "minLength": 1, "maxLength": 20 }, "count": { "type": ["null", "integer"], "minimum": 1, "maximum": 9 },
              "word": { "type": "string", "enum": ["p", "q"] }, "who": { "oneOf": [{ "type": "string" }, { "type": "integer" }] },
              "days": { "type": "array", "maxItems": 3, "items": { "type": "object", "additionalProperties": false, "properties": { "day": { "type": "string" } } } },
              "more": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/More" }] } } },
            "More": { "type": "object", "properties": { "a": { "type": "string" } } } } }
        }
        """;

    [Theory]
    [InlineData("paths./b", null, "GET /b is gone")]
    [InlineData("paths./a.get", null, "GET /a is gone")]
    [InlineData("paths./a.post.responses.201", null, "POST /a: 201 is answered no more")]
    [InlineData("paths./a.get.parameters.0.schema.enum", """["open"]""", "GET /a: status (query): done is taken no more")]
    [InlineData("paths./a.get.parameters.0.required", "true", "GET /a: status (query) has to be sent now")]
    [InlineData("paths./a.get.parameters.0", null, "GET /a: status (query) is asked no more")]
    [InlineData("components.schemas.Answer.properties.kind", null, "GET /a: answer 200.kind is answered no more")]
    [InlineData("components.schemas.Answer.required", "[]", "GET /a: answer 200.id is not always answered any more")]
    [InlineData("components.schemas.Answer.properties.id.type", """["null","string"]""", "GET /a: answer 200.id may be null now")]
    [InlineData("components.schemas.Answer.properties.kind.enum", """["x","y","z"]""", "GET /a: answer 200.kind: z was never answered before")]
    [InlineData("components.schemas.Body.required", """["name","count"]""", "POST /a: count has to be sent now")]
    [InlineData("components.schemas.Body.properties.count", null, "POST /a: count is refused now")]
    [InlineData("components.schemas.Body.properties.name.maxLength", "19", "POST /a: name: maxLength is 19 now")]
    [InlineData("components.schemas.Body.properties.name.minLength", "2", "POST /a: name: minLength is 2 now")]
    [InlineData("components.schemas.Body.properties.name.pattern", "\"^a\"", "POST /a: name: pattern is ^a now")]
    [InlineData("components.schemas.Body.properties.count.maximum", "8", "POST /a: count: maximum is 8 now")]
    [InlineData("components.schemas.Body.properties.count.type", "\"integer\"", "POST /a: count has to be integer now")]
    [InlineData("components.schemas.Body.properties.word.enum", """["p"]""", "POST /a: word: q is taken no more")]
    [InlineData("components.schemas.Body.properties.who.oneOf", """[{"type":"string"}]""", "POST /a: who has to be string now")]
    [InlineData("components.schemas.Body.properties.days.maxItems", "2", "POST /a: days: maxItems is 2 now")]
    [InlineData("components.schemas.Body.properties.days.items.properties.day.maxLength", "2", "POST /a: days[].day: maxLength is 2 now")]
    [InlineData("components.schemas.More.properties.a.maxLength", "2", "POST /a: more.a: maxLength is 2 now")]
    [InlineData("components.schemas.More.additionalProperties", "false", "POST /a: more: other fields are refused now")]
    public void A_change_that_breaks_callers_is_named(string at, string? value, string broken)
    {
        var (was, becomes) = (JsonNode.Parse(Was)!, Changed(at, value));
        ContractChange.Breaking(was, becomes).ShouldBe([broken]);
        ContractChange.Verdict(was, becomes, "new", "old")!.ShouldStartWith("This breaks callers:\n" + broken);
    }

    [Theory]
    [InlineData("paths./c", """{"get":{"responses":{}}}""")]
    [InlineData("paths./a.put", """{"responses":{}}""")]
    [InlineData("paths./a.get.parameters.0.schema.enum", """["open","done","late"]""")]
    [InlineData("components.schemas.Answer.properties.extra", """{"type":"string"}""")]
    [InlineData("components.schemas.Answer.properties.kind.enum", """["x"]""")]
    [InlineData("components.schemas.Body.properties.extra", """{"type":"string","maxLength":2}""")]
    [InlineData("components.schemas.Body.required", "[]")]
    [InlineData("components.schemas.Body.properties.name.maxLength", "21")]
    [InlineData("components.schemas.Body.properties.name.maxLength", null)]
    [InlineData("components.schemas.Body.properties.count.type", """["null","number"]""")]
    [InlineData("components.schemas.Body.properties.word.enum", """["p","q","r"]""")]
    [InlineData("components.schemas.Body.properties.who.oneOf", """[{"type":"string"},{"type":"integer"},{"type":"boolean"}]""")]
    [InlineData("components.schemas.Body.properties.name.description", "\"Who it is.\"")]
    public void A_change_that_breaks_nobody_is_only_to_be_kept(string at, string? value)
    {
        var (was, becomes) = (JsonNode.Parse(Was)!, Changed(at, value));
        ContractChange.Breaking(was, becomes).ShouldBeEmpty();
        ContractChange.Verdict(was, becomes, "new", "old").ShouldBe("The API says more than before, and breaks nobody. Keep it, and name it in CHANGELOG.md: cp new old");
    }

    [Fact]
    public void Two_that_are_the_same_need_nothing() => ContractChange.Verdict(JsonNode.Parse(Was)!, JsonNode.Parse(Was)!, "new", "old").ShouldBeNull();

    /// <param name="value">Null takes it away.</param>
    static JsonNode Changed(string at, string? value)
    {
        var document = JsonNode.Parse(Was)!;
        var steps = at.Split('.');
        var holder = steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (holder is JsonArray rows)
            rows.RemoveAt(int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture));
        else if (value is null)
            holder.AsObject().Remove(steps[^1]);
        else
            holder[steps[^1]] = JsonNode.Parse(value);
        return document;
    }
}
