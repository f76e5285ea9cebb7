using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Kalenders;

namespace Kanteling.Workflows.Web.Pages;

public sealed record KalenderModel(KalenderBeeld Beeld, bool MagWijzigen, Bericht? Melding);

/// <summary>The days that are no working days, and for whoever looks after it the way to add one.</summary>
static class KalenderPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/kalender", (HttpContext context, Kalenderbeheer beheer, Bevoegdheid bevoegdheid) => ToonAsync(context, beheer, bevoegdheid, context.Request.Query["klaar"] == "1" ? Klaar : null));
        paginas.MapPost("/kalender", DoeAsync);
    }

    static readonly Bericht Klaar = new("success", "De kalender is gewijzigd", ["Lopende termijnen worden nu opnieuw berekend. Bij elke datum die verschuift, staat waarom."]);

    static async Task<IResult> ToonAsync(HttpContext context, Kalenderbeheer beheer, Bevoegdheid bevoegdheid, Bericht? melding, int status = StatusCodes.Status200OK) =>
        (await beheer.LeesAsync(context.Actor())).Antwoord(
            beeld => Weergave.Toon<Kalenderpagina>(context, new KalenderModel(beeld, bevoegdheid.Mag(context.Actor(), Handeling.KalenderWijzigen), melding), status, Weergave.Smal));

    static async Task<IResult> DoeAsync(HttpContext context, Kalenderbeheer beheer, Bevoegdheid bevoegdheid)
    {
        var formulier = context.Request.Form;
        if (!(await beheer.LeesAsync(context.Actor())).Lukt(out var nu, out var nee))
            return nee.Antwoord();
        var versie = int.TryParse(formulier["versie"], NumberStyles.None, CultureInfo.InvariantCulture, out var gezien) ? gezien : 0;
        if ((await beheer.SchrijfAsync(context.Actor(), versie, Gewijzigd(KalenderJson.Schrijf(nu.Kalender), formulier))).Nee is not { } fout)
            return Results.Redirect("/kalender?klaar=1");
        return Statussen.Van(fout) is >= 400 and < 500 and not 403
            ? await ToonAsync(context, beheer, bevoegdheid, new Bericht("danger", "Dat lukte niet", [fout.Zin]), Statussen.Van(fout))
            : fout.Antwoord();
    }

    static JsonObject Gewijzigd(JsonObject kalender, IFormCollection formulier)
    {
        var lijst = (JsonArray)kalender[formulier["lijst"] == "lokaalGesloten" ? "lokaalGesloten" : "gelijkgesteld"]!;
        if (formulier["actie"] == "weg")
            lijst.RemoveAll(dag => dag!["dag"]!.ToString() == formulier["dag"]);
        else if (formulier["actie"] == "jaar")
            kalender["bekendTotEnMet"] = int.TryParse(formulier["jaar"], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar) ? jaar : null;
        else
            lijst.Add(new JsonObject { ["dag"] = formulier["dag"].ToString(), ["omschrijving"] = formulier["omschrijving"].ToString().Trim() });
        return kalender;
    }
}
