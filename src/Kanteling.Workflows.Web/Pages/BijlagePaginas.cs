using System.Text.Json.Nodes;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bijlagen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>The files of a household, and the form for one more.</summary>
/// <param name="Mag">Whether this person may add one.</param>
public sealed record BijlagenModel(HuishoudenBeeld Huishouden, IReadOnlyList<BijlageBeeld> Bijlagen, bool Mag, IReadOnlyDictionary<string, string> Velden, string? Fout, string Sleutel)
    : Veldenblad(Velden, Niets, Fout, Sleutel)
{
    /// <summary>One was added just now.</summary>
    public bool IsToegevoegd { get; init; }
}

/// <summary>Bijlagen: a list, a form with a file, and the file itself.</summary>
static class BijlagePaginas
{
    const string Toegevoegd = "toegevoegd";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/huishoudens/{id}/bijlagen", ToonAsync);
        paginas.MapGet("/huishoudens/{id}/bijlagen/{nummer:long}", LeesAsync);
    }

    /// <summary>On a group that leaves the reading of the form to the page.</summary>
    public static void MapMetBestand(RouteGroupBuilder paginas) => paginas.MapPost("/huishoudens/{id}/bijlagen", VoegToeAsync).ZonderGrens();

    static async Task<IResult> ToonAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer) =>
        (await ModelAsync(context, id, zaaklezer, lezer)).Antwoord(model => Weergave.Toon<Bijlagenpagina>(context, model with { IsToegevoegd = context.Request.Query["klaar"] == Toegevoegd }, breedte: Weergave.Smal));

    static async Task<IResult> LeesAsync(HttpContext context, string id, long nummer, Bijlagepunt bijlagen) =>
        (await bijlagen.LeesAsync(context.Actor(), id, nummer)).Antwoord(inhoud => inhoud.AlsBestand());

    static async Task<IResult> VoegToeAsync(HttpContext context, string id, Bijlagepunt bijlagen, Zaaklezer zaaklezer, Huishoudenlezer lezer)
    {
        var velden = new Dictionary<string, string>();
        // Who may not add it here is told before the file comes in.
        if (!(await ModelAsync(context, id, zaaklezer, lezer)).Lukt(out var model, out var nee) || (nee = await OntvangAsync(context, velden, bijlagen, id)) is null)
            return nee?.Antwoord() ?? Results.Redirect($"/huishoudens/{id}/bijlagen?klaar={Toegevoegd}");
        return Statussen.Van(nee) is 409 or 413 or 422
            ? Weergave.Toon<Bijlagenpagina>(context, model with { Velden = velden, Fout = nee.Zin }, Statussen.Van(nee), Weergave.Smal)
            : nee.Antwoord();
    }

    static Task<Weigering?> OntvangAsync(HttpContext context, Dictionary<string, string> velden, Bijlagepunt bijlagen, string id) => Bestandsformulier.LeesAsync(context, velden, async (naam, soort, bytes) =>
    {
        if (!Zegel.IsGoed(velden.GetValueOrDefault(Zegel.Sleutel)))
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        if (!(await bijlagen.OntvangAsync(context.Actor(), naam, soort, bytes, context.RequestAborted)).Lukt(out var ontvangen, out var nee))
            return nee;
        var body = new JsonObject { ["bestand"] = ontvangen.Bestand, ["dossier"] = velden.GetValueOrDefault("dossier"), ["toelichting"] = velden.GetValueOrDefault("toelichting") };
        return (await bijlagen.VoegToeAsync(context.Actor(), id, body, context.GevraagdMet(velden.GetValueOrDefault("sleutel")))).Nee;
    });

    static async Task<Uitslag<BijlagenModel>> ModelAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer)
    {
        var actor = context.Actor();
        if (!(await zaaklezer.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, "bijlagen")).Lukt(out var gevonden, out var nee))
            return nee;
        return new BijlagenModel(
            await lezer.VanAsync(gevonden, actor), Bijlagepunt.Van(gevonden).Items, await zaaklezer.MagAsync(actor, Handeling.BijlageToevoegen, gevonden.Stream), new Dictionary<string, string>(), null,
            Zegel.Nieuw());
    }
}
