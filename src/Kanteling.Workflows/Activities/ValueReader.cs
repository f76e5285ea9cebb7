using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Values of variables and inputs as expressions see them. A name is looked up from the activity outwards: locals of
/// the executions around it, variables of the containers around it, variables of the definition, and then the domain's
/// context. Variables of Elsa's memory driver live for one decision and are kept in <paramref name="memory"/>.
/// </summary>
sealed class ValueReader(Domain domain, Func<long, VariableKey, Content?> memory)
{
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

    public FeelValue Feel(ActivityContext context, string text)
    {
        var expression = context.Definition.Feel(text);
        var names = expression.FreeNames.Select(n => KeyValuePair.Create(n, Root(context, n)));
        var result = expression.Evaluate(new FeelContext(names), Environment(context));
        return result.Error is { } error ? throw new StepFailed(error.Code, context.Node.DisplayText, text) : result.Value;
    }

    /// <summary>Anything but true or false is an incident, never silently false.</summary>
    /// <exception cref="StepFailed">CONDITION_NOT_BOOLEAN: the activity, the expression, what kind of value it gave.</exception>
    public bool Condition(ActivityContext context, FeelValue value, string written) => value switch
    {
        FeelBoolean boolean => boolean.Value,
        FeelString text when bool.TryParse(text.Value, out var parsed) => parsed,
        var other => throw new StepFailed(RefusalCode.ConditionNotBoolean, context.Node.DisplayText, written, other.Type.ToString()),
    };

    public bool Condition(ActivityContext context, string feel) => Condition(context, Feel(context, feel), feel);

    FeelEnvironment Environment(ActivityContext context) => domain.Environment(context.Given, context.Now);

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

    public JsonNode? Local(Instance instance, long execution, string name) => instance.Variables.GetValueOrDefault(new VariableKey(execution, name))?.Value;

    FeelValue? FindVariable(ActivityContext context, string nameOrId)
    {
        foreach (var execution in Outwards(context.Instance, context.Execution))
        {
            if (context.Instance.Variables.TryGetValue(new VariableKey(execution.Id, nameOrId), out var local))
                return FeelValue.FromJson(local.Value);
            if (Declared(context.Definition.Node(execution.ActivityId).Variables, nameOrId) is { } inner)
                return Read(context.Instance, new VariableKey(execution.Id, inner.Id), inner);
        }
        return Declared(context.Definition.Definition.Variables, nameOrId) is { } outer ? Read(context.Instance, new VariableKey(0, outer.Id), outer) : null;
    }

    /// <summary>Where a value for this name is kept, seen from an execution; null when no variable has that name.</summary>
    public static (VariableKey Key, VariableDeclaration Declaration)? AddressOf(CompiledDefinition definition, Instance instance, long from, string nameOrId)
    {
        foreach (var execution in Outwards(instance, from))
        {
            if (Declared(definition.Node(execution.ActivityId).Variables, nameOrId) is { } inner)
                return (new VariableKey(execution.Id, inner.Id), inner);
        }
        return Declared(definition.Definition.Variables, nameOrId) is { } outer ? (new VariableKey(0, outer.Id), outer) : null;
    }

    static IEnumerable<Execution> Outwards(Instance instance, long from)
    {
        for (var execution = instance.Executions.GetValueOrDefault(from); execution is not null; execution = instance.Executions.GetValueOrDefault(execution.Parent))
            yield return execution;
    }

    static VariableDeclaration? Declared(IReadOnlyList<VariableDeclaration> variables, string nameOrId) =>
        variables.FirstOrDefault(v => v.Id == nameOrId) ?? variables.FirstOrDefault(v => v.Name == nameOrId);

    FeelValue Read(Instance instance, VariableKey key, VariableDeclaration declaration)
    {
        var stored = instance.Variables.GetValueOrDefault(key) ?? memory(instance.Id, key);
        var value = stored is null ? VariableTypes.Fit(declaration, declaration.Default?.DeepClone()) : stored.Value;
        return FeelValue.FromJson(value, VariableTypes.Of(declaration), LocalTime.Zone);
    }
}
