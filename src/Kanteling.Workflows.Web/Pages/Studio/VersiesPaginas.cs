using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="Bevindingen">Of the draft; null when there is none.</param>
/// <param name="Verschil">What the draft changes; empty when nothing was published before, or nothing changed.</param>
/// <param name="Sleutel">Makes a form that is sent twice one act.</param>
public sealed record VersiesModel(
    TekeningRegel Regel, IReadOnlyList<VersieRegel> Versies, Bevindingen? Bevindingen, IReadOnlyList<string> Verschil, int Stappen, bool MagTekenen, bool MagGoedkeuren, bool HeeftOntwerper, string Sleutel, Bericht? Melding);

/// <param name="Publicatie">Null for a draft.</param>
public sealed record VersieRegel(Tekeningkop Kop, Publicatie? Publicatie);

/// <summary>One drawing: what its draft changes, what stands in the way, the way to publishing, and its history.</summary>
static class VersiesPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/versies/{id}", (HttpContext context, string id, Versiesblad blad) => blad.ToonAsync(context, id, Klaar(context.Request.Query["klaar"])));
        studio.MapPost("/versies/{id}", DoeAsync);
        studio.MapGet("/versies/{id}/weg", (HttpContext context, string id, Versiesblad blad) => blad.VraagWegAsync(context, id));
    }

    static Bericht? Klaar(string? wat) => wat switch
    {
        "aangeboden" => new Bericht("success", "Aangeboden", ["Een andere procesontwerper of de functioneel beheerder kan deze versie nu goedkeuren. Tekent u verder, dan vervalt het aanbod."]),
        "aanbod-terug" => new Bericht("success", "Het aanbod is teruggetrokken", ["U kunt verder tekenen."]),
        "goedgekeurd" => new Bericht("success", "Goedgekeurd en gepubliceerd", ["Wat vanaf nu begint, begint op deze versie. Wat al loopt, loopt door zoals het begon."]),
        "zelf" => new Bericht("success", "Gepubliceerd zonder akkoord van een ander", ["Uw reden staat in de geschiedenis van deze tekening."]),
        "overgenomen" => new Bericht("success", "Het concept is nu van u", ["U kunt ermee verder."]),
        "ingetrokken" => new Bericht("success", "De tekening is ingetrokken", ["Er begint niets nieuws meer op. Wat loopt, loopt door."]),
        "hersteld" => new Bericht("success", "De oude versie is nu uw concept", ["Er verandert pas iets als dit concept wordt gepubliceerd."]),
        "ingelezen" => new Bericht("success", "Het bestand is ingelezen", ["Het is nu uw concept."]),
        _ => null,
    };

    static async Task<IResult> DoeAsync(HttpContext context, string id, Tekeningbeheer tekeningen, Versiesblad blad)
    {
        var form = await PageForm.ReadAsync(context);
        try
        {
            return Results.Redirect(await VoerUitAsync(context, id, form, tekeningen));
        }
        catch (Geweigerd fout) when (Statussen.Van(fout) is >= 400 and < 500 and not 403 and not 404)
        {
            return await blad.ToonAsync(context, id, Berichten.Van(fout), Statussen.Van(fout));
        }
    }

    /// <returns>Where to go on.</returns>
    static async Task<string> VoerUitAsync(HttpContext context, string id, IFormCollection form, Tekeningbeheer tekeningen)
    {
        var actor = context.Actor();
        var asking = context.AskingFor("pagina:" + form["sleutel"]);
        switch (form["actie"].ToString())
        {
            case "aanbieden":
                await tekeningen.BiedAanAsync(actor, id);
                return Na(id, "aangeboden");
            case "aanbod-terug":
                await tekeningen.TrekAanbodInAsync(actor, id);
                return Na(id, "aanbod-terug");
            case "goedkeuren":
                await tekeningen.KeurGoedAsync(actor, id, asking, long.TryParse(form["rij"], out var rij) ? rij : null);
                return Na(id, "goedgekeurd");
            case "zelf":
                await tekeningen.PubliceerZelfAsync(actor, id, form["reden"].ToString().Trim(), asking);
                return Na(id, "zelf");
            case "overnemen":
                await tekeningen.NeemOverAsync(actor, id);
                return Na(id, "overgenomen");
            case "intrekken":
                await tekeningen.TrekInAsync(actor, id, asking);
                return Na(id, "ingetrokken");
            case "herstellen" when int.TryParse(form["versie"], out var versie):
                await tekeningen.HerstelAsync(actor, id, versie);
                return Na(id, "hersteld");
            case "weggooien":
                await tekeningen.VerwijderConceptAsync(actor, id);
                return Adres.Lijst + "?klaar=weg";
            default:
                throw new Geweigerd(Verzoekcode.VerzoekOnleesbaar);
        }
    }

    static string Na(string id, string wat) => $"{Adres.Versies(id)}?klaar={wat}";
}
