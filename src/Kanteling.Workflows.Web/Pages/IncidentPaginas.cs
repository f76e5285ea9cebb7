using System.Security.Cryptography;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Drukte;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Drukte">How busy it was, and how far that is behind; null for who may not see numbers.</param>
public sealed record IncidentenModel(Lijst<IncidentRegel> Lijst, Bladzij Bladzij, bool MagOplossen, string Sleutel, Bericht? Melding, Druktebeeld? Drukte);

/// <summary>Steps that could not go on, for those who may repair them.</summary>
static class IncidentPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/incidenten", (HttpContext context, Incidentbeheer incidenten, Bevoegdheid bevoegdheid, Druktelezer drukte) => ToonAsync(context, incidenten, bevoegdheid, drukte, null));
        paginas.MapPost("/incidenten", DoeAsync);
    }

    static async Task<IResult> ToonAsync(
        HttpContext context, Incidentbeheer incidenten, Bevoegdheid bevoegdheid, Druktelezer drukte, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var gevraagd = Bladzij.Gevraagd(context.Request.HasFormContentType ? context.Request.Form["pagina"] : context.Request.Query["pagina"]);
        var (uitslag, bladzij) = await gevraagd.LeesAsync(paging => incidenten.LijstAsync(context.Actor(), paging), uitslag => uitslag.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (!uitslag.Lukt(out var lijst, out var nee))
            return nee.Antwoord();
        return Weergave.Toon<Incidentenpagina>(context, new IncidentenModel(lijst, bladzij, bevoegdheid.Mag(context.Actor(), Handeling.IncidentOplossen), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), melding,
            (await drukte.LeesAsync(context.Actor())).Lukt(out var beeld, out _) ? beeld : null), status);
    }

    static async Task<IResult> DoeAsync(HttpContext context, Incidentbeheer incidenten, Bevoegdheid bevoegdheid, Druktelezer drukte)
    {
        var formulier = context.Request.Form;
        var hoe = formulier["hoe"] == "overslaan" ? Resolution.Skip : Resolution.Retry;
        var uitslag = await incidenten.LosOpAsync(
            context.Actor(), formulier["incident"].ToString(), new Oplossing(hoe, formulier["reden"].ToString().Trim(), null, null), context.AskingFor("pagina:" + formulier["sleutel"]));
        if (uitslag.Lukt(out var gevolg, out var fout))
            return await ToonAsync(context, incidenten, bevoegdheid, drukte, new Bericht("success", "Het gaat verder", [.. gevolg.Gebeurd]));
        return Statussen.Van(fout) is >= 400 and < 500 and not 403
            ? await ToonAsync(context, incidenten, bevoegdheid, drukte, new Bericht("danger", "Dat lukte niet", [fout.Zin]), Statussen.Van(fout))
            : fout.Antwoord();
    }
}
