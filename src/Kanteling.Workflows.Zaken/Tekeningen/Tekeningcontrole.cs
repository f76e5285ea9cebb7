using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>What stands between a drawing and publishing it: what the engine finds, what the Kanteling finds, and what clashes with another flow.</summary>
public sealed class Tekeningcontrole(WorkflowEngine engine, Werkstromen werkstromen, Formulierkeuring keuring)
{
    /// <summary>Everything that was found, a sentence each.</summary>
    public async Task<Bevindingen> VanAsync(string document)
    {
        var gevonden = (await engine.CheckAsync(document)).ToList();
        var definitie = DefinitionJson.Read(document).Definition;
        if (definitie is not null)
        {
            var andere = await werkstromen.HuidigAsync();
            gevonden.AddRange(MogelijkhedenJson.Lees(definitie, flow => andere.Any(a => a.DefinitionId == flow) || flow == definitie.DefinitionId).Bevindingen);
            gevonden.AddRange(Botsend(definitie, andere));
            gevonden.AddRange(await keuring.VanAsync(definitie));
        }
        return Bevindingen.Van(gevonden, definitie, engine.Decider.Catalogue);
    }

    /// <summary>That it cannot be read at all, as the answer to who sent it.</summary>
    internal static Weigering Onleesbaar(IReadOnlyList<Finding> gevonden)
    {
        var bevindingen = Bevindingen.Van(gevonden, null, null);
        return new Weigering(Verzoekcode.TekeningOnleesbaar) { Zinnen = bevindingen.Fouten };
    }

    /// <summary>One happening may begin one flow: two that both begin on it would both do the work.</summary>
    static IEnumerable<Finding> Botsend(WorkflowDefinition definitie, ImmutableArray<WorkflowDefinition> andere) =>
        from trigger in Beginners(definitie)
        from ander in andere
        where ander.DefinitionId != definitie.DefinitionId
        where Beginners(ander).Any(t => Inhoud(t) == Inhoud(trigger))
        select new Finding(FindingCode.TriggerTaken, trigger.Type == ActivityTypes.Event ? FindingSeverity.Error : FindingSeverity.Warning, trigger.Id, [ander.Name, trigger.Type]);

    static IEnumerable<ActivityNode> Beginners(WorkflowDefinition definitie) =>
        definitie.Nodes.Values.Where(n => n is { CanStartWorkflow: true, Type: ActivityTypes.Event or ActivityTypes.Cron or ActivityTypes.Timer or ActivityTypes.StartAt });

    static string Inhoud(ActivityNode node) =>
        string.Join('\n', node.Inputs.Values.OrderBy(i => i.Name, StringComparer.OrdinalIgnoreCase).Select(i => $"{i.Name.ToUpperInvariant()} {i.ExpressionType} {i.Text?.Trim()}").Prepend(node.Type));
}

/// <summary>Findings with their sentences.</summary>
/// <param name="Fouten">What has to be mended first.</param>
/// <param name="Opmerkingen">What is worth knowing.</param>
/// <param name="Alle">For programs.</param>
public sealed record Bevindingen(ImmutableArray<string> Fouten, ImmutableArray<string> Opmerkingen, ImmutableArray<Bevinding> Alle)
{
    /// <summary>More than this many sentences nobody reads; the rest is counted.</summary>
    const int Meeste = 50;

    public bool HeeftFouten => !Fouten.IsEmpty;

    public static Bevindingen Van(IEnumerable<Finding> findings, WorkflowDefinition? definitie, ActivityCatalogue? catalogus)
    {
        ImmutableArray<Bevinding> alle = [.. findings.Select(f => new Bevinding(f.Code, f.Severity == FindingSeverity.Error ? "fout" : "waarschuwing", f.ActivityId?.Text, Tekeningzin.Van(f, definitie, catalogus)))];
        return new Bevindingen(
            Zinnen(alle.Where(b => b.Soort == "fout").Select(b => b.Zin)), Zinnen(alle.Where(b => b.Soort != "fout").Select(b => "Let op: " + b.Zin)), alle);
    }

    static ImmutableArray<string> Zinnen(IEnumerable<string> alle) =>
        alle.Distinct().ToImmutableArray() is { Length: > Meeste } veel ? [.. veel.Take(Meeste), $"En nog {veel.Length - Meeste}."] : [.. alle.Distinct()];
}

/// <param name="Soort">fout or waarschuwing.</param>
/// <param name="Stap">Id of the activity, or null when it is about the drawing.</param>
public sealed record Bevinding(string Code, string Soort, string? Stap, string Zin);
