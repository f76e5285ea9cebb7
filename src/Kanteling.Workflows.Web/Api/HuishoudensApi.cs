using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Rechten;

namespace Kanteling.Workflows.Web.Api;

/// <summary>One household: how it stands, its timeline, and every event as it was stored.</summary>
static class HuishoudensApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var huishoudens = api.MapGroup("/huishoudens/{id}").WithTags("huishoudens");
        huishoudens.MapGet("/gebeurtenissen", GebeurtenissenAsync).Produces<Lijst<Gebeurtenis>>().WithSummary("Elke gebeurtenis, zoals opgeslagen");
    }

    static async Task<Lijst<Gebeurtenis>> GebeurtenissenAsync(HttpContext context, string id, CaseReader reader, Gebeurtenissen gebeurtenissen)
    {
        await reader.HuishoudenAsync(context.Actor(), id, Handeling.GebeurtenissenZien, "gebeurtenissen");
        return await gebeurtenissen.VanAsync(id, context.Request.Paging());
    }
}
