using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Noodtoegangen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Asking to look into a household without being related to it.</summary>
/// <param name="Fout">Why it was not done; null when nothing was asked yet.</param>
public sealed record NoodvraagModel(string Huishouden, string Reden, string? Fout, string? Sleutel);

public sealed record NoodlijstModel(IReadOnlyList<Noodbeeld> Alle);

/// <summary>Noodtoegang: asking for it, and what was asked.</summary>
static class NoodPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/huishoudens/{id}/noodtoegang", VraagAsync);
        paginas.MapPost("/huishoudens/{id}/noodtoegang", OpenAsync);
        paginas.MapGet("/noodtoegang", async (HttpContext context, Noodtoegang nood) => (await nood.VanAsync(context.Actor())).Antwoord(alle => Weergave.Toon<Noodlijstpagina>(context, new NoodlijstModel(alle))));
        paginas.MapPost("/noodtoegang/{id}/gezien", async (HttpContext context, string id, Noodtoegang nood) => (await nood.ZieAsync(context.Actor(), id)).Antwoord(_ => Results.Redirect("/noodtoegang")));
        paginas.MapPost("/noodtoegang/{id}/sluiten", async (HttpContext context, string id, Noodtoegang nood) => (await nood.SluitAsync(context.Actor(), id)).Antwoord(_ => Results.Redirect("/noodtoegang")));
    }

    /// <summary>The question, as the answer to who may not see a household otherwise.</summary>
    internal static IResult Vraag(HttpContext context, string id) => Toon(context, new NoodvraagModel(id, "", null, null), StatusCodes.Status403Forbidden);

    static async Task<IResult> VraagAsync(HttpContext context, string id, Noodtoegang nood, Zaaklezer lezer)
    {
        if (await nood.KanAsync(context.Actor(), id))
            return Toon(context, new NoodvraagModel(id, "", null, null), StatusCodes.Status200OK);
        return (await lezer.HuishoudenAsync(context.Actor(), id, Handeling.HuishoudenZien, null)).Antwoord(_ => Results.Redirect($"/huishoudens/{id}"));
    }

    static async Task<IResult> OpenAsync(HttpContext context, string id, Noodtoegang nood)
    {
        var formulier = context.Request.Form;
        var reden = formulier["reden"].ToString();
        if ((await nood.OpenAsync(context.Actor(), id, reden)).Lukt(out var inzage, out var nee))
            return Results.Redirect($"/huishoudens/{inzage.Huishouden}");
        return nee.Code switch
        {
            Noodcode.RedenNodig => Toon(context, new NoodvraagModel(id, reden, nee.Zin, formulier[Zegel.Sleutel]), Statussen.Van(nee)),
            Noodcode.AlInzage => Results.Redirect($"/huishoudens/{id}"),
            _ => nee.Antwoord(),
        };
    }

    static IResult Toon(HttpContext context, NoodvraagModel model, int status) => Weergave.Toon<Noodvraagpagina>(context, model, status, Weergave.Smal);
}
