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
        incidenten.MapGet("", LijstAsync).Produces<Lijst<IncidentRegel>>().WithSummary("Stappen die niet verder konden");
        incidenten.MapPost("{id}/opnieuw", (HttpContext c, string id, Incidenten i) => OplossenAsync(c, id, Resolution.Retry, i)).Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("De stap opnieuw proberen");
        incidenten.MapPost("{id}/herstel", (HttpContext c, string id, Incidenten i) => OplossenAsync(c, id, Resolution.Repair, i)).Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("Gegevens herstellen en de stap opnieuw proberen");
        incidenten.MapPost("{id}/overslaan", (HttpContext c, string id, Incidenten i) => OplossenAsync(c, id, Resolution.Skip, i)).Produces<Gevolg>().Accepts<OplossingVerzoek>("application/json").WithSummary("De stap overslaan");
    }

    static Task<Lijst<IncidentRegel>> LijstAsync(HttpContext context, Incidenten incidenten) => incidenten.LijstAsync(context.Actor(), context.Request.Paging());

    static async Task<Gevolg> OplossenAsync(HttpContext context, string id, Resolution how, Incidenten incidenten)
    {
        var (asking, body) = (context.Asking(), await JsonBody.ReadAsync(context));
        return await incidenten.LosOpAsync(context.Actor(), id, new Oplossing(how, body.Text("reden") ?? "", body.Object("waarden"), body.Text("uitkomst")), asking);
    }
}

/// <param name="Waarden">For herstel: variables to set first, by name.</param>
/// <param name="Uitkomst">For overslaan: the port to go on with.</param>
public sealed record OplossingVerzoek(string Reden, JsonObject? Waarden, string? Uitkomst);
