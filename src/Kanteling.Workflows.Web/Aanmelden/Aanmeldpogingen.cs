using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.SignIns;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>What somebody proved who signs in.</summary>
enum Bewezen
{
    /// <summary>Nothing: he took a card of the demonstration.</summary>
    Niets,

    /// <summary>His password, and it was all that he has.</summary>
    Wachtwoord,

    /// <summary>His password, and a code where he has a second step.</summary>
    Alles,
}

/// <summary>
/// Attempts to sign in, from being taken to what came of them. An attempt is taken before anything that was typed is looked at, so that
/// guessing at the same moment helps nobody; what was typed is written nowhere.
/// </summary>
public sealed partial class Aanmeldpogingen(OpenStorage storage, BekendeToestellen toestellen, TimeProvider werkelijk, ILogger<Aanmeldpogingen> logger)
{
    /// <returns>What it was counted by. Refused: 429 after too many.</returns>
    internal async Task<Uitslag<Aanmeldgrenzen>> NeemAsync(HttpContext context, string naam, User? gebruiker)
    {
        var (adres, wie) = (Aanmeldadres.Van(context), gebruiker?.Id ?? new(""));
        // Asked for nobody too, so that the time it takes tells nothing.
        var (isBekend, keer) = (await storage.SignIns.IsKnownAsync(wie, adres), await storage.Sessions.TimesEndedAsync(wie));
        var grenzen = Aanmeldgrenzen.Van(naam, adres, isBekend, gebruiker is null ? null : toestellen.Van(context, wie, keer));
        if (await storage.Attempts.TakeAsync(grenzen.Alle, werkelijk.GetUtcNow()) is not { } wachttijd)
            return grenzen;
        LogDicht(logger);
        return Aanmeldgrenzen.TeVaak(wachttijd);
    }

    /// <summary>What was taken for something that proved right, and began no session.</summary>
    internal Task GeefTerugAsync(Aanmeldgrenzen grenzen) => storage.Attempts.GiveBackAsync(grenzen.Eigen, grenzen.Overige, werkelijk.GetUtcNow());

    internal async Task<Weigering> MislukteAsync(HttpContext context, User? gebruiker, string waarom)
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

    /// <summary>Begins a session, and has this browser know who proved himself at it.</summary>
    /// <returns>The key of the session; null when the user, or his second step, changed since it was proved.</returns>
    internal async Task<string?> LukteAsync(HttpContext context, User gebruiker, Bewezen bewezen, Aanmeldgrenzen? grenzen)
    {
        var (sleutel, nu) = (Sessiesleutel.Nieuw(), werkelijk.GetUtcNow());
        var sessie = new Session
        {
            Id = Sessiesleutel.IdVan(sleutel), UserId = gebruiker.Id, BegunAt = nu, SeenAt = nu, EndsAt = nu + Sessions.Longest,
            Device = Toestel.Van(context.Request.Headers.UserAgent.ToString()), Address = Aanmeldadres.Van(context),
        };
        // Asked first: when everything is ended in between, this browser is a stranger, and not the other way round.
        var keer = await storage.Sessions.TimesEndedAsync(gebruiker.Id);
        if (!await storage.SignIns.SucceededAsync(gebruiker, sessie, grenzen?.Eigen, grenzen?.Overige ?? [], bewezen != Bewezen.Wachtwoord))
            return null;
        if (bewezen != Bewezen.Niets)
            toestellen.Onthoud(context, gebruiker.Id, keer);
        LogGelukt(logger);
        return sleutel;
    }

    [LoggerMessage(LogLevel.Information, "Iemand meldde zich aan.")]
    static partial void LogGelukt(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Iemand kon zich niet aanmelden: {Waarom}.")]
    static partial void LogMislukt(ILogger logger, string waarom);

    [LoggerMessage(LogLevel.Warning, "Een poging om aan te melden is niet bekeken: er is te vaak geprobeerd.")]
    static partial void LogDicht(ILogger logger);
}
