using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.SignIns;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>What somebody set up besides his password.</summary>
/// <param name="Sleutel">To type into the app; null when it is asked already.</param>
/// <param name="Adres">The same for the camera of the app.</param>
/// <param name="Herstelcodes">How many are left.</param>
public sealed record Tweedestapstand(bool IsAan, string? Sleutel, string? Adres, int Herstelcodes);

/// <summary>
/// The second step of signing in: a code of an app (RFC 6238, six digits, thirty seconds), or a recovery code. Each is used once, and
/// whoever guesses waits as he does for passwords. Who may change it, <see cref="Tweedestapbeheer"/> says.
/// </summary>
public sealed class Tweedestap(OpenStorage storage, IDataProtectionProvider zegels, Programmainstellingen instellingen, TimeProvider werkelijk)
{
    const int AantalCodes = 10;
    const int Sleutellengte = 20;
    static readonly TimeSpan Geldig = TimeSpan.FromMinutes(5);
    static VerificationWindow Venster => new(previous: 1, future: 1);

    readonly ITimeLimitedDataProtector bewijzen = zegels.CreateProtector("kanteling.tweede-stap").ToTimeLimitedDataProtector();

    /// <summary>Whether a role of this user asks for it.</summary>
    public bool IsVerplichtVoor(IEnumerable<string> rollen) => rollen.Intersect(instellingen.TweedeStapVoor).Any();

    public async Task<bool> IsAanAsync(UserId wie) => await storage.SecondSteps.FindAsync(wie) is { IsConfirmed: true };

    /// <summary>Whether the code is right, which uses it.</summary>
    public async Task<bool> KloptAsync(UserId wie, string code)
    {
        code = Kaal(code);
        if (await storage.SecondSteps.FindAsync(wie) is not { IsConfirmed: true } stap)
            return false;
        return Stap(stap.Secret, code) is { } moment
            ? await storage.SecondSteps.UseStepAsync(wie, moment, werkelijk.GetUtcNow())
            : await storage.SecondSteps.UseCodeAsync(wie, code, werkelijk.GetUtcNow());
    }

    /// <param name="isBegonnen">Whether who asks just began it with his password: nobody else sees the secret.</param>
    public async Task<Tweedestapstand> StandAsync(UserId wie, string naam, bool isBegonnen) => await storage.SecondSteps.FindAsync(wie) switch
    {
        { IsConfirmed: true } stap => new(true, null, null, stap.RecoveryCodes),
        { Secret: { } geheim } when isBegonnen => new(false, Base32Encoding.ToString(geheim), new OtpUri(OtpType.Totp, geheim, naam, "Kanteling").ToString(), 0),
        _ => new(false, null, null, 0),
    };

    /// <summary>Makes a secret, that is asked once a code of it was right.</summary>
    /// <returns>False when there is one already.</returns>
    public Task<bool> BeginAsync(UserId wie) => storage.SecondSteps.BeginAsync(wie, KeyGeneration.GenerateRandomKey(Sleutellengte), werkelijk.GetUtcNow());

    /// <returns>The recovery codes, which are shown this once. Refused: 422 when the code is wrong, 429 after too many.</returns>
    public Task<Uitslag<ImmutableArray<string>>> BevestigAsync(UserId wie, string code, string? sessie) => BewezenAsync(wie, async () =>
    {
        var codes = NieuweCodes();
        return await storage.SecondSteps.FindAsync(wie) is { IsConfirmed: false, Secret: { } geheim } && Stap(geheim, Kaal(code)) is { } moment
            && await storage.SecondSteps.ConfirmAsync(wie, moment, [.. codes.Select(Kaal)], sessie, werkelijk.GetUtcNow()) ? codes : null;
    });

    /// <returns>Other recovery codes. Refused: 422 when the code is wrong, 429 after too many.</returns>
    public Task<Uitslag<ImmutableArray<string>>> VernieuwCodesAsync(UserId wie, string code, string? sessie) => BewezenAsync(wie, async () =>
    {
        if (!await KloptAsync(wie, code))
            return null;
        var codes = NieuweCodes();
        await storage.SecondSteps.ReplaceCodesAsync(wie, [.. codes.Select(Kaal)], sessie, werkelijk.GetUtcNow());
        return codes;
    });

    /// <returns>Refused: 422 when the code is wrong, 429 after too many.</returns>
    public async Task<Weigering?> ZetUitAsync(UserId wie, string code, string? sessie) => (await BewezenAsync(wie, async () =>
    {
        if (!await KloptAsync(wie, code))
            return null;
        await storage.SecondSteps.TurnOffAsync(wie, sessie, werkelijk.GetUtcNow());
        return [];
    })).Nee;

    /// <summary>Proves, for five minutes, that this user's password was right.</summary>
    public string BewijsVan(User gebruiker) => bewijzen.Protect(string.Create(CultureInfo.InvariantCulture, $"{gebruiker.Version} {gebruiker.Id.Text}"), Geldig);

    /// <returns>The user, as long as he is as he was then; null when it proves nothing.</returns>
    public async Task<User?> LeesBewijsAsync(string bewijs)
    {
        string tekst;
        try
        {
            tekst = bewijzen.Unprotect(bewijs);
        }
        catch (CryptographicException)
        {
            // Old, of another program, or made up.
            return null;
        }
        return tekst.Split(' ', 2) is [var versie, var id] && await storage.Users.FindActiveAsync(new(id)) is { } gebruiker && gebruiker.Version.ToString(CultureInfo.InvariantCulture) == versie ? gebruiker : null;
    }

    /// <summary>A code is taken as an attempt before it is looked at; somebody at a browser that was left open guesses no more than anybody.</summary>
    async Task<Uitslag<ImmutableArray<string>>> BewezenAsync(UserId wie, Func<Task<ImmutableArray<string>?>> bewijs)
    {
        var (grens, nu) = (Aanmeldgrenzen.VanCode(wie), werkelijk.GetUtcNow());
        if (await storage.Attempts.TakeAsync([grens], nu) is { } wachttijd)
            return Aanmeldgrenzen.TeVaak(wachttijd);
        if (await bewijs() is not { } gelukt)
            return new Weigering(Verzoekcode.CodeOnjuist);
        await storage.Attempts.GiveBackAsync(grens, [], nu);
        return gelukt;
    }

    /// <summary>The time step that a code of the app is of; null when it is none of now.</summary>
    long? Stap(byte[]? geheim, string code) =>
        geheim is not null && code.Length == 6 && new Totp(geheim).VerifyTotp(werkelijk.GetUtcNow().UtcDateTime, code, out var stap, Venster) ? stap : null;

    // Ten letters and digits of 32: fifty bits each, and no two that look alike.
    static ImmutableArray<string> NieuweCodes() => [.. Enumerable.Range(0, AantalCodes).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10).Insert(5, "-"))];

    static string Kaal(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
