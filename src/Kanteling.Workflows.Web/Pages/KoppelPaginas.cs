using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage.Rows;
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
    HuishoudenBeeld Hier, HuishoudenBeeld? Ander, string? Zoek, IReadOnlyList<StreamRow> Gevonden, IReadOnlyDictionary<string, string> Velden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
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
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/huishoudens/{id}/samenvoegen", ToonSamenAsync);
        pages.MapPost("/huishoudens/{id}/samenvoegen", VoegSamenAsync);
        pages.MapGet("/huishoudens/{id}/splitsen", ToonSplitsenAsync);
        pages.MapPost("/huishoudens/{id}/splitsen", SplitsAsync);
    }

    static async Task<IResult> ToonSamenAsync(HttpContext context, string id, CaseReader reader, HuishoudenLezer lezer, Huishoudenzoeker zoeker)
    {
        var (actor, query) = (context.Actor(), context.Request.Query);
        var model = await SamenAsync(actor, id, query["met"].ToString(), new Dictionary<string, string>(), Nieuw(), reader, lezer);
        var zoek = query["zoek"].ToString().Trim();
        if (model.Ander is null && zoek.Length > 0)
            model = model with { Zoek = zoek, Gevonden = [.. (await zoeker.ZoekAsync(actor, zoek, Handeling.HuishoudenKoppelen)).Where(r => r.Id != id)] };
        return Views.Show<Samenvoegpagina>(context, model, breedte: Views.Smal);
    }

    static async Task<IResult> VoegSamenAsync(HttpContext context, string id, CaseReader reader, HuishoudenLezer lezer, Koppelpunt koppelpunt)
    {
        var form = await PageForm.ReadAsync(context);
        var model = await SamenAsync(context.Actor(), id, form["met"].ToString(), Veldenblad.Gelezen(form), form["sleutel"].ToString(), reader, lezer);
        return await DoeAsync(context, model, async () =>
        {
            MoetBevestigd(form);
            await koppelpunt.VoegSamenAsync(context.Actor(), id, Body(form, "met", "reden"), context.AskingFor("pagina:" + model.Sleutel));
            return $"/huishoudens/{id}?begonnen={Uri.EscapeDataString("Huishoudens samengevoegd")}";
        }, (fouten, fout, status) => Views.Show<Samenvoegpagina>(context, model with { Fouten = fouten, Fout = fout }, status, Views.Smal));
    }

    static async Task<SamenvoegModel> SamenAsync(Actor actor, string id, string met, IReadOnlyDictionary<string, string> velden, string sleutel, CaseReader reader, HuishoudenLezer lezer) => new(
        await LeesAsync(actor, id, reader, lezer), met.Length == 0 || met == id ? null : await LeesAsync(actor, met, reader, lezer), null, [], velden, new Dictionary<string, string>(), null, sleutel);

    static async Task<IResult> ToonSplitsenAsync(HttpContext context, string id, CaseReader reader, HuishoudenLezer lezer) => Views.Show<Splitspagina>(
        context, new SplitsModel(await LeesAsync(context.Actor(), id, reader, lezer), [], false, new Dictionary<string, string>(), new Dictionary<string, string>(), null, Nieuw()), breedte: Views.Smal);

    static async Task<IResult> SplitsAsync(HttpContext context, string id, CaseReader reader, HuishoudenLezer lezer, Koppelpunt koppelpunt)
    {
        var form = await PageForm.ReadAsync(context);
        var gaan = form["personen"].OfType<string>().ToList();
        var model = new SplitsModel(
            await LeesAsync(context.Actor(), id, reader, lezer), gaan, form["actie"] == "splitsen", Veldenblad.Gelezen(form), new Dictionary<string, string>(), null, form["sleutel"].ToString());
        if (form["actie"] == "terug")
            return Views.Show<Splitspagina>(context, model, breedte: Views.Smal);
        return await DoeAsync(context, model, async () =>
        {
            var body = Body(form, "naam", "reden");
            body["personen"] = new JsonArray([.. gaan.Select(p => (JsonNode)p)]);
            await koppelpunt.MoetKunnenSplitsenAsync(context.Actor(), id, body, context.AskingFor("pagina:" + model.Sleutel));
            if (!model.Bekijkt)
                return null;
            MoetBevestigd(form);
            var gevolg = await koppelpunt.SplitsAfAsync(context.Actor(), id, body, context.AskingFor("pagina:" + model.Sleutel));
            return $"/huishoudens/{gevolg.Huishouden}?begonnen={Uri.EscapeDataString("Huishouden gesplitst")}";
        }, (fouten, fout, status) => Views.Show<Splitspagina>(context, model with { Bekijkt = fouten.Count == 0 || fouten.Keys.All(v => v == Bevestigd), Fouten = fouten, Fout = fout }, status, Views.Smal));
    }

    const string Bevestigd = "bevestigd";

    /// <summary>Does it and goes on, or shows the page again: to confirm, or with what is wrong.</summary>
    static async Task<IResult> DoeAsync(HttpContext context, Veldenblad model, Func<Task<string?>> doe, Func<IReadOnlyDictionary<string, string>, string?, int, IResult> toon)
    {
        try
        {
            return await doe() is { } verder ? Results.Redirect(verder) : toon(new Dictionary<string, string>(), null, StatusCodes.Status200OK);
        }
        catch (Geweigerd fout) when (Statussen.Van(fout) is 409 or 422)
        {
            var (perVeld, geheel) = Veldenblad.Uit(fout);
            return toon(perVeld, geheel, Statussen.Van(fout));
        }
    }

    static void MoetBevestigd(IFormCollection form)
    {
        if (form[Bevestigd] != "ja")
            throw new Geweigerd(Verzoekcode.KoppelingOnjuist) { Fouten = [new Refusal(Verzoekcode.KoppelingBevestigen, [], Bevestigd)] };
    }

    static async Task<HuishoudenBeeld> LeesAsync(Actor actor, string id, CaseReader reader, HuishoudenLezer lezer) =>
        await lezer.VanAsync(await reader.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, "koppelen"), actor);

    static JsonObject Body(IFormCollection form, params ReadOnlySpan<string> velden)
    {
        var body = new JsonObject();
        foreach (var veld in velden)
        {
            if (form[veld].ToString().Trim() is { Length: > 0 } waarde)
                body[veld] = waarde;
        }
        return body;
    }

    static string Nieuw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
