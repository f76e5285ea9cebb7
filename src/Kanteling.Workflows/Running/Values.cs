using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>Where the values go that a step gives: variables, locals, outputs.</summary>
sealed class Values(Progress progress)
{
    public void Set(InstanceId instanceId, ExecutionId execution, string variable, JsonNode? value)
    {
        var instance = progress.State.Instances[instanceId];
        if (VariableAddress.Find(progress.DefinitionOf(instance), instance, execution, variable) is not { } address)
            throw new StepFailed(RefusalCode.VariableUnknown, progress.NodeOf(instanceId, execution).DisplayText, variable);
        var content = progress.ContentOf(instanceId, ContentKind.Variable, VariableTypes.Fit(address.Declaration, value));
        if (content.Text!.Length > progress.Parts.Limits.VariableLength)
            throw new StepFailed(RefusalCode.VariableTooLarge, variable);
        if (address.Declaration.Storage == VariableStorage.Burst)
            progress.Work = progress.Work with { Memory = progress.Work.Memory.SetItem((instanceId, address.Key), content) };
        else
            progress.Raise(new VariableSet(instanceId, address.Key.Scope, address.Key.Variable, content));
    }

    /// <summary>A value goes to what the drawing bound this output to: a variable in scope, or an output of the flow.</summary>
    public void Give(InstanceId instanceId, ExecutionId execution, string output, JsonNode? value)
    {
        var instance = progress.State.Instances[instanceId];
        var definition = progress.DefinitionOf(instance);
        if (!definition.Node(instance.Executions[execution].ActivityId).Outputs.TryGetValue(output, out var target))
            return;
        if (VariableAddress.Find(definition, instance, execution, target) is null && definition.Definition.Outputs.Any(o => o.Name == target))
            SetOutput(instanceId, target, value);
        else
            Set(instanceId, execution, target, value);
    }

    public void SetLocal(InstanceId instance, ExecutionId execution, string name, JsonNode? value) =>
        progress.Raise(new VariableSet(instance, execution, name, progress.ContentOf(instance, ContentKind.Variable, value)));

    public void SetOutput(InstanceId instance, string name, JsonNode? value) =>
        progress.Raise(new OutputSet(instance, name, progress.ContentOf(instance, ContentKind.Output, value)));
}
