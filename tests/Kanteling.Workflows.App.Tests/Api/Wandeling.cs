using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Elsa;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A walk along every address of the running program, by somebody, for one household.</summary>
static class Wandeling
{
    /// <summary>Every GET of the program for one household, its tasks, runs and executions, and what lists are asked with POST; what is answered with 200.</summary>
    /// <param name="anna">Who sees all of it, for the ids.</param>
    /// <param name="client">Who asks.</param>
    public static async IAsyncEnumerable<(string Path, string Text)> VanAsync(House house, HttpClient anna, HttpClient client, string huishouden, string zoek)
    {
        var ids = await IdsAsync(anna, huishouden);
        var paden = house.Services.GetServices<EndpointDataSource>().SelectMany(bron => bron.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => !p.Contains("{**", StringComparison.Ordinal) && !p.Contains("klok", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        foreach (var pad in paden)
        {
            var vraag = pad.StartsWith("/elsa", StringComparison.Ordinal);
            foreach (var id in pad.Contains("{id}", StringComparison.Ordinal) || vraag ? ids : [huishouden])
            {
                var vol = pad.Replace("{id}", id, StringComparison.Ordinal).Replace("{verb}", "gegevens", StringComparison.Ordinal).Replace("{nummer:long}", "1", StringComparison.Ordinal);
                if (vol.Contains('{', StringComparison.Ordinal))
                    continue;
                var answer = await client.GetAsync(vol + (vraag ? $"?WorkflowInstanceId={id}&id={id}" : pad.EndsWith("/taken", StringComparison.Ordinal) ? $"?huishouden={huishouden}" : ""));
                if (answer.StatusCode == HttpStatusCode.OK)
                    yield return (vol, await answer.Content.ReadAsStringAsync());
                if (!vol.Contains(id, StringComparison.Ordinal) && !vraag)
                    break;
            }
        }
        foreach (var id in ids)
        {
            foreach (var (pad, body) in ((string, JsonObject)[])[($"/elsa/api/workflow-instances/{id}/journal", []), ("/elsa/api/workflow-instances", []), ("/elsa/api/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id })])
            {
                var answer = await client.SendAsync(pad, body);
                if (answer.StatusCode == HttpStatusCode.OK)
                    yield return ("POST " + pad, await answer.Content.ReadAsStringAsync());
            }
        }
        yield return ("POST /api/v1/huishoudens/zoeken", await (await client.SendAsync("/api/v1/huishoudens/zoeken", new JsonObject { ["zoek"] = zoek })).Content.ReadAsStringAsync());
    }

    /// <summary>The household, its tasks, its instances and their executions.</summary>
    static async Task<List<string>> IdsAsync(HttpClient anna, string huishouden)
    {
        var ids = new List<string> { huishouden };
        ids.AddRange((await (await anna.GetAsync($"/api/v1/taken?huishouden={huishouden}")).ReadAsync(200))["items"]!.AsArray().Select(t => t!["id"]!.ToString()));
        ids.AddRange((await (await anna.GetAsync($"/api/v1/taken?huishouden={huishouden}&status=afgerond")).ReadAsync(200))["items"]!.AsArray().Select(t => t!["id"]!.ToString()));
        var runs = (await anna.TellAsync("/workflow-instances").ReadAsync())["items"]!.AsArray().Select(i => i!["id"]!.ToString()).Where(i => i.StartsWith(huishouden + "-", StringComparison.Ordinal)).ToList();
        runs.ShouldNotBeEmpty();
        ids.AddRange(runs);
        foreach (var run in runs)
            ids.AddRange((await anna.AskAsync($"/activity-executions/list?WorkflowInstanceId={run}").ReadAsync())["items"]!.AsArray().Select(e => e!["id"]!.ToString()));
        return [.. ids.Distinct()];
    }
}
