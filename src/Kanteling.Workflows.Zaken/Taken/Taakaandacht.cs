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

    public async Task<IReadOnlyList<Aandacht>> VanAsync(Case huishouden, WorkTask taak, Formulier formulier, JsonObject antwoorden)
    {
        var sleutel = huishouden.Instances[taak.Instance].Definition;
        var definition = await engine.DefinitionAsync(sleutel.DefinitionId, sleutel.Version);
        if (definition?.Definition.Nodes.GetValueOrDefault(taak.ActivityId)?.Type is not { } type || !Kijkend.TryGetValue(type, out var stap) || taak.Dossier is not { } dossier)
            return [];
        return [.. stap.Aandacht!((Huishouden)huishouden.Domain, dossier, formulier, antwoorden, LocalTime.DayOf(tijd.Nu())).Select(a => new Aandacht(a.Code, a.Bron, a.ToString()))];
    }
}
