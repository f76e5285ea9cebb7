using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// Values of variables and inputs as expressions see them. A name is looked up from the activity outwards: locals of
/// the executions around it, variables of the containers around it, variables of the definition, and then the domain's
/// context. Variables of Elsa's memory driver live for one decision and are kept in <paramref name="memory"/>. Expressions of one
/// decision share a budget: each of them may be cheap, and a drawing has thousands.
/// </summary>
sealed class ValueReader(EngineParts parts, Func<InstanceId, VariableKey, Content?> memory)
{
    readonly Domain domain = parts.Domain;
    long steps;

    /// <summary>What comes after the run has a budget of its own, so that a run which nearly used it up does not fail there.</summary>
    public void BeginAnew() => steps = 0;

    public FeelValue Evaluate(ActivityContext context, ActivityInput input) => input.ExpressionType switch
    {
        ExpressionTypes.Literal => FeelValue.FromJson(input.Value),
        ExpressionTypes.Object => FeelValue.FromJson(ParseObject(context, input)),
        ExpressionTypes.Variable => NamedReference.Read(input.Value) is { } reference ? Variable(context, reference) : FeelNull.Instance,
        ExpressionTypes.Input => NamedReference.Read(input.Value) is { } reference ? InputValue(context.Instance, reference.Name ?? reference.Id!) : FeelNull.Instance,
        ExpressionTypes.Feel => Feel(context, input.Text ?? ""),
        var other => throw new StepFailed(RefusalCode.ExpressionNotExecutable, context.Node.DisplayText, other),
    };

    static JsonNode? ParseObject(ActivityContext context, ActivityInput input)
    {
        if (input.Value is not JsonValue value || !value.TryGetValue<string>(out var text))
            return input.Value;
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new StepFailed(RefusalCode.InputNotJson, context.Node.DisplayText, input.Name);
        }
    }

    FeelValue Feel(ActivityContext context, string text)
    {
        var expression = context.Definition.Feel(text);
        var names = expression.FreeNames.Select(n => KeyValuePair.Create(n, Root(context, n)));
        var result = expression.Evaluate(new FeelContext(names), domain.Environment(context.Given, context.Now));
        steps += result.Steps;
        if (steps > parts.Limits.ExpressionStepsPerDecision)
            throw new OverBudgetException(RefusalCode.ExpressionsTooLarge, [context.Node.DisplayText]);
        return result.Error is { } error ? throw new StepFailed(error.Code, context.Node.DisplayText, text, error.Arguments[^1]) : result.Value;
    }

    FeelValue Root(ActivityContext context, string name)
    {
        if (FindVariable(context, name) is { } found)
            return found;
        if (name is "input" or "Input")
            return FeelValue.FromJson(context.Instance.Input.AsObject());
        return domain.Context(context.Domain, context.Dossier)[name];
    }

    /// <summary>By id, which survives a renaming; what a loop brings along has only a name.</summary>
    FeelValue Variable(ActivityContext context, NamedReference reference) =>
        (reference.Id is { } id ? FindVariable(context, id) : null) ?? (reference.Name is { } name ? FindVariable(context, name) : null)
        ?? throw new StepFailed(RefusalCode.VariableUnknown, context.Node.DisplayText, reference.ToString());

    static FeelValue InputValue(Instance instance, string name) => FeelValue.FromJson(instance.Input.AsObject()[name]?.DeepClone());

    FeelValue? FindVariable(ActivityContext context, string nameOrId)
    {
        foreach (var execution in VariableAddress.Outwards(context.Instance, context.Execution))
        {
            if (context.Instance.Variables.TryGetValue(new VariableKey(execution.Id, nameOrId), out var local))
                return FeelValue.FromJson(local.Value);
            if (VariableAddress.In(context.Definition.Node(execution.ActivityId).Variables, execution.Id, nameOrId) is { } inner)
                return Read(context.Instance, inner);
        }
        return VariableAddress.In(context.Definition.Definition.Variables, ExecutionId.None, nameOrId) is { } outer ? Read(context.Instance, outer) : null;
    }

    FeelValue Read(Instance instance, VariableAddress address)
    {
        var declaration = address.Declaration;
        var stored = instance.Variables.GetValueOrDefault(address.Key) ?? memory(instance.Id, address.Key);
        var value = stored is null ? VariableTypes.Fit(declaration, declaration.Default?.DeepClone()) : stored.Value;
        return FeelValue.FromJson(value, VariableTypes.Of(declaration), LocalTime.Zone);
    }
}
