using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The clock of a demonstration; outside a demonstration this address does not exist.</summary>
static class KlokApi
{
    static Verzoekbeschrijving Vooruit { get; } = new("KlokVerzoek",
        new Verzoekveld("vooruit", new Vrijetekst(20), "Een duur zoals P1D of P6W, of volgende voor de eerstvolgende datum.").Verplicht("hoe ver de klok vooruitgaat"));

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/klok", (HttpContext context, Demoklok klok) => klok.VooruitAsync(context.Actor(), context.Json().Tekst("vooruit"), context.Asking()))
            .MetSleutel().MetJson(Vooruit).WithTags("demo").Produces<Sprong>().WithSummary("De klok vooruitzetten en zien wat er gebeurde");
}
