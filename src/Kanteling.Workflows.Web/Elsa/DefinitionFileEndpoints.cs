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
        elsa.MapPost("/workflow-definitions/import", ImportAsync).MetElsaDrawing();
        elsa.MapDelete("/workflow-definitions/{definitionId}", DeleteAsync);
        elsa.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync);
    }

    static async Task<IResult> ExportAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningbestanden bestanden, string definitionId)
    {
        if (!(await tekeningen.VersiesAsync(context.Actor(), new(definitionId))).Lukt(out var versions, out var nee))
            return nee.Antwoord();
        if (DefinitionQuestion.Newest(versions, context.Request.Text("versionOptions")) is not { } found)
            return new Weigering(Verzoekcode.TekeningOnbekend, definitionId).Antwoord();
        return (await bestanden.ExporteerAsync(context.Actor(), new(definitionId), found.Versie)).Antwoord(
            file => Results.File(Tekeningbytes.Schrijf(file, ingesprongen: true), "application/json", $"{found.Id}.json"));
    }

    static async Task<IResult> ImportAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningbestanden bestanden) =>
        (await bestanden.ImporteerAsync(context.Actor(), context.Json())).Antwoord(t => DefinitionEndpoints.Whole(context, tekeningen, t, StatusCodes.Status201Created));

    static async Task<IResult> DeleteAsync(HttpContext context, Tekeningbestanden bestanden, string definitionId) =>
        (await bestanden.VerwijderAsync(context.Actor(), new(definitionId)))?.Antwoord() ?? Results.NoContent();

    static async Task<IResult> DeleteVersionAsync(HttpContext context, Tekeningbestanden bestanden, string id)
    {
        if (!Versieid.Lees(id, out var version))
            return new Weigering(Verzoekcode.TekeningOnbekend, id).Antwoord();
        return (await bestanden.VerwijderAsync(context.Actor(), version.DefinitionId, version.Version))?.Antwoord() ?? Results.NoContent();
    }
}
