using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What Studio asks about runs, in short, and small drawings to run.</summary>
static class Studio
{
    const string Root = "/elsa/api";

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string path) => client.GetAsync(Root + path);

    public static Task<HttpResponseMessage> TellAsync(this HttpClient client, string path, JsonObject? body = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Root + path) { Content = new StringContent((body ?? []).ToJsonString(), Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public static async Task<JsonObject> ReadAsync(this Task<HttpResponseMessage> asked, int status = 200) => await (await asked).ReadAsync(status);

    /// <summary>Refused in the form that Studio shows: every sentence under generalErrors.</summary>
    public static async Task ShouldBeRefusedAsync(this Task<HttpResponseMessage> asked, int status, string code)
    {
        var body = await asked.ReadAsync(status);
        (body["statusCode"]!.GetValue<int>(), body["code"]!.ToString()).ShouldBe((status, code));
        body["errors"]!["generalErrors"]!.AsArray().Select(e => e!.ToString()).ShouldAllBe(e => e.Length > 0 && !e.StartsWith(code));
    }

    /// <summary>Presses Run; gives the id of the instance.</summary>
    public static async Task<string> RunAsync(this HttpClient client, string definition, JsonObject? body = null, string? key = null)
    {
        var response = await client.TellAsync($"/workflow-definitions/{definition}/execute", body, key);
        ((int)response.StatusCode).ShouldBe(200, await response.Content.ReadAsStringAsync());
        response.Headers.GetValues("x-elsa-workflow-cannot-start").ShouldBe(["False"]);
        return response.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }

    public static Task<JsonObject> InstanceAsync(this HttpClient client, string id) => client.AskAsync($"/workflow-instances/{id}").ReadAsync();

    /// <summary>The journal as the viewer asks it: without the containers.</summary>
    public static async Task<List<JsonObject>> JournalAsync(this HttpClient client, string id) =>
        [.. (await client.TellAsync($"/workflow-instances/{id}/journal?skip=0&take=110", new JsonObject { ["filter"] = new JsonObject { ["excludedActivityTypes"] = new JsonArray("Elsa.Workflow", "Elsa.Flowchart") } }).ReadAsync())["items"]!.AsArray().Select(r => r!.AsObject())];

    public static IEnumerable<string> Lines(this IEnumerable<JsonObject> journal) => journal.Select(r => $"{r["activityId"]} {r["eventName"]}");

    public static async Task<JsonObject> StatsAsync(this HttpClient client, string id, string node) =>
        (await client.TellAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray(node) }).ReadAsync())["stats"]!.AsArray().Single()!.AsObject();

    /// <summary>Completes the task that a step of this instance waits for, over our own API.</summary>
    public static async Task<HttpResponseMessage> DoTaskAsync(this HttpClient client, string instance, string? outcome = null, JsonObject? answers = null)
    {
        var bookmark = (await client.InstanceAsync(instance))["workflowState"]!["bookmarks"]!.AsArray().First(b => b!["payload"]!["taskId"] is not null)!;
        var task = await (await client.GetAsync($"/api/v1/taken/{bookmark["payload"]!["taskId"]}")).ReadAsync(200);
        return await client.SendAsync($"/api/v1/taken/{task["id"]}/afronding", new JsonObject { ["uitkomst"] = outcome, ["antwoorden"] = answers ?? [] }, ifMatch: $"\"{task["versie"]}\"");
    }

    public static string StreamOf(string instance) => instance[..instance.LastIndexOf('-')];

    public static async Task PublishAsync(this House house, JsonObject drawing)
    {
        var answer = await house.Services.GetRequiredService<WorkflowEngine>().ExecuteAsync(
            Streams.OfDefinition(new(drawing["definitionId"]!.ToString())), Streams.DefinitionKind, new PublishDefinition(drawing.ToJsonString()), Asking.Person(new("test"), Guid.NewGuid().ToString()));
        answer.ShouldBeOfType<Answer.Done>(answer is Answer.Refused refused ? string.Join("; ", refused.Refusals) : null);
    }

    /// <summary>A drawing of these activities, one after the other.</summary>
    public static JsonObject Drawing(string id, params JsonObject[] activities) => new()
    {
        ["id"] = id + "-1", ["definitionId"] = id, ["name"] = id, ["version"] = 1,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "Geheim", ["typeName"] = "String", ["isArray"] = false, ["value"] = "verborgen" }),
        ["root"] = Flowchart("fc", activities),
    };

    public static JsonObject Flowchart(string id, params JsonObject[] activities) => new()
    {
        ["id"] = id, ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. activities.Zip(activities.Skip(1)).Select(pair => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = pair.First["id"]!.ToString(), ["port"] = pair.First["port"]?.ToString() ?? "Done" },
            ["target"] = new JsonObject { ["activity"] = pair.Second["id"]!.ToString(), ["port"] = "In" },
        })]),
    };

    public static JsonObject Step(string type, string id, params (string Name, JsonNode Value)[] inputs)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = "Stap " + id }, ["customProperties"] = new JsonObject() };
        foreach (var (name, value) in inputs)
            json[name] = value is JsonValue ? new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } } : value;
        return json;
    }

    public static JsonObject Task(string id) => Step("Elsa.RunTask", id, ("taskName", "Doe " + id));
}
