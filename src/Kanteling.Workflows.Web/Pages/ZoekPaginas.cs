using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Zoek">Null before anything was asked.</param>
public sealed record ZoekpaginaModel(Zoekmodel? Zoek, bool MagMelden);

/// <summary>Zoeken: people of every household that somebody works with.</summary>
static class ZoekPaginas
{
    public const string Pad = "/zoeken";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Pad, async (HttpContext context, Zoekblad blad, Bevoegdheid bevoegdheid) => Magniet(context, bevoegdheid)?.Antwoord()
            ?? (await blad.LeesAsync(context, Handeling.HuishoudenZien)).Antwoord(zoek => Weergave.Toon<Zoekpagina>(
                context, new ZoekpaginaModel(zoek, bevoegdheid.Mag(context.Actor(), Handeling.MeldingDoen)), breedte: Weergave.Smal)));
        paginas.MapPost(Pad, (HttpContext context, Zoekblad blad, Bevoegdheid bevoegdheid) => Magniet(context, bevoegdheid)?.Antwoord() ?? blad.Naar(context, Pad)).ZonderSleutel();
    }

    static Weigering? Magniet(HttpContext context, Bevoegdheid bevoegdheid) =>
        bevoegdheid.HeeftRecht(context.Actor(), Handeling.HuishoudenZien) ? null : new Weigering(Verzoekcode.NietBevoegd);
}
