using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// One attempt at an HTTP request. Only origins of the options are asked, a secret goes to its own origin alone, a
/// redirect is not followed, and every attempt carries the same <c>Idempotency-Key</c>: the message's own id.
/// </summary>
public sealed class HttpDelivery(HttpClient client, HttpOptions options) : IDisposable
{
    /// <summary>With a client of its own: no redirects, no cookies, no proxy of the machine.</summary>
    public static HttpDelivery Create(HttpOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        return new HttpDelivery(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, options);
    }

    public void Dispose() => client.Dispose();

    /// <param name="id">The message's stable id.</param>
    internal async Task<HttpAttempt> SendAsync(MessageRow message, string id, CancellationToken cancellation)
    {
        if (JsonNode.Parse(message.Body) is not JsonObject body || !Uri.TryCreate(body["url"]?.GetValue<string>(), UriKind.Absolute, out var url))
            return NotAsked(NotAskedReason.MessageEmpty, null);
        if (!options.AllowedHosts.Any(allowed => IsAt(allowed, url)))
            return NotAsked(NotAskedReason.HostNotAllowed, HttpStatusCode.Forbidden);
        var secret = body["secret"]?.GetValue<string>() is { Length: > 0 } name ? options.Secrets.GetValueOrDefault(name) ?? Unknown : null;
        if (secret is not null && !IsAt(secret.Host, url))
            return NotAsked(NotAskedReason.SecretNotForHost, HttpStatusCode.Unauthorized);
        using var request = Request(body, url, id, secret);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await ReadAsync(response, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new HttpAttempt(DeliveryOutcome.Timeout, null, null, true);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException)
        {
            var error = unreachable is HttpRequestException refused ? refused.HttpRequestError : HttpRequestError.ResponseEnded;
            return new HttpAttempt(DeliveryOutcome.Spent, null, Reason(error.ToString()), true);
        }
    }

    /// <summary>A secret that nobody gave is at no origin.</summary>
    static readonly HttpSecret Unknown = new("", "");

    static HttpAttempt NotAsked(string reason, HttpStatusCode? status) => new(DeliveryOutcome.Spent, (int?)status, Reason(reason), false);

    static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    /// <summary>Scheme, host and port are the same; an address with a user in it is at no origin.</summary>
    static bool IsAt(string origin, Uri url) =>
        Uri.TryCreate(origin.Contains("://", StringComparison.Ordinal) ? origin : "https://" + origin, UriKind.Absolute, out var allowed)
        && allowed.GetLeftPart(UriPartial.Authority) == url.GetLeftPart(UriPartial.Authority);

    static HttpRequestMessage Request(JsonObject body, Uri url, string id, HttpSecret? secret)
    {
        var method = HttpMethod.Parse(body["method"]?.GetValue<string>() ?? "GET");
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add("Idempotency-Key", id);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("Authorization", secret.Authorization);
        if (method != HttpMethod.Get && body["content"] is { } content)
            request.Content = new StringContent(content.ToJsonString(Json.Compact), Encoding.UTF8, "application/json");
        return request;
    }

    async Task<HttpAttempt> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var bytes = await BytesAsync(response.Content, cancellation);
        var body = bytes is null ? null : Read(bytes, response.Content.Headers.ContentType?.MediaType);
        var mayRetry = status is >= 500 or 408 or 425 or 429;
        var outcome = status switch { >= 500 => DeliveryOutcome.ServerError, >= 300 => DeliveryOutcome.ClientError, _ when bytes is null => DeliveryOutcome.TooLarge, _ => DeliveryOutcome.Done };
        return new HttpAttempt(outcome, status, body, mayRetry);
    }

    /// <summary>The body, or null when it is longer than allowed.</summary>
    async Task<byte[]?> BytesAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > options.LongestAnswer)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[options.LongestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length == bytes.Length ? null : bytes[..length];
    }

    /// <summary>JSON as JSON, anything else as text.</summary>
    static JsonNode? Read(byte[] bytes, string? type)
    {
        if (bytes.Length == 0)
            return null;
        try
        {
            if (type?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true)
                return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
        }
        catch (JsonException broken)
        {
            // It only said that it was JSON: what came is kept as the text that it is, with where it broke.
            return new JsonObject { ["text"] = Encoding.UTF8.GetString(bytes), ["brokenAtLine"] = broken.LineNumber?.ToString(CultureInfo.InvariantCulture) };
        }
        return Encoding.UTF8.GetString(bytes);
    }
}

/// <param name="MayRetry">The next attempt may fare better.</param>
sealed record HttpAttempt(string Outcome, int? Status, JsonNode? Body, bool MayRetry);
