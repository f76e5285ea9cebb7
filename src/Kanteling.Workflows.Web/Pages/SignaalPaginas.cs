using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Signalen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A signal being taken in: first whom it is about, then what was seen.</summary>
/// <param name="Zoek">What was searched for; null before that.</param>
/// <param name="Bekend">The household that it is about; null for one that is not known yet.</param>
/// <param name="Vraagt">Whether the questions are asked, because it is known which household it is.</param>
public sealed record SignaalModel(
    IReadOnlyDictionary<string, string> Velden, string? Zoek, IReadOnlyList<StreamRow> Gevonden, BekendHuishouden? Bekend, bool Vraagt, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel)
{
    public static SignaalModel Leeg(string sleutel) => new(new Dictionary<string, string> { ["kanaal"] = "telefoon", ["wilAntwoord"] = "ja" }, null, [], null, false, Niets, null, sleutel);
}

/// <param name="Mensen">Who lives there: id and name.</param>
public sealed record BekendHuishouden(string Id, string Naam, IReadOnlyList<(string Id, string Naam)> Mensen);

/// <summary>Signaal doorgeven: search first, so that two worries about one household meet each other.</summary>
static class SignaalPaginas
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/signalen/nieuw", ToonAsync);
        pages.MapPost("/signalen/nieuw", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, Bevoegdheid bevoegdheid, CaseReader reader, Huishoudenzoeker zoeker)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.SignaalGeven))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
        var model = SignaalModel.Leeg(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)));
        var query = context.Request.Query;
        var zoek = query["zoek"].ToString().Trim();
        if (query["huishouden"].ToString() is { Length: > 0 } id)
            model = model with { Vraagt = true, Bekend = await BekendAsync(actor, id, reader) };
        else if (query.ContainsKey("nieuw"))
            model = model with { Vraagt = true, Velden = new Dictionary<string, string>(model.Velden) { ["naam"] = zoek } };
        else if (zoek.Length > 0)
            model = model with { Zoek = zoek, Gevonden = await zoeker.ZoekAsync(actor, zoek, Handeling.SignaalGeven) };
        return Views.Show<Signaalpagina>(context, model, breedte: Views.Smal);
    }

    static async Task<IResult> DoeAsync(HttpContext context, Signaalpunt signaalpunt, CaseReader reader, TaakBlad blad)
    {
        var form = await PageForm.ReadAsync(context);
        var actor = context.Actor();
        var model = new SignaalModel(
            Veldenblad.Gelezen(form), null, [], form["huishoudenId"].ToString() is { Length: > 0 } id ? await BekendAsync(actor, id, reader) : null, true, new Dictionary<string, string>(), null, form["sleutel"].ToString());
        try
        {
            var gevolg = await signaalpunt.NeemAsync(actor, context.AskingFor("pagina:" + model.Sleutel), Body(model));
            return Results.Redirect(await blad.VolgendeAsync(actor, gevolg));
        }
        catch (Geweigerd fout) when (Statussen.Van(fout) is 409 or 422)
        {
            var (perVeld, geheel) = Veldenblad.Uit(fout);
            return Views.Show<Signaalpagina>(context, model with { Fouten = perVeld, Fout = geheel }, Statussen.Van(fout), Views.Smal);
        }
    }

    static async Task<BekendHuishouden> BekendAsync(Actor actor, string id, CaseReader reader)
    {
        var h = (Huishouden)(await reader.HuishoudenAsync(actor, id, Handeling.SignaalGeven, null)).Domain;
        return new BekendHuishouden(id, Woorden.Van(h.Naam) ?? "Huishouden", [.. h.Personen.Where(p => p.IsThuis).Select(p => (p.Id, Woorden.Van(p.Naam) ?? "onbekend"))]);
    }

    static JsonObject Body(SignaalModel model)
    {
        var gever = new JsonObject { ["wilAntwoord"] = model["wilAntwoord"] == "ja" };
        foreach (var (veld, invoer) in ((string, string)[])[("naam", "gever"), ("organisatie", "organisatie"), ("bereikbaar", "bereikbaar")])
        {
            if (Of(model, invoer) is { } waarde)
                gever[veld] = waarde;
        }
        var body = new JsonObject { ["signaalgever"] = gever, ["wat"] = Of(model, "wat"), ["kanaal"] = Of(model, "kanaal") };
        if (model.Bekend is { } bekend)
            (body["huishoudenId"], body["over"]) = (bekend.Id, Of(model, "over"));
        else
            (body["huishouden"], body["over"]) = (new JsonObject { ["naam"] = Of(model, "naam"), ["leden"] = new JsonArray(new JsonObject { ["naam"] = Of(model, "naam") }) }, 0);
        if (model.Bekend is null && Of(model, "postcode") is { } postcode)
            body["adres"] = new JsonObject { ["postcode"] = postcode, ["huisnummer"] = Of(model, "huisnummer") };
        return body;
    }

    static string? Of(SignaalModel model, string veld) => model[veld].Trim() is { Length: > 0 } tekst ? tekst : null;
}
