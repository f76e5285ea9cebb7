using Kanteling.Workflows.Events;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Drukte;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Stilstand">Tasks that nobody can see and do.</param>
/// <param name="Drukte">How busy it was, and how far that is behind; null for who may not see numbers.</param>
public sealed record IncidentenModel(
    Lijst<IncidentRegel> Lijst, Bladzij Bladzij, bool MagOplossen, string Sleutel, Bericht? Melding, Druktebeeld? Drukte, Lijst<StilstandRegel> Stilstand, Bladzij Stilstandbladzij)
{
    /// <summary>The flows that the program needs and that are not published, in sentences.</summary>
    public required IReadOnlyList<string> Ontbrekend { get; init; }

    /// <summary>The address of a page of the one list, with the other as it is.</summary>
    public static string Op(int incidenten, int stilstand) => $"/incidenten?pagina={incidenten}&stilstand={stilstand}";
}

/// <summary>Steps that could not go on, for those who may repair them.</summary>
static class IncidentPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/incidenten", (HttpContext context, Incidentenblad blad) => ToonAsync(context, blad, null));
        paginas.MapPost("/incidenten", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, Incidentenblad blad, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var (incidenten, stilstand) = context.Request.HasFormContentType ? (context.Request.Form["pagina"], context.Request.Form["stilstand"]) : (context.Request.Query["pagina"], context.Request.Query["stilstand"]);
        return (await blad.VanAsync(context.Actor(), Bladzij.Gevraagd(incidenten), Bladzij.Gevraagd(stilstand), melding)).Antwoord(model => Weergave.Toon<Incidentenpagina>(context, model, status));
    }

    static async Task<IResult> DoeAsync(HttpContext context, Incidentbeheer incidenten, Incidentenblad blad)
    {
        var formulier = context.Request.Form;
        var hoe = formulier["hoe"] == "overslaan" ? Resolution.Skip : Resolution.Retry;
        var uitslag = await incidenten.LosOpAsync(
            context.Actor(), formulier["incident"].ToString(), new Oplossing(hoe, formulier["reden"].ToString().Trim(), null, null), context.GevraagdMet(formulier["sleutel"]));
        if (uitslag.Lukt(out var gevolg, out var fout))
            return await ToonAsync(context, blad, new Bericht("success", "Het gaat verder", [.. gevolg.Gebeurd]));
        return Statussen.Van(fout) is >= 400 and < 500 and not 403
            ? await ToonAsync(context, blad, new Bericht("danger", "Dat lukte niet", [fout.Zin]), Statussen.Van(fout))
            : fout.Antwoord();
    }
}

/// <summary>What the page of incidents shows.</summary>
public sealed class Incidentenblad(Incidentbeheer incidenten, Stilstandlezer stilstand, Bevoegdheid bevoegdheid, Druktelezer drukte)
{
    public async Task<Uitslag<IncidentenModel>> VanAsync(Actor actor, Bladzij gevraagd, Bladzij stilgevraagd, Bericht? melding)
    {
        var (incidentuitslag, bladzij) = await gevraagd.LeesAsync(paging => incidenten.LijstAsync(actor, paging), Totaal);
        var (staat, stilbladzij) = await stilgevraagd.LeesAsync(paging => stilstand.LijstAsync(actor, paging), Totaal);
        if (!incidentuitslag.Lukt(out var lijst, out var nee) || !staat.Lukt(out var stil, out nee) || !(await stilstand.OntbrekendAsync(actor)).Lukt(out var ontbrekend, out nee))
            return nee;
        return new IncidentenModel(
            lijst, bladzij, bevoegdheid.Mag(actor, Handeling.IncidentOplossen), Zegel.Nieuw(), melding,
            (await drukte.LeesAsync(actor)).Lukt(out var beeld, out _) ? beeld : null, stil, stilbladzij) { Ontbrekend = ontbrekend };
    }

    static int Totaal<T>(Uitslag<Lijst<T>> uitslag) => uitslag.Lukt(out var lijst, out _) ? lijst.Totaal : 0;
}
