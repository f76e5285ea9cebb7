using System.Globalization;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>Every expression is of a type that runs here and can be read. Foreign types keep their text, but cannot be published.</summary>
static class ExpressionCheck
{
    public static IEnumerable<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue) =>
        from node in definition.Nodes.Values
        from input in Expressions(node)
        let finding = Of(node, input, catalogue)
        where finding is not null
        select finding;

    /// <summary>Inputs and conditions of cases; a condition is named after its case.</summary>
    public static IEnumerable<ActivityInput> Expressions(ActivityNode node) =>
        node.Inputs.Values.Concat(node.Cases.Select(choice => choice.Condition with { Name = choice.Label }));

    static Finding? Of(ActivityNode node, ActivityInput input, ActivityCatalogue catalogue)
    {
        if (!ExpressionTypes.IsExecutable(input.ExpressionType))
            return Finding.Error(FindingCode.ExpressionNotExecutable, node.Id, input.Name, input.ExpressionType);
        if (string.IsNullOrWhiteSpace(input.Text))
            return null;
        return input.ExpressionType switch
        {
            ExpressionTypes.Feel when catalogue.CheckFeel(input.Text) is { } problem => Finding.Error(
                FindingCode.ExpressionInvalid, node.Id, input.Name, problem.Code, problem.Position.ToString(CultureInfo.InvariantCulture), problem.Detail),
            ExpressionTypes.Object when input.Value.AsText() is { } text && DefinitionText.TryParse(text) is null && text.Trim() != "null" => Finding.Warning(
                FindingCode.ExpressionInvalid, node.Id, input.Name, "JSON_INVALID", "0", text),
            _ => null,
        };
    }
}
