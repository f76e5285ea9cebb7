using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Zoek">Null before anything was asked.</param>
public sealed record ZoekpaginaModel(Zoekmodel? Zoek, bool MagMelden);

/// <summary>Zoeken: people of every household that somebody works with.</summary>
static class ZoekPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/zoeken", (HttpContext context, Bevoegdheid bevoegdheid) => bevoegdheid.HeeftRecht(context.Actor(), Handeling.HuishoudenZien)
            ? Toon(context, bevoegdheid, null)
            : new Weigering(Verzoekcode.NietBevoegd).Antwoord());
        paginas.MapPost("/zoeken", async (HttpContext context, Huishoudenzoeker zoeker, Bevoegdheid bevoegdheid) =>
            (await Zoekmodel.LeesAsync(context, zoeker, Handeling.HuishoudenZien)).Antwoord(zoek => Toon(context, bevoegdheid, zoek)));
    }

    static IResult Toon(HttpContext context, Bevoegdheid bevoegdheid, Zoekmodel? zoek) =>
        Weergave.Toon<Zoekpagina>(context, new ZoekpaginaModel(zoek, bevoegdheid.Mag(context.Actor(), Handeling.MeldingDoen)), breedte: Weergave.Smal);
}
