using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// What happens to a request before anybody answers it: where it came from, by which name and below which path. The law of this file:
/// only a proxy that is known is heard, and every address in what we answer is written from the root, so that one place puts the path
/// before it (for pages <see cref="Pages.Onderpad"/>, for where we lead to this one).
/// </summary>
static class Voordeur
{
    public static void VoegVoordeurToe(this IServiceCollection services, Programmainstellingen instellingen)
    {
        services.Configure<ForwardedHeadersOptions>(o => Hoor(o, instellingen.Proxy));
        services.LaatNamenAanOns();
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>The framework looks before the proxy was heard, and answers without a page.</summary>
    public static void LaatNamenAanOns(this IServiceCollection services) => services.Configure<HostFilteringOptions>(o => o.AllowedHosts = ["*"]);

    /// <summary>Before everything else.</summary>
    public static void GebruikVoordeur(this WebApplication app)
    {
        var pad = app.Services.GetRequiredService<Programmainstellingen>().Proxy.Pad;
        app.UseForwardedHeaders();
        app.Use((context, volgende) =>
        {
            KomBinnen(context, pad);
            return volgende(context);
        });
        // Which endpoint it is, is decided by what is left of the path.
        app.UseRouting();
    }

    /// <summary>Where a refusal is written as a page or a problem.</summary>
    public static void GebruikNamen(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<Programmainstellingen>().Hosts;
        app.Use((context, volgende) => hosts.Any(mag => Past(mag, Gemeenteplaatsen.Adres(context.Request.Host.Value ?? "")))
            ? volgende(context)
            : Problemen.AntwoordAsync(context, new Weigering(Verzoekcode.HostNietToegestaan)));
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }

    static void Hoor(ForwardedHeadersOptions options, Proxyinstellingen proxy)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            | (proxy.HeeftHost ? ForwardedHeaders.XForwardedHost : 0) | (proxy.HeeftVoorvoegsel ? ForwardedHeaders.XForwardedPrefix : 0);
        // As far back as one known proxy heard another.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var adres in proxy.Adressen)
            options.KnownProxies.Add(adres);
        foreach (var netwerk in proxy.Netwerken)
            options.KnownIPNetworks.Add(netwerk);
    }

    static void KomBinnen(HttpContext context, string pad)
    {
        var request = context.Request;
        if (HttpMethods.IsHead(request.Method))
        {
            // What GET answers, without what it says.
            (request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        }
        var voorvoegsel = request.PathBase.ToUriComponent().TrimEnd('/');
        request.PathBase = pad.Length > 0 ? pad : Proxyinstellingen.IsPad(voorvoegsel) ? voorvoegsel : PathString.Empty;
        if (!request.PathBase.HasValue)
            return;
        // Some proxies leave the path where it is, others take it off.
        if (request.Path.StartsWithSegments(request.PathBase, out var rest))
            request.Path = rest.HasValue ? rest : "/";
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.Location.ToString() is ['/', not '/', ..] or "/")
                context.Response.Headers.Location = request.PathBase + context.Response.Headers.Location.ToString();
            return Task.CompletedTask;
        });
    }

    static bool Past(string mag, string host) => mag == "*" || (mag.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(mag[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(mag, StringComparison.OrdinalIgnoreCase));
}
