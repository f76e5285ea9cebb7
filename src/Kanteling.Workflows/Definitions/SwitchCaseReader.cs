using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Reads <c>cases</c>: a label, a condition (bare expression, wrapped expression or literal) and perhaps an activity.</summary>
static class SwitchCaseReader
{
    const string Condition = "condition";

    /// <summary>Call after the children have been read.</summary>
    public static IReadOnlyList<SwitchCase> Read(ActivityNode node)
    {
        var cases = new List<SwitchCase>();
        var embedded = node.Children.ToLookup(child => child.ParentPort);
        foreach (var (index, item) in node.Json.Items("cases").Index())
        {
            if (item is JsonObject json)
                cases.Add(new SwitchCase(json.Text("label") ?? "", ConditionOf(json), embedded[$"cases[{index}]"].FirstOrDefault()));
        }
        return cases;
    }

    static ActivityInput ConditionOf(JsonObject json)
    {
        var condition = json.Find(Condition);
        var input = condition is JsonObject expression && !InputReader.IsWrapped(expression)
            ? InputReader.Expression(Condition, expression)
            : condition is null ? null : InputReader.Input(Condition, condition);
        return input ?? new ActivityInput(Condition, ExpressionTypes.Literal, null);
    }
}
