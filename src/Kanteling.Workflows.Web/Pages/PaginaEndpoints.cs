using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.Antiforgery;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>The pages for people. Signing in, the frame and the proof that a form is ours are asked once, on the group.</summary>
static class PaginaEndpoints
{
    /// <returns>The group, for the pages of Studio.</returns>
    public static RouteGroupBuilder MapPages(this WebApplication app)
    {
        var paginas = app.MapGroup("").MetAfwijzing(Foutpagina.SchrijfAsync).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(Kader.MakeAsync).AddEndpointFilter(OursAsync);
        AanmeldPaginas.Map(paginas);
        WachtwoordPaginas.Map(paginas);
        GebruikersPaginas.Map(paginas);
        AanmeldingenPaginas.Map(paginas);
        TweedestapPaginas.Map(paginas);
        WerkPaginas.Map(paginas);
        ZoekPaginas.Map(paginas);
        TaakPaginas.Map(paginas);
        MeldingPaginas.Map(paginas);
        HuishoudenPaginas.Map(paginas);
        NoodPaginas.Map(paginas);
        MogelijkPaginas.Map(paginas);
        SignaalPaginas.Map(paginas);
        KoppelPaginas.Map(paginas);
        BijlagePaginas.Map(paginas);
        BijlagePaginas.MapMetBestand(app.MapGroup("").MetAfwijzing(Foutpagina.SchrijfAsync).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(Kader.MakeAsync));
        IncidentPaginas.Map(paginas);
        KalenderPaginas.Map(paginas);
        WerkstroomPaginas.Map(paginas);
        UitlegPaginas.Map(app);
        if (app.Services.GetRequiredService<Programmainstellingen>().IsDemo)
            KlokPaginas.Map(paginas);
        return paginas;
    }

    // Looked at here and not by the framework, so that a form that is too large or not ours is answered as every problem is.
    static async ValueTask<object?> OursAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate volgende)
    {
        var context = invocation.HttpContext;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (await Paginaformulier.LeesAsync(context) is { } fout)
                return fout.Antwoord();
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            if (Zegel.Hoeft(context) && !Zegel.IsGoed(context.Request.Form[Zegel.Sleutel]))
                return new Weigering(Verzoekcode.VerzoekOnleesbaar).Antwoord();
        }
        return await volgende(invocation);
    }
}
