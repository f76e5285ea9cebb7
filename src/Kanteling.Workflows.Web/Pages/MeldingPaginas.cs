using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Meldingen;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A melding being filled in.</summary>
/// <param name="Leden">How many people of the household are on the form.</param>
/// <param name="Bekend">A household that is known already; null for a new one.</param>
public sealed record MeldingModel(
    IReadOnlyDictionary<string, string> Velden, int Leden, BekendHuishouden? Bekend, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
    : Veldenblad(Velden, Fouten, Fout, Sleutel)
{
    /// <summary>Who of these people is known in another household, said in a sentence, and that household.</summary>
    public IReadOnlyList<(string Zin, StreamId Huishouden)> Bekenden { get; init; } = [];
}

/// <summary>Nieuwe melding: who it is about, who tells it, and what is asked.</summary>
static class MeldingPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/meldingen/nieuw", ToonAsync);
        paginas.MapPost("/meldingen/nieuw", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, Zaaklezer lezer, Bevoegdheid bevoegdheid, Werkstromen werkstromen)
    {
        if (!bevoegdheid.Mag(context.Actor(), Handeling.MeldingDoen))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        if (!(await BekendHuishouden.LeesAsync(context.Actor(), context.Request.Query["huishouden"].ToString(), Handeling.MeldingDoen, lezer)).Lukt(out var bekend, out var nee))
            return nee.Antwoord();
        if (bekend?.OpgegaanIn is { } ander)
            return Results.Redirect("/meldingen/nieuw?huishouden=" + Uri.EscapeDataString(ander));
        return Weergave.Toon<Meldingpagina>(context, new MeldingModel(
            new Dictionary<string, string> { ["kanaal"] = "telefoon" }, 1, bekend,
            new Dictionary<string, string>(), await BezwaarAsync(werkstromen), Zegel.Nieuw()), breedte: Weergave.Smal);
    }

    /// <summary>Before somebody types all of it: that nothing can begin now.</summary>
    static async Task<string?> BezwaarAsync(Werkstromen werkstromen) =>
        await werkstromen.HuidigAsync(Werkstroomnaam.Toegang) is null ? Zinnen.Voor(Werkstroomcode.BeginKanNiet, Werkstroomnaam.Toegang.Text) : null;

    static async Task<IResult> DoeAsync(HttpContext context, Meldpunt meldpunt, Zaaklezer lezer, Taakvervolg vervolg, Zaaktijd tijd)
    {
        var formulier = context.Request.Form;
        if (!(await BekendHuishouden.LeesAsync(context.Actor(), formulier["huishoudenId"].ToString(), Handeling.MeldingDoen, lezer)).Lukt(out var bekend, out var nee))
            return nee.Antwoord();
        var leden = Math.Clamp(int.TryParse(formulier["leden"], out var aantal) ? aantal : 1, 1, 12);
        var model = new MeldingModel(
            Veldenblad.Gelezen(formulier), formulier["actie"] == "lid-erbij" ? Math.Min(leden + 1, 12) : leden, bekend, new Dictionary<string, string>(), null, formulier["sleutel"].ToString());
        // What was said of who is known already, was not said of one who is still to come.
        if (formulier["actie"] == "lid-erbij")
            return Weergave.Toon<Meldingpagina>(context, model with { Velden = model.Velden.Where(v => v.Key != Bekendenvraag.TochNieuw).ToDictionary() }, breedte: Weergave.Smal);
        if ((await meldpunt.MeldAsync(context.Actor(), context.GevraagdMet(model.Sleutel), Body(formulier, leden, LocalTime.DayOf(tijd.Nu())))).Lukt(out var gevolg, out var fout))
            return Results.Redirect(await vervolg.VolgendeAsync(context.Actor(), gevolg));
        if (Statussen.Van(fout) is not (409 or 422))
            return fout.Antwoord();
        if (fout.Code == Verzoekcode.PersoonAlBekend)
            return Weergave.Toon<Meldingpagina>(context, model with { Bekenden = [.. fout.Fouten.Select(f => (Zinnen.Voor(f.Code, f.Arguments), new StreamId(f.Arguments[^1])))] }, Statussen.Van(fout), Weergave.Smal);
        var (perVeld, geheel) = Veldenblad.Uit(fout);
        return Weergave.Toon<Meldingpagina>(context, model with { Fouten = perVeld, Fout = geheel }, Statussen.Van(fout), Weergave.Smal);
    }

    static JsonObject Body(IFormCollection formulier, int leden, DateOnly vandaag)
    {
        var body = new JsonObject { ["vraag"] = Of(formulier, "vraag"), ["kanaal"] = Of(formulier, "kanaal") };
        if (Of(formulier, "huishoudenId") is { } bekend)
        {
            (body["huishoudenId"], body["client"]) = (bekend, Of(formulier, "client"));
        }
        else
        {
            // An empty row is nobody, but the first one stays, so that its missing name is said.
            var personen = Enumerable.Range(0, leden).Select(i => (Plek: i, Lid: Lid(formulier, i, vandaag))).Where(p => p.Plek == 0 || p.Lid.Count > 0).ToList();
            body["huishouden"] = new JsonObject { ["naam"] = Of(formulier, "naam") ?? Persoonsnaam.Lees(personen[0].Lid["naam"])?.Volledig ?? "Huishouden", ["leden"] = new JsonArray([.. personen.Select(p => p.Lid)]) };
            body[Bekendenvraag.TochNieuw] = formulier[Bekendenvraag.TochNieuw] == "ja";
            body["client"] = Math.Max(0, personen.FindIndex(p => formulier["client"] == $"{p.Plek}"));
        }
        if (Of(formulier, "melder") is { } melder)
            body["melder"] = new JsonObject { ["naam"] = melder, ["relatie"] = Of(formulier, "relatie") };
        if (Paginaformulier.Delen(veld => Of(formulier, veld), "postcode", "huisnummer", "straat", "woonplaats") is { Count: > 0 } adres)
            body["adres"] = adres;
        return body;
    }

    static JsonObject Lid(IFormCollection formulier, int i, DateOnly vandaag)
    {
        var lid = Paginaformulier.Delen(veld => Of(formulier, $"lid{i}.{veld}"), "geboortedatum", "rol", "telefoon", "mail", "taal", "bsn");
        if (Datumlezer.Lees(lid["geboortedatum"]?.ToString(), vandaag) is { } geboren)
            lid["geboortedatum"] = geboren.ToString();
        var naam = Paginaformulier.Delen(veld => Of(formulier, $"lid{i}.{veld}"), "roepnaam", "tussenvoegsel", "geslachtsnaam");
        // One box for the first name or the initials.
        if (naam["roepnaam"] is { } voor && voor.ToString().Contains('.'))
            (naam["voorletters"], _) = (voor.DeepClone(), naam.Remove("roepnaam"));
        if (Paginaformulier.Delen(veld => Of(formulier, $"lid{i}.partner.{veld}"), "tussenvoegsel", "geslachtsnaam") is { Count: > 0 } partner)
            naam["partner"] = partner;
        if (Of(formulier, $"lid{i}.naamgebruik") is { } gebruik && gebruik != "eigen")
            naam["naamgebruik"] = gebruik;
        if (naam.Count > 0)
            lid["naam"] = naam;
        return lid;
    }

    static string? Of(IFormCollection formulier, string naam) => formulier[naam].ToString().Trim() is { Length: > 0 } tekst ? tekst : null;
}
