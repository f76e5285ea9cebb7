using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A melding being filled in.</summary>
/// <param name="Leden">How many people of the household are on the form.</param>
/// <param name="HuishoudenId">A household that is known already, with its name; null for a new one.</param>
public sealed record MeldingModel(
    IReadOnlyDictionary<string, string> Velden, int Leden, string? HuishoudenId, string? HuishoudenNaam, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel);

/// <summary>Nieuwe melding: who it is about, who tells it, and what is asked.</summary>
static class MeldingPaginas
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/meldingen/nieuw", ToonAsync);
        pages.MapPost("/meldingen/nieuw", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, CaseReader reader, Bevoegdheid bevoegdheid, Domain domain)
    {
        if (!bevoegdheid.Mag(context.Actor(), Handeling.MeldingDoen))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
        var huishouden = context.Request.Query["huishouden"].ToString() is { Length: > 0 } id ? await reader.HuishoudenAsync(context.Actor(), id, Handeling.MeldingDoen, null) : null;
        return Views.Show<Meldingpagina>(context, new MeldingModel(
            new Dictionary<string, string> { ["kanaal"] = "telefoon" }, 1, huishouden?.Stream, huishouden is null ? null : domain.Label(huishouden.Domain),
            new Dictionary<string, string>(), null, Sleutel()), breedte: Views.Smal);
    }

    static async Task<IResult> DoeAsync(HttpContext context, Meldpunt meldpunt, TaakBlad blad)
    {
        var form = await PageForm.ReadAsync(context);
        var leden = Math.Clamp(int.TryParse(form["leden"], out var aantal) ? aantal : 1, 1, 12);
        var model = new MeldingModel(
            Veldenblad.Gelezen(form), form["actie"] == "lid-erbij" ? Math.Min(leden + 1, 12) : leden, Of(form, "huishoudenId"), Of(form, "huishoudenNaam"), new Dictionary<string, string>(), null, form["sleutel"].ToString());
        if (form["actie"] == "lid-erbij")
            return Views.Show<Meldingpagina>(context, model, breedte: Views.Smal);
        try
        {
            var gevolg = await meldpunt.MeldAsync(context.Actor(), context.AskingFor("pagina:" + model.Sleutel), Body(form, leden));
            return Results.Redirect(await blad.VolgendeAsync(context.Actor(), gevolg));
        }
        catch (Geweigerd fout) when (Statussen.Van(fout) is 409 or 422)
        {
            var (perVeld, geheel) = Veldenblad.Uit(fout);
            return Views.Show<Meldingpagina>(context, model with { Fouten = perVeld, Fout = geheel }, Statussen.Van(fout), Views.Smal);
        }
    }

    static JsonObject Body(IFormCollection form, int leden)
    {
        var body = new JsonObject { ["vraag"] = Of(form, "vraag"), ["kanaal"] = Of(form, "kanaal") };
        if (Of(form, "huishoudenId") is { } bekend)
        {
            (body["huishoudenId"], body["client"]) = (bekend, Of(form, "client"));
        }
        else
        {
            // An empty row is nobody, but the first one stays, so that its missing name is said.
            var personen = Enumerable.Range(0, leden).Select(i => (Plek: i, Lid: Lid(form, i))).Where(p => p.Plek == 0 || p.Lid.Count > 0).ToList();
            body["huishouden"] = new JsonObject { ["naam"] = Of(form, "naam") ?? personen[0].Lid.Text("naam"), ["leden"] = new JsonArray([.. personen.Select(p => p.Lid)]) };
            body["client"] = Math.Max(0, personen.FindIndex(p => form["client"] == $"{p.Plek}"));
        }
        if (Of(form, "melder") is { } melder)
            body["melder"] = new JsonObject { ["naam"] = melder, ["relatie"] = Of(form, "relatie") };
        if (Of(form, "postcode") is { } postcode)
            body["adres"] = new JsonObject { ["postcode"] = postcode, ["huisnummer"] = Of(form, "huisnummer") };
        return body;
    }

    static JsonObject Lid(IFormCollection form, int i)
    {
        var lid = new JsonObject();
        foreach (var veld in (string[])["naam", "geboortedatum", "rol"])
        {
            if (Of(form, $"lid{i}.{veld}") is { } waarde)
                lid[veld] = waarde;
        }
        return lid;
    }

    static string? Of(IFormCollection form, string naam) => form[naam].ToString().Trim() is { Length: > 0 } tekst ? tekst : null;

    static string Sleutel() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
