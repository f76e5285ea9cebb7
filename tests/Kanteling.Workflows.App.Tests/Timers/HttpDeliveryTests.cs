using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Timers;

public sealed class HttpDeliveryTests : IAsyncLifetime
{
    readonly ConcurrentQueue<(string Method, string Path, string Key, string? Authorization, string Body)> asked = new();
    readonly TaskCompletionSource slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly WebApplication server;
    Ground ground = null!;
    Node node = null!;
    string address = "";

    public HttpDeliveryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(AnswerAsync);
    }

    async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        asked.Enqueue((request.Method, request.Path, request.Headers["Idempotency-Key"].ToString(), request.Headers.Authorization, await reader.ReadToEndAsync()));
        var path = request.Path.Value!;
        if (path == "/slow" || (path == "/slow-once" && !slow.Task.IsCompleted))
        {
            slow.TrySetResult();
            await Aborted(context);
        }
        context.Response.StatusCode = path switch { "/404" => 404, "/500" => 500, "/moved" => 302, "/then-good" => asked.Count < 3 ? 500 : 200, _ => 200 };
        if (path == "/moved")
            context.Response.Headers.Location = "/good";
        else if (path == "/large")
            await context.Response.WriteAsync(new string('x', 5_000));
        else if (path == "/text")
            await context.Response.WriteAsync("hello");
        else
            await context.Response.WriteAsJsonAsync(new { path });
    }

    static Task Aborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }

    public async Task InitializeAsync()
    {
        await server.StartAsync();
        address = server.Urls.Single();
        ground = await Ground.OpenAsync("memory");
        node = NodeWith(TimeSpan.FromSeconds(30));
    }

    public async Task DisposeAsync()
    {
        await ground.DisposeAsync();
        await server.DisposeAsync();
    }

    Node NodeWith(TimeSpan timeout, int attempts = 3, params string[] hosts) => ground.Node(new HttpOptions
    {
        AllowedHosts = [address, .. hosts], Timeout = timeout, Attempts = attempts, LongestAnswer = 4_000,
        Secrets = ImmutableDictionary<string, HttpSecret>.Empty.Add("desk", new HttpSecret(address, "Bearer s3cret")).Add("elsewhere", new HttpSecret("https://elsewhere.example", "Bearer other")),
    });

    async Task AskAsync(string url, string method = "GET", string? secret = null)
    {
        await ground.PublishAsync(Flow.Document("ask", Flow.Step("Elsa.SendHttpRequest", "ask", ("url", url), ("method", method), ("content", new JsonObject { ["a"] = 1 }), ("authorization", secret))));
        await ground.StartAsync("s", "ask");
    }

    async Task<ReplyReceived> ReplyAsync() => (await ground.RepliesAsync("s")).ShouldHaveSingleItem();

    /// <summary>Delivers, and walks on to the next attempt, as often as it may take.</summary>
    async Task DrainAsync()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await node.Delivery.DrainAsync();
            ground.Time.Now += TimeSpan.FromHours(2);
        }
    }

    [Theory, InlineData("/good", "Done", 200), InlineData("/404", "ClientError", 404), InlineData("/moved", "ClientError", 302), InlineData("/large", "TooLarge", 200)]
    public async Task An_answer_leads_to_the_port_of_its_status_at_the_first_attempt(string path, string outcome, int status)
    {
        await AskAsync(address + path);
        await DrainAsync();
        (await ReplyAsync()).ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(outcome), r => r.Status.ShouldBe(status));
        asked.Count.ShouldBe(1);
        (await ground.EventsAsync("s")).OfType<ActivityCompleted>().ShouldContain(e => e.Activity.Text == "ask" && e.Outcomes.Contains(outcome));
    }

    [Fact]
    public async Task The_answer_comes_back_as_json_or_as_text()
    {
        await AskAsync(address + "/good");
        await DrainAsync();
        (await ReplyAsync()).Body!.AsObject()["path"]!.GetValue<string>().ShouldBe("/good");
    }

    [Fact]
    public async Task Text_comes_back_as_text()
    {
        await AskAsync(address + "/text");
        await DrainAsync();
        (await ReplyAsync()).Body!.AsString().ShouldBe("hello");
    }

    [Fact]
    public async Task An_error_of_the_server_is_tried_again_under_the_same_key_until_it_goes_well()
    {
        await AskAsync(address + "/then-good", "POST", "desk");
        await DrainAsync();
        (await ReplyAsync()).Outcome.ShouldBe("Done");
        asked.Count.ShouldBe(3);
        asked.Select(a => a.Key).Distinct().ShouldHaveSingleItem().ShouldStartWith("s-");
        asked.ShouldAllBe(a => a.Method == "POST" && a.Body == "{\"a\":1}" && a.Authorization == "Bearer s3cret");
    }

    [Fact]
    public async Task Attempts_wait_longer_each_time()
    {
        await AskAsync(address + "/500");
        foreach (var (seconds, attempts) in new[] { (0, 1), (9, 1), (1, 2), (19, 2), (1, 3) })
        {
            ground.Time.Now += TimeSpan.FromSeconds(seconds);
            await node.Delivery.DrainAsync();
            asked.Count.ShouldBe(attempts);
        }
        (await ReplyAsync()).ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("ServerError"), r => r.Status.ShouldBe(500));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_timeout()
    {
        node = NodeWith(TimeSpan.FromMilliseconds(200), attempts: 2);
        await AskAsync(address + "/slow");
        await DrainAsync();
        (await ReplyAsync()).ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("Timeout"), r => r.Status.ShouldBeNull());
    }

    [Fact]
    public async Task Nobody_there_is_tried_again_and_then_spent_and_becomes_an_incident()
    {
        await server.StopAsync();
        await AskAsync(address + "/good");
        await DrainAsync();
        (await ReplyAsync()).Outcome.ShouldBe("Spent");
        (await ground.EventsAsync("s")).OfType<IncidentRaised>().ShouldHaveSingleItem().Code.ShouldBe("REQUEST_SPENT");
    }

    [Theory, InlineData("https://elsewhere.example/", null, 403, "HOST_NOT_ALLOWED"), InlineData("/good", "unknown", 401, "SECRET_NOT_FOR_HOST"), InlineData("/good", "elsewhere", 401, "SECRET_NOT_FOR_HOST")]
    public async Task What_is_not_allowed_is_not_asked(string url, string? secret, int status, string reason)
    {
        await AskAsync(url.StartsWith('/') ? address + url : url, secret: secret);
        await node.Delivery.DrainAsync();
        asked.ShouldBeEmpty();
        (await ReplyAsync()).ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe("Spent"), r => r.Status.ShouldBe(status), r => r.Body!.AsObject()["reason"]!.GetValue<string>().ShouldBe(reason));
    }

    [Fact]
    public async Task A_name_before_the_host_does_not_make_it_an_allowed_one()
    {
        await AskAsync(address.Replace("//", "//someone@") + "/good");
        await node.Delivery.DrainAsync();
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_host_does_not_hold_up_what_goes_from_stream_to_stream()
    {
        await AskAsync(address + "/slow");
        await ground.PublishAsync(Flow.Document("shout", Flow.Step("Elsa.PublishEvent", "shout", ("eventName", "x"))));
        await ground.StartAsync("shouter", "shout");

        await node.Delivery.RunAsync();

        await slow.Task;
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem();
        (await ground.RepliesAsync("s")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_stopping_cuts_off_is_sent_again_under_the_same_key()
    {
        await AskAsync(address + "/slow-once");
        await node.Delivery.RunAsync();
        await slow.Task;
        await node.DisposeAsync();
        (await ground.RepliesAsync("s")).ShouldBeEmpty();

        ground.Time.Now += TimeSpan.FromMinutes(2);
        node = NodeWith(TimeSpan.FromSeconds(30));
        await node.Delivery.DrainAsync();
        asked.Count.ShouldBe(2);
        asked.Select(a => a.Key).Distinct().ShouldHaveSingleItem();
        (await ReplyAsync()).Outcome.ShouldBe("Done");
    }
}
