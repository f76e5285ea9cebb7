using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

public sealed record HuishoudenModel(HuishoudenBeeld Beeld, IReadOnlyList<Tijdlijnpunt> Tijdlijn, DateOnly Vandaag, bool MagMelden, Bericht? Klaar, IReadOnlyList<MogelijkBeeld> Mogelijk)
{
    /// <summary>Whether it may be merged with another or split by this person.</summary>
    public bool MagKoppelen { get; init; }
}

/// <param name="Huishouden">The household itself, for those who may see that too.</param>
public sealed record VeiligheidModel(HuishoudenBeeld Beeld, IReadOnlyList<Tijdlijnpunt> Tijdlijn, DateOnly Vandaag, string? Huishouden, Bericht? Klaar);

/// <summary>One household: its people, its circles, what runs, and what happened.</summary>
static class HuishoudenPaginas
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/huishoudens/{id}", ToonAsync);

    static async Task<IResult> ToonAsync(HttpContext context, string id, CaseReader reader, HuishoudenLezer lezer, Tijdlijn tijdlijn, Bevoegdheid bevoegdheid, TaakBlad blad, AltijdMogelijk mogelijk, CaseClock clock)
    {
        var actor = context.Actor();
        var found = await reader.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, "huishouden");
        var klaar = context.Request.Query["na"].ToString() is { Length: > 0 } na ? await blad.KlaarAsync(context, na) : null;
        if (Bevoegdheid.IsAfgeschermd(found))
            return await ToonAfgeschermdAsync(context, found, reader, lezer, tijdlijn, klaar, clock);
        return Views.Show<Huishoudenpagina>(context, new HuishoudenModel(
            await lezer.VanAsync(found, actor), await tijdlijn.VanAsync(id), LocalTime.DayOf(clock.Now), bevoegdheid.Mag(actor, Handeling.MeldingDoen, found), klaar ?? Begonnen(context), await mogelijk.VanAsync(actor, found))
        {
            MagKoppelen = bevoegdheid.Mag(actor, Handeling.HuishoudenKoppelen, found),
        });
    }

    static async Task<IResult> ToonAfgeschermdAsync(HttpContext context, Case found, CaseReader reader, HuishoudenLezer lezer, Tijdlijn tijdlijn, Bericht? klaar, CaseClock clock)
    {
        var beeld = await lezer.VanAsync(found, context.Actor());
        var terug = beeld.VeiligheidVan is { } huishouden && await reader.MagAsync(context.Actor(), Handeling.HuishoudenZien, huishouden) ? huishouden : null;
        return Views.Show<Veiligheidpagina>(context, new VeiligheidModel(beeld, await tijdlijn.VanAsync(found.Stream), LocalTime.DayOf(clock.Now), terug, klaar));
    }

    /// <summary>What was begun from this page, for the top of it.</summary>
    static Bericht? Begonnen(HttpContext context) =>
        context.Request.Query["begonnen"].ToString() is { Length: > 0 and < 200 } naam ? new Bericht("success", $"Gedaan: {naam}", []) : null;
}
