using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Two households that are about to go on as one.</summary>
/// <param name="Hier">Goes on.</param>
/// <param name="Ander">Is not used any more; null while it is being looked for.</param>
public sealed record SamenvoegModel(
    HuishoudenBeeld Hier, HuishoudenBeeld? Ander, Zoekmodel? Zoek, IReadOnlyDictionary<string, string> Velden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel);

/// <summary>A household that is about to become two.</summary>
/// <param name="Gaan">Ids of who goes.</param>
/// <param name="Bekijkt">What happens is shown, and confirmed.</param>
public sealed record SplitsModel(
    HuishoudenBeeld Hier, IReadOnlyList<string> Gaan, bool Bekijkt, IReadOnlyDictionary<string, string> Velden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel)
{
    /// <summary>Who can go: who lives here.</summary>
    public IEnumerable<PersoonBeeld> Thuis => Hier.Personen.Where(p => p.Overleden is null && p.Vertrokken is null);
}

/// <summary>
/// Samenvoegen and splitsen: first what happens is shown, then it is confirmed with a reason. The law of this file: nothing is
/// done that was not shown on the page before.
/// </summary>
static class KoppelPaginas
{
    public const string Samengevoegd = "samengevoegd";
    public const string Gesplitst = "gesplitst";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/huishoudens/{id}/samenvoegen", ToonSamenAsync);
        paginas.MapPost("/huishoudens/{id}/samenvoegen", VoegSamenAsync);
        paginas.MapPost("/huishoudens/{id}/samenvoegen/zoeken", ZoekSamenAsync).ZonderSleutel();
        paginas.MapGet("/huishoudens/{id}/splitsen", ToonSplitsenAsync);
        paginas.MapPost("/huishoudens/{id}/splitsen", SplitsAsync);
    }

    static async Task<IResult> ToonSamenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer, Zoekblad blad)
    {
        if (!(await SamenAsync(context.Actor(), id, context.Request.Query["met"].ToString(), new Dictionary<string, string>(), Zegel.Nieuw(), zaaklezer, lezer)).Lukt(out var model, out var nee))
            return nee.Antwoord();
        return (await blad.LeesAsync(context, Handeling.HuishoudenKoppelen)).Antwoord(zoek => Weergave.Toon<Samenvoegpagina>(context, model with { Zoek = zoek }, breedte: Weergave.Smal));
    }

    static async Task<IResult> ZoekSamenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Zoekblad blad) =>
        (await zaaklezer.HuishoudenAsync(context.Actor(), id, Handeling.HuishoudenKoppelen, null)).Antwoord(_ => blad.Naar(context, $"/huishoudens/{id}/samenvoegen"));

    static async Task<IResult> VoegSamenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer, Koppelpunt koppelpunt)
    {
        var formulier = context.Request.Form;
        if (!(await SamenAsync(context.Actor(), id, formulier["met"].ToString(), Veldenblad.Gelezen(formulier), formulier["sleutel"].ToString(), zaaklezer, lezer)).Lukt(out var model, out var nee))
            return nee.Antwoord();
        var fout = Onbevestigd(formulier) ?? (await koppelpunt.VoegSamenAsync(context.Actor(), id, Body(formulier, "met", "reden"), context.GevraagdMet(model.Sleutel))).Nee;
        return fout is null
            ? Results.Redirect($"/huishoudens/{id}?begonnen={Samengevoegd}")
            : Opnieuw(fout, (perVeld, geheel, status) => Weergave.Toon<Samenvoegpagina>(context, model with { Fouten = perVeld, Fout = geheel, Sleutel = Zegel.Nieuw() }, status, Weergave.Smal));
    }

    static async Task<Uitslag<SamenvoegModel>> SamenAsync(Actor actor, string id, string met, IReadOnlyDictionary<string, string> velden, string sleutel, Zaaklezer zaaklezer, Huishoudenlezer lezer)
    {
        if (!(await LeesHierAsync(actor, id, zaaklezer, lezer)).Lukt(out var hier, out var nee))
            return nee;
        HuishoudenBeeld? ander = null;
        if (met.Length > 0 && met != id && !(await LeesAsync(actor, met, zaaklezer, lezer)).Lukt(out ander, out nee))
            return nee;
        return new SamenvoegModel(hier, ander, null, velden, new Dictionary<string, string>(), null, sleutel);
    }

    static async Task<IResult> ToonSplitsenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer) => (await LeesHierAsync(context.Actor(), id, zaaklezer, lezer)).Antwoord(hier => Weergave.Toon<Splitspagina>(
        context, new SplitsModel(hier, [], false, new Dictionary<string, string>(), new Dictionary<string, string>(), null, Zegel.Nieuw()), breedte: Weergave.Smal));

    static async Task<IResult> SplitsAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer, Koppelpunt koppelpunt)
    {
        var formulier = context.Request.Form;
        var gaan = formulier["personen"].OfType<string>().ToList();
        if (!(await LeesAsync(context.Actor(), id, zaaklezer, lezer)).Lukt(out var hier, out var nee))
            return nee.Antwoord();
        var model = new SplitsModel(hier, gaan, formulier["actie"] == "splitsen", Veldenblad.Gelezen(formulier), new Dictionary<string, string>(), null, formulier["sleutel"].ToString());
        if (formulier["actie"] == "terug")
            return Weergave.Toon<Splitspagina>(context, model, breedte: Weergave.Smal);
        var (body, asking) = (Body(formulier, "naam", "reden"), context.GevraagdMet(model.Sleutel));
        body["personen"] = new JsonArray([.. gaan.Select(p => (JsonNode)p)]);
        // What is confirmed is decided with the command; before that the page says what would be refused.
        var fout = model.Bekijkt ? Onbevestigd(formulier) : await koppelpunt.TeSplitsenAsync(context.Actor(), id, body);
        if (fout is null && !model.Bekijkt)
            return Weergave.Toon<Splitspagina>(context, model with { Bekijkt = true }, breedte: Weergave.Smal);
        if (fout is null && (await koppelpunt.SplitsAfAsync(context.Actor(), id, body, asking)).Lukt(out var gevolg, out fout))
            return Results.Redirect($"/huishoudens/{gevolg.Huishouden}?begonnen={Gesplitst}");
        return Opnieuw(fout!, (perVeld, geheel, status) =>
            Weergave.Toon<Splitspagina>(context, model with { Bekijkt = perVeld.Keys.All(v => v == Bevestigd), Fouten = perVeld, Fout = geheel, Sleutel = Zegel.Nieuw() }, status, Weergave.Smal));
    }

    const string Bevestigd = "bevestigd";

    /// <summary>The page again with what is wrong, when somebody can mend that on it. A refusal that a household gave is kept under its key, so trying again is another request.</summary>
    static IResult Opnieuw(Weigering fout, Func<IReadOnlyDictionary<string, string>, string?, int, IResult> toon)
    {
        if (Statussen.Van(fout) is not (409 or 422))
            return fout.Antwoord();
        var (perVeld, geheel) = Veldenblad.Uit(fout);
        return toon(perVeld, geheel, Statussen.Van(fout));
    }

    static Weigering? Onbevestigd(IFormCollection formulier) =>
        formulier[Bevestigd] == "ja" ? null : new Weigering(Verzoekcode.KoppelingOnjuist) { Fouten = [new Refusal(Verzoekcode.KoppelingBevestigen, [], Bevestigd)] };

    /// <summary>The household that is about to be merged or split; one that went up in another is neither.</summary>
    static async Task<Uitslag<HuishoudenBeeld>> LeesHierAsync(Actor actor, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer)
    {
        if (!(await LeesAsync(actor, id, zaaklezer, lezer)).Lukt(out var hier, out var nee))
            return nee;
        return hier.GaatVerderIn is { } ander ? new Weigering(Huishoudcode.HuishoudenSamengevoegd, ander) : hier;
    }

    static async Task<Uitslag<HuishoudenBeeld>> LeesAsync(Actor actor, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer) =>
        (await zaaklezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, "koppelen")).Lukt(out var gevonden, out var nee) ? await lezer.VanAsync(gevonden, actor) : nee;

    static JsonObject Body(IFormCollection formulier, params ReadOnlySpan<string> velden)
    {
        var body = new JsonObject();
        foreach (var veld in velden)
        {
            if (formulier[veld].ToString().Trim() is { Length: > 0 } waarde)
                body[veld] = waarde;
        }
        return body;
    }
}
