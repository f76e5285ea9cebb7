using System.Text.Json.Nodes;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Drawings in the shapes that Studio reads, with links that say what this user may do with them.</summary>
static class DefinitionAnswers
{
    const string Path = ElsaEndpoints.Root + "/workflow-definitions";

    /// <summary>A whole definition.</summary>
    public static JsonObject Whole(Tekening tekening, bool mayDraw)
    {
        var kop = tekening.Kop;
        var answer = tekening.Document.DeepClone().AsObject();
        answer.Remove("$schema");
        // A trial runs on a copy; outward it is the drawing that was copied.
        var definitionId = Proeftekening.OrigineelVan(kop.DefinitionId);
        (answer["id"], answer["definitionId"], answer["version"]) = (kop.Id, definitionId.Text, kop.Versie);
        (answer["name"], answer["toolVersion"], answer["materializerName"]) = (kop.Naam, "3.8.2.0", "Json");
        (answer["isLatest"], answer["isPublished"], answer["isReadonly"], answer["isSystem"]) = (kop.IsLaatste, kop.IsGepubliceerd, false, false);
        answer["createdAt"] ??= CreatedAt(kop);
        foreach (var list in (string[])["variables", "inputs", "outputs", "outcomes"])
            answer[list] ??= new JsonArray();
        foreach (var group in (string[])["customProperties", "options"])
            answer[group] ??= new JsonObject();
        answer["description"] ??= "";
        Tekeningtekst.ZetTag(answer, kop);
        answer["links"] = new JsonArray([.. Links(kop, mayDraw).Select(l => new JsonObject { ["href"] = l.Href, ["rel"] = l.Rel, ["method"] = l.Method })]);
        return answer;
    }

    public static DefinitionSummary Summary(Tekeningkop kop, bool mayDraw) => new(
        kop.Id, Proeftekening.OrigineelVan(kop.DefinitionId).Text, kop.Naam, kop.Kenmerken.Omschrijving, kop.Versie, "3.8.2.0", kop.IsLaatste, kop.IsGepubliceerd, false, "Json", true, CreatedAt(kop), Links(kop, mayDraw));

    /// <summary>What may be done with the list.</summary>
    public static IReadOnlyList<ElsaLink> ListLinks(bool mayDraw) =>
    [
        new(Path, "self", "GET"), new(Path + "/validation/is-name-unique", "is-name-unique", "GET"), new(Path + "/many-by-id", "many-by-id", "GET"),
        .. mayDraw
            ?
            [
                new(Path, "create", "POST"), new(Path + "/import", "import", "POST"),
                new(Bulk("publish", "by-definition-ids"), "bulk-publish", "POST"), new(Bulk("retract", "by-definition-ids"), "bulk-retract", "POST"),
                new(Bulk("delete", "by-definition-id"), "bulk-delete-by-definition-ids", "POST"), new(Bulk("delete", "by-id"), "bulk-delete-by-ids", "POST"),
            ]
            : Array.Empty<ElsaLink>(),
    ];

    static List<ElsaLink> Links(Tekeningkop kop, bool mayDraw)
    {
        var self = $"{Path}/{Uri.EscapeDataString(kop.DefinitionId.Text)}";
        List<ElsaLink> links = [new($"{Path}/by-id/{Uri.EscapeDataString(kop.Id)}", "self", "GET"), new($"{self}/versions", "versions", "GET"), new($"{self}/export", "export", "GET")];
        if (!mayDraw)
            return links;
        links.AddRange([new($"{self}/execute", "execute", "POST"), new($"{self}/publish", "publish", "POST"), new(Path + "/import", "import", "POST"), new($"{self}/update-references", "update-references", "POST")]);
        if (kop.IsGepubliceerd)
            links.Add(new($"{self}/retract", "retract", "POST"));
        if (kop.Concept is not null)
            links.Add(new(self, "delete", "DELETE"));
        return links;
    }

    static string Bulk(string act, string by) => $"{ElsaEndpoints.Root}/bulk-actions/{act}/workflow-definitions/{by}";

    static DateTimeOffset CreatedAt(Tekeningkop kop) => kop.Kenmerken.Gemaakt ?? kop.Concept?.Begonnen ?? DateTimeOffset.UnixEpoch;
}

/// <summary>A row of Studio's list.</summary>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string Name, string? Description, int Version, string ToolVersion, bool IsLatest, bool IsPublished, bool IsReadonly, string MaterializerName,
    bool IsMaterializerAvailable, DateTimeOffset CreatedAt, IReadOnlyList<ElsaLink> Links);
