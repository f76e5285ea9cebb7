using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Nodes;

/// <summary>The one case that all clients work on, as the last of them saw it.</summary>
sealed class SharedCase
{
    readonly Lock turn = new();
    (string Task, string Version) open;
    long number;

    public (string Task, string Version) Open
    {
        get
        {
            lock (turn)
                return open;
        }
    }

    /// <summary>Somebody learned of a task. Who hears late of an older one changes nothing.</summary>
    public void Saw(JsonNode task)
    {
        var id = task["id"]!.ToString();
        var its = long.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);
        lock (turn)
        {
            if (its > number)
                (number, open) = (its, (id, task["versie"]?.ToString() ?? "1"));
        }
    }
}

/// <summary>
/// Somebody who wants the task that all others want, at one of several nodes, each time another, and the first of them now and then does a melding. What is not answered, or not now,
/// is asked again under the same key until it is.
/// </summary>
/// <param name="nodes">Where the nodes listen; one that is gone or frozen may be among them.</param>
/// <param name="rounds">Whether to go on.</param>
sealed class Rival(Ledger ledger, SharedCase shared, CookieJar cookies, Func<Uri> nodes, Func<bool> rounds)
{
    /// <summary>A node that is frozen does not say so. On a busy machine one that works takes seconds too, and asking again makes it busier.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task WorkAsync(int number)
    {
        using var http = new HttpClient(cookies.Around(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = Patience })) { Timeout = Patience };
        for (var round = 0; rounds(); round++)
        {
            var key = $"{number}-{round}-{Guid.NewGuid():N}";
            var (task, version) = shared.Open;
            // Each case has a timer of a second, which is work too: one client begins some, and not all many.
            var request = number == 0 && round % 10 == 9 ? new Request(key, null, null) : new Request(key, task, version);
            while (!await IsSettledAsync(http, request))
                ledger.Gone.Enqueue(request.Key);
        }
    }

    async Task<bool> IsSettledAsync(HttpClient http, Request request)
    {
        try
        {
            using var message = request.Task is null ? CrashClient.Melding() : CrashClient.Completion(request);
            message.RequestUri = new Uri(nodes(), message.RequestUri!);
            message.Headers.Add("Idempotency-Key", request.Key);
            using var response = await http.SendAsync(message);
            return Take(request, response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    bool Take(Request request, HttpStatusCode status, string text)
    {
        switch (status)
        {
            case HttpStatusCode.OK:
                ledger.Completions[request.Key] = request.Task!;
                foreach (var next in JsonNode.Parse(text)!["volgendeTaken"] as JsonArray ?? [])
                    shared.Saw(next!);
                break;
            case HttpStatusCode.Created:
                ledger.Meldingen[request.Key] = JsonNode.Parse(text)!["huishouden"]!.ToString();
                break;
            case HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed:
                ledger.Refused[request.Key] = request.Task!;
                break;
            case HttpStatusCode.ServiceUnavailable:
                return false;
            default:
                ledger.Wrong.Enqueue($"{request}: {(int)status} {text}");
                break;
        }
        ledger.Answered();
        return true;
    }
}
