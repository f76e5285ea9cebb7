using System.Collections.Concurrent;

namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>
/// Cookies as browsers and curl keep them on this machine: one that is for https only goes over http to localhost too. The framework's
/// own jar makes no such exception. Several clients may share one.
/// </summary>
public sealed class CookieJar
{
    readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>For a client; around the handler that sends, when there is one already.</summary>
    public DelegatingHandler Around(HttpMessageHandler? sender = null) => sender is null ? new Handler(this) : new Handler(this) { InnerHandler = sender };

    /// <summary>A client with these cookies. It does not follow redirects.</summary>
    public HttpClient At(Uri address, TimeSpan? patience = null) =>
        new(Around(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = address, Timeout = patience ?? TimeSpan.FromMinutes(2) };

    void Keep(string cookie)
    {
        var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
        if (value.Length == 0)
            cookies.TryRemove(name, out _);
        else
            cookies[name] = value;
    }

    sealed class Handler(CookieJar jar) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            if (!jar.cookies.IsEmpty)
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", jar.cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await base.SendAsync(request, cancellation);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    jar.Keep(cookie);
            }
            return answer;
        }
    }
}
