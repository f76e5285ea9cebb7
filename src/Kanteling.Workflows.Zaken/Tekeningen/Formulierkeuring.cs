using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>Whether forms and drawings fit: every step finds in its form what it reads, see <see cref="Formuliereis"/>.</summary>
public sealed class Formulierkeuring(Registerrijen rijen, IWorkflowStore store)
{
    /// <summary>What a drawing misses in the forms as they are now.</summary>
    public async Task<ImmutableArray<Finding>> VanAsync(WorkflowDefinition tekening)
    {
        var formulieren = new Dictionary<string, Formulier>(StringComparer.Ordinal);
        foreach (var id in Formuliereis.Formulieren(tekening))
        {
            if (await rijen.LaadAsync(Documentsoort.Formulier.Sleutel(id)) is Formulier formulier)
                formulieren[id] = formulier;
        }
        return [.. Formuliereis.Van(tekening, formulieren)];
    }

    /// <summary>What the steps, and the flows as they are published now, miss in a form; a sentence each.</summary>
    public async Task<ImmutableArray<string>> VanAsync(Formulier formulier)
    {
        var formulieren = new Dictionary<string, Formulier>(StringComparer.Ordinal) { [formulier.Id] = formulier };
        var getekend = (await store.CurrentDefinitionsAsync(default)).Where(rij => rij.Document.Contains($"\"{formulier.Id}\"", StringComparison.Ordinal))
            .Select(rij => DefinitionJson.Read(rij.Document).Definition).OfType<WorkflowDefinition>()
            .SelectMany(tekening => Formuliereis.Van(tekening, formulieren)).Select(bevinding => Zinnen.Voor(bevinding.Code, bevinding.Arguments));
        return [.. Formuliereis.Van(formulier).Select(zin => zin.ToString()).Concat(getekend).Distinct()];
    }
}
