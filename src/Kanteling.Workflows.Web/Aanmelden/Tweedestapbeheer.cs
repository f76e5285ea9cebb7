using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.DataProtection;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// Setting up one's own second step, making other recovery codes and turning it off. The law of this file: whoever changes it proves his
/// password anew, which is counted as it is at the door, and where it is on a code besides; and by changing it he is signed out everywhere
/// but here, in the same transaction. So who finds a browser open makes nothing of it his own.
/// </summary>
public sealed class Tweedestapbeheer(Aanmelding aanmelding, Tweedestap tweedestap, OpenStorage storage, IDataProtectionProvider zegels, TimeProvider werkelijk)
{
    static readonly TimeSpan Geldig = TimeSpan.FromMinutes(15);

    readonly IDataProtector bewijzen = zegels.CreateProtector("kanteling.tweede-stap.instellen");

    /// <summary>Makes a secret, that is asked once a code of it was right.</summary>
    /// <returns>The proof that the password was right, for this session and a quarter of an hour. Refused: 409 when it is on already, 422 when the password is wrong, 429 after too many.</returns>
    public async Task<Uitslag<string>> BeginAsync(HttpContext context, string wachtwoord) =>
        await MetWachtwoordAsync(context, wachtwoord, async ik => await tweedestap.BeginAsync(ik.Id) ? null : new Weigering(Verzoekcode.TweedeStapStaatAan)) is { } nee
            ? nee : bewijzen.Protect(string.Create(CultureInfo.InvariantCulture, $"{werkelijk.GetUtcNow().UtcTicks} {Wie(context)}"));

    /// <summary>Whether this is what the password gave, not long ago, to the session that asks.</summary>
    public bool IsBegonnen(HttpContext context, string bewijs)
    {
        try
        {
            return bewijzen.Unprotect(bewijs).Split(' ', 2) is [var op, var wie] && wie == Wie(context)
                && long.Parse(op, CultureInfo.InvariantCulture) > (werkelijk.GetUtcNow() - Geldig).UtcTicks;
        }
        catch (CryptographicException)
        {
            // Of another program, or made up.
            return false;
        }
    }

    /// <returns>The recovery codes, which are shown this once. Refused: 422 when the code is wrong or the password was given too long ago, 429 after too many.</returns>
    public async Task<Uitslag<ImmutableArray<string>>> BevestigAsync(HttpContext context, string bewijs, string code) =>
        IsBegonnen(context, bewijs) ? await tweedestap.BevestigAsync(context.Actor().Id, code, context.Sessie()) : new Weigering(Verzoekcode.InstellenVerlopen);

    /// <returns>Other recovery codes. Refused: 422 when the password or the code is wrong, 429 after too many.</returns>
    public async Task<Uitslag<ImmutableArray<string>>> VernieuwCodesAsync(HttpContext context, string wachtwoord, string code)
    {
        ImmutableArray<string> codes = [];
        var nee = await MetWachtwoordAsync(context, wachtwoord, async ik => (await tweedestap.VernieuwCodesAsync(ik.Id, code, context.Sessie())).Lukt(out codes, out var fout) ? null : fout);
        return nee is null ? codes : nee;
    }

    /// <returns>Refused: 422 when the password or the code is wrong, 429 after too many.</returns>
    public Task<Weigering?> ZetUitAsync(HttpContext context, string wachtwoord, string code) =>
        MetWachtwoordAsync(context, wachtwoord, ik => tweedestap.ZetUitAsync(ik.Id, code, context.Sessie()));

    async Task<Weigering?> MetWachtwoordAsync(HttpContext context, string wachtwoord, Func<User, Task<Weigering?>> dan) =>
        await storage.Users.FindActiveAsync(context.Actor().Id) is { } ik ? await aanmelding.ControleerAsync(context, ik, wachtwoord, dan) : new Weigering(Verzoekcode.NietBevoegd);

    static string Wie(HttpContext context) => $"{context.Sessie()} {context.Actor().Id.Text}";
}
