using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>End completes its flowchart; Complete and Finish end the instance; Fault ends it as faulted, on purpose.</summary>
static class Endings
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        ActivityKind.Automatic(Describe(ActivityTypes.End, "Flow", "End", "Where the flow ends.", ActivityTraits.Terminal), _ => [new Complete()]),
        ActivityKind.Automatic(Describe(ActivityTypes.Complete, "Composition", "Complete", "Ends the flow with these outcomes.", ActivityTraits.Terminal, [Input("Outcomes", "Object", "Outcomes of the flow.", "outcome-picker", syntax: "Object")]), c => [new EndInstance(InstanceStatus.Finished, c.Texts("outcomes") is { IsEmpty: false } outcomes ? outcomes : Complete.Done)]),
        ActivityKind.Automatic(Describe(ActivityTypes.Finish, "Primitives", "Finish", "Ends the flow at once.", ActivityTraits.Terminal), _ => [new EndInstance(InstanceStatus.Finished, Complete.Done)]),
        ActivityKind.Automatic(Describe(ActivityTypes.Fault, "Primitives", "Fault", "Ends the flow as faulted.", ActivityTraits.None, [Input("Code", "String", "Code of the fault."), Input("Category", "String", "Its category."), Input("FaultType", "String", "Its type."), Input("Message", "String", "What went wrong.")]), Fault),
    ];

    static IReadOnlyList<Effect> Fault(ActivityContext c)
    {
        var code = c.Text("code") ?? "FAULT";
        return [new SetOutput("fault", new System.Text.Json.Nodes.JsonObject { ["code"] = code, ["category"] = c.Text("category"), ["type"] = c.Text("faultType"), ["message"] = c.Text("message") }), new EndInstance(InstanceStatus.Faulted, [code])];
    }
}
