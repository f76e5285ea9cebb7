using System.Text.Encodings.Web;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Signs a program in by <c>Authorization: Bearer …</c>.</summary>
public sealed class Programmatoken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";
    const string Prefix = "Bearer ";

    public static bool IsGegeven(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsGegeven(Request))
            return AuthenticateResult.NoResult();
        if (await accounts.VanTokenAsync(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim()) is not { } actor)
            return AuthenticateResult.Fail("Unknown token.");
        Context.SetActor(actor);
        return AuthenticateResult.Success(new AuthenticationTicket(Aanmeldwijze.PrincipalVan(actor, Scheme.Name), Scheme.Name));
    }
}
