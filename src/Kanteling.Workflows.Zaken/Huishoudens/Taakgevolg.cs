using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>What completing a task led to, for the top of the page after it; without what is kept from who reads that.</summary>
public sealed class Taakgevolg(WorkflowEngine engine, Gevolgzinnen zinnen, Registerrijen rijen)
{
    /// <summary>In sentences; when a flow ended with it, what was done says more than that it ended.</summary>
    public async Task<IReadOnlyList<string>> VanAsync(GevondenTaak taak, ClosedTask gesloten)
    {
        var (commit, alle) = await engine.History.ReadAsync(gesloten.Stream, new HistoryRange(gesloten.Version, gesloten.Version)).FirstAsync();
        var verborgen = taak.Verborgen.Bij(commit, alle);
        var events = alle.Select(e => verborgen.Feit(e, out _)).ToList();
        var (h, kaart) = ((Huishouden)taak.Huishouden.Domain, await rijen.KaartAsync());
        var gedaan = events.Any(IsEinde) ? events.OfType<DomainEvent>().Select(e => Feitzinnen.Van(e.Event, h, kaart)?.Kop).OfType<string>().Distinct().Select(kop => $"{kop}.").ToList() : [];
        return [.. gedaan.Concat(await zinnen.VanAsync(gedaan.Count == 0 ? events : events.Where(e => !IsEinde(e)), taak.Huishouden)).Select(verborgen.In)];
    }

    static bool IsEinde(WorkflowEvent e) => e is InstanceFinished { Status: InstanceStatus.Finished };
}
