using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Values and labels.</summary>
static class Primitives
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Automatic(ActivityTypes.Start, _ => [new Complete()]),
        Automatic(ActivityTypes.SetVariable, SetVariableTo),
        Automatic(ActivityTypes.SetOutput, c => [new SetOutput(c.RequiredText("outputName"), c.Json("outputValue")), new Complete()]),
        Automatic(ActivityTypes.SetName, c => [new NameInstance(c.RequiredText("value")), new Complete()]),
        Automatic(ActivityTypes.Correlate, c => [new CorrelateInstance(c.RequiredText("correlationId")), new Complete()]),
        Automatic(ActivityTypes.WriteLine, c => [new Complete("Done", c.Text("text"))]),
    ];

    static IReadOnlyList<Effect> SetVariableTo(ActivityContext c)
    {
        var variable = NamedReference.Read(c.Node.Property("variable")) ?? throw new StepFailed(RefusalCode.InputMissing, c.Node.DisplayText, "variable");
        return [new SetVariable(variable.Id ?? variable.Name!, c.Json("value")), new Complete()];
    }
}
