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
    public static void Map(RouteGroupBuilder elsa)
    {
        var bulk = elsa.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync).MetElsaJson();
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync).MetElsaJson();
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync).MetElsaJson();
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync).MetElsaSleutel().MetElsaJson();
        bulk.MapPost("/export/workflow-definitions", ExportAsync).MetElsaJson();
    }

    static async Task<IResult> DeleteAsync(HttpContext context, Tekeningbestanden bestanden)
    {
        if (!Ids(context, "definitionIds").Lukt(out var ids, out var nee))
            return nee.Antwoord();
        var refused = await EachAsync(ids, id => bestanden.VerwijderAsync(context.Actor(), new(id)));
        return refused?.Antwoord() ?? ElsaJson.Answer(new { deleted = ids.Count });
    }

    static async Task<IResult> DeleteVersionsAsync(HttpContext context, Tekeningbestanden bestanden)
    {
        if (!Ids(context, "ids").Lukt(out var ids, out var nee))
            return nee.Antwoord();
        var refused = await EachAsync(ids, async id => Versieid.Lees(id, out var v) ? await bestanden.VerwijderAsync(context.Actor(), v.DefinitionId, v.Version) : Tekeningbeheer.Onbekend(id));
        return refused?.Antwoord() ?? ElsaJson.Answer(new { deleted = ids.Count });
    }

    static async Task<IResult> PublishAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningpublicatie publicatie)
    {
        if (!Ids(context, "definitionIds").Lukt(out var ids, out var nee))
            return nee.Antwoord();
        var already = new List<string>();
        var refused = await EachAsync(ids, async id =>
        {
            if (!(await tekeningen.OpenAsync(context.Actor(), new(id))).Lukt(out var newest, out var unknown))
                return unknown;
            if (newest.Kop.Concept is not null)
                return await DefinitionEndpoints.OfferAsync(context, publicatie, newest.Kop);
            already.Add(id);
            return null;
        });
        return refused?.Antwoord() ?? ElsaJson.Answer(new { published = Array.Empty<string>(), alreadyPublished = already, notFound = Array.Empty<string>(), updatedConsumers = Array.Empty<string>() });
    }

    static async Task<IResult> RetractAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningintrekking intrekking)
    {
        if (!intrekking.MagVragen(context.Actor()))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        if (!Ids(context, "definitionIds").Lukt(out var ids, out var nee))
            return nee.Antwoord();
        var (already, missing) = (new List<string>(), new List<string>());
        var refused = await EachAsync(ids, async id =>
        {
            if (!(await tekeningen.VersiesAsync(context.Actor(), new(id))).Lukt(out var versions, out var hidden))
                return hidden;
            if (versions.Any(k => k.IsGepubliceerd))
                return await DefinitionEndpoints.AskRetractionAsync(context, intrekking, new(id));
            (versions.Count == 0 ? missing : already).Add(id);
            return null;
        });
        return refused?.Antwoord() ?? ElsaJson.Answer(new { retracted = Array.Empty<string>(), alreadyRetracted = already, notFound = missing });
    }

    static async Task<IResult> ExportAsync(HttpContext context, Tekeningbestanden bestanden)
    {
        if (!Ids(context, "ids").Lukt(out var ids, out var nee))
            return nee.Antwoord();
        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids.Distinct(StringComparer.Ordinal))
            {
                if (!Versieid.Lees(id, out var version))
                    return Tekeningbeheer.Onbekend(id).Antwoord();
                if (!(await bestanden.ExporteerAsync(context.Actor(), version.DefinitionId, version.Version)).Lukt(out var drawing, out nee))
                    return nee.Antwoord();
                await using var entry = await zip.CreateEntry($"{id}.json").OpenAsync();
                await entry.WriteAsync(Tekeningbytes.Schrijf(drawing, ingesprongen: true));
            }
        }
        return Results.File(file.ToArray(), "application/zip", "tekeningen.zip");
    }

    static Uitslag<List<string>> Ids(HttpContext context, string name) =>
        context.Json()[name] is JsonArray ids && ids.All(id => id?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            ? ids.Select(id => id!.GetValue<string>()).ToList()
            : new Weigering(Verzoekcode.TekeningVorm, name);

    /// <returns>Null when each was done; 400 with a sentence for each that was refused; 403 as it is, because it holds for all.</returns>
    static async Task<Weigering?> EachAsync(IReadOnlyList<string> ids, Func<string, Task<Weigering?>> act)
    {
        var refused = new List<Weigering>();
        foreach (var id in ids)
        {
            if (await act(id) is not { } reason)
                continue;
            if (Statussen.Van(reason) == StatusCodes.Status403Forbidden)
                return reason;
            refused.Add(reason);
        }
        return refused.Count == 0 ? null : new Weigering(Verzoekcode.TekeningenNietAlle, $"{refused.Count}", $"{ids.Count}") { Zinnen = [.. refused.SelectMany(r => r.Uitleg).Distinct()] };
    }
}
