using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>Where the value of a name is kept.</summary>
readonly record struct VariableAddress(VariableKey Key, VariableDeclaration Declaration)
{
    /// <summary>Seen from an execution, outwards; null when no variable has that name.</summary>
    public static VariableAddress? Find(CompiledDefinition definition, Instance instance, ExecutionId from, string nameOrId)
    {
        foreach (var execution in Outwards(instance, from))
        {
            if (In(definition.Node(execution.ActivityId).Variables, execution.Id, nameOrId) is { } inner)
                return inner;
        }
        return In(definition.Definition.Variables, ExecutionId.None, nameOrId);
    }

    /// <summary>Among the variables that one execution declares; 0 is the definition.</summary>
    public static VariableAddress? In(IReadOnlyList<VariableDeclaration> variables, ExecutionId execution, string nameOrId) =>
        (variables.FirstOrDefault(v => v.Id == nameOrId) ?? variables.FirstOrDefault(v => v.Name == nameOrId)) is { } declared
            ? new VariableAddress(new VariableKey(execution, declared.Id), declared)
            : null;

    /// <summary>An execution and those around it, nearest first.</summary>
    public static IEnumerable<Execution> Outwards(Instance instance, ExecutionId from)
    {
        for (var execution = instance.Executions.GetValueOrDefault(from); execution is not null; execution = instance.Executions.GetValueOrDefault(execution.Parent))
            yield return execution;
    }
}
