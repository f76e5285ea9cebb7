using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Drukte;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Lopend">How many run now, in words; null for who may not see that.</param>
/// <param name="Begonnen">How many began in the last thirty days; likewise.</param>
public sealed record WerkstroomRegel(string Id, string Naam, int Versie, string? Beschrijving, int Stappen, int Scenarios, string? Lopend, string? Begonnen);

/// <param name="Soort">What kind of step it is, in Dutch.</param>
public sealed record WerkstroomStap(string Naam, string Soort, string? Waarde, string? Voor, string? Termijn);

public sealed record WerkstroomModel(
    WerkstroomRegel Regel, DateOnly Sinds, bool HeeftUitleg, IReadOnlyList<WerkstroomStap> Stappen, IReadOnlyList<Mogelijkheid> Mogelijk, IReadOnlyList<string> Scenarios);

/// <summary>The flows as they are published now, to read: what happens, who does it, and with which households it was tried.</summary>
static class WerkstroomPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/werkstromen", LijstAsync);
        paginas.MapGet("/werkstromen/{id}", EenAsync);
    }

    static async Task<IResult> LijstAsync(HttpContext context, Bevoegdheid bevoegdheid, Werkstromen werkstromen, Werkstroomblad blad, Druktelezer drukte)
    {
        if (!bevoegdheid.Mag(context.Actor(), Handeling.WerkstromenZien))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        var (regels, begonnen) = (new List<WerkstroomRegel>(), await drukte.BegonnenAsync());
        foreach (var definitie in await werkstromen.HuidigAsync())
            regels.Add(await blad.RegelAsync(context.Actor(), definitie, begonnen));
        return Weergave.Toon<Werkstromenpagina>(context, regels);
    }

    static async Task<IResult> EenAsync(HttpContext context, string id, Bevoegdheid bevoegdheid, Werkstromen werkstromen, Werkstroomblad blad, Druktelezer drukte)
    {
        if (!bevoegdheid.Mag(context.Actor(), Handeling.WerkstromenZien))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        return await werkstromen.HuidigAsync(new(id)) is { } definitie
            ? Weergave.Toon<Werkstroompagina>(context, await blad.VanAsync(context.Actor(), definitie, await drukte.BegonnenAsync()))
            : new Weigering(RefusalCode.DefinitionNotFound, id).Antwoord();
    }
}
