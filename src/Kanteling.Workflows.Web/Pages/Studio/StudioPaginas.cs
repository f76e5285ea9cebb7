using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>The pages of Elsa Studio: the lists around it, the forms and letters that drawings use, the page with the canvas, and the canvas itself in a frame.</summary>
static class StudioPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        var studio = paginas.MapGroup("/studio").AddEndpointFilter(MayAsync);
        TekeningenPaginas.Map(studio);
        VersiesPaginas.Map(studio);
        IntrekPaginas.Map(studio);
        DocumentPaginas.Map(studio);
        ProevenPaginas.Map(studio);
        TekenvlakPaginas.Map(studio);
    }

    static async ValueTask<object?> MayAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate volgende)
    {
        var context = invocation.HttpContext;
        return context.RequestServices.GetRequiredService<Bevoegdheid>().Mag(context.Actor(), Handeling.TekeningenZien)
            ? await volgende(invocation)
            : new Weigering(Verzoekcode.NietBevoegd).Antwoord();
    }
}
