using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.Hosting.Server;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>
/// A node that serves several gemeenten by host name. Each is a whole host of its own, with its own services, timers, keys and
/// cookies, and nothing of it can be reached from another; what listens is one server in front of them.
/// </summary>
public static class Knoop
{
    /// <param name="builder">Of the node: its configuration has the gemeenten.</param>
    /// <param name="rust">Between two attempts to open a gemeente that does not open; half a minute.</param>
    /// <exception cref="StartGeweigerdException">The gemeenten in the configuration cannot be served together.</exception>
    public static WebApplication Bouw(WebApplicationBuilder builder, TimeSpan? rust = null)
    {
        var plaatsen = Gemeenteplaatsen.Lees(builder.Configuration, builder.Environment);
        var (environment, common) = (builder.Environment, builder.Configuration.AsEnumerable().Where(IsGedeeld).ToList());
        var kestrel = builder.Services.Last(s => s.ServiceType == typeof(IServer)).ImplementationType ?? throw new InvalidOperationException("The server of the node is not known by its type.");
        builder.BegrensKestrel();
        builder.Services.LaatNamenAanOns();
        builder.Services.AddSingleton(s =>
        {
            var log = s.GetRequiredService<ILoggerFactory>();
            var logger = log.CreateLogger("Kanteling.Workflows.Web.Gemeenten");
            return new Gemeentewacht([.. plaatsen.Select(p => new Gemeentehost(p, (plaats, deur) => MaakAsync(plaats, deur, environment, common, log), rust ?? TimeSpan.FromSeconds(30), logger))]);
        });
        builder.Services.AddHostedService(s => s.GetRequiredService<Gemeentewacht>());
        builder.Services.AddSingleton<IServer>(s => new Verdeelserver((IServer)ActivatorUtilities.CreateInstance(s, kestrel), s.GetRequiredService<Gemeentewacht>()));
        var app = builder.Build();
        Knoopantwoord.Map(app);
        return app;
    }

    /// <summary>A host never sees where the database of another is, nor its keys.</summary>
    static bool IsGedeeld(KeyValuePair<string, string?> setting) =>
        setting.Value is not null && !Is(setting.Key, Programmainstellingen.Afdeling) && !Is(setting.Key, "Kestrel") && !Is(setting.Key, "Urls") && !setting.Key.Contains("Kanteling__", StringComparison.OrdinalIgnoreCase);

    static bool Is(string key, string section) => key.Equals(section, StringComparison.OrdinalIgnoreCase) || key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    static async Task<WebApplication> MaakAsync(Gemeenteplaats plaats, Binnendeur deur, IWebHostEnvironment environment, IEnumerable<KeyValuePair<string, string?>> common, ILoggerFactory log)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment.EnvironmentName, ContentRootPath = environment.ContentRootPath, ApplicationName = environment.ApplicationName });
        builder.VindBestanden();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(common);
        builder.Services.AddSingleton<ILoggerFactory>(_ => new Gemeentelog(log, plaats.Naam));
        builder.Services.AddSingleton<IHostLifetime, Stilleven>();
        builder.Services.AddSingleton<IServer>(_ => deur);
        await builder.AddKantelingAsync(plaats.Instellingen);
        var app = builder.Build();
        try
        {
            // From here on the container closes it, whatever comes of the start.
            app.Services.GetRequiredService<OpenStorage>();
            app.UseKanteling();
            await app.PrepareKantelingAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
