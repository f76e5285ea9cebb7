using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Values and labels.</summary>
static class Primitives
{
    const string Category = "Primitives";

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        ActivityKind.Automatic(Describe(ActivityTypes.Start, "Flow", "Start", "Where the flow begins.", ActivityTraits.Start), _ => [new Complete()]),
        ActivityKind.Automatic(Describe(ActivityTypes.SetVariable, Category, "Set variable", "Gives a variable a value.", ActivityTraits.None, [Unwrapped("Variable", "Variable", "The variable.", "variable-picker"), Input("Value", "Object", "The value.")]), SetVariableTo),
        ActivityKind.Automatic(Describe(ActivityTypes.SetOutput, "Composition", "Set output", "Gives an output of the flow a value.", ActivityTraits.None, [Input("OutputName", "String", "The output.", "output-picker", true), Input("OutputValue", "Object", "The value.")]), c => [new SetOutput(c.RequiredText("outputName"), c.Json("outputValue")), new Complete()]),
        ActivityKind.Automatic(Describe(ActivityTypes.SetName, Category, "Set name", "Names the instance.", ActivityTraits.None, [Input("Value", "String", "The name.", required: true)]), c => [new NameInstance(c.RequiredText("value")), new Complete()]),
        ActivityKind.Automatic(Describe(ActivityTypes.Correlate, Category, "Correlate", "Sets the label that events look for.", ActivityTraits.None, [Input("CorrelationId", "String", "The label.", required: true)]), c => [new CorrelateInstance(c.RequiredText("correlationId")), new Complete()]),
        ActivityKind.Automatic(Describe(ActivityTypes.WriteLine, "Console", "Write line", "Keeps a line in the journal.", ActivityTraits.None, [Input("Text", "String", "The line.")]), c => [new Complete("Done", c.Text("text"))]),
    ];

    static IReadOnlyList<Effect> SetVariableTo(ActivityContext c)
    {
        var variable = NamedReference.Read(c.Node.Property("variable")) ?? throw new StepFailed("INPUT_MISSING", c.Node.DisplayText, "variable");
        return [new SetVariable(variable.Name ?? variable.Id!, c.Json("value")), new Complete()];
    }
}
