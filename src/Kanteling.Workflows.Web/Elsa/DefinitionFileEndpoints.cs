using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Definitions as files, and putting them away: rows 20 to 28 of the contract.</summary>
static class DefinitionFileEndpoints
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        elsa.MapPost("/workflow-definitions/import", ImportAsync);
        elsa.MapDelete("/workflow-definitions/{definitionId}", DeleteAsync);
        elsa.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync);
    }

    static async Task<IResult> ExportAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId)
    {
        var versions = context.Request.Text("versionOptions");
        var found = (await tekeningen.VersiesAsync(context.Actor(), definitionId)).Where(k => DefinitionQuestion.Is(k, versions)).MaxBy(k => k.Versie)
            ?? throw new Geweigerd(Verzoekcode.TekeningOnbekend, definitionId);
        var file = await tekeningen.ExporteerAsync(context.Actor(), definitionId, found.Versie);
        return Results.File(Bytes(file), "application/json", $"{found.Id}.json");
    }

    /// <summary>As a person reads a file: with line ends and indents.</summary>
    internal static byte[] Bytes(JsonObject file) => System.Text.Encoding.UTF8.GetBytes(file.ToJsonString(Indented));

    static async Task<IResult> ImportAsync(HttpContext context, Tekeningbeheer tekeningen) =>
        DefinitionEndpoints.Whole(context, tekeningen, await tekeningen.ImporteerAsync(context.Actor(), await ElsaBody.ReadAsync(context)), StatusCodes.Status201Created);

    static async Task<IResult> DeleteAsync(HttpContext context, Tekeningbeheer tekeningen, string definitionId)
    {
        await tekeningen.VerwijderAsync(context.Actor(), definitionId);
        return Results.NoContent();
    }

    static async Task<IResult> DeleteVersionAsync(HttpContext context, Tekeningbeheer tekeningen, string id)
    {
        if (!VersionId.TryRead(id, out var version))
            throw new Geweigerd(Verzoekcode.TekeningOnbekend, id);
        await tekeningen.VerwijderAsync(context.Actor(), version.DefinitionId, version.Version);
        return Results.NoContent();
    }

    static readonly System.Text.Json.JsonSerializerOptions Indented = new(ElsaJson.Options) { WriteIndented = true };
}
