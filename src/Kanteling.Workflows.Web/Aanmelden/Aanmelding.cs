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
public sealed partial class Aanmelding(Accounts accounts, Tweedestap tweedestap, OpenStorage storage, TimeProvider werkelijk, ILogger<Aanmelding> logger)
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
        if (!(await NeemAsync(context, naam, gebruiker)).Lukt(out var grenzen, out var nee))
            return nee;
        if (!accounts.Klopt(gebruiker, wachtwoord))
            return await MislukteAsync(context, gebruiker, gebruiker is null ? SignInOutcome.UnknownName : SignInOutcome.WrongPassword);
        if (!await tweedestap.IsAanAsync(gebruiker!.Id))
            return await BeginAsync(context, gebruiker, grenzen) ?? await MislukteAsync(context, gebruiker, SignInOutcome.WrongPassword);
        // Nothing is given back yet: else a right password would make guessing codes free.
        return code is null
            ? await MislukteAsync(context, gebruiker, SignInOutcome.NeedsCode) with { Extra = new Dictionary<string, object?> { [Bewijs] = tweedestap.BewijsVan(gebruiker) } }
            : await MetCodeAsync(context, gebruiker, code, grenzen);
    }

    /// <summary>Goes on with the second step, for who proved his password on the page before.</summary>
    /// <param name="bewijs">What the first step gave.</param>
    /// <returns>Refused: 401 when the code is wrong or the first step was too long ago, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> GaVerderAsync(HttpContext context, string bewijs, string code)
    {
        if (await tweedestap.LeesBewijsAsync(bewijs) is not { } gebruiker)
            return new Weigering(Verzoekcode.AanmeldenVerlopen);
        return (await NeemAsync(context, gebruiker.LoginName, gebruiker)).Lukt(out var grenzen, out var nee) ? await MetCodeAsync(context, gebruiker, code, grenzen) : nee;
    }

    async Task<Uitslag<Actor>> MetCodeAsync(HttpContext context, User gebruiker, string code, Aanmeldgrenzen grenzen) =>
        (await tweedestap.KloptAsync(gebruiker.Id, code) ? await BeginAsync(context, gebruiker, grenzen) : null) ?? await MislukteAsync(context, gebruiker, SignInOutcome.WrongCode);

    /// <summary>Takes an attempt, before anything that was typed is looked at.</summary>
    async Task<Uitslag<Aanmeldgrenzen>> NeemAsync(HttpContext context, string naam, User? gebruiker)
    {
        var adres = Aanmeldadres.Van(context);
        // Asked for nobody too, so that the time it takes tells nothing.
        var grenzen = Aanmeldgrenzen.Van(naam, adres, await storage.SignIns.IsKnownAsync(gebruiker?.Id ?? new(""), adres));
        if (await storage.Attempts.TakeAsync(grenzen.Alle, werkelijk.GetUtcNow()) is not { } wachttijd)
            return grenzen;
        LogDicht(logger);
        return Aanmeldgrenzen.TeVaak(wachttijd);
    }

    /// <summary>Signs somebody of the demonstration in, who has no need of a password.</summary>
    /// <returns>Null when he is not active.</returns>
    public async Task<Actor?> MeldDemoAanAsync(HttpContext context, UserId id) =>
        await storage.Users.FindActiveAsync(id) is { } gebruiker && (await BeginAsync(context, gebruiker, null))?.Lukt(out var actor, out _) == true ? actor : null;

    /// <summary>Looks at the password of who is signed in, guarded as signing in is.</summary>
    /// <returns>Refused: 401 when it is wrong, 429 after too many attempts; null when it is right.</returns>
    public async Task<Weigering?> ControleerAsync(HttpContext context, User ik, string wachtwoord) =>
        (await NeemAsync(context, ik.LoginName, ik)).Nee is { } nee ? nee : accounts.Klopt(ik, wachtwoord) ? null : await MislukteAsync(context, ik, SignInOutcome.WrongPassword);

    /// <summary>Signs somebody in anew who just chose another password: every session of his ended with the old one.</summary>
    public async Task MeldOpnieuwAanAsync(HttpContext context, UserId id)
    {
        if (await storage.Users.FindActiveAsync(id) is { } gebruiker)
            await BeginAsync(context, gebruiker, null);
    }

    /// <summary>Ends the session that asks, if there is one.</summary>
    public async Task MeldAfAsync(HttpContext context)
    {
        await BeeindigDezeAsync(context);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <returns>Null when the user changed since his password was looked at.</returns>
    async Task<Uitslag<Actor>?> BeginAsync(HttpContext context, User gebruiker, Aanmeldgrenzen? grenzen)
    {
        var (sleutel, nu) = (Sessiesleutel.Nieuw(), werkelijk.GetUtcNow());
        var sessie = new Session
        {
            Id = Sessiesleutel.IdVan(sleutel), UserId = gebruiker.Id, BegunAt = nu, SeenAt = nu, EndsAt = nu + Sessions.Longest,
            Device = Toestel.Van(context.Request.Headers.UserAgent.ToString()), Address = Aanmeldadres.Van(context),
        };
        if (!await storage.SignIns.SucceededAsync(gebruiker, sessie, grenzen?.Eigen, grenzen?.Overige ?? []))
            return null;
        // Whoever was signed in at this browser no longer is.
        await BeeindigDezeAsync(context);
        var actor = Actor.Van(gebruiker);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Aanmeldwijze.PrincipalVan(actor, CookieAuthenticationDefaults.AuthenticationScheme, sleutel));
        LogGelukt(logger);
        return (Uitslag<Actor>)actor;
    }

    async Task<Weigering> MislukteAsync(HttpContext context, User? gebruiker, string waarom)
    {
        await storage.SignIns.FailedAsync(new SignIn
        {
            Id = Sessiesleutel.IdVan(Sessiesleutel.Nieuw()), At = werkelijk.GetUtcNow(), UserId = gebruiker?.Id, Outcome = waarom,
            Device = Toestel.Van(context.Request.Headers.UserAgent.ToString()), Address = Aanmeldadres.Van(context),
        });
        LogMislukt(logger, waarom);
        return new Weigering(waarom switch
        {
            SignInOutcome.NeedsCode => Verzoekcode.TweedeStapNodig,
            SignInOutcome.WrongCode => Verzoekcode.AanmeldcodeOnjuist,
            _ => Verzoekcode.AanmeldenOnjuist,
        });
    }

    Task BeeindigDezeAsync(HttpContext context) => context.Sessie() is { } deze && context.ActorOrNull() is { } wie
        ? storage.Sessions.EndAsync(deze, SessionEnd.SignedOut, wie.Id.Actor, werkelijk.GetUtcNow())
        : Task.CompletedTask;

    static bool IsHier(HostString host) => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var adres) && IPAddress.IsLoopback(adres));

    [LoggerMessage(LogLevel.Information, "Iemand meldde zich aan.")]
    static partial void LogGelukt(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Iemand kon zich niet aanmelden: {Waarom}.")]
    static partial void LogMislukt(ILogger logger, string waarom);

    [LoggerMessage(LogLevel.Warning, "Een poging om aan te melden is niet bekeken: er is te vaak geprobeerd.")]
    static partial void LogDicht(ILogger logger);
}
