using System.Security.Claims;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.SignIns;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>A cookie for people, a token for programs. The cookie holds the key of a session; whether it lives and what its owner may do is read at every request, in one question.</summary>
public static partial class Aanmeldwijze
{
    const string Either = "kanteling";

    public static void VoegAanmeldenToe(this IServiceCollection services)
    {
        services.AddSingleton(Wachtwoorden.Hash);
        services.AddSingleton<Accounts>();
        services.AddSingleton<Tweedestap>();
        services.AddSingleton<BekendeToestellen>();
        services.AddSingleton<Aanmeldpogingen>();
        services.AddSingleton<Aanmelding>();
        services.AddSingleton<Tweedestapbeheer>();
        services.AddAuthorization();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = c => Programmatoken.IsGegeven(c.Request) ? Programmatoken.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, Programmatoken>(Programmatoken.Name, null)
            .AddCookie(Configure);
    }

    /// <param name="sessie">What the cookie holds of the session; null for a program.</param>
    internal static ClaimsPrincipal PrincipalVan(Actor actor, string scheme, string? sessie = null)
    {
        var kenmerken = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.Id.Text), new Claim(ClaimTypes.Name, actor.Naam)], scheme);
        if (sessie is not null)
            kenmerken.AddClaim(new Claim(Sessiesleutel.Kenmerk, sessie));
        return new(kenmerken);
    }

    static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie = new Koekje("kanteling");
        // Whether it still holds, its row says; the cookie itself goes when no row can live any more.
        options.SlidingExpiration = false;
        options.ExpireTimeSpan = Sessions.Longest;
        options.LoginPath = "/aanmelden";
        options.ReturnUrlParameter = "terug";
        options.Events.OnValidatePrincipal = KnowAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            // A program is not led to a page: it reads that it has to sign in.
            if (ApiPaden.IsApi(context.Request.Path))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    static async Task KnowAsync(CookieValidatePrincipalContext context)
    {
        // How the program is, and what its pages look like, is asked while the database is away too, with whatever cookie.
        if (VraagtNiemand(context.HttpContext))
        {
            context.RejectPrincipal();
            return;
        }
        var services = context.HttpContext.RequestServices;
        var (sessies, nu) = (services.GetRequiredService<OpenStorage>().Sessions, services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (context.Principal?.FindFirstValue(Sessiesleutel.Kenmerk) is not { } sleutel || await sessies.FindAsync(Sessiesleutel.IdVan(sleutel), nu) is not { } levend)
        {
            context.RejectPrincipal();
            return;
        }
        context.HttpContext.SetActor(Actor.Van(levend.User), levend.Session.Id);
        if (!levend.HasSecondStep && services.GetRequiredService<Tweedestap>().IsVerplichtVoor(levend.User.Roles))
            context.HttpContext.MoetTweedeStapInstellen();
        if (Sessions.IsStale(levend.Session, nu))
            await NoteerGebruikAsync(sessies, levend.Session, nu, services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Aanmeldwijze)));
    }

    static async Task NoteerGebruikAsync(Sessions sessies, Session sessie, DateTimeOffset nu, ILogger logger)
    {
        try
        {
            await sessies.TouchAsync(sessie, nu);
        }
        catch (StorageUnavailableException fout)
        {
            // Who only reads can go on where nothing can be written.
            LogNietGenoteerd(logger, fout.InnerException?.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Dat een aanmelding nog gebruikt wordt, kon niet worden bewaard. {Reden}")]
    static partial void LogNietGenoteerd(ILogger logger, string? reden);

    static bool VraagtNiemand(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
