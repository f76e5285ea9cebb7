using System.IO.Compression;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// The same acts on several drawings: rows 22 to 25 and 27 of the contract. Each drawing is an act of its own; when one is
/// refused the others are done all the same, and the answer says which was not and why.
/// </summary>
static class DefinitionBulkEndpoints
{
    const int Most = 200;

    public static void Map(RouteGroupBuilder elsa)
    {
        var bulk = elsa.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync);
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync);
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
        bulk.MapPost("/export/workflow-definitions", ExportAsync);
    }

    static async Task<IResult> DeleteAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var ids = await IdsAsync(context, "definitionIds");
        await EachAsync(ids, id => tekeningen.VerwijderAsync(context.Actor(), id));
        return ElsaJson.Answer(new { deleted = ids.Count });
    }

    static async Task<IResult> DeleteVersionsAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var ids = await IdsAsync(context, "ids");
        await EachAsync(ids, id => VersionId.TryRead(id, out var v) ? tekeningen.VerwijderAsync(context.Actor(), v.DefinitionId, v.Version) : throw Unknown(id));
        return ElsaJson.Answer(new { deleted = ids.Count });
    }

    static async Task<IResult> PublishAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var (ids, already) = (await IdsAsync(context, "definitionIds"), new List<string>());
        await EachAsync(ids, async id =>
        {
            var newest = await tekeningen.OpenAsync(context.Actor(), id);
            if (newest.Kop.Concept is not null)
                await DefinitionEndpoints.OfferAsync(context, tekeningen, newest.Kop);
            already.Add(id);
        });
        return ElsaJson.Answer(new { published = Array.Empty<string>(), alreadyPublished = already, notFound = Array.Empty<string>(), updatedConsumers = Array.Empty<string>() });
    }

    static async Task<IResult> RetractAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var (retracted, already, missing) = (new List<string>(), new List<string>(), new List<string>());
        await EachAsync(await IdsAsync(context, "definitionIds"), async id =>
        {
            var versions = await tekeningen.VersiesAsync(context.Actor(), id);
            (versions.Count == 0 ? missing : versions.Any(k => k.IsGepubliceerd) ? retracted : already).Add(id);
            if (versions.Any(k => k.IsGepubliceerd))
                await tekeningen.TrekInAsync(context.Actor(), id, DefinitionEndpoints.Asking(context, id));
        });
        return ElsaJson.Answer(new { retracted, alreadyRetracted = already, notFound = missing });
    }

    static async Task<IResult> ExportAsync(HttpContext context, Tekeningbeheer tekeningen)
    {
        var ids = await IdsAsync(context, "ids");
        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids.Distinct(StringComparer.Ordinal))
            {
                var version = VersionId.TryRead(id, out var v) ? v : throw Unknown(id);
                await using var entry = await zip.CreateEntry($"{id}.json").OpenAsync();
                await entry.WriteAsync(DefinitionFileEndpoints.Bytes(await tekeningen.ExporteerAsync(context.Actor(), version.DefinitionId, version.Version)));
            }
        }
        return Results.File(file.ToArray(), "application/zip", "tekeningen.zip");
    }

    static async Task<IReadOnlyList<string>> IdsAsync(HttpContext context, string name) =>
        (await ElsaBody.ReadAsync(context))[name] is JsonArray ids && ids.Count <= Most && ids.All(id => id?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            ? [.. ids.Select(id => id!.GetValue<string>())]
            : throw new Geweigerd(Verzoekcode.TekeningVorm, name);

    /// <exception cref="Geweigerd">400 with a sentence for each that was refused; 403 as it is, because it holds for all.</exception>
    static async Task EachAsync(IReadOnlyList<string> ids, Func<string, Task> act)
    {
        var refused = new List<Geweigerd>();
        foreach (var id in ids)
        {
            try
            {
                await act(id);
            }
            catch (Geweigerd reason) when (Statussen.Van(reason) != StatusCodes.Status403Forbidden)
            {
                refused.Add(reason);
            }
        }
        if (refused.Count > 0)
            throw new Geweigerd(Verzoekcode.TekeningenNietAlle, $"{refused.Count}", $"{ids.Count}") { Zinnen = [.. refused.SelectMany(ElsaProblem.Sentences).Distinct()] };
    }

    static Geweigerd Unknown(string id) => new(Verzoekcode.TekeningOnbekend, id.Length > 100 ? id[..100] : id);
}
