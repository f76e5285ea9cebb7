using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Tasks: listing, reading, completing, taking back and handing over.</summary>
static class TakenApi
{
    static readonly Verzoekveld Status = new("status", new Keuze(["open", "afgerond"]), "Welke taken; open, als u niets zegt.");
    static readonly Verzoekveld Reden = new("reden", new Vrijetekst(Antwoordmaat.Tekens));

    static Verzoekbeschrijving Afronding { get; } = new("AfrondingVerzoek",
        new Verzoekveld("uitkomst", new Vrijetekst(Tekeningtekst.LangsteNaam), "De gekozen uitgang; weggelaten als die uit de antwoorden volgt."),
        new Verzoekveld("antwoorden", new VrijeInhoud(), "Per veld van het formulier, zoals het ze vraagt."));

    static Verzoekbeschrijving Terugdraaiing { get; } = new("RedenVerzoek", Reden.Verplicht("waarom u de stap terugdraait"));

    static Verzoekbeschrijving Toewijzing { get; } = new("ToewijzingVerzoek",
        new Verzoekveld("aan", new Vrijetekst(200), "Id van een gebruiker; weggelaten om de taak terug te geven aan iedereen voor wie zij is."), Reden);

    public static void Map(RouteGroupBuilder api)
    {
        var taken = api.MapGroup("/taken").WithTags("taken");
        taken.MapGet("", LijstAsync).MetVraag(Status, new("rol", new Vrijetekst(Tekeningtekst.LangsteNaam)), new("huishouden", new Vrijetekst(Zaakvondst.LangsteId), "Van dit huishouden alleen.")).MetPagina().Produces<Lijst<TaakRegel>>().WithSummary("Taken die ik mag zien");
        taken.MapGet("{id}", EenAsync).Produces<Taak>().WithSummary("Eén taak: formulier, uitkomsten, termijn en waarom");
        taken.MapPost("{id}/afronding", AfrondenAsync).MetSleutel().MetVersie().MetJson(Afronding).Produces<Gevolg>().WithSummary("Een taak afronden");
        taken.MapPost("{id}/terugdraaien", TerugdraaienAsync).MetSleutel().MetJson(Terugdraaiing).Produces<Gevolg>().WithSummary("De laatste afgeronde stap terugdraaien");
        taken.MapPost("{id}/toewijzing", ToewijzenAsync).MetSleutel().MetVersie().MetJson(Toewijzing).Produces<Gevolg>().WithSummary("Een taak aan iemand geven");
    }

    static async Task<Uitslag<Lijst<TaakRegel>>> LijstAsync(HttpContext context, Werklijst werk, Zaaklezer lezer, Bevoegdheid bevoegdheid)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.EigenWerkZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        var query = context.Request.Query;
        var vraag = new Werkvraag(Leeg(query["status"]) ?? "open", Leeg(query["rol"]), Leeg(query["huishouden"]) is { } genoemd ? new StreamId(genoemd) : null, context.Request.Paging());
        if (!((Keuze)Status.Vorm).Woorden.Contains(vraag.Status))
            return new Weigering(Verzoekcode.StatusOnbekend, vraag.Status);
        if (vraag.Huishouden is not { } huishouden || (await lezer.HuishoudenAsync(actor, huishouden.Text, Handeling.HuishoudenZien, "taken")).Nee is not { } nee)
            return await werk.VanAsync(actor, vraag);
        // Who sees no household, sees what is his to do in it.
        var zijn = vraag.Status == "open" ? await werk.BijHuishoudenAsync(actor, huishouden) : [];
        return zijn.Count == 0 ? nee : new Lijst<TaakRegel>([.. zijn.Skip(vraag.Paging.Skip).Take(vraag.Paging.Take)], zijn.Count);
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
