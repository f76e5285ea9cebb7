using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>The folder <c>workflows/</c>: a folder per flow with its drawing, its scenarios and its page.</summary>
/// <param name="Pad">The folder itself.</param>
public sealed record Stroommap(string Pad)
{
    /// <summary>No flow but a folder of scenarios: the households of the demo gemeente that were written by hand.</summary>
    public const string Demo = "demo";

    /// <summary>The folder beside the program, or in a working copy above it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static Stroommap Vind()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "workflows", "toegang", "toegang.json")))
                return new Stroommap(System.IO.Path.Combine(at.FullName, "workflows"));
        }
        throw new DirectoryNotFoundException("Er is geen map workflows bij dit programma.");
    }

    /// <summary>Ids of all flows, a flow that others use as an activity before them.</summary>
    public ImmutableArray<string> Stromen()
    {
        var ids = Directory.GetDirectories(Pad).Select(System.IO.Path.GetFileName).OfType<string>().Where(id => File.Exists(Tekeningpad(id))).Order(StringComparer.Ordinal).ToList();
        var inOrder = ImmutableArray.CreateBuilder<string>();
        while (ids.Find(id => Uses(id).All(used => inOrder.Contains(used) || used == id || !ids.Contains(used))) is { } volgende)
        {
            inOrder.Add(volgende);
            ids.Remove(volgende);
        }
        return [.. inOrder, .. ids];
    }

    /// <summary>Files of versions that were published before those of the folder, in that order: households of the demo gemeente still run on them.</summary>
    public ImmutableArray<string> Eerder()
    {
        var map = System.IO.Path.Combine(Pad, Demo, "eerder");
        return Directory.Exists(map) ? [.. Directory.GetFiles(map, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    public string Tekeningpad(string flow) => System.IO.Path.Combine(Pad, flow, flow + ".json");

    public string Document(string flow) => File.ReadAllText(Tekeningpad(flow));

    /// <exception cref="InvalidDataException">The drawing cannot be read.</exception>
    public WorkflowDefinition Definition(string flow)
    {
        var reading = DefinitionJson.Read(Document(flow));
        return reading.Definition ?? throw new InvalidDataException($"{flow}: {string.Join("; ", reading.Findings)}");
    }

    /// <summary>Names of a flow's scenarios, without extension.</summary>
    public ImmutableArray<string> Scenarios(string flow)
    {
        var map = System.IO.Path.Combine(Pad, flow, "scenarios");
        return Directory.Exists(map) ? [.. Directory.GetFiles(map, "*.json").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>A scenario with the steps of the one before it, if it names one, put in front.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public Scenario Scenario(string flow, string naam)
    {
        var path = System.IO.Path.Combine(Pad, flow, "scenarios", naam + ".json");
        if (!File.Exists(path))
            throw new InvalidDataException($"Er is geen scenario {flow}/{naam}.");
        var (scenario, fouten) = ScenarioJson.Lees(File.ReadAllText(path));
        if (scenario is null)
            throw new InvalidDataException($"{flow}/{naam}: {string.Join("; ", fouten)}");
        if (scenario.Vooraf?.Split('/') is not [var voorafFlow, var voorafNaam])
            return scenario;
        var vooraf = Scenario(voorafFlow, voorafNaam);
        return scenario with { Start = vooraf.Start, Invoer = vooraf.Invoer, Vooraf = vooraf.Begin.Text, Stappen = [.. vooraf.Stappen, .. scenario.Stappen] };
    }

    /// <summary>Publishes every flow: those that others use first, and an earlier version before a later one.</summary>
    /// <exception cref="InvalidDataException">A flow was refused.</exception>
    public async Task PubliceerAsync(WorkflowEngine engine)
    {
        var wachtend = Eerder().Select(bestand => (System.IO.Path.GetFileNameWithoutExtension(bestand), File.ReadAllText(bestand))).Concat(Stromen().Select(flow => (flow, Document(flow)))).ToList();
        for (var ronde = wachtend.Count; wachtend.Count > 0; ronde--)
            wachtend = await RondeAsync(engine, wachtend, isLast: ronde <= 1);
    }

    /// <returns>Those that wait for another flow.</returns>
    static async Task<List<(string Naam, string Document)>> RondeAsync(WorkflowEngine engine, List<(string Naam, string Document)> tekeningen, bool isLast)
    {
        var (opnieuw, namen) = (new List<(string, string)>(), new HashSet<DefinitionId>());
        foreach (var (naam, document) in tekeningen)
        {
            var id = DefinitionJson.Read(document).Definition?.DefinitionId ?? new(naam);
            var antwoord = namen.Contains(id) ? null : await engine.ExecuteAsync(Streams.OfDefinition(id), Streams.DefinitionKind, new PublishDefinition(document), Asking.Person(new("proef"), $"publiceer:{naam}"));
            if (antwoord is Answer.Done)
                continue;
            if (isLast && antwoord is Answer.Refused geweigerd)
                throw new InvalidDataException($"{naam}: {string.Join("; ", geweigerd.Refusals)}");
            namen.Add(id);
            opnieuw.Add((naam, document));
        }
        return opnieuw;
    }

    IEnumerable<string> Uses(string flow) => Definition(flow).Nodes.Values.Where(n => n.IsWorkflow).Select(n => n.Property("workflowDefinitionId")!.ToString());
}
