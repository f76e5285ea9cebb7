using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Incidenten;

/// <summary>The open tasks that nobody can see and do, see <see cref="Stilstand"/>; for the manager and for <c>verifieer</c>.</summary>
public sealed class Stilstandlezer(OpenStorage storage, Bevoegdheid bevoegdheid)
{
    /// <summary>The oldest first, by the way in which they are addressed.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<Lijst<StilstandRegel>>> LijstAsync(Actor actor, Paging paging)
    {
        if (!bevoegdheid.Mag(actor, Handeling.IncidentenZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        // What is shielded is only told to who repairs everywhere, as with incidents.
        var overal = bevoegdheid.Zicht(actor).HersteltOveral;
        var wegen = (await WegenAsync(storage)).Where(s => overal || !s.Weg.Afgeschermd).ToList();
        var (regels, overslaan) = (new List<StilstandRegel>(), paging.Skip);
        foreach (var (weg, reden, aantal) in wegen)
        {
            if (overslaan < aantal && regels.Count < paging.Take)
                regels.AddRange((await storage.Lists.TasksOfWayAsync(weg, new Paging(overslaan, paging.Take - regels.Count))).Items.Select(taak => Regel(taak, reden)));
            overslaan = Math.Max(0, overslaan - aantal);
        }
        return new Lijst<StilstandRegel>(regels, wegen.Sum(s => s.Aantal));
    }

    /// <summary>The flows that the program begins by itself and that are not published: what does not begin now, in sentences.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<ImmutableArray<string>>> OntbrekendAsync(Actor actor) =>
        bevoegdheid.Mag(actor, Handeling.IncidentenZien) ? Ontbrekend(await storage.Definitions.HeadsAsync(null), _ => true) : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>Those of them that were published once, for who proves a database: one without any flows is not wrong.</summary>
    public static async Task<ImmutableArray<string>> VerdwenenAsync(OpenStorage storage)
    {
        var koppen = await storage.Definitions.HeadsAsync(null);
        return Ontbrekend(koppen, koppen.Select(k => k.DefinitionId).ToHashSet().Contains);
    }

    static ImmutableArray<string> Ontbrekend(IReadOnlyCollection<DefinitionHead> koppen, Func<DefinitionId, bool> telt)
    {
        var huidig = koppen.Where(k => k is { IsCurrent: true, IsRetracted: false }).Select(k => k.DefinitionId).ToHashSet();
        return [.. Werkstroomnaam.Begonnen.Where(b => telt(b.Flow) && !huidig.Contains(b.Flow)).Select(b => Casework.Zinnen.Voor(Werkstroomcode.Ontbreekt, b.Flow.Text, Casework.Zinnen.Voor(b.Wanneer)))];
    }

    /// <summary>All of them, for who proves a database.</summary>
    public static async Task<ImmutableArray<StilstandRegel>> AlleAsync(OpenStorage storage)
    {
        var alle = ImmutableArray.CreateBuilder<StilstandRegel>();
        foreach (var (weg, reden, _) in await WegenAsync(storage))
            alle.AddRange((await storage.Lists.TasksOfWayAsync(weg, new Paging(0, int.MaxValue))).Items.Select(taak => Regel(taak, reden)));
        return alle.ToImmutable();
    }

    /// <summary>The ways of addressing by which nobody is reached.</summary>
    static async Task<List<(Taakweg Weg, Stilstandreden Reden, int Aantal)>> WegenAsync(OpenStorage storage)
    {
        var actief = (await storage.Users.AllAsync()).Where(u => u.IsActive).Select(Rollen.Meegeleverd.Medewerker).ToList();
        return [.. from weg in await storage.Lists.WaysAsync() let reden = Stilstand.Van(weg.Way, actief) where reden is not null orderby weg.Way.Afgeschermd, reden, weg.Way.ToString() select (weg.Way, reden.Value, weg.Count)];
    }

    static StilstandRegel Regel(TaskRow taak, Stilstandreden reden)
    {
        var (code, wat) = reden switch
        {
            Stilstandreden.MedewerkerWeg => (Stilstandcode.MedewerkerWeg, ""),
            Stilstandreden.MedewerkerZonderRol => (Stilstandcode.MedewerkerZonderRol, ""),
            Stilstandreden.RolVanNiemand => (Stilstandcode.RolVanNiemand, taak.Role ?? ""),
            Stilstandreden.TeamZonderMensen => (Stilstandcode.TeamZonderMensen, taak.Team?.Text ?? ""),
            Stilstandreden.RelatieVanNiemand => (Stilstandcode.RelatieVanNiemand, taak.Relation ?? "uitvoerder"),
        };
        return new StilstandRegel(Taakids.Van(taak.Stream, taak.Id), taak.Stream.Text, taak.DefinitionId.Text, taak.ActivityId.Text, code, Casework.Zinnen.Voor(code, wat), taak.OpenedAt);
    }
}

/// <summary>A task that nobody can do; nothing in it is about a person.</summary>
/// <param name="TaakId">As in the address of its page.</param>
/// <param name="Stap">The drawing's id of the step.</param>
public sealed record StilstandRegel(string TaakId, string HuishoudenId, string Werkstroom, string Stap, string Code, string Zin, DateTimeOffset Sinds);
