using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Steps that could not go on: retry, repair or skip. Who repairs a flow sees no content of the household.</summary>
static class IncidentenApi
{
    static Verzoekbeschrijving Oplossing { get; } = new("OplossingVerzoek",
        new Verzoekveld("reden", new Vrijetekst(Antwoordmaat.Tekens)).Verplicht("waarom u dit doet"),
        new Verzoekveld("waarden", new VrijeInhoud(), "Voor herstel: variabelen die eerst een waarde krijgen, op naam."),
        new Verzoekveld("uitkomst", new Vrijetekst(Tekeningtekst.LangsteNaam), "Voor overslaan: de uitgang waarmee het verdergaat."));

    public static void Map(RouteGroupBuilder api)
    {
        var incidenten = api.MapGroup("/incidenten").WithTags("incidenten");
        incidenten.MapGet("", LijstAsync).MetPagina().Produces<Lijst<IncidentRegel>>().WithSummary("Stappen die niet verder konden");
        api.MapGet("/stilstand", StilstandAsync).WithTags("incidenten").MetPagina().Produces<Lijst<StilstandRegel>>().WithSummary("Taken die niemand kan zien en doen");
        incidenten.MapPost("{id}/opnieuw", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Retry, i)).MetSleutel().MetJson(Oplossing).Produces<Gevolg>().WithSummary("De stap opnieuw proberen");
        incidenten.MapPost("{id}/herstel", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Repair, i)).MetSleutel().MetJson(Oplossing).Produces<Gevolg>().WithSummary("Gegevens herstellen en de stap opnieuw proberen");
        incidenten.MapPost("{id}/overslaan", (HttpContext c, string id, Incidentbeheer i) => OplossenAsync(c, id, Resolution.Skip, i)).MetSleutel().MetJson(Oplossing).Produces<Gevolg>().WithSummary("De stap overslaan");
    }

    static Task<Uitslag<Lijst<StilstandRegel>>> StilstandAsync(HttpContext context, Stilstandlezer stilstand) => stilstand.LijstAsync(context.Actor(), context.Request.Paging());

    static Task<Uitslag<Lijst<IncidentRegel>>> LijstAsync(HttpContext context, Incidentbeheer incidenten) => incidenten.LijstAsync(context.Actor(), context.Request.Paging());

    static Task<Uitslag<Gevolg>> OplossenAsync(HttpContext context, string id, Resolution hoe, Incidentbeheer incidenten)
    {
        var body = context.Json();
        return incidenten.LosOpAsync(context.Actor(), id, new Zaken.Incidenten.Oplossing(hoe, body.Tekst("reden") ?? "", body.Object("waarden"), body.Tekst("uitkomst")), context.Asking());
    }
}
