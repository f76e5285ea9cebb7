using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Demo.Klokken;

/// <param name="Huishouden">Its name, for those who may see it.</param>
public sealed record Voorval(DateTimeOffset Op, string HuishoudenId, string? Huishouden, IReadOnlyList<string> Zinnen);

/// <summary>What timers and messages did while the clock was put forward, as one actor may read it.</summary>
public sealed class Klokverslag(WorkflowEngine engine, Domain domain, Gevolgzinnen zinnen, Bevoegdheid bevoegdheid, Registerrijen rijen)
{
    /// <param name="van">Where the clock stood before.</param>
    public async Task<IReadOnlyList<Voorval>> VanAsync(Actor actor, DateTimeOffset van, ClockWalk gelopen)
    {
        var (voorvallen, kaart) = (new List<Voorval>(), await rijen.KaartAsync());
        foreach (var stream in gelopen.Passed.Select(p => p.Stream).Distinct().Where(s => !Streams.IsOfDefinition(s) && !Streams.IsTrial(s)))
        {
            var gevonden = await engine.ReadAsync(stream);
            if (gevonden is not null && Bevoegdheid.IsAfgeschermd(gevonden) && !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden))
                continue;
            var mag = gevonden is not null && bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden) ? domain.Label(gevonden.Domain) : null;
            var h = (Huishouden)domain.Empty;
            await foreach (var (commit, events) in engine.History.ReadAsync(stream))
            {
                foreach (var e in events)
                    h = (Huishouden)domain.After(h, e);
                if (commit.At > van && (commit.Actor == ActorId.Timer || commit.Actor == ActorId.Message))
                    voorvallen.Add(new Voorval(commit.At, stream.Text, mag, [.. Feiten(events, h, kaart), .. await zinnen.VanAsync(events, gevonden)]));
            }
        }
        return [.. voorvallen.Where(v => v.Zinnen.Count > 0).OrderBy(v => v.Op)];
    }

    static ImmutableArray<string> Feiten(ImmutableArray<WorkflowEvent> events, Huishouden h, SocialeKaart kaart) =>
        [.. events.OfType<DomainEvent>().Select(e => Feitzinnen.Van(e.Event, h, kaart)).OfType<Feitzin>().Select(f => f.Tekst is null ? f.Kop + "." : $"{f.Kop}. {f.Tekst}")];
}
