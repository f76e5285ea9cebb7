using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Api;

namespace Kanteling.Workflows.Web.Composition;

/// <summary><c>/health/live</c>: the program runs. <c>/health/ready</c>: it can do its work; 503 says not to send it any.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "leeft" })).ExcludeFromDescription();
        app.MapGet("/health/ready", async (OpenStorage storage) =>
        {
            await storage.Store.DefinitionAsync(MeldingenApi.Flow, null, default);
            return Results.Json(new { status = "klaar" });
        }).ExcludeFromDescription();
    }
}
