using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Something that is about to be begun.</summary>
/// <param name="Antwoorden">What was filled in, by field.</param>
/// <param name="Fouten">What is wrong, by field.</param>
/// <param name="Fout">Why it cannot be at all.</param>
public sealed record MogelijkModel(
    string HuishoudenId, string? Huishouden, MogelijkBeeld Beeld, IReadOnlyDictionary<string, string> Antwoorden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
{
    public string this[string veld] => Antwoorden.GetValueOrDefault(veld, "");

    /// <summary>Id and name of the household in which this one went up, and where this is to be done; null otherwise.</summary>
    public (string Id, string Naam)? GaatVerder { get; init; }
}

/// <summary>The small page on which somebody begins something from a household: what it changes, and what it asks.</summary>
static class MogelijkPaginas
{
    static readonly string[] Velden = ["persoon", "ondersteuning", "dossier", "datum", "toelichting", "bevestigd"];

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/huishoudens/{id}/mogelijk/{verb}", ToonAsync);
        paginas.MapPost("/huishoudens/{id}/mogelijk/{verb}", DoeAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, string id, string verb, Zaaklezer lezer, AltijdMogelijk mogelijk, CaseClock zaakklok)
    {
        if (!(await lezer.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, "mogelijk")).Lukt(out var gevonden, out var nee) || !(await mogelijk.EenAsync(context.Actor(), gevonden, verb)).Lukt(out var beeld, out nee))
            return nee.Antwoord();
        var vooraf = new Dictionary<string, string> { ["datum"] = LocalTime.DayOf(zaakklok.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var vraag in beeld.Vraagt.Where(v => v.Keuzes?.Count == 1))
            vooraf[vraag.Veld] = vraag.Keuzes![0].Waarde;
        return Weergave.Toon<Mogelijkpagina>(
            context, new MogelijkModel(id, Woorden.Van(((Huishouden)gevonden.Domain).Naam), beeld, vooraf, new Dictionary<string, string>(), beeld.WaaromNiet, Zegel.Nieuw()) { GaatVerder = beeld.Code == Huishoudcode.HuishoudenSamengevoegd ? await VerderInAsync(context.Actor(), gevonden, lezer) : null },
            breedte: Weergave.Smal);
    }

    static async Task<(string Id, string Naam)?> VerderInAsync(Actor actor, Case gevonden, Zaaklezer lezer)
    {
        if (((Huishouden)gevonden.Domain).OpgegaanIn is not { } ander)
            return null;
        var naam = (await lezer.HuishoudenAsync(actor, ander.Text, Handeling.HuishoudenZien, "koppeling")).Lukt(out var daar, out _) ? Woorden.Van(((Huishouden)daar.Domain).Naam) : null;
        return (ander.Text, naam ?? "het andere huishouden");
    }

    static async Task<IResult> DoeAsync(HttpContext context, string id, string verb, Zaaklezer lezer, AltijdMogelijk mogelijk, Mogelijkbegin begin, Taakvervolg vervolg)
    {
        var formulier = context.Request.Form;
        if (!(await lezer.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, "mogelijk")).Lukt(out var gevonden, out var nee))
            return nee.Antwoord();
        var (sleutel, antwoorden) = (formulier["sleutel"].ToString(), Velden.Where(v => formulier[v].ToString().Trim().Length > 0).ToDictionary(v => v, v => formulier[v].ToString().Trim()));
        var uitslag = await begin.BeginAsync(context.Actor(), gevonden, verb, Body(antwoorden), context.GevraagdMet(sleutel));
        if (uitslag.Nee is { } onmogelijk && Statussen.Van(onmogelijk) is not (409 or 422))
            return onmogelijk.Antwoord();
        if (!(await mogelijk.EenAsync(context.Actor(), gevonden, verb)).Lukt(out var beeld, out nee))
            return nee.Antwoord();
        if (uitslag.Lukt(out var gevolg, out var fout))
            return Results.Redirect(await VerderAsync(context.Actor(), gevonden, gevolg, beeld, vervolg));
        var (perVeld, geheel) = Veldenblad.Uit(fout);
        return Weergave.Toon<Mogelijkpagina>(context, new MogelijkModel(id, Woorden.Van(((Huishouden)gevonden.Domain).Naam), beeld, antwoorden, perVeld, geheel, sleutel)
        {
            GaatVerder = fout.Code == Huishoudcode.HuishoudenSamengevoegd ? await VerderInAsync(context.Actor(), gevonden, lezer) : null,
        }, Statussen.Van(fout), Weergave.Smal);
    }

    /// <summary>To the task that it opened, when that is for this person; else back to the household.</summary>
    static async Task<string> VerderAsync(Actor actor, Case gevonden, Gevolg gevolg, MogelijkBeeld beeld, Taakvervolg vervolg)
    {
        if (gevolg.VolgendeTaken.Count > 0 && await vervolg.VolgendeAsync(actor, gevolg) is var verder && gevolg.VolgendeTaken.Any(t => verder.StartsWith($"/taken/{t.Id}?", StringComparison.Ordinal)))
            return verder;
        return $"/huishoudens/{gevonden.Stream}?begonnen={Uri.EscapeDataString(beeld.Id)}";
    }

    static JsonObject Body(Dictionary<string, string> antwoorden)
    {
        var body = new JsonObject();
        foreach (var (veld, waarde) in antwoorden)
            body[veld] = veld == "bevestigd" ? waarde == "ja" : waarde;
        return body;
    }
}
