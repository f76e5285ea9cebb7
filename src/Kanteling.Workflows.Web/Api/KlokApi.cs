using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The clock of a demonstration; outside a demonstration this address does not exist.</summary>
static class KlokApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/klok", (HttpContext context, Demoklok klok) => klok.VooruitAsync(context.Actor(), context.Json().Tekst("vooruit"), context.Asking()))
            .MetSleutel().MetJson().WithTags("demo").Produces<Sprong>().Accepts<KlokVerzoek>("application/json").WithSummary("De klok vooruitzetten en zien wat er gebeurde");
}

/// <param name="Vooruit">A duration such as P1D or P6W, or <c>volgende</c> for the next date that runs.</param>
public sealed record KlokVerzoek(string Vooruit);
