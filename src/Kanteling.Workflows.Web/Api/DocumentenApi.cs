using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The forms, letters and guides that a version of a flow uses, and corrections of their words.</summary>
static class DocumentenApi
{
    static Verzoekbeschrijving Voorstel { get; } = new("CorrectieVoorstel",
        new Verzoekveld("document", new VrijeInhoud(), "Het hele document, met andere woorden.").Verplicht("het hele document"),
        new Verzoekveld("reden", new Vrijetekst(Correctiepunt.LangsteReden)).Verplicht("waarom de tekst anders moet"));

    const string Tag = "documenten";
    const string Versiepad = "/documenten/{soort}/{id}/versies/{versie:int}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tekeningen/{id}/versies/{versie:int}/documenten", async (HttpContext context, string id, int versie, Tekeningdocumenten documenten) =>
                (await documenten.VanAsync(context.Actor(), new(id), versie)).Antwoord(lijst => Results.Ok(lijst.Select(Regel))))
            .Produces<DocumentRegel[]>().WithTags(Tag).WithSummary("De vragenlijsten, brieven en leidraden waarmee een versie van een werkstroom is gepubliceerd");
        api.MapGet(Versiepad, async (HttpContext context, string soort, string id, int versie, Correctiepunt punt) =>
                (await punt.LeesAsync(context.Actor(), new DocumentVersion(soort, id, versie))).Antwoord(Toon))
            .Produces<DocumentBeeld>().WithTags(Tag).WithSummary("Een versie van een vragenlijst, brief of leidraad, met de tekst van nu en van eerder");
        api.MapPost(Versiepad + "/correcties", async (HttpContext context, string soort, string id, int versie, Correctiepunt punt) =>
                (await VoorstelAsync(context, new DocumentVersion(soort, id, versie), punt)).Antwoord(Toon))
            .MetSleutel().MetJson(Voorstel).Produces<DocumentBeeld>().WithTags(Tag).WithSummary("Een correctie voorstellen: dezelfde vragen, andere woorden");
        api.MapPost(Versiepad + "/correcties/{nummer:long}/goedkeuren", async (HttpContext context, string soort, string id, int versie, long nummer, Correctiepunt punt) =>
                (await punt.KeurGoedAsync(context.Actor(), new DocumentVersion(soort, id, versie), new CorrectionId(nummer), context.Asking())).Antwoord(Toon))
            .MetSleutel().ZonderJson().Produces<DocumentBeeld>().WithTags(Tag).WithSummary("Een correctie van een ander goedkeuren: vanaf nu geldt haar tekst in alle versies die dit document gebruiken");
        api.MapPost(Versiepad + "/correcties/{nummer:long}/intrekken", async (HttpContext context, string soort, string id, int versie, long nummer, Correctiepunt punt) =>
                (await punt.TrekInAsync(context.Actor(), new DocumentVersion(soort, id, versie), new CorrectionId(nummer), context.Asking())).Antwoord(Toon))
            .MetSleutel().ZonderJson().Produces<DocumentBeeld>().WithTags(Tag).WithSummary("Een correctie die nog wacht intrekken");
    }

    static async Task<Uitslag<Documentversie>> VoorstelAsync(HttpContext context, DocumentVersion versie, Correctiepunt punt)
    {
        var vraag = context.Json();
        return await punt.StelVoorAsync(context.Actor(), versie, vraag["document"]!.ToJsonString(Json.Compact), vraag["reden"]!.GetValue<string>(), context.Asking());
    }

    static DocumentRegel Regel(Gebruiktdocument d) => new(d.Soort.Naam, d.Id, d.Naam, d.Versie, d.Hash, d.Correcties, d.Nieuwere);

    static IResult Toon(Documentversie d) => Results.Ok(new DocumentBeeld(
        d.Soort.Naam, d.Versie.Id, d.Naam, d.Versie.Version, Documentverwijzing.HashVan(d.Tekst), Document(d.Tekst), Documentverwijzing.HashVan(d.Eerste), Document(d.Eerste), [.. d.Correcties.Select(Regel)]));

    static CorrectieRegel Regel(Correction c) => new(c.Id.Number, c.By.Text, c.At, c.Reason.AsString(), c.ApprovedBy?.Text, c.ApprovedAt, c.Replaces, c.Hash, c.Text.Text is { } tekst ? Document(tekst) : null);

    static JsonNode Document(string tekst) => JsonNode.Parse(tekst)!;
}

/// <param name="Hash">SHA-256 van de tekst bij het publiceren.</param>
/// <param name="Nieuwere">De nieuwste versie, als die hoger is.</param>
sealed record DocumentRegel(string Soort, string Id, string Naam, int Versie, string Hash, int Correcties, int? Nieuwere);

/// <param name="Hash">SHA-256 van de tekst die nu geldt.</param>
/// <param name="EersteHash">SHA-256 van de tekst zoals hij is ingelezen.</param>
sealed record DocumentBeeld(string Soort, string Id, string Naam, int Versie, string Hash, JsonNode Document, string EersteHash, JsonNode Eerste, IReadOnlyList<CorrectieRegel> Correcties);

/// <param name="GoedgekeurdDoor">Leeg zolang niemand haar goedkeurde.</param>
sealed record CorrectieRegel(long Nummer, string Door, DateTimeOffset Op, string? Reden, string? GoedgekeurdDoor, DateTimeOffset? GoedgekeurdOp, string Vervangt, string Hash, JsonNode? Document);
