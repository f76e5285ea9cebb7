using System.Net;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.SignIns;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// Signs people in and out, for the page and for the API. An attempt is taken before the password is looked at, so that guessing at the
/// same moment helps nobody; what was typed is written nowhere.
/// </summary>
public sealed class Aanmelding(Accounts accounts, Tweedestap tweedestap, Aanmeldpogingen pogingen, OpenStorage storage, TimeProvider werkelijk)
{
    /// <summary>In a refusal that asks for a code: the proof that the password was right.</summary>
    public const string Bewijs = "bewijs";

    /// <param name="code">Of the second step, for who set it up; null when it was not given.</param>
    /// <returns>Refused: 401 when it is wrong or a code is needed, 403 over http from elsewhere, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> MeldAanAsync(HttpContext context, string naam, string wachtwoord, string? code = null)
    {
        // The cookie would not come back, and the password would have gone over the line for everybody to read.
        if (!context.Request.IsHttps && !IsHier(context.Request.Host))
            return new Weigering(Verzoekcode.VerbindingOnveilig);
        var gebruiker = await accounts.ZoekAsync(naam);
        if (!(await pogingen.NeemAsync(context, naam, gebruiker)).Lukt(out var grenzen, out var nee))
            return nee;
        if (!accounts.Klopt(gebruiker, wachtwoord))
            return await pogingen.MislukteAsync(context, gebruiker, gebruiker is null ? SignInOutcome.UnknownName : SignInOutcome.WrongPassword);
        if (!await tweedestap.IsAanAsync(gebruiker!.Id))
            return await BeginAsync(context, gebruiker, Bewezen.Wachtwoord, grenzen) ?? await pogingen.MislukteAsync(context, gebruiker, SignInOutcome.WrongPassword);
        // Nothing is given back yet: else a right password would make guessing codes free.
        return code is null
            ? await pogingen.MislukteAsync(context, gebruiker, SignInOutcome.NeedsCode) with { Extra = new Dictionary<string, object?> { [Bewijs] = tweedestap.BewijsVan(gebruiker) } }
            : await MetCodeAsync(context, gebruiker, code, grenzen);
    }

    /// <summary>Goes on with the second step, for who proved his password on the page before.</summary>
    /// <param name="bewijs">What the first step gave.</param>
    /// <returns>Refused: 401 when the code is wrong or the first step was too long ago, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> GaVerderAsync(HttpContext context, string bewijs, string code)
    {
        if (await tweedestap.LeesBewijsAsync(bewijs) is not { } gebruiker)
            return new Weigering(Verzoekcode.AanmeldenVerlopen);
        return (await pogingen.NeemAsync(context, gebruiker.LoginName, gebruiker)).Lukt(out var grenzen, out var nee) ? await MetCodeAsync(context, gebruiker, code, grenzen) : nee;
    }

    async Task<Uitslag<Actor>> MetCodeAsync(HttpContext context, User gebruiker, string code, Aanmeldgrenzen grenzen) =>
        (await tweedestap.KloptAsync(gebruiker.Id, code) ? await BeginAsync(context, gebruiker, Bewezen.Alles, grenzen) : null) ?? await pogingen.MislukteAsync(context, gebruiker, SignInOutcome.WrongCode);

    /// <summary>Signs somebody of the demonstration in, who has no need of a password.</summary>
    /// <returns>Null when he is not active.</returns>
    public async Task<Actor?> MeldDemoAanAsync(HttpContext context, UserId id) =>
        await storage.Users.FindActiveAsync(id) is { } gebruiker && (await BeginAsync(context, gebruiker, Bewezen.Niets, null))?.Lukt(out var actor, out _) == true ? actor : null;

    /// <summary>Looks at the password of who is signed in, guarded as signing in is: by the same counts, so that this is no other door to guess at.</summary>
    /// <param name="dan">What is done once it is right, and may be refused for what else he has to prove.</param>
    /// <returns>Refused: 422 when it is wrong, 429 after too many attempts, or what <paramref name="dan"/> refuses; null when it is right.</returns>
    public async Task<Weigering?> ControleerAsync(HttpContext context, User ik, string wachtwoord, Func<User, Task<Weigering?>>? dan = null)
    {
        if (!(await pogingen.NeemAsync(context, ik.LoginName, ik)).Lukt(out var grenzen, out var nee))
            return nee;
        if (!accounts.Klopt(ik, wachtwoord))
        {
            await pogingen.MislukteAsync(context, ik, SignInOutcome.WrongPassword);
            return new Weigering(Gebruikercode.WachtwoordOudOnjuist);
        }
        if (dan is not null && await dan(ik) is { } ookNee)
            return ookNee;
        // A right password alone gives nothing back to who has a second step: else it would make guessing codes free.
        if (dan is not null || !await tweedestap.IsAanAsync(ik.Id))
            await pogingen.GeefTerugAsync(grenzen);
        return null;
    }

    /// <summary>Signs somebody in anew who just chose another password: every session of his ended with the old one.</summary>
    public async Task MeldOpnieuwAanAsync(HttpContext context, UserId id)
    {
        if (await storage.Users.FindActiveAsync(id) is { } gebruiker)
            await BeginAsync(context, gebruiker, Bewezen.Alles, null);
    }

    /// <summary>Ends the session that asks, if there is one.</summary>
    public async Task MeldAfAsync(HttpContext context)
    {
        await BeeindigDezeAsync(context);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <returns>Null when the user, or his second step, changed since it was proved.</returns>
    async Task<Uitslag<Actor>?> BeginAsync(HttpContext context, User gebruiker, Bewezen bewezen, Aanmeldgrenzen? grenzen)
    {
        if (await pogingen.LukteAsync(context, gebruiker, bewezen, grenzen) is not { } sleutel)
            return null;
        // Whoever was signed in at this browser no longer is.
        await BeeindigDezeAsync(context);
        var actor = Actor.Van(gebruiker);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Aanmeldwijze.PrincipalVan(actor, CookieAuthenticationDefaults.AuthenticationScheme, sleutel));
        return (Uitslag<Actor>)actor;
    }

    Task BeeindigDezeAsync(HttpContext context) => context.Sessie() is { } deze && context.ActorOrNull() is { } wie
        ? storage.Sessions.EndAsync(deze, SessionEnd.SignedOut, wie.Id.Actor, werkelijk.GetUtcNow())
        : Task.CompletedTask;

    static bool IsHier(HostString host) => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var adres) && IPAddress.IsLoopback(adres));
}
