using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Which current definitions start by an event. The list of definitions is read once for all messages that were taken
/// together, and only when one of them is an event; a compiled version is remembered by the engine.
/// </summary>
sealed class EventStarts(Cases cases)
{
    readonly Lock gate = new();
    Task<ILookup<string, EventStart>>? starts;

    public async Task<IEnumerable<EventStart>> ForAsync(string name)
    {
        Task<ILookup<string, EventStart>> all;
        lock (gate)
            all = starts ??= ReadAsync();
        return (await all)[name];
    }

    async Task<ILookup<string, EventStart>> ReadAsync()
    {
        var found = new List<(string Name, EventStart Start)>();
        foreach (var row in await cases.Store.CurrentDefinitionsAsync(CancellationToken.None))
        {
            if (await cases.Engine.DefinitionAsync(row.DefinitionId, row.Version) is { } compiled)
            {
                found.AddRange(compiled.Definition.Nodes.Values
                    .Where(n => n is { Type: ActivityTypes.Event, CanStartWorkflow: true })
                    .Select(n => (n.Inputs.GetValueOrDefault("eventName")?.Text ?? "", new EventStart(row.DefinitionId, n.Id))));
            }
        }
        return found.ToLookup(x => x.Name, x => x.Start, StringComparer.Ordinal);
    }
}

sealed record EventStart(DefinitionId DefinitionId, ActivityId Activity);
