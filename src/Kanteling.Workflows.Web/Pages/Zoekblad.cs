using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>
/// A search of a page. What is typed comes with a form, and who searched is sent on to an address that has it sealed: so Back, a
/// reload and the next page of results are ordinary, and no address has a name in it. Only who typed it opens the seal, for twelve hours.
/// </summary>
public sealed class Zoekblad(IDataProtectionProvider sleutels, Huishoudenzoeker zoeker)
{
    /// <summary>The part of an address that has the sealed question.</summary>
    public const string Vraag = "vraag";

    static readonly TimeSpan Houdbaar = TimeSpan.FromHours(12);

    /// <summary>From the form to the page with who is found.</summary>
    /// <param name="pad">That page, without a question.</param>
    public IResult Naar(HttpContext context, string pad)
    {
        var getypt = context.Request.Form["zoek"].ToString().Trim();
        return new ZieElders(Op(pad, Zegel(context.Actor()).Protect(Kort(getypt), Houdbaar), 1));
    }

    /// <summary>What was asked in this address; null when nothing was, or its seal is not whole, not of this person or too old.</summary>
    public string? Gevraagd(HttpContext context)
    {
        try
        {
            return context.Request.Query[Vraag].ToString() is { Length: > 0 } zegel ? Zegel(context.Actor()).Unprotect(zegel) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>From a household back to the results that it was chosen from, by what its address has; null when it was come to otherwise.</summary>
    public string? Terug(HttpContext context) =>
        Gevraagd(context) is null ? null : Op(ZoekPaginas.Pad, context.Request.Query[Vraag].ToString(), Bladzij.Gevraagd(context.Request.Query["pagina"]).Nummer);

    /// <summary>Who is found by what this address asks; null when it asks nothing.</summary>
    /// <returns>Refused when this person may not search for this.</returns>
    public async Task<Uitslag<Zoekmodel?>> LeesAsync(HttpContext context, Handeling waarvoor)
    {
        var zegel = context.Request.Query[Vraag].ToString();
        if (zegel.Length == 0)
            return (Zoekmodel?)null;
        var leeg = new Zoekmodel("", zegel, [], Bladzij.Gevraagd("1") with { Totaal = 0 }, new Weigering(Verzoekcode.ZoekvraagVerlopen).Zin);
        if (Gevraagd(context) is not { } zoek)
            return leeg;
        var (uitslag, bladzij) = await Bladzij.Gevraagd(context.Request.Query["pagina"]).LeesAsync(
            paging => zoeker.ZoekAsync(context.Actor(), zoek, paging, waarvoor), uitslag => uitslag.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (uitslag.Lukt(out var gevonden, out var nee))
            return new Zoekmodel(zoek, zegel, gevonden.Items, bladzij, null);
        return Statussen.Van(nee) is 422 or 503 ? leeg with { Zoek = zoek, Fout = nee.Zin } : nee;
    }

    /// <summary>The address of a page with this sealed question.</summary>
    public static string Op(string pad, string zegel, int bladzij)
    {
        var adres = QueryHelpers.AddQueryString(pad, Vraag, zegel);
        return bladzij > 1 ? QueryHelpers.AddQueryString(adres, "pagina", $"{bladzij}") : adres;
    }

    ITimeLimitedDataProtector Zegel(Actor actor) => sleutels.CreateProtector("kanteling.zoekvraag", actor.Id.Text).ToTimeLimitedDataProtector();

    /// <summary>No longer than a search reads, and no half of a letter at its end: that cannot be sealed.</summary>
    static string Kort(string getypt) => getypt.Length <= Zoekvraag.Langste ? getypt : getypt[..(char.IsHighSurrogate(getypt[Zoekvraag.Langste - 1]) ? Zoekvraag.Langste - 1 : Zoekvraag.Langste)];
}

/// <summary>303: what was sent is done, and what came of it is read elsewhere.</summary>
sealed record ZieElders(string Adres) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status303SeeOther, Adres);
        return Task.CompletedTask;
    }
}
