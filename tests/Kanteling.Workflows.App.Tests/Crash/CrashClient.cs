using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>Somebody at work: does meldingen and completes tasks until the server is gone, and writes down every answer.</summary>
sealed class CrashClient(Ledger ledger, CookieJar cookies, int seed)
{
    readonly Random random = new(seed);
    readonly List<(string Task, string Version)> open = [];

    /// <summary>Ends when the server no longer answers; what was under way then is in the ledger as unsettled.</summary>
    public async Task WorkAsync(Uri address)
    {
        using var http = Client(address);
        try
        {
            while (ledger.Unsettled.TryDequeue(out var again))
                await SendAsync(http, again);
            while (true)
                await SendAsync(http, Next());
        }
        catch (Exception reason) when (IsGone(reason))
        {
            ledger.Gone.Enqueue($"{reason.GetType().Name}: {reason.Message}");
        }
    }

    /// <summary>Sends only what is unsettled.</summary>
    public async Task SettleAsync(Uri address)
    {
        using var http = Client(address);
        while (ledger.Unsettled.TryDequeue(out var again))
            await SendAsync(http, again);
    }

    static bool IsGone(Exception e) => e is HttpRequestException or OperationCanceledException or IOException;

    Request Next()
    {
        var key = $"{seed}-{Guid.NewGuid():N}";
        if (open.Count == 0 || random.Next(5) == 0)
            return new Request(key, null, null);
        var at = random.Next(open.Count);
        var (task, version) = open[at];
        open.RemoveAt(at);
        return new Request(key, task, version);
    }

    async Task SendAsync(HttpClient http, Request request)
    {
        try
        {
            using var message = request.Task is null ? Melding() : Completion(request);
            message.Headers.Add("Idempotency-Key", request.Key);
            using var response = await http.SendAsync(message);
            Take(request, response, await response.Content.ReadAsStringAsync());
        }
        catch (Exception reason) when (IsGone(reason))
        {
            ledger.Unsettled.Enqueue(request);
            throw;
        }
        ledger.Answered();
    }

    void Take(Request request, HttpResponseMessage response, string text)
    {
        if (!response.IsSuccessStatusCode)
        {
            ledger.Wrong.Enqueue($"{request}: {(int)response.StatusCode} {text}");
            return;
        }
        var body = JsonNode.Parse(text)!;
        if (request.Task is null)
            ledger.Meldingen[request.Key] = body["huishouden"]!.ToString();
        else
            ledger.Completions[request.Key] = request.Task;
        foreach (var task in body["volgendeTaken"] as JsonArray ?? [])
            open.Add((task!["id"]!.ToString(), task["versie"]?.ToString() ?? "1"));
    }

    internal static HttpRequestMessage Melding() => new(HttpMethod.Post, "api/v1/meldingen")
    {
        Content = JsonContent.Create(new { huishouden = new { naam = "Familie Proef", leden = new[] { new { naam = "A. Proef" } } }, client = "A. Proef", vraag = "Hulp gevraagd", kanaal = "telefoon" }),
    };

    internal static HttpRequestMessage Completion(Request request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"api/v1/taken/{request.Task}/afronding") { Content = JsonContent.Create(new { antwoorden = new { opmerking = "Gedaan." } }) };
        message.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{request.Version}\""));
        return message;
    }

    /// <summary>Once for all: a cookie is good at the server that comes after a crash as well.</summary>
    public async Task SignInAsync(Uri address)
    {
        using var http = Client(address);
        (await http.PostAsJsonAsync("api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
    }

    HttpClient Client(Uri address) => cookies.At(address);
}
