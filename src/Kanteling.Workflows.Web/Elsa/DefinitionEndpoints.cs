using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
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
        definitions.MapPost("", SaveAsync);
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync);
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapPost("/{definitionId}/update-references", (string definitionId) => ElsaJson.Answer(new { affectedWorkflows = Array.Empty<string>() }));
        definitions.MapGet("/{definitionId}/consumers", ConsumersAsync);
    }

    static async Task<IResult> ListAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var actor = context.Actor();
        var question = DefinitionQuestion.Of(context.Request);
        var (page, total) = question.Answer([.. await tekeningen.VersiesAsync(actor), .. await CopiesAsync(actor, tekeningen, question.Ids)]);
        return ElsaJson.Answer(new ElsaPage<DefinitionSummary>([.. page.Select(k => DefinitionAnswers.Summary(k, tekeningen.MagTekenen(actor, k)))], total, DefinitionAnswers.ListLinks(tekeningen.MagTekenen(actor))));
    }

    /// <summary>The copies on which trials ran, when they are asked for by their ids: a list of instances drops rows of which it does not know the drawing.</summary>
    static async Task<List<Tekeningkop>> CopiesAsync(Actor actor, Tekeningbeheer tekeningen, IReadOnlyList<string> ids)
    {
        var found = new List<Tekeningkop>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (VersionId.TryRead(id, out var version) && Streams.IsTrialDefinition(version.DefinitionId) && await tekeningen.ProefkopieAsync(actor, version.DefinitionId, version.Version) is { } copy)
                found.Add(copy.Kop);
        }
        return found;
    }

    static async Task<IResult> ByDefinitionIdAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId)
    {
        var versions = context.Request.Text("versionOptions");
        var found = (await tekeningen.VersiesAsync(context.Actor(), definitionId)).Where(k => DefinitionQuestion.Is(k, versions)).MaxBy(k => k.Versie);
        return Whole(context, tekeningen, await tekeningen.OpenAsync(found ?? throw Unknown(definitionId)));
    }

    static async Task<IResult> ByIdAsync(HttpContext context, Tekeningbeheer tekeningen, string id)
    {
        if (!VersionId.TryRead(id, out var version))
            throw Unknown(id);
        if (await tekeningen.ProefkopieAsync(context.Actor(), version.DefinitionId, version.Version) is { } copy)
            return ElsaJson.Answer(DefinitionAnswers.Whole(copy, mayDraw: false));
        return Whole(context, tekeningen, await tekeningen.OpenAsync(context.Actor(), version.DefinitionId, version.Version));
    }

    static async Task<IResult> ManyByIdAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        const int Most = 100;
        var found = new List<JsonObject>();
        foreach (var id in context.Request.Many("ids").Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (VersionId.TryRead(id, out var version) && (await tekeningen.VersiesAsync(context.Actor(), version.DefinitionId)).FirstOrDefault(k => k.Versie == version.Version) is { } kop)
                found.Add(DefinitionAnswers.Whole(await tekeningen.OpenAsync(kop), tekeningen.MagTekenen(context.Actor(), kop)));
        }
        return ElsaJson.Answer(new ElsaItems<JsonObject>(found));
    }

    static async Task<IResult> IsNameUniqueAsync(HttpContext context, Tekeningbeheer tekeningen) =>
        ElsaJson.Answer(new { isUnique = context.Request.Text("name") is not { } name || await tekeningen.IsNaamVrijAsync(context.Actor(), name, context.Request.Text("definitionId")) });

    static async Task<IResult> SaveAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var body = await ElsaBody.ReadAsync(context);
        var saved = await tekeningen.BewaarAsync(context.Actor(), body["model"] as JsonObject ?? throw new Geweigerd(Verzoekcode.TekeningVorm, "model"));
        // One object to Studio is a draft, another a published one; only a draft can be offered.
        if (body["publish"] is JsonValue publish && publish.ToString().Equals("true", StringComparison.OrdinalIgnoreCase) && saved.Kop.Concept is not null)
            await OfferAsync(context, tekeningen, saved.Kop);
        return Saved(context, tekeningen, saved);
    }

    static async Task<IResult> PublishAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId)
    {
        if (!tekeningen.MagTekenen(context.Actor()))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
        var newest = await tekeningen.OpenAsync(context.Actor(), definitionId);
        if (newest.Kop.Concept is not null)
            await OfferAsync(context, tekeningen, newest.Kop);
        else if (!newest.Kop.IsGepubliceerd)
            throw new Geweigerd(Verzoekcode.TekeningIngetrokken, newest.Kop.Naam);
        return Saved(context, tekeningen, newest);
    }

    /// <summary>Offers, and says what has to happen before it is published. Studio shows it as it shows every refusal.</summary>
    internal static async Task OfferAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningkop kop)
    {
        var bevindingen = await tekeningen.BiedAanAsync(context.Actor(), kop.DefinitionId);
        throw new Geweigerd(Verzoekcode.WachtOpAkkoord, $"{kop.Versie}", kop.Naam)
        {
            Zinnen = [Casework.Zinnen.Voor(Verzoekcode.WachtOpAkkoord, $"{kop.Versie}", kop.Naam), .. bevindingen.Opmerkingen],
            Extra = new Dictionary<string, object?> { ["bevindingen"] = bevindingen.Alle },
        };
    }

    static async Task<IResult> RetractAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId) =>
        Whole(context, tekeningen, await tekeningen.TrekInAsync(context.Actor(), definitionId, Asking(context)));

    static async Task<IResult> RevertAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId, int version)
    {
        var reverted = (await tekeningen.HerstelAsync(context.Actor(), definitionId, version)).Kop;
        return ElsaJson.Answer(DefinitionAnswers.Summary(reverted, tekeningen.MagTekenen(context.Actor(), reverted)), StatusCodes.Status201Created);
    }

    static async Task<IResult> ConsumersAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId) =>
        ElsaJson.Answer(new { consumingWorkflowDefinitionIds = await tekeningen.GebruiktDoorAsync(context.Actor(), definitionId) });

    static IResult Saved(HttpContext context, Tekeningbeheer tekeningen, Tekening tekening) => ElsaJson.Answer(new
    {
        workflowDefinition = DefinitionAnswers.Whole(tekening, tekeningen.MagTekenen(context.Actor(), tekening.Kop)), alreadyPublished = tekening.Kop.IsGepubliceerd, consumingWorkflowCount = 0,
    });

    public static IResult Whole(HttpContext context, Tekeningbeheer tekeningen, Tekening tekening, int status = StatusCodes.Status200OK) =>
        ElsaJson.Answer(DefinitionAnswers.Whole(tekening, tekeningen.MagTekenen(context.Actor(), tekening.Kop)), status);

    /// <summary>Studio sends no key; then each request is one of its own.</summary>
    /// <param name="what">Which of several acts of one request.</param>
    internal static Asking Asking(HttpContext context, string what = "") =>
        context.AskingFor(context.Request.Headers.ContainsKey("Idempotency-Key") ? context.Request.IdempotencyKey() + what : Guid.NewGuid().ToString("n"));

    static Geweigerd Unknown(string id) => new(Verzoekcode.TekeningOnbekend, id.Length > 100 ? id[..100] : id);
}
