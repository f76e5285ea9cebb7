using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Tasks: listing, reading, completing, taking back and handing over.</summary>
static class TakenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var taken = api.MapGroup("/taken").WithTags("taken");
        taken.MapGet("", LijstAsync).MetPagina().Produces<Lijst<TaakRegel>>().WithSummary("Taken die ik mag zien");
        taken.MapGet("{id}", EenAsync).Produces<Taak>().WithSummary("Eén taak: formulier, uitkomsten, termijn en waarom");
        taken.MapPost("{id}/afronding", AfrondenAsync).MetSleutel().MetVersie().MetJson().Produces<Gevolg>().Accepts<AfrondingVerzoek>("application/json").WithSummary("Een taak afronden");
        taken.MapPost("{id}/terugdraaien", TerugdraaienAsync).MetSleutel().MetJson().Produces<Gevolg>().Accepts<RedenVerzoek>("application/json").WithSummary("De laatste afgeronde stap terugdraaien");
        taken.MapPost("{id}/toewijzing", ToewijzenAsync).MetSleutel().MetVersie().MetJson().Produces<Gevolg>().Accepts<ToewijzingVerzoek>("application/json").WithSummary("Een taak aan iemand geven");
    }

    static async Task<Uitslag<Lijst<TaakRegel>>> LijstAsync(HttpContext context, Werklijst werk, Zaaklezer lezer, Bevoegdheid bevoegdheid)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.EigenWerkZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        var query = context.Request.Query;
        var vraag = new Werkvraag(Leeg(query["status"]) ?? "open", Leeg(query["rol"]), Leeg(query["huishouden"]) is { } genoemd ? new StreamId(genoemd) : null, context.Request.Paging());
        if (vraag.Status is not ("open" or "afgerond"))
            return new Weigering(Verzoekcode.StatusOnbekend, vraag.Status);
        if (vraag.Huishouden is { } huishouden && (await lezer.HuishoudenAsync(actor, huishouden.Text, Handeling.HuishoudenZien, "taken")).Nee is { } nee)
            return nee;
        return await werk.VanAsync(actor, vraag);
    }

    static async Task<Uitslag<Taak>> EenAsync(HttpContext context, string id, Zaaklezer lezer, Taaklezer beeld)
    {
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakZien, "taak")).Lukt(out var gevonden, out var nee))
            return nee;
        var taak = await beeld.VanAsync(gevonden);
        if (taak.Versie is { } versie)
            context.Response.SetETag(versie);
        return taak;
    }

    static async Task<Uitslag<Gevolg>> AfrondenAsync(HttpContext context, string id, Zaaklezer lezer, Uitvoering uitvoering)
    {
        var body = context.Json();
        if (body["antwoorden"] is not (null or JsonObject))
            return new Weigering(Formuliercode.AntwoordenOnleesbaar);
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakAfronden, null)).Lukt(out var taak, out var nee))
            return nee;
        var antwoorden = (JsonObject?)body.Object("antwoorden")?.DeepClone() ?? [];
        return await uitvoering.DoeAsync(taak, new CompleteTask(taak.Nummer, context.Versie(), body.Tekst("uitkomst"), antwoorden), context.Asking());
    }

    static async Task<Uitslag<Gevolg>> TerugdraaienAsync(HttpContext context, string id, Zaaklezer lezer, Uitvoering uitvoering)
    {
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakTerugdraaien, null)).Lukt(out var taak, out var nee))
            return nee;
        return await uitvoering.DoeAsync(taak, new ReopenTask(taak.Nummer, context.Json().Tekst("reden") ?? ""), context.Asking());
    }

    static async Task<Uitslag<Gevolg>> ToewijzenAsync(HttpContext context, string id, Zaaklezer lezer, Uitvoering uitvoering)
    {
        var body = context.Json();
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakToewijzen, null)).Lukt(out var taak, out var nee))
            return nee;
        UserId? aan = body.Tekst("aan") is { } wie ? new(wie) : null;
        return await uitvoering.DoeAsync(taak, new AssignTask(taak.Nummer, context.Versie(), aan, body.Tekst("reden")), context.Asking());
    }

    static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst;
}

/// <param name="Uitkomst">The chosen port; absent when it follows from the answers.</param>
/// <param name="Antwoorden">By field id, as the form asks them.</param>
public sealed record AfrondingVerzoek(string? Uitkomst, JsonObject? Antwoorden);

public sealed record RedenVerzoek(string Reden);

/// <param name="Aan">Id of a user; absent to give the task back to all whom it is addressed to.</param>
public sealed record ToewijzingVerzoek(string? Aan, string? Reden);
