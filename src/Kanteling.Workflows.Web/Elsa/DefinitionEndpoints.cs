using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Definitions as Studio lists, opens, saves and publishes them: rows 12 to 19 and 33 to 36 of the contract.</summary>
static class DefinitionEndpoints
{
    public static void Map(RouteGroupBuilder elsa)
    {
        var definitions = elsa.MapGroup("/workflow-definitions");
        definitions.MapGet("", ListAsync);
        definitions.MapGet("/by-definition-id/{definitionId}", ByDefinitionIdAsync);
        definitions.MapGet("/by-id/{id}", ByIdAsync);
        definitions.MapGet("/many-by-id", ManyByIdAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
        definitions.MapPost("", SaveAsync).MetElsaDrawing();
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync).MetElsaSleutel().MetElsaJson();
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapPost("/{definitionId}/update-references", (string definitionId) => ElsaJson.Answer(new { affectedWorkflows = Array.Empty<string>() }));
        definitions.MapGet("/{definitionId}/consumers", ConsumersAsync);
    }

    static async Task<IResult> ListAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var actor = context.Actor();
        var question = DefinitionQuestion.Of(context.Request);
        if (!(await tekeningen.VersiesAsync(actor)).Lukt(out var versions, out var nee))
            return nee.Antwoord();
        var (page, total) = question.Answer([.. versions, .. await CopiesAsync(actor, tekeningen, question.Ids)]);
        return ElsaJson.Answer(new ElsaPage<DefinitionSummary>([.. page.Select(k => DefinitionAnswers.Summary(k, tekeningen.MagTekenen(actor, k)))], total, DefinitionAnswers.ListLinks(tekeningen.MagTekenen(actor))));
    }

    /// <summary>The copies on which trials ran, when they are asked for by their ids: a list of instances drops rows of which it does not know the drawing.</summary>
    static async Task<List<Tekeningkop>> CopiesAsync(Actor actor, Tekeningbeheer tekeningen, IReadOnlyList<string> ids)
    {
        var found = new List<Tekeningkop>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (Versieid.Lees(id, out var version) && Streams.IsTrialDefinition(version.DefinitionId) && await tekeningen.ProefkopieAsync(actor, version.DefinitionId, version.Version) is { } copy)
                found.Add(copy.Kop);
        }
        return found;
    }

    static async Task<IResult> ByDefinitionIdAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId)
    {
        if (!(await tekeningen.VersiesAsync(context.Actor(), new(definitionId))).Lukt(out var versions, out var nee))
            return nee.Antwoord();
        var found = DefinitionQuestion.Newest(versions, context.Request.Text("versionOptions"));
        return found is null ? Tekeningbeheer.Onbekend(definitionId).Antwoord() : (await tekeningen.OpenAsync(found)).Antwoord(t => Whole(context, tekeningen, t));
    }

    static async Task<IResult> ByIdAsync(HttpContext context, Tekeningbeheer tekeningen, string id)
    {
        if (!Versieid.Lees(id, out var version))
            return Tekeningbeheer.Onbekend(id).Antwoord();
        if (await tekeningen.ProefkopieAsync(context.Actor(), version.DefinitionId, version.Version) is { } copy)
            return ElsaJson.Answer(DefinitionAnswers.Whole(copy, mayDraw: false));
        return (await tekeningen.OpenAsync(context.Actor(), version.DefinitionId, version.Version)).Antwoord(t => Whole(context, tekeningen, t));
    }

    static async Task<IResult> ManyByIdAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var found = new List<JsonObject>();
        foreach (var id in context.Request.Many("ids").Distinct(StringComparer.Ordinal))
        {
            if (Versieid.Lees(id, out var version) && (await tekeningen.OpenAsync(context.Actor(), version.DefinitionId, version.Version)).Lukt(out var tekening, out _))
                found.Add(DefinitionAnswers.Whole(tekening, tekeningen.MagTekenen(context.Actor(), tekening.Kop)));
        }
        return ElsaJson.Answer(new ElsaItems<JsonObject>(found));
    }

    static async Task<IResult> IsNameUniqueAsync(HttpContext context, Tekeningbeheer tekeningen) => context.Request.Text("name") is { } name
        ? (await tekeningen.IsNaamVrijAsync(context.Actor(), name, context.Request.Text("definitionId") is { } id ? new(id) : null)).Antwoord(isUnique => ElsaJson.Answer(new { isUnique }))
        : ElsaJson.Answer(new { isUnique = true });

    static async Task<IResult> SaveAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningpublicatie publicatie)
    {
        var body = context.Json();
        if (body["model"] is not JsonObject model)
            return new Weigering(Verzoekcode.TekeningVorm, "model").Antwoord();
        if (!(await tekeningen.BewaarAsync(context.Actor(), model)).Lukt(out var saved, out var nee))
            return nee.Antwoord();
        // One object to Studio is a draft, another a published one; only a draft can be offered.
        if (body["publish"] is JsonValue publish && publish.ToString().Equals("true", StringComparison.OrdinalIgnoreCase) && saved.Kop.Concept is not null)
            return (await OfferAsync(context, publicatie, saved.Kop)).Antwoord();
        return Saved(context, tekeningen, saved);
    }

    static async Task<IResult> PublishAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningpublicatie publicatie, string definitionId)
    {
        if (!tekeningen.MagTekenen(context.Actor()))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        if (!(await tekeningen.OpenAsync(context.Actor(), new(definitionId))).Lukt(out var newest, out var nee))
            return nee.Antwoord();
        if (newest.Kop.Concept is not null)
            return (await OfferAsync(context, publicatie, newest.Kop)).Antwoord();
        return newest.Kop.IsGepubliceerd ? Saved(context, tekeningen, newest) : new Weigering(Verzoekcode.TekeningIngetrokken, newest.Kop.Naam).Antwoord();
    }

    /// <summary>Offers a drawing. It is not published by that, and Studio tells its user only what was refused; so that is how it is answered.</summary>
    /// <returns>That it waits for approval; or why it could not be offered.</returns>
    internal static async Task<Weigering> OfferAsync(HttpContext context, Tekeningpublicatie publicatie, Tekeningkop kop) =>
        (await publicatie.BiedAanAsync(context.Actor(), kop.DefinitionId)).Lukt(out var bevindingen, out var nee) ? Waits(kop, bevindingen) : nee;

    static Weigering Waits(Tekeningkop kop, Bevindingen bevindingen) => new(Verzoekcode.WachtOpAkkoord, $"{kop.Versie}", kop.Naam)
    {
        Zinnen = [Casework.Zinnen.Voor(Verzoekcode.WachtOpAkkoord, $"{kop.Versie}", kop.Naam), .. bevindingen.Opmerkingen],
        Extra = new Dictionary<string, object?> { ["bevindingen"] = bevindingen.Alle },
    };

    static async Task<IResult> RetractAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningintrekking intrekking, string definitionId)
    {
        if (!intrekking.MagVragen(context.Actor()))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        if (!(await tekeningen.VersiesAsync(context.Actor(), new(definitionId))).Lukt(out var versions, out var nee))
            return nee.Antwoord();
        if (versions.Count > 0 && !versions.Any(k => k.IsGepubliceerd))
            return (await tekeningen.OpenAsync(context.Actor(), new(definitionId))).Antwoord(t => Whole(context, tekeningen, t));
        return (await AskRetractionAsync(context, intrekking, new(definitionId))).Antwoord();
    }

    /// <summary>
    /// Asks for it: another person decides, on our own page, where he sees what would stop. Studio's button knows no reason; a program gives it as
    /// <c>reason</c>. It is not retracted by that, so it is answered as an offer is.
    /// </summary>
    /// <returns>That it waits for a second person; or why it could not be asked.</returns>
    internal static async Task<Weigering> AskRetractionAsync(HttpContext context, Tekeningintrekking intrekking, DefinitionId id) =>
        (await intrekking.VraagAsync(context.Actor(), id, context.Json().Tekst("reason"), context.ElsaAsking(id.Text))).Lukt(out var kop, out var nee)
            ? new Weigering(Werkstroomcode.WachtOpTweede, $"{kop.Versie}", kop.Naam) : nee;

    static async Task<IResult> RevertAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningbestanden bestanden, string definitionId, int version) =>
        (await bestanden.HerstelAsync(context.Actor(), new(definitionId), version)).Antwoord(
            reverted => ElsaJson.Answer(DefinitionAnswers.Summary(reverted.Kop, tekeningen.MagTekenen(context.Actor(), reverted.Kop)), StatusCodes.Status201Created));

    static async Task<IResult> ConsumersAsync(HttpContext context, Tekeningbestanden bestanden, string definitionId) =>
        (await bestanden.GebruiktDoorAsync(context.Actor(), new(definitionId))).Antwoord(ids => ElsaJson.Answer(new { consumingWorkflowDefinitionIds = ids.Select(id => id.Text) }));

    static IResult Saved(HttpContext context, Tekeningbeheer tekeningen, Tekening tekening) => ElsaJson.Answer(new
    {
        workflowDefinition = DefinitionAnswers.Whole(tekening, tekeningen.MagTekenen(context.Actor(), tekening.Kop)), alreadyPublished = tekening.Kop.IsGepubliceerd, consumingWorkflowCount = 0,
    });

    public static IResult Whole(HttpContext context, Tekeningbeheer tekeningen, Tekening tekening, int status = StatusCodes.Status200OK) =>
        ElsaJson.Answer(DefinitionAnswers.Whole(tekening, tekeningen.MagTekenen(context.Actor(), tekening.Kop)), status);
}
