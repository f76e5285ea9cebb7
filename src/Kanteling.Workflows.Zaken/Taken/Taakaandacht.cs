using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>What deserves a second look in a task, from the household and what is filled in so far. A warning, never a wall.</summary>
public sealed class Taakaandacht(WorkflowEngine engine, Zaaktijd tijd)
{
    static readonly ImmutableDictionary<string, Stap> Kijkend = Stappenlijst.Menselijk.Where(s => s.Aandacht is not null).ToImmutableDictionary(s => s.Type, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Aandacht>> VanAsync(Case household, WorkTask task, Formulier formulier, JsonObject antwoorden)
    {
        var key = household.Instances[task.Instance].Definition;
        var definition = await engine.DefinitionAsync(key.DefinitionId, key.Version);
        if (definition?.Definition.Nodes.GetValueOrDefault(task.ActivityId)?.Type is not { } type || !Kijkend.TryGetValue(type, out var stap) || task.Dossier is not { } dossier)
            return [];
        return [.. stap.Aandacht!((Huishouden)household.Domain, dossier, formulier, antwoorden, LocalTime.DayOf(tijd.Nu())).Select(a => new Aandacht(a.Code, a.Bron, a.ToString()))];
    }
}
