using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Kanteling.Workflows.Web.Verzoeken;
using Microsoft.AspNetCore.DataProtection;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// Who signed in rightly at a browser, in a cookie that this gemeente alone can read (what OWASP calls a device cookie). The law of this
/// file: it opens nothing and says nothing to whoever has it; it only has its owner counted by himself there, apart from what others
/// guess beside him. It counts for ninety days, and no longer than until all sessions of its owner are ended: by another password, by no
/// more access, by other rights, or because he signed out everywhere.
/// </summary>
public sealed class BekendeToestellen(IDataProtectionProvider zegels, TimeProvider werkelijk)
{
    /// <summary>People who share a machine.</summary>
    const int Meeste = 5;

    static readonly TimeSpan Geldig = TimeSpan.FromDays(90);

    readonly Koekje koekje = new("kanteling-toestel") { MaxAge = Geldig };
    readonly IDataProtector zegel = zegels.CreateProtector("kanteling.bekend-toestel");

    /// <param name="keer">How often all his sessions were ended.</param>
    /// <returns>By which he is counted at this browser; null when he is a stranger at it.</returns>
    public string? Van(HttpContext context, UserId wie, long keer) => Lees(context).FirstOrDefault(b => b.Wie == wie.Text && b.Keer == keer)?.Toestel;

    /// <summary>From now on this browser knows him: by the same as before, so that signing in gives nobody a count that is empty again.</summary>
    public void Onthoud(HttpContext context, UserId wie, long keer)
    {
        var deze = new Bekende(wie.Text, Van(context, wie, keer) ?? Sessiesleutel.Nieuw(), keer, werkelijk.GetUtcNow());
        ImmutableArray<Bekende> alle = [deze, .. Lees(context).Where(b => b.Wie != wie.Text).Take(Meeste - 1)];
        context.Response.Cookies.Append(koekje.Name!, zegel.Protect(JsonSerializer.Serialize(alle)), koekje.Build(context));
    }

    /// <summary>The latest first.</summary>
    IEnumerable<Bekende> Lees(HttpContext context)
    {
        if (context.Request.Cookies[koekje.Name!] is not { Length: > 0 } gegeven)
            return [];
        try
        {
            var oudste = werkelijk.GetUtcNow() - Geldig;
            return JsonSerializer.Deserialize<ImmutableArray<Bekende>>(zegel.Unprotect(gegeven)).Where(b => b.Op > oudste);
        }
        catch (CryptographicException)
        {
            // Of another program, of keys that are gone, or made up.
            return [];
        }
    }

    sealed record Bekende(string Wie, string Toestel, long Keer, DateTimeOffset Op);
}
