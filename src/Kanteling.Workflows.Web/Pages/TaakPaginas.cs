using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Pages.Formulieren;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>One task on a page.</summary>
/// <param name="Blad">Its questions; null when it asks none, or is closed.</param>
/// <param name="Gekozen">The outcome that was chosen, when the questions depend on it.</param>
/// <param name="Sleutel">Under which this form is sent, so that sending it twice is once.</param>
/// <param name="Melding">What stands above the form: why it was not accepted, or what was saved.</param>
/// <param name="Klaar">What the step before led to.</param>
/// <param name="Zaak">The procedure that it is about: whose, and what was asked.</param>
/// <param name="Collegas">To whom this person may give the task; empty when he may not.</param>
public sealed record TaakModel(
    Taak Taak, Invulblad? Blad, string? Gekozen, bool MagAfronden, string Sleutel, DateOnly Vandaag, Bericht? Melding, Bericht? Klaar, DateTimeOffset? Concept, bool MagTerug, Zaakregel? Zaak, IReadOnlyList<Optie> Collegas)
{
    /// <summary>Whether this person may see more of the household than this task.</summary>
    public bool ZietHuishouden { get; init; }

    /// <summary>Until when the household is seen without a relation to it; null when it is not seen so.</summary>
    public DateTimeOffset? NoodtoegangTot { get; init; }

    /// <summary>Whether questions depend on the outcome; then it is chosen before the questions, not with the last button.</summary>
    public bool KiestEerst => Taak.Uitkomsten.Count > 1 && Blad?.Stuurt.Contains("uitkomst") == true;
}

/// <summary>What a task is about, in one card.</summary>
public sealed record Zaakregel(string Client, string? Vraag, string? Kanaal, string? Melder, DateOnly Ontvangen, IReadOnlyList<string> Hulpvragen, bool Afgeschermd = false);

/// <param name="Soort">success, info, warning or danger.</param>
public sealed record Bericht(string Soort, string Kop, ImmutableArray<string> Zinnen);

/// <summary>A task: reading it, filling it in, completing it, keeping it for later, taking it back.</summary>
static class TaakPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/taken/{id}", ToonAsync);
        paginas.MapPost("/taken/{id}", DoeAsync);
        paginas.MapPost("/taken/{id}/terugdraaien", TerugdraaienAsync);
        paginas.MapPost("/taken/{id}/toewijzing", ToewijzenAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, string id, Taaklezing lezing, Taakvervolg vervolg)
    {
        if (!(await vervolg.KlaarAsync(context.Actor(), context.Request.Query["na"])).Lukt(out var klaar, out var nee))
            return nee.Antwoord();
        return (await lezing.LeesAsync(context, id)).Antwoord(model => Weergave.Toon<Taakpagina>(context, model with { Klaar = klaar }));
    }

    static async Task<IResult> DoeAsync(HttpContext context, string id, Taakblad blad, Zaaklezer lezer, Uitvoering uitvoering, Concepten concepten, Taakvervolg vervolg)
    {
        var formulier = context.Request.Form;
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakAfronden, "taak")).Lukt(out var taak, out var nee))
            return nee.Antwoord();
        var ingevuld = await blad.IngevuldAsync(taak, formulier);
        if (formulier["actie"].ToString() is { Length: > 0 } actie)
            return await AnderAsync(context, taak, ingevuld, actie, blad, concepten);
        var versie = int.TryParse(formulier["versie"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;
        var uitkomst = ingevuld.Uitkomst ?? (taak.Open?.Outcomes is [var enige] ? enige.Port : null);
        if (!(await uitvoering.DoeAsync(taak, new CompleteTask(taak.Nummer, versie, uitkomst, ingevuld.Schoon()), context.GevraagdMet(formulier["sleutel"]))).Lukt(out var gevolg, out var fout))
            return Statussen.Van(fout) < 500 ? Weergave.Toon<Taakpagina>(context, await blad.MetFoutAsync(context, taak, ingevuld, fout), Statussen.Van(fout)) : fout.Antwoord();
        await concepten.WisAsync(context.Actor(), taak);
        return Results.Redirect(await vervolg.VolgendeAsync(context.Actor(), gevolg));
    }

    /// <summary>Everything but completing: keep it for later, add or remove a row, ask the questions anew.</summary>
    static async Task<IResult> AnderAsync(HttpContext context, GevondenTaak taak, Ingevuld ingevuld, string actie, Taakblad blad, Concepten concepten)
    {
        if (actie == "bewaren")
        {
            await concepten.BewaarAsync(context.Actor(), taak, ingevuld.Antwoorden);
            return Results.Redirect(WerkPaginas.Na(WerkPaginas.Bewaard));
        }
        Invoer.Rij(ingevuld.Antwoorden, actie);
        return Weergave.Toon<Taakpagina>(context, await blad.MetAntwoordenAsync(context, taak, ingevuld));
    }

    static async Task<IResult> TerugdraaienAsync(HttpContext context, string id, Taaklezing lezing, Zaaklezer lezer, Uitvoering uitvoering)
    {
        var formulier = context.Request.Form;
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakTerugdraaien, "taak")).Lukt(out var taak, out var nee))
            return nee.Antwoord();
        if ((await uitvoering.DoeAsync(taak, new ReopenTask(taak.Nummer, formulier["reden"].ToString().Trim()), context.GevraagdMet(formulier["sleutel"]))).Nee is not { } fout)
            return Results.Redirect($"/taken/{id}");
        if (Statussen.Van(fout) >= 500)
            return fout.Antwoord();
        return (await lezing.LeesAsync(context, id)).Antwoord(
            model => Weergave.Toon<Taakpagina>(context, model with { Melding = new Bericht("danger", "De stap is niet teruggedraaid", [fout.Zin]) }, Statussen.Van(fout)));
    }

    static async Task<IResult> ToewijzenAsync(HttpContext context, string id, Taaklezing lezing, Zaaklezer lezer, Uitvoering uitvoering, Gebruikersnamen namen)
    {
        var formulier = context.Request.Form;
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakToewijzen, "taak")).Lukt(out var taak, out var nee))
            return nee.Antwoord();
        var versie = int.TryParse(formulier["versie"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;
        var reden = formulier["reden"].ToString().Trim();
        var aan = new UserId(formulier["aan"].ToString());
        if ((await uitvoering.DoeAsync(taak, new AssignTask(taak.Nummer, versie, aan, reden.Length == 0 ? null : reden), context.GevraagdMet(formulier["sleutel"]))).Nee is { } fout)
            return fout.Antwoord();
        var naam = (await namen.VanAsync(aan))!.Naam;
        return (await lezing.LeesAsync(context, id)).Antwoord(model => Weergave.Toon<Taakpagina>(context, model with { Melding = new Bericht("success", $"De taak is nu van {naam}", []) }));
    }
}

/// <summary>What a browser sent for a task.</summary>
public sealed record Ingevuld(Formulier? Formulier, JsonObject Antwoorden, string? Uitkomst)
{
    public JsonObject Schoon() => Invoer.ZonderLegeRijen(Antwoorden);
}
