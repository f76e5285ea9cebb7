namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>What is read or written by name exists where it is used: in the definition, or in a container around it.</summary>
sealed class VariableCheck
{
    // Elsa's loops bring these into scope by themselves.
    static readonly HashSet<string> OfLoops = ["CurrentValue", "CurrentIndex"];
    static readonly HashSet<string> Loops = [ActivityTypes.For, ActivityTypes.ForEach, ActivityTypes.ParallelForEach];

    readonly HashSet<string> global;
    readonly HashSet<string> outputs;
    readonly HashSet<string> inputs;
    readonly Dictionary<ActivityNode, HashSet<string>> local;

    VariableCheck(WorkflowDefinition definition)
    {
        global = Names(definition.Variables);
        outputs = [.. definition.Outputs.Select(output => output.Name)];
        inputs = [.. definition.Inputs.Select(input => input.Name)];
        local = definition.Nodes.Values.Where(node => node.Variables.Count > 0).ToDictionary(node => node, node => Names(node.Variables));
    }

    public static IEnumerable<Finding> Run(WorkflowDefinition definition)
    {
        var check = new VariableCheck(definition);
        return definition.Nodes.Values.SelectMany(check.Of);
    }

    IEnumerable<Finding> Of(ActivityNode node)
    {
        foreach (var input in ExpressionCheck.Expressions(node))
        {
            if (input.ExpressionType == ExpressionTypes.Variable && NamedReference.Read(input.Value) is { } read && !Knows(node, read))
                yield return Finding.Error(FindingCode.VariableUnknown, node.Id, input.Name, read.ToString());
            else if (input.ExpressionType == ExpressionTypes.Input && NamedReference.Read(input.Value) is { } given && !inputs.Contains(given.ToString()))
                yield return Finding.Warning(FindingCode.InputUnknown, node.Id, input.Name, given.ToString());
        }
        if (node.Type == ActivityTypes.SetVariable && (NamedReference.Read(node.Property("variable")) is not { } written || !Knows(node, written)))
            yield return Finding.Error(FindingCode.VariableUnknown, node.Id, "variable", NamedReference.Read(node.Property("variable"))?.ToString() ?? "");
        foreach (var (output, variable) in node.Outputs)
        {
            if (!outputs.Contains(variable) && !Knows(node, new NamedReference(variable, variable)))
                yield return Finding.Error(FindingCode.VariableUnknown, node.Id, output, variable);
        }
    }

    bool Knows(ActivityNode node, NamedReference reference)
    {
        var key = reference.Id ?? reference.Name!;
        if (global.Contains(key))
            return true;
        for (var around = node; around is not null; around = around.Parent)
        {
            if ((local.TryGetValue(around, out var names) && names.Contains(key))
                || (Loops.Contains(around.Type) && around != node && OfLoops.Contains(reference.Name ?? key)))
            {
                return true;
            }
        }
        return false;
    }

    static HashSet<string> Names(IReadOnlyList<VariableDeclaration> variables) =>
        [.. variables.Select(variable => variable.Id), .. variables.Select(variable => variable.Name)];
}
