using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

public sealed record IncidentenModel(Lijst<IncidentRegel> Lijst, bool MagOplossen, string Sleutel, Bericht? Melding);

/// <summary>Steps that could not go on, for those who may repair them.</summary>
static class IncidentPaginas
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/incidenten", (HttpContext context, Incidenten incidenten, Bevoegdheid bevoegdheid) => ToonAsync(context, incidenten, bevoegdheid, null));
        pages.MapPost("/incidenten", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, Incidenten incidenten, Bevoegdheid bevoegdheid, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var lijst = await incidenten.LijstAsync(context.Actor(), new Paging(0, 200));
        return Views.Show<Incidentenpagina>(context, new IncidentenModel(lijst, bevoegdheid.Mag(context.Actor(), Handeling.IncidentOplossen), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), melding), status);
    }

    static async Task<IResult> DoeAsync(HttpContext context, Incidenten incidenten, Bevoegdheid bevoegdheid)
    {
        var form = await PageForm.ReadAsync(context);
        var hoe = form["hoe"] == "overslaan" ? Resolution.Skip : Resolution.Retry;
        try
        {
            var gevolg = await incidenten.LosOpAsync(
                context.Actor(), form["incident"].ToString(), new Oplossing(hoe, form["reden"].ToString().Trim(), null, null), context.AskingFor("pagina:" + form["sleutel"]));
            return await ToonAsync(context, incidenten, bevoegdheid, new Bericht("success", "De stap gaat verder", [.. gevolg.Gebeurd]));
        }
        catch (Geweigerd fout) when (Statussen.Van(fout) is >= 400 and < 500 and not 403)
        {
            return await ToonAsync(context, incidenten, bevoegdheid, new Bericht("danger", "Dat lukte niet", [Zinnen.Voor(fout.Code, fout.Argumenten)]), Statussen.Van(fout));
        }
    }
}
