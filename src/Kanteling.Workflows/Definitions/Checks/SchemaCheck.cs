using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// FEEL against what it may read where it stands: the variables around it, the flow's input, and the domain's context.
/// Only what can never work is found; what does not parse at all is found elsewhere.
/// </summary>
static class SchemaCheck
{
    public static IEnumerable<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue, FeelType.Context domain) =>
        from node in definition.Nodes.Values
        from input in ExpressionCheck.Expressions(node)
        where input.ExpressionType == ExpressionTypes.Feel
        let expression = Feel.Parse(input.Text ?? "").Expression
        where expression is not null
        from problem in Problems(expression, Schema(definition, node, domain), IsCondition(node, input, catalogue))
        select Finding.Error(FindingCode.ExpressionInvalid, node.Id, input.Name, problem.Code, problem.Position.ToString(CultureInfo.InvariantCulture), problem.Detail);

    public static FeelProblem ProblemOf(FeelError error) => new(error.Code, error.Position + 1, string.Join(", ", error.Arguments));

    static IEnumerable<FeelProblem> Problems(FeelExpression expression, FeelType.Context schema, bool isCondition)
    {
        var check = expression.Check(schema);
        if (check.Ok && isCondition && !FeelType.Boolean.MayBe(check.Type))
            return [new FeelProblem(FeelErrorCodes.Type, 1, $"{FeelType.Boolean}, {check.Type}")];
        return check.Errors.Select(ProblemOf);
    }

    static bool IsCondition(ActivityNode node, ActivityInput input, ActivityCatalogue catalogue) => node.Inputs.ContainsKey(input.Name)
        ? catalogue.Find(node)?.Inputs.Any(i => i.TypeName == "Boolean" && i.Name.Equals(input.Name, StringComparison.OrdinalIgnoreCase)) == true
        : node.Cases.Any(c => c.Label == input.Name);

    /// <summary>Outermost first, so that an inner name hides an outer one, as it does when the flow runs.</summary>
    static FeelType.Context Schema(WorkflowDefinition definition, ActivityNode node, FeelType.Context domain)
    {
        var fields = domain.Fields.SetItem("input", FeelType.Any).SetItem("Input", FeelType.Any).SetItems(Types(definition.Variables));
        foreach (var around in Around(node).Reverse())
        {
            fields = fields.SetItems(Types(around.Variables));
            if (around != node && Loops.IsLoop(around.Type) && around.Type != ActivityTypes.While)
                fields = fields.SetItem(Loops.CurrentValue, FeelType.Any).SetItem(Loops.CurrentIndex, FeelType.Number);
        }
        return new FeelType.Context(fields, domain.Closed);
    }

    static IEnumerable<ActivityNode> Around(ActivityNode? node)
    {
        for (; node is not null; node = node.Parent)
            yield return node;
    }

    static IEnumerable<KeyValuePair<string, FeelType>> Types(IReadOnlyList<VariableDeclaration> variables) =>
        variables.Select(v => KeyValuePair.Create(v.Name, VariableTypes.Of(v)));
}
