using System.Net;
using System.Net.Http.Json;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>The real program, at which a test says from which address somebody comes and what time it is.</summary>
sealed class Deur : IAsyncDisposable
{
    const string Adres = "X-Adres";

    readonly House house;
    readonly WebApplicationFactory<Program> program;

    public Deur(House house, Action<IWebHostBuilder>? instellen = null)
    {
        this.house = house;
        program = house.WithWebHostBuilder(b =>
        {
            b.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Tijd);
                services.AddSingleton<IStartupFilter, Adressen>();
                services.AddSingleton<ILoggerProvider>(Log);
            });
            b.UseSetting("Logging:LogLevel:Kanteling.Workflows.Web.Aanmelden", "Information");
            instellen?.Invoke(b);
        });
    }

    public Verzettijd Tijd { get; } = new();

    public Timers.LogLines Log { get; } = new();

    public IServiceProvider Services => program.Services;

    public OpenStorage Storage => Services.GetRequiredService<OpenStorage>();

    public static async Task<Deur> OpenAsync(bool isPostgres = false) => new(isPostgres ? await House.OnPostgresAsync() : House.OnSqlite());

    /// <summary>Nobody yet, at this address, with a browser of his own.</summary>
    public HttpClient Van(string adres, string? browser = null, CookieJar? koekjes = null)
    {
        var client = program.CreateDefaultClient(program.ClientOptions.BaseAddress, (koekjes ?? new CookieJar()).Around());
        client.DefaultRequestHeaders.Add(Adres, adres);
        if (browser is not null)
            client.DefaultRequestHeaders.UserAgent.ParseAdd(browser);
        return client;
    }

    /// <summary>Signed in from this address.</summary>
    public async Task<HttpClient> AlsAsync(string naam, string adres, string? browser = null, CookieJar? koekjes = null)
    {
        var client = Van(adres, browser, koekjes);
        (await client.MeldAanAsync(naam, "kanteling")).StatusCode.ShouldBe(HttpStatusCode.OK);
        return client;
    }

    public async Task<UserId> NieuwAsync(string naam, string rol = "consulent")
    {
        await Services.GetRequiredService<Accounts>().VoegToeAsync(new User { Id = new(naam), LoginName = naam, DisplayName = naam, Roles = [rol] }, "kanteling", new("test"));
        return new(naam);
    }

    public Task<List<T>> RijenAsync<T>() where T : class => Storage.Registers.ReadAsync(db => db.ListAsync(db.Rows<T>()));

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await house.DisposeAsync();
    }

    sealed class Adressen : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, verder) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[Adres], out var adres))
                    context.Connection.RemoteIpAddress = adres;
                return verder(context);
            });
            next(app);
        };
    }
}

/// <summary>The real clock, moved ahead.</summary>
sealed class Verzettijd : TimeProvider
{
    public TimeSpan Vooruit { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Vooruit;
}

static class Aanmeldvragen
{
    public static Task<HttpResponseMessage> MeldAanAsync(this HttpClient client, string naam, string wachtwoord) =>
        client.PostAsJsonAsync("/api/v1/aanmelden", new { naam, wachtwoord });

    public static async Task<HttpStatusCode> ProbeerAsync(this HttpClient client, string naam, string wachtwoord)
    {
        using var antwoord = await client.MeldAanAsync(naam, wachtwoord);
        return antwoord.StatusCode;
    }

    public static async Task<HttpStatusCode> VraagAsync(this HttpClient client, string pad = "/api/v1/taken")
    {
        using var antwoord = await client.GetAsync(pad);
        return antwoord.StatusCode;
    }
}
