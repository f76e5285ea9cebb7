using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Incidenten;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Steps that could not go on: retry, repair or skip. Who repairs a flow sees no content of the household.</summary>
static class IncidentenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var incidenten = api.MapGroup("/incidenten").WithTags("incidenten");
        incidenten.MapGet("", LijstAsync).MetPagina().Produces<Lijst<IncidentRegel>>().WithSummary("Stappen die niet verder konden");
        api.MapGet("/stilstand", StilstandAsync).WithTags("incidenten").MetPagina().Produces<Lijst<StilstandRegel>>().WithSummary("Taken die niemand kan zien en doen");
        incidenten.MapPost("{id}/opnieuw", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Retry, i)).MetSleutel().MetJson().Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("De stap opnieuw proberen");
        incidenten.MapPost("{id}/herstel", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Repair, i)).MetSleutel().MetJson().Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("Gegevens herstellen en de stap opnieuw proberen");
        incidenten.MapPost("{id}/overslaan", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Skip, i)).MetSleutel().MetJson().Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("De stap overslaan");
    }

    static Task<Uitslag<Lijst<StilstandRegel>>> StilstandAsync(HttpContext context, Stilstandlezer stilstand) => stilstand.LijstAsync(context.Actor(), context.Request.Paging());

    static Task<Uitslag<Lijst<IncidentRegel>>> LijstAsync(HttpContext context, Incidentbeheer incidenten) => incidenten.LijstAsync(context.Actor(), context.Request.Paging());

    static Task<Uitslag<Gevolg>> OplossenAsync(HttpContext context, string id, Resolution hoe, Incidentbeheer incidenten)
    {
        var body = context.Json();
        return incidenten.LosOpAsync(context.Actor(), id, new Oplossing(hoe, body.Tekst("reden") ?? "", body.Object("waarden"), body.Tekst("uitkomst")), context.Asking());
    }
}

/// <param name="Waarden">For herstel: variables to set first, by name.</param>
/// <param name="Uitkomst">For overslaan: the port to go on with.</param>
public sealed record OplossingVerzoek(string Reden, JsonObject? Waarden, string? Uitkomst);
