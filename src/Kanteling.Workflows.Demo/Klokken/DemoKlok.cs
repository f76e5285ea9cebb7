using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Demo.Klokken;

/// <summary>What happened while the clock was put forward.</summary>
/// <param name="IsCompleet">False when so much happened on the way that the clock stopped early; moving on is safe.</param>
public sealed record Sprong(DateTimeOffset Van, DateTimeOffset Tot, bool IsCompleet, IReadOnlyList<Voorval> Gebeurd);

/// <param name="Huishouden">Its name, for those who may see it.</param>
public sealed record Voorval(DateTimeOffset Op, string HuishoudenId, string? Huishouden, IReadOnlyList<string> Zinnen);

/// <summary>The clock of a demonstration: it jumps ahead as if the weeks had passed, and tells what happened. It never goes back.</summary>
public sealed class DemoKlok(CaseClock clock, CaseClockWalk walk, WorkflowEngine engine, IWorkflowStore store, Domain domain, Sentences sentences, Bevoegdheid bevoegdheid, RegisterRows rows)
{
    public const int MeesteDagen = 400;

    (DateTimeOffset Van, ClockWalk Gelopen)? laatste;

    /// <summary>The last jump of this process as this actor may read it: everybody sees another part.</summary>
    public async Task<Sprong?> LaatsteAsync(Actor actor) =>
        laatste is var (van, gelopen) ? new Sprong(van, gelopen.Reached, gelopen.IsComplete, await VoorvallenAsync(actor, van, gelopen)) : null;

    /// <param name="vooruit">A duration such as <c>P6W</c>, or <c>volgende</c> for the next date that runs.</param>
    /// <exception cref="Geweigerd">422: no duration, or too long.</exception>
    public async Task<Sprong> VooruitAsync(Actor actor, string? vooruit)
    {
        if (!bevoegdheid.Mag(actor, Handeling.KlokVerzetten))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
        var van = clock.Now;
        var doel = vooruit == "volgende" ? await store.NextDeadlineAsync(clock.RealNow, default) ?? van.AddDays(1) : van + Duur(vooruit);
        var walked = await walk.ToAsync(doel);
        laatste = (van, walked);
        return (await LaatsteAsync(actor))!;
    }

    async Task<IReadOnlyList<Voorval>> VoorvallenAsync(Actor actor, DateTimeOffset van, ClockWalk walked)
    {
        var (voorvallen, kaart) = (new List<Voorval>(), await rows.KaartAsync());
        foreach (var stream in walked.Passed.Select(p => p.Stream).Distinct().Where(s => !s.StartsWith(Streams.DefinitionPrefix, StringComparison.Ordinal) && !Streams.IsTrial(s)))
        {
            var found = await engine.ReadAsync(stream);
            if (found is not null && Bevoegdheid.IsAfgeschermd(found) && !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, found))
                continue;
            var mag = found is not null && bevoegdheid.Mag(actor, Handeling.HuishoudenZien, found) ? domain.Label(found.Domain) : null;
            var h = (Huishouden)domain.Empty;
            await foreach (var (commit, events) in engine.History.ReadAsync(stream))
            {
                foreach (var e in events.OfType<DomainEvent>())
                    h = (Huishouden)domain.Apply(h, e.Event);
                if (commit.At > van && commit.Actor is ("timer" or "message"))
                    voorvallen.Add(new Voorval(commit.At, stream, mag, [.. Feiten(events, h, kaart), .. await sentences.OfAsync(events, found)]));
            }
        }
        return [.. voorvallen.Where(v => v.Zinnen.Count > 0).OrderBy(v => v.Op)];
    }

    static ImmutableArray<string> Feiten(ImmutableArray<WorkflowEvent> events, Huishouden h, SocialeKaart kaart) =>
        [.. events.OfType<DomainEvent>().Select(e => Feitzinnen.Van(e.Event, h, kaart)).OfType<Feitzin>().Select(f => f.Tekst is null ? f.Kop + "." : $"{f.Kop}. {f.Tekst}")];

    static TimeSpan Duur(string? tekst)
    {
        var dagen = tekst is ['P', .. var getal, 'D' or 'W'] && int.TryParse(getal, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n * (tekst[^1] == 'W' ? 7 : 1) : 0;
        if (dagen == 0)
            throw new Geweigerd(Verzoekcode.DuurOnbekend);
        return dagen is > 0 and <= MeesteDagen ? TimeSpan.FromDays(dagen) : throw new Geweigerd(Verzoekcode.DuurTeLang, $"{MeesteDagen}");
    }
}
