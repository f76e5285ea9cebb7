using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Verzoeken;

namespace Kanteling.Workflows.Web.Pages;

public sealed record KlokModel(DateTimeOffset Nu, Sprong? Sprong);

/// <param name="IsBegonnen">It was confirmed, and is being done.</param>
public sealed record OpnieuwModel(bool IsBegonnen);

/// <summary>The demo clock, beginning anew, and <em>Wat er gebeurde</em>.</summary>
static class KlokPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/klok", async (HttpContext context, Demoklok klok, CaseClock zaakklok) =>
            (await klok.LaatsteAsync(context.Actor())).Antwoord(laatste => Weergave.Toon<Klokpagina>(context, new KlokModel(zaakklok.Now, laatste.Sprong), breedte: Weergave.Smal)));
        paginas.MapPost("/klok", async (HttpContext context, Demoklok klok) => (await klok.VooruitAsync(context.Actor(), context.Request.Form["vooruit"], context.GevraagdMet(context.Request.Form[Zegel.Sleutel]))).Antwoord(_ => Results.Redirect("/klok")));
        // Also before signing in: who finds a demonstration in disorder need not be one of its people.
        paginas.MapGet("/klok/opnieuw", (HttpContext context) => Weergave.Toon<Opnieuwpagina>(context, new OpnieuwModel(IsBegonnen: false), breedte: Weergave.Smal)).AllowAnonymous();
        paginas.MapPost("/klok/opnieuw", (HttpContext context, Herbegin herbegin) =>
        {
            herbegin.Vraag();
            return Weergave.Toon<Opnieuwpagina>(context, new OpnieuwModel(IsBegonnen: true), breedte: Weergave.Smal);
        }).AllowAnonymous().ZonderSleutel();
    }
}
