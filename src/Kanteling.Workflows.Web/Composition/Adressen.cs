using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>What is no address at all: nobody is asked about it.</summary>
static class Adressen
{
    public static void WeigerOnleesbareAdressen(this IApplicationBuilder app) => app.Use((context, volgende) =>
        context.Request.ZijnLeesbaar() ? volgende(context) : Problemen.AntwoordAsync(context, new Weigering(Verzoekcode.TekenOnleesbaar)));
}
