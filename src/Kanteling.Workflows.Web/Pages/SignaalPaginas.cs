using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Signalen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A signal being taken in: first whom it is about, then what was seen.</summary>
/// <param name="Zoek">What was searched for and who was found; null before that.</param>
/// <param name="Bekend">The household that it is about; null for one that is not known yet.</param>
/// <param name="Vraagt">Whether the questions are asked, because it is known which household it is.</param>
public sealed record SignaalModel(
    IReadOnlyDictionary<string, string> Velden, Zoekmodel? Zoek, BekendHuishouden? Bekend, bool Vraagt, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel)
{
    public static SignaalModel Leeg(string sleutel) => new(new Dictionary<string, string> { ["kanaal"] = "telefoon", ["wilAntwoord"] = "ja" }, null, null, false, Niets, null, sleutel);
}

/// <summary>Signaal doorgeven: search first, so that two worries about one household meet each other.</summary>
static class SignaalPaginas
{
    public const string Nieuw = "/signalen/nieuw";

    /// <summary>The part of an address that says that nobody of those who were found is meant.</summary>
    public const string Onbekend = "onbekend";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Nieuw, ToonAsync);
        paginas.MapPost(Nieuw, DoeAsync);
        paginas.MapPost("/signalen/zoeken", Zoek).ZonderSleutel();
    }

    /// <summary>Search first; who is not found goes on with what was typed as the name.</summary>
    static async Task<IResult> ToonAsync(HttpContext context, Bevoegdheid bevoegdheid, Zaaklezer lezer, Zoekblad blad)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.SignaalGeven))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        var model = Leeg();
        if (!(await BekendHuishouden.LeesAsync(actor, context.Request.Query["huishouden"].ToString(), Handeling.SignaalGeven, lezer)).Lukt(out var bekend, out var nee))
            return nee.Antwoord();
        if (bekend?.OpgegaanIn is { } ander)
            return Results.Redirect($"{Nieuw}?huishouden={Uri.EscapeDataString(ander)}");
        if (bekend is not null)
            model = model with { Vraagt = true, Bekend = bekend };
        else if (context.Request.Query.ContainsKey(Onbekend))
            model = model with { Vraagt = true, Velden = new Dictionary<string, string>(model.Velden) { ["naam"] = blad.Gevraagd(context) ?? "" } };
        else if ((await blad.LeesAsync(context, Handeling.SignaalGeven)).Lukt(out var zoek, out nee))
            model = model with { Zoek = zoek };
        else
            return nee.Antwoord();
        return Weergave.Toon<Signaalpagina>(context, model, breedte: Weergave.Smal);
    }

    static IResult Zoek(HttpContext context, Bevoegdheid bevoegdheid, Zoekblad blad) =>
        bevoegdheid.Mag(context.Actor(), Handeling.SignaalGeven) ? blad.Naar(context, Nieuw) : new Weigering(Verzoekcode.NietBevoegd).Antwoord();

    static SignaalModel Leeg() => SignaalModel.Leeg(Zegel.Nieuw());

    static async Task<IResult> DoeAsync(HttpContext context, Signaalpunt signaalpunt, Zaaklezer lezer, Taakvervolg vervolg)
    {
        var formulier = context.Request.Form;
        var actor = context.Actor();
        if (!(await BekendHuishouden.LeesAsync(actor, formulier["huishoudenId"].ToString(), Handeling.SignaalGeven, lezer)).Lukt(out var bekend, out var nee))
            return nee.Antwoord();
        var model = new SignaalModel(Veldenblad.Gelezen(formulier), null, bekend, true, new Dictionary<string, string>(), null, formulier["sleutel"].ToString());
        if ((await signaalpunt.NeemAsync(actor, context.GevraagdMet(model.Sleutel), Body(model))).Lukt(out var gevolg, out var fout))
            return Results.Redirect(await vervolg.VolgendeAsync(actor, gevolg));
        if (Statussen.Van(fout) is not (409 or 422))
            return fout.Antwoord();
        var (perVeld, geheel) = Veldenblad.Uit(fout);
        return Weergave.Toon<Signaalpagina>(context, model with { Fouten = perVeld, Fout = geheel }, Statussen.Van(fout), Weergave.Smal);
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
        if (model.Bekend is null && Paginaformulier.Delen(veld => Of(model, veld), "postcode", "huisnummer", "straat", "woonplaats") is { Count: > 0 } adres)
            body["adres"] = adres;
        return body;
    }

    static string? Of(SignaalModel model, string veld) => model[veld].Trim() is { Length: > 0 } tekst ? tekst : null;
}
