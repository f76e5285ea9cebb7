using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Draws a flow of at most forty nodes by chance: branches, joins, loops back, tasks, timers, loops that are nested, and mistakes.</summary>
sealed class GeneratedDrawing(Random chance)
{
    readonly List<(string Id, string[] Ports)> nodes = [];

    public WorkflowDefinition Build()
    {
        var drawing = new Drawing().Variable("n", "Int32", "0").Start();
        nodes.Add(("start", ["Done"]));
        for (var i = chance.Next(1, 39); i > 0; i--)
            nodes.Add(Add(drawing, $"x{i}"));
        foreach (var (source, port) in nodes.Index().SelectMany(n => n.Item.Ports.Select(p => (n.Index, p))))
        {
            for (var arrows = chance.Next(10) < 8 ? 1 : chance.Next(3); arrows > 0; arrows--)
                drawing.Connect($"{nodes[source].Id}.{port} → {Target(source)}");
        }
        return drawing.Build();
    }

    /// <summary>Mostly onwards; sometimes back to where it came from, sometimes anywhere.</summary>
    string Target(int source) => chance.Next(10) switch
    {
        < 7 when source + 1 < nodes.Count => nodes[chance.Next(source + 1, Math.Min(nodes.Count, source + 5))].Id,
        < 9 => nodes[Math.Max(1, source - chance.Next(4)) % nodes.Count].Id,
        _ => nodes[chance.Next(nodes.Count)].Id,
    };

    (string, string[]) Add(Drawing drawing, string id)
    {
        switch (chance.Next(14))
        {
            case < 4: drawing.Ask(id, "Yes", "No"); return (id, ["Yes", "No"]);
            case 4: drawing.Ask(id, chance.Next(1, 9)); return (id, ["Done"]);
            case 5: drawing.Delay(id, $"P{chance.Next(1, 9)}D"); return (id, ["Done"]);
            case 6: drawing.Decide(id, chance.Next(8) == 0 ? "null" : $"modulo(count(notes), {chance.Next(1, 4)}) = 0"); return (id, ["True", "False"]);
            case 7: drawing.Add("Elsa.FlowFork", id, ("branches", Drawing.List("A", "B", "C"))); return (id, ["A", "B", "C"]);
            case 8 or 9: drawing.Join(id, chance.Next(3) switch { 0 => "WaitAll", 1 => "WaitAllActive", _ => "WaitAny" }); return (id, ["Done"]);
            case 10: drawing.Add(Nested(id)); return (id, ["Done"]);
            case 11: drawing.Add(chance.Next(3) == 0 ? "Elsa.Finish" : "Elsa.End", id); return (id, []);
            case 12 when chance.Next(3) == 0: drawing.Note(id, "explode"); return (id, ["Done"]);
            default: drawing.Note(id); return (id, ["Done"]);
        }
    }

    System.Text.Json.Nodes.JsonObject Nested(string id) => chance.Next(3) switch
    {
        0 => Drawing.Activity("Elsa.ParallelForEach", id, ("items", Drawing.Feel("[1, 2, 3]")), ("body", Drawing.AskOf(id + "-ask"))),
        1 => Drawing.Activity("Elsa.Fork", id, ("joinMode", "WaitAny"), ("branches", new System.Text.Json.Nodes.JsonArray(Drawing.AskOf(id + "-ask"), Drawing.Activity("Elsa.Delay", id + "-late", ("timeSpan", Drawing.Literal("P2D")))))),
        _ => new Drawing().Start(id + "-s").Ask(id + "-ask").Note(id + "-n").Connect($"{id}-s → {id}-ask", $"{id}-s → {id}-n").Flowchart(id),
    };
}
