using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What Studio says to the program, in short.</summary>
static class StudioCalls
{
    public const string Root = "/elsa/api";

    public static Task<HttpResponseMessage> StudioAsync(this HttpClient client, HttpMethod method, string path, JsonNode? body = null) => client.SendAsync(new HttpRequestMessage(method, Root + path)
    {
        Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
    });

    public static async Task<JsonObject> StudioGetAsync(this HttpClient client, string path) => await (await client.GetAsync(Root + path)).ReadAsync(200);

    public static async Task<JsonObject> StudioPostAsync(this HttpClient client, string path, JsonNode? body = null, int status = 200) =>
        await (await client.StudioAsync(HttpMethod.Post, path, body ?? new JsonObject())).ReadAsync(status);

    /// <summary>Saves a model; gives what Studio replaces its own by.</summary>
    public static async Task<JsonObject> SaveAsync(this HttpClient client, JsonObject model) =>
        (await client.StudioPostAsync("/workflow-definitions", Request(model)))["workflowDefinition"]!.AsObject();

    public static JsonObject Request(JsonObject model, bool publish = false) => new() { ["model"] = model.DeepClone(), ["publish"] = publish };

    public static Task<JsonObject> OpenAsync(this HttpClient client, string definitionId, string versions = "Latest") =>
        client.StudioGetAsync($"/workflow-definitions/by-definition-id/{definitionId}?versionOptions={versions}");

    /// <summary>That this is Studio's form of a refusal, with this code and Dutch sentences.</summary>
    public static async Task<string[]> ShouldBeRefusedAsync(this Task<HttpResponseMessage> asked, string code, int status = 400)
    {
        var response = await asked;
        var body = await response.ReadAsync(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (body["statusCode"]!.GetValue<int>(), body["code"]!.ToString()).ShouldBe((status, code));
        body["message"]!.ToString().ShouldNotStartWith(code, Case.Sensitive, "a code without a Dutch sentence");
        var sentences = body["errors"]!["generalErrors"]!.AsArray().Select(e => e!.ToString()).ToArray();
        sentences.ShouldNotBeEmpty();
        return sentences;
    }

    public static string[] Rels(this JsonObject answer) => [.. answer["links"]!.AsArray().Select(l => l!["rel"]!.ToString())];

    /// <summary>A small flow as Studio makes it: begin, two free tasks, end.</summary>
    public static JsonObject Model(string name, string? definitionId = null) => new()
    {
        ["definitionId"] = definitionId, ["name"] = name, ["version"] = 1, ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(), ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("n")[..12], ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1", ["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray() },
            ["metadata"] = new JsonObject(), ["variables"] = new JsonArray(),
            ["activities"] = new JsonArray(Step("begin", "Elsa.Start"), Taak("bellen", "Bellen met de aanbieder"), Step("einde", "Elsa.End")),
            ["connections"] = new JsonArray(Arrow("begin", "bellen"), Arrow("bellen", "einde")),
        },
    };

    public static JsonObject Step(string id, string type, string? text = null) => new()
    {
        ["id"] = id, ["type"] = type, ["version"] = 1, ["name"] = id, ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
        ["metadata"] = new JsonObject { ["displayText"] = text ?? id, ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 10, ["y"] = 20 } } },
    };

    public static JsonObject Taak(string id, string text)
    {
        var step = Step(id, "Kanteling.VrijeTaak", text);
        step["titel"] = Input("Literal", text);
        return step;
    }

    public static JsonObject Input(string type, string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject Arrow(string from, string to, string port = "Done") => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" }, ["vertices"] = new JsonArray(),
    };

    public static JsonArray Activities(this JsonObject model) => model["root"]!["activities"]!.AsArray();

    public static JsonObject Activity(this JsonObject model, string id) => model.Activities().Single(a => a!["id"]!.ToString() == id)!.AsObject();
}
