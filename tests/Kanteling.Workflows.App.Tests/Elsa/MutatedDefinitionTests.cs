using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Tests.Definitions;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>
/// Whatever arrives, it is taken or refused with a reason, and quickly. Seeded: a failure names the number that repeats it. For that
/// each test begins with the drawings as they were published, in a house of its own.
/// </summary>
public sealed class MutatedDefinitionTests : IAsyncLifetime
{
    static readonly string[] Oddities =
    [
        "null", "0", "-1", "1e999", "\"\"", "\"Done\"", "[]", "{}", "[[]]", "true", "{\"type\":\"x\",\"id\":\"a\"}", "{\"$values\":[{}]}", "\"proef~a~b\"", "\"../x\"", "{\"kanteling:concept\":\"9.9\"}",
        "{\"typeName\":1,\"expression\":{\"type\":[],\"value\":{}}}", "{\"typeName\":null,\"memoryReference\":{\"id\":7}}", "{\"typeName\":null,\"expression\":{\"type\":\"FEEL\",\"value\":\"for x in 1..9 return ((((\"}}",
    ];

    readonly House house = House.OnSqlite();
    readonly List<string> flows = [];
    HttpClient bram = null!;

    public async Task InitializeAsync()
    {
        bram = await house.AsAsync("bram");
        foreach (var row in (await bram.StudioGetAsync("/workflow-definitions?versionOptions=Published"))["items"]!.AsArray())
            flows.Add((await bram.OpenAsync(row!["definitionId"]!.ToString())).ToJsonString());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Broken_trees_are_saved_or_refused()
    {
        var (taken, refused) = (0, 0);
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new Random(seed);
            var model = JsonNode.Parse(flows[random.Next(flows.Count)])!.AsObject();
            for (var change = random.Next(1, 6); change > 0; change--)
                Mutations.Change(model, random, Oddities);
            var publish = random.Next(4) == 0;
            var (path, body) = random.Next(4) == 0 ? ("/workflow-definitions/import", model) : ("/workflow-definitions", Request(model, publish));
            if (await SendAsync(seed, path, body.ToJsonString()) < HttpStatusCode.BadRequest)
                taken++;
            else
                refused++;
        }
        await EverythingOpensAsync();
        (taken, refused).ShouldSatisfyAllConditions(() => taken.ShouldBeGreaterThan(300), () => refused.ShouldBeGreaterThan(300));
    }

    [Fact]
    public async Task Broken_texts_are_saved_or_refused()
    {
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(flows[random.Next(flows.Count)]);
            for (var change = random.Next(1, 4); change > 0; change--)
                Mutations.Change(text, random);
            var isImport = random.Next(2) == 0;
            await SendAsync(seed, isImport ? "/workflow-definitions/import" : "/workflow-definitions", isImport ? text.ToString() : $"{{\"model\":{text},\"publish\":{(random.Next(3) == 0 ? "true" : "false")}}}");
        }
        await EverythingOpensAsync();
    }

    /// <summary>What was taken is listed, described, opened, checked and exported.</summary>
    async Task EverythingOpensAsync()
    {
        await bram.StudioGetAsync("/descriptors/activities");
        foreach (var row in (await bram.StudioGetAsync("/workflow-definitions?versionOptions=Latest"))["items"]!.AsArray())
        {
            var id = Uri.EscapeDataString(row!["definitionId"]!.ToString());
            (await bram.OpenAsync(id)).ContainsKey("root").ShouldBeTrue(id);
            (await bram.GetAsync($"{Root}/workflow-definitions/{id}/export?versionOptions=Latest")).StatusCode.ShouldBe(HttpStatusCode.OK, id);
            ((int)(await bram.StudioAsync(HttpMethod.Post, $"/workflow-definitions/{id}/publish", new JsonObject())).StatusCode).ShouldBeInRange(200, 499, id);
        }
    }

    [Fact]
    public async Task What_is_deeper_or_larger_than_any_drawing_is_refused()
    {
        (await SendAsync(0, "/workflow-definitions/import", new string('[', 100_000))).ShouldBe(HttpStatusCode.BadRequest);
        var deep = string.Concat(Enumerable.Repeat("{\"x\":", 513)) + "1" + new string('}', 513);
        (await SendAsync(0, "/workflow-definitions/import", "{\"name\":\"a\",\"root\":" + deep + "}")).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(0, "/workflow-definitions/import", "{\"name\":\"" + new string('a', 5_000_000) + "\"}")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync(0, "/workflow-definitions", "{\"model\":{\"name\":\"\\ud800\"}}")).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(0, "/workflow-definitions", "{\"model\":{},\"model\":{}}")).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(0, "/workflow-definitions", "")).ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>What takes long is asked again, each time beside a text that is refused at once: how busy the machine is counts for both.</summary>
    async Task<HttpStatusCode> SendAsync(int seed, string path, string body)
    {
        for (var slow = 0; ; slow++)
        {
            var (status, elapsed) = await AskAsync(seed, path, body);
            if (elapsed < TimeSpan.FromSeconds(1) || elapsed < 20 * (await AskAsync(seed, path, "")).Elapsed)
                return status;
            slow.ShouldBeLessThan(3, $"seed {seed} took {elapsed}");
        }
    }

    async Task<(HttpStatusCode Status, TimeSpan Elapsed)> AskAsync(int seed, string path, string body)
    {
        var watch = Stopwatch.StartNew();
        var answer = await bram.PostAsync(Root + path, new StringContent(body, Encoding.UTF8, "application/json"));
        var elapsed = watch.Elapsed;
        if ((int)answer.StatusCode is < 200 or >= 300 and < 400 or >= 500)
            throw new ShouldAssertException($"seed {seed}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        if (answer.StatusCode >= HttpStatusCode.BadRequest)
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]!.AsArray().ShouldNotBeEmpty($"seed {seed}");
        return (answer.StatusCode, elapsed);
    }
}
