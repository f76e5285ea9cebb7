using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Whose role asks for a second step and who has none, does nothing before he set it up: a page leads him there, and a program reads why.</summary>
static class Tweedestapplicht
{
    const string Waar = "/aanmeldingen/tweede-stap";

    static readonly string[] Vrij = ["/aanmeldingen", "/aanmelden", "/afmelden", ApiPaden.Root + "/aanmelden", ApiPaden.Root + "/afmelden", "/zo-werkt-het"];

    public static void EisTweedeStap(this IApplicationBuilder app) => app.Use((context, volgende) =>
    {
        if (!context.IsHalf() || Array.Exists(Vrij, pad => context.Request.Path.StartsWithSegments(pad)))
            return volgende(context);
        if (ApiPaden.IsApi(context.Request.Path) || context.Request.Verandert())
            return Problemen.AntwoordAsync(context, new Weigering(Verzoekcode.TweedeStapInstellen));
        context.Response.Redirect(Waar);
        return Task.CompletedTask;
    });
}
