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

/// <param name="Huishouden">Its name; null when it was erased.</param>
public sealed record Voorval(DateTimeOffset Op, string HuishoudenId, string? Huishouden, IReadOnlyList<string> Zinnen);

/// <param name="Voorvallen">In the households that the reader may see.</param>
/// <param name="Elders">In how many others something happened; what is shielded is not counted.</param>
public sealed record Klokgevolg(IReadOnlyList<Voorval> Voorvallen, int Elders);

/// <summary>What timers and messages did while the clock was put forward, as one actor may read it.</summary>
public sealed class Klokverslag(WorkflowEngine engine, Domain domain, Gevolgzinnen zinnen, Zaaklezer lezer, Registerrijen rijen)
{
    /// <param name="van">Where the clock stood before.</param>
    public async Task<Klokgevolg> VanAsync(Actor actor, DateTimeOffset van, ClockWalk gelopen)
    {
        var (voorvallen, elders, kaart) = (new List<Voorval>(), 0, await rijen.KaartAsync());
        foreach (var stream in gelopen.Passed.Select(p => p.Stream).Distinct().Where(s => !Streams.IsOfDefinition(s) && !Streams.IsTrial(s)))
        {
            if (await engine.ReadAsync(stream) is not { } gevonden)
                continue;
            if (await lezer.ZietAsync(actor, stream) is not null)
                voorvallen.AddRange(await VanAsync(gevonden, van, kaart, await lezer.VerborgenAsync(actor, gevonden)));
            else if (!Bevoegdheid.IsAfgeschermd(gevonden))
                elders++;
        }
        return new Klokgevolg([.. voorvallen.OrderBy(v => v.Op)], elders);
    }

    async Task<List<Voorval>> VanAsync(Case gevonden, DateTimeOffset van, SocialeKaart kaart, Verborgen verborgen)
    {
        var (voorvallen, h) = (new List<Voorval>(), (Huishouden)domain.Empty);
        await foreach (var (commit, events) in engine.History.ReadAsync(gevonden.Stream))
        {
            var hier = verborgen.Bij(commit, events);
            var gezien = events.Select(e => (Feit: hier.Feit(e, out var ookAnders), OokAnders: ookAnders)).ToList();
            foreach (var (feit, _) in gezien)
                h = (Huishouden)domain.After(h, feit);
            if (commit.At <= van || (commit.Actor != ActorId.Timer && commit.Actor != ActorId.Message))
                continue;
            if ((IReadOnlyList<string>)[.. Feiten(gezien, h, kaart), .. await zinnen.VanAsync(events, gevonden)] is { Count: > 0 } gezegd)
                voorvallen.Add(new Voorval(commit.At, gevonden.Stream.Text, domain.Label(gevonden.Domain), [.. gezegd.Select(verborgen.In)]));
        }
        return voorvallen;
    }

    /// <summary>Of a fact that tells something withheld in another way than by words, only that it happened.</summary>
    static IEnumerable<string> Feiten(IEnumerable<(WorkflowEvent Feit, bool OokAnders)> gezien, Huishouden h, SocialeKaart kaart)
    {
        foreach (var (e, ookAnders) in gezien)
        {
            if (e is DomainEvent { Event: var feit } && Feitzinnen.Van(feit, h, kaart) is { } f)
                yield return f.Tekst is null || ookAnders ? f.Kop + "." : $"{f.Kop}. {f.Tekst}";
        }
    }
}
