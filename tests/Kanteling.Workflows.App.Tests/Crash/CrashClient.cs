using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>Somebody at work: does meldingen and completes tasks until the server is gone, and writes down every answer.</summary>
sealed class CrashClient(Ledger ledger, CookieContainer cookies, int seed)
{
    readonly Random random = new(seed);
    readonly List<(string Task, string Version)> open = [];

    public async Task WorkAsync(Uri address, CancellationToken stop)
    {
        using var http = Client(address);
        try
        {
            while (ledger.Unsettled.TryDequeue(out var again))
                await SendAsync(http, again, stop);
            while (!stop.IsCancellationRequested)
                await SendAsync(http, Next(), stop);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed; what was under way is in the ledger as unsettled.
        }
    }

    /// <summary>Sends only what is unsettled.</summary>
    public async Task SettleAsync(Uri address)
    {
        using var http = Client(address);
        while (ledger.Unsettled.TryDequeue(out var again))
            await SendAsync(http, again, CancellationToken.None);
    }

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

    async Task SendAsync(HttpClient http, Request request, CancellationToken stop)
    {
        try
        {
            using var message = request.Task is null ? Melding() : Completion(request);
            message.Headers.Add("Idempotency-Key", request.Key);
            using var response = await http.SendAsync(message, stop);
            await TakeAsync(request, response, stop);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            ledger.Unsettled.Enqueue(request);
            throw;
        }
    }

    async Task TakeAsync(Request request, HttpResponseMessage response, CancellationToken stop)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(stop));
        if (!response.IsSuccessStatusCode)
        {
            ledger.Wrong.Enqueue($"{request}: {(int)response.StatusCode} {body?["code"]}");
            return;
        }
        if (request.Task is null)
            ledger.Meldingen[request.Key] = body!["huishouden"]!.ToString();
        else
            ledger.Completions[request.Key] = request.Task;
        foreach (var task in body!["volgendeTaken"] as JsonArray ?? [])
            open.Add((task!["id"]!.ToString(), task["versie"]?.ToString() ?? "1"));
    }

    static HttpRequestMessage Melding() => new(HttpMethod.Post, "api/v1/meldingen")
    {
        Content = JsonContent.Create(new { huishouden = new { naam = "Familie Proef", leden = new[] { new { naam = "A. Proef" } } }, client = "A. Proef", vraag = "Hulp gevraagd", kanaal = "telefoon" }),
    };

    static HttpRequestMessage Completion(Request request)
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

    HttpClient Client(Uri address) => new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
}
