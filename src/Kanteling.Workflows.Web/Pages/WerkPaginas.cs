using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Noodtoegangen;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Dingen">In a demonstration: three things to try.</param>
/// <param name="Groepen">Those of this page of the list; their totals are of the whole list.</param>
/// <param name="TeLaat">In the whole list.</param>
/// <param name="VoorVandaag">In the whole list.</param>
public sealed record WerkModel(
    Actor Actor, bool MetTeam, DateOnly Vandaag, IReadOnlyList<TaakGroep> Groepen, int Mijn, int Team, int TeLaat, int VoorVandaag, Bladzij Bladzij, bool MagZoeken, string? Klaar, IReadOnlyList<(string Tekst, string Pad)> Dingen)
{
    /// <summary>How often somebody looked into a household of his by noodtoegang, that he did not see yet.</summary>
    public int Noodtoegang { get; init; }

    /// <summary>The households that he himself looks into by noodtoegang now.</summary>
    public IReadOnlyList<Noodbeeld> MetNoodtoegang { get; init; } = [];
}

/// <param name="Soort">late, today, week or later.</param>
/// <param name="Totaal">How many there are, on all pages.</param>
public sealed record TaakGroep(string Soort, string Kop, IReadOnlyList<TaakRegel> Taken, int Totaal);

/// <summary>Mijn werk: what waits for me, by how near it is.</summary>
static class WerkPaginas
{
    public static void Map(RouteGroupBuilder paginas) => paginas.MapGet("/", WerkAsync);

    static async Task<IResult> WerkAsync(HttpContext context, Werklijst werk, Bevoegdheid bevoegdheid, CaseClock zaakklok, Programmainstellingen instellingen, Noodtoegang nood)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.EigenWerkZien))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        var (metTeam, vandaag) = (context.Request.Query["van"] == "team", LocalTime.DayOf(zaakklok.Now));
        var ((blad, ander), bladzij) = await Bladzij.Gevraagd(context.Request.Query["pagina"]).LeesAsync(
            async paging => (Hier: await werk.BladAsync(actor, metTeam, paging), Ander: await werk.BladAsync(actor, !metTeam, new Paging(0, 0))), bladen => bladen.Hier.Dagen.Count);
        var model = new WerkModel(
            actor, metTeam, vandaag, Groepen(blad, vandaag), (metTeam ? ander : blad).Dagen.Count, (metTeam ? blad : ander).Dagen.Count, blad.Dagen.Count(d => Soort(d, vandaag) == 0),
            blad.Dagen.Count(d => Soort(d, vandaag) == 1), bladzij, bevoegdheid.HeeftRecht(actor, Handeling.HuishoudenZien), Klaar(context.Request.Query["klaar"]), instellingen.IsDemo ? Dingen(actor, instellingen) : []) { Noodtoegang = await nood.TeBekijkenAsync(actor), MetNoodtoegang = await nood.LopendeAsync(actor) };
        return Weergave.Toon<Werk>(context, model);
    }

    /// <summary>To this page, with what was done elsewhere. An address says only which of a few it was: what it means is our own text.</summary>
    public static string Na(string klaar) => "/?klaar=" + klaar;

    public const string Bewaard = "bewaard";
    public const string Afgerond = "afgerond";
    public const string Wachtwoord = "wachtwoord";

    static string? Klaar(string? wat) => wat switch
    {
        Bewaard => "Uw antwoorden zijn bewaard. U kunt later verder met deze taak.",
        Afgerond => "De taak is afgerond.",
        Wachtwoord => "Uw wachtwoord is gewijzigd.",
        _ => null,
    };

    static List<(string, string)> Dingen(Actor actor, Programmainstellingen instellingen) =>
        [.. (Demoaccounts.Mensen.FirstOrDefault(m => m.Id == actor.Id)?.Dingen ?? []).Select(d => (d.Tekst, d.Waarheen(instellingen.HasDemoCases)))];

    static List<TaakGroep> Groepen(Werkblad blad, DateOnly vandaag) =>
    [
        .. blad.Taken.GroupBy(t => Soort(t.LaatsteDag, vandaag)).OrderBy(g => g.Key).Select(g => new TaakGroep(
            ((string[])["late", "today", "week", "later"])[g.Key], ((string[])["Te laat", "Vandaag", "Deze week", "Later"])[g.Key], [.. g], blad.Dagen.Count(d => Soort(d, vandaag) == g.Key))),
    ];

    static int Soort(DateOnly? laatste, DateOnly vandaag) => laatste switch
    {
        { } dag when dag < vandaag => 0,
        { } dag when dag == vandaag => 1,
        { } dag when dag < vandaag.AddDays(7) => 2,
        _ => 3,
    };
}
