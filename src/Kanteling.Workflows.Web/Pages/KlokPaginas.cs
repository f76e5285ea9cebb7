using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Tijd;

namespace Kanteling.Workflows.Web.Pages;

public sealed record KlokModel(DateTimeOffset Nu, Sprong? Sprong);

/// <summary>The demo clock and <em>Wat er gebeurde</em>.</summary>
static class KlokPaginas
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/klok", async (HttpContext context, DemoKlok klok, CaseClock clock) => Views.Show<Klokpagina>(context, new KlokModel(clock.Now, await klok.LaatsteAsync(context.Actor())), breedte: Views.Smal));
        pages.MapPost("/klok", async (HttpContext context, DemoKlok klok) =>
        {
            var form = await PageForm.ReadAsync(context);
            await klok.VooruitAsync(context.Actor(), form["vooruit"]);
            return Results.Redirect("/klok");
        });
    }
}
