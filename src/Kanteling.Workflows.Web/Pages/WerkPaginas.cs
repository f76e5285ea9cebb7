using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Zoek">What was searched for, or null.</param>
/// <param name="Dingen">In a demonstration: three things to try.</param>
/// <param name="Gevonden">Households by that name that this person may see.</param>
public sealed record WerkModel(
    Actor Actor, bool MetTeam, DateOnly Vandaag, IReadOnlyList<TaakGroep> Groepen, int Mijn, int Team, string? Zoek, IReadOnlyList<StreamRow> Gevonden, string? Klaar, IReadOnlyList<(string Tekst, string Pad)> Dingen);

/// <param name="Soort">late, today, week or later.</param>
public sealed record TaakGroep(string Soort, string Kop, IReadOnlyList<TaakRegel> Taken);

/// <summary>Mijn werk: what waits for me, by how near it is.</summary>
static class WerkPaginas
{
    public static void Map(RouteGroupBuilder paginas) => paginas.MapGet("/", WerkAsync);

    static async Task<IResult> WerkAsync(HttpContext context, Werklijst werk, Huishoudenzoeker zoeker, Bevoegdheid bevoegdheid, CaseClock zaakklok, Programmainstellingen instellingen)
    {
        var actor = context.Actor();
        if (!bevoegdheid.Mag(actor, Handeling.EigenWerkZien))
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        var metTeam = context.Request.Query["van"] == "team";
        var (mijn, team) = (await werk.OpenAsync(actor, metTeam: false), await werk.OpenAsync(actor, metTeam: true));
        var zoek = context.Request.Query["zoek"].ToString().Trim();
        var model = new WerkModel(
            actor, metTeam, LocalTime.DayOf(zaakklok.Now), Groepen(metTeam ? team : mijn, LocalTime.DayOf(zaakklok.Now)), mijn.Count, team.Count,
            zoek.Length == 0 ? null : zoek, zoek.Length == 0 ? [] : await zoeker.ZoekAsync(actor, zoek), context.Request.Query["klaar"], zoek.Length == 0 && instellingen.IsDemo ? Dingen(actor, instellingen) : []);
        return Weergave.Toon<Werk>(context, model);
    }

    static List<(string, string)> Dingen(Actor actor, Programmainstellingen instellingen) =>
        [.. (Demoaccounts.Mensen.FirstOrDefault(m => m.Id == actor.Id)?.Dingen ?? []).Select(d => (d.Tekst, d.Waarheen(instellingen.HasDemoCases)))];

    static List<TaakGroep> Groepen(IReadOnlyList<TaakRegel> taken, DateOnly vandaag)
    {
        return
        [
            .. taken.GroupBy(t => t.LaatsteDag switch
                {
                    { } dag when dag < vandaag => 0,
                    { } dag when dag == vandaag => 1,
                    { } dag when dag < vandaag.AddDays(7) => 2,
                    _ => 3,
                })
                .OrderBy(g => g.Key)
                .Select(g => new TaakGroep(((string[])["late", "today", "week", "later"])[g.Key], ((string[])["Te laat", "Vandaag", "Deze week", "Later"])[g.Key], [.. g])),
        ];
    }
}
