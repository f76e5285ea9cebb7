using System.Security.Claims;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>A cookie for people, a token for programs. The cookie holds an id; what its owner may do is read at every request.</summary>
public static class Aanmeldwijze
{
    const string Either = "kanteling";

    public static void VoegAanmeldenToe(this IServiceCollection services)
    {
        services.AddSingleton(Wachtwoorden.Hash);
        services.AddSingleton<Accounts>();
        services.AddSingleton<Aanmeldpogingen>();
        services.AddSingleton<Aanmelding>();
        services.AddAuthorization();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = c => Programmatoken.IsGegeven(c.Request) ? Programmatoken.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, Programmatoken>(Programmatoken.Name, null)
            .AddCookie(Configure);
    }

    /// <summary>Gives the person a cookie.</summary>
    public static Task MeldAanAsync(this HttpContext context, Actor actor) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalVan(actor, CookieAuthenticationDefaults.AuthenticationScheme));

    internal static ClaimsPrincipal PrincipalVan(Actor actor, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.Id.Text), new Claim(ClaimTypes.Name, actor.Naam)], scheme));

    static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie = new Koekje("kanteling");
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
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
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var accounts = context.HttpContext.RequestServices.GetRequiredService<Accounts>();
        if (id is not null && await accounts.VindAsync(new(id)) is { } actor)
            context.HttpContext.SetActor(actor);
        else
            context.RejectPrincipal();
    }

    static bool VraagtNiemand(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
