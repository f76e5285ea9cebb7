using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Demo.Klokken;

/// <summary>What happened while the clock was put forward.</summary>
/// <param name="Elders">In how many households of others something happened.</param>
/// <param name="IsCompleet">False when so much happened on the way that the clock stopped early; moving on is safe.</param>
public sealed record Sprong(DateTimeOffset Van, DateTimeOffset Tot, bool IsCompleet, IReadOnlyList<Voorval> Gebeurd, int Elders);

/// <param name="Sprong">Null when the clock was not put forward yet.</param>
public sealed record LaatsteSprong(Sprong? Sprong);

/// <summary>The clock of a demonstration: it jumps ahead as if the weeks had passed, and tells what happened. It never goes back.</summary>
public sealed class Demoklok(CaseClock zaakklok, CaseClockWalk walk, IWorkflowStore store, Klokverslag verslag, Bevoegdheid bevoegdheid)
{
    public const int MeesteDagen = 400;

    (Asking Gevraagd, DateTimeOffset Van, ClockWalk Gelopen)? laatste;

    /// <summary>The last jump of this process as this actor may read it: everybody sees another part.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<LaatsteSprong>> LaatsteAsync(Actor actor)
    {
        if (!bevoegdheid.Mag(actor, Handeling.KlokVerzetten))
            return new Weigering(Verzoekcode.NietBevoegd);
        return new LaatsteSprong(laatste is var (_, van, gelopen) ? await SprongAsync(actor, van, gelopen) : null);
    }

    async Task<Sprong> SprongAsync(Actor actor, DateTimeOffset van, ClockWalk gelopen)
    {
        var gevolg = await verslag.VanAsync(actor, van, gelopen);
        return new Sprong(van, gelopen.Reached, gelopen.IsComplete, gevolg.Voorvallen, gevolg.Elders);
    }

    /// <param name="vooruit">A duration such as <c>P6W</c>, or <c>volgende</c> for the next date that runs.</param>
    /// <param name="gevraagd">Asked under the key of the last jump, it does not jump again.</param>
    /// <returns>Refused: 403, or 422 when it is no duration, or too long.</returns>
    public async Task<Uitslag<Sprong>> VooruitAsync(Actor actor, string? vooruit, Asking gevraagd)
    {
        if (!bevoegdheid.Mag(actor, Handeling.KlokVerzetten))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (laatste is { } eerder && eerder.Gevraagd == gevraagd)
            return await SprongAsync(actor, eerder.Van, eerder.Gelopen);
        var van = zaakklok.Now;
        if (!(await DoelAsync(van, vooruit)).Lukt(out var doel, out var nee))
            return nee;
        var gelopen = await walk.ToAsync(doel);
        laatste = (gevraagd, van, gelopen);
        return await SprongAsync(actor, van, gelopen);
    }

    async Task<Uitslag<DateTimeOffset>> DoelAsync(DateTimeOffset van, string? vooruit) =>
        vooruit == "volgende" ? await store.NextDeadlineAsync(zaakklok.RealNow, default) ?? van.AddDays(1) : Duur(vooruit).Dan(duur => van + duur);

    static Uitslag<TimeSpan> Duur(string? tekst)
    {
        var dagen = tekst is ['P', .. var getal, 'D' or 'W'] && int.TryParse(getal, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n * (tekst[^1] == 'W' ? 7 : 1) : 0;
        if (dagen == 0)
            return new Weigering(Verzoekcode.DuurOnbekend);
        return dagen is > 0 and <= MeesteDagen ? TimeSpan.FromDays(dagen) : new Weigering(Verzoekcode.DuurTeLang, $"{MeesteDagen}");
    }
}
