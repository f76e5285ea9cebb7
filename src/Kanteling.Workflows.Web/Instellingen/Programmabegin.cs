using System.Collections.Frozen;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Configuration.Memory;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>
/// How the program begins, as a server and as a command: its settings and the files of its pages are those of its own folder, whatever
/// folder it is started from, and what it does not log stands here and needs no file.
/// </summary>
static class Programmabegin
{
    /// <summary>The framework logs the address of every request, and so every link with which somebody chooses a password, unless it is told not to.</summary>
    static readonly FrozenDictionary<string, string?> Loggen = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager"] = "Error",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Quartz"] = "Warning",
    }.ToFrozenDictionary();

    public static WebApplicationBuilder Maak(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory });
        // Before all others, so that whatever an operator says wins.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Loggen });
        builder.Services.AddSingleton<LoggerFactory>();
        builder.Services.AddSingleton<ILoggerFactory>(s => new Startlog(s.GetRequiredService<LoggerFactory>()));
        builder.VindBestanden();
        return builder;
    }

    /// <summary>The files of the pages of a program that was built and not published lie where they were built; in Development the framework sees to it.</summary>
    /// <exception cref="StartGeweigerdException">They are not there any more.</exception>
    public static void VindBestanden(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            return;
        try
        {
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        }
        catch (DirectoryNotFoundException weg)
        {
            throw new StartGeweigerdException($"De bestanden van de pagina's zijn er niet. {weg.Message} Bouw het programma opnieuw, of maak met dotnet publish een map die verplaatst kan worden.", weg);
        }
    }
}
