using System.Net.Http.Json;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Web.Gemeenten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A node that serves several gemeenten, listening on a port of its own; each on a database that was given, or on a fresh copy.</summary>
sealed class Node : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly TempFolder folder;
    readonly WebApplication app;
    readonly Uri address;

    Node(TempFolder folder, WebApplication app, LogLines log)
    {
        (this.folder, this.app, Log) = (folder, app, log);
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public LogLines Log { get; }

    public string Database(string host) => PathIn(folder, host);

    /// <param name="prepare">Before the start: what lies in its folder, and more settings.</param>
    public static async Task<Node> StartAsync(string[] hosts, Action<Func<string, string>, Dictionary<string, string?>>? prepare = null)
    {
        var folder = new TempFolder();
        try
        {
            var settings = new Dictionary<string, string?>();
            foreach (var (n, host) in hosts.Index())
            {
                settings[$"Kanteling:Gemeenten:{n}:Host"] = host;
                settings[$"Kanteling:Gemeenten:{n}:Storage"] = PathIn(folder, host);
            }
            prepare?.Invoke(host => PathIn(folder, host), settings);
            var log = new LogLines();
            var app = Knoop.Bouw(Builder(settings, log), TimeSpan.FromMilliseconds(50));
            await app.StartAsync();
            return new Node(folder, app, log);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public static WebApplicationBuilder Builder(Dictionary<string, string?> settings, ILoggerProvider? log = null)
    {
        var program = typeof(Program).Assembly.GetName().Name!;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development", ApplicationName = program, ContentRootPath = Path.GetFullPath(Path.Combine(Flows.Flows.Folder.Pad, "..", "src", program)),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0", ["Kanteling:Demo"] = "true", ["Kanteling:DemoCases"] = "false", ["Kanteling:IsDurable"] = "false", ["Kanteling:Verzoeken:PerSeconde"] = "0", ["Kanteling:Storage"] = null,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        if (log is not null)
            builder.Logging.AddProvider(log);
        return builder;
    }

    /// <summary>Somebody who has not signed in, at this host. Without cookies of its own: what is sent is what the test sends.</summary>
    public HttpClient At(string host, bool hasCookies = false)
    {
        HttpMessageHandler sender = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var client = new HttpClient(hasCookies ? new CookieJar().Around(sender) : sender) { BaseAddress = address, Timeout = Patience };
        client.DefaultRequestHeaders.Host = host;
        return client;
    }

    public async Task<HttpClient> AsAsync(string name, string host)
    {
        var client = At(host, hasCookies: true);
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = name, wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Asks until the answer is this, as a load balancer does.</summary>
    public async Task UntilAsync(string host, string path, Func<HttpResponseMessage, Task<bool>> isSo)
    {
        using var client = At(host);
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo(await client.GetAsync(path, patience.Token)))
            patience.Token.ThrowIfCancellationRequested();
    }

    public Task UntilOpenAsync(string host) => UntilAsync(host, "/health/ready", answer => Task.FromResult(answer.IsSuccessStatusCode));

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    static string PathIn(TempFolder folder, string host) => folder.File(host + ".db");
}
