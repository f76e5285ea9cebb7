using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Where somebody is signed in. Without a user it is the caller himself; of somebody else it is for who manages accounts.</summary>
static class AanmeldingenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/aanmeldingen", async (HttpContext context, Aanmeldingen aanmeldingen) =>
                (await aanmeldingen.LeesAsync(context.Actor(), context.Request.Query["gebruiker"].ToString() is { Length: > 0 } gebruiker ? new UserId(gebruiker) : context.Actor().Id, context.Sessie())).Antwoord(beeld => Results.Json(beeld)))
            .MetVraag(new Verzoekveld("gebruiker", new Vrijetekst(200), "Id van een ander, voor wie accounts beheert.")).WithTags("aanmelden").Produces<Aanmeldingenbeeld>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Waar u bent aangemeld, en de laatste pogingen; met gebruiker= die van een ander, voor wie accounts beheert");
        api.MapPost("/aanmeldingen/{id}/beeindigen", async (HttpContext context, Aanmeldingen aanmeldingen, string id) =>
                await aanmeldingen.BeeindigAsync(context.Actor(), id) is { } nee ? nee.Antwoord() : Results.NoContent())
            .ZonderJson().WithTags("aanmelden").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Een aanmelding beëindigen; wat al voorbij was, blijft zo");
    }
}
