using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="Sleutel">Makes a form that is sent twice one act.</param>
/// <param name="Reden">What was typed; it stays when it was refused.</param>
public sealed record IntrekModel(Intrekking Intrekking, bool MagVragen, bool MagBeslissen, string Sleutel, string? Reden, Bericht? Melding);

/// <summary>Taking a drawing out of use: one asks here and says why, another decides here and sees what would stop.</summary>
static class IntrekPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/versies/{id}/intrekken", (HttpContext context, string id, Tekeningbeheer tekeningen, Tekeningintrekking intrekking) =>
            ToonAsync(context, id, tekeningen, intrekking, context.Request.Query["klaar"] == "gevraagd" ? Gevraagd : null));
        studio.MapPost("/versies/{id}/intrekken", DoeAsync);
    }

    static readonly Bericht Gevraagd = new("success", "Uw verzoek is vastgelegd", ["De tekening geldt nog. Een andere procesontwerper of een beheerder beslist."]);

    static async Task<IResult> ToonAsync(HttpContext context, string id, Tekeningbeheer tekeningen, Tekeningintrekking intrekking, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var actor = context.Actor();
        if (!(await intrekking.LeesAsync(actor, new(id))).Lukt(out var nu, out var nee))
            return nee.Code == RefusalCode.DefinitionNotFound ? Results.Redirect(Adres.Versies(id)) : nee.Antwoord();
        var getypt = context.Request.HasFormContentType ? context.Request.Form["reden"].ToString() : null;
        return Weergave.Toon<Intrekpagina>(context, new IntrekModel(
            nu, intrekking.MagVragen(actor), tekeningen.MagGoedkeuren(actor), Zegel.Nieuw(), getypt, melding), status);
    }

    static async Task<IResult> DoeAsync(HttpContext context, string id, Tekeningbeheer tekeningen, Tekeningintrekking intrekking)
    {
        var (formulier, actor, tekening) = (context.Request.Form, context.Actor(), new DefinitionId(id));
        var (reden, asking) = (formulier["reden"].ToString().Trim(), context.GevraagdMet(formulier["sleutel"]));
        var versie = int.TryParse(formulier["versie"], out var nummer) ? nummer : 0;
        var (fout, verder) = formulier["actie"].ToString() switch
        {
            "vragen" => ((await intrekking.VraagAsync(actor, tekening, reden, asking)).Nee, Adres.Intrekken(id) + "?klaar=gevraagd"),
            "intrekken" => (await intrekking.TrekInAsync(actor, tekening, versie, asking), Adres.Versies(id) + "?klaar=ingetrokken"),
            "weigeren" => (await intrekking.WeigerAsync(actor, tekening, versie, reden, asking), Adres.Versies(id) + "?klaar=geweigerd"),
            "terug" => (await intrekking.NeemTerugAsync(actor, tekening, versie, asking), Adres.Versies(id) + "?klaar=terug"),
            _ => (new Weigering(Verzoekcode.VerzoekOnleesbaar), ""),
        };
        if (fout is null)
            return Results.Redirect(verder);
        return Statussen.Van(fout) is >= 400 and < 500 and not 403 and not 404 ? await ToonAsync(context, id, tekeningen, intrekking, Berichten.Van(fout), Statussen.Van(fout)) : fout.Antwoord();
    }
}
