using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Flows within flows. Children run in the same stream. A flow used as an activity is pinned to the exact version in the
/// drawing, and its outcomes are its ports.
/// </summary>
static class ChildFlows
{
    static readonly ImmutableArray<InputDescriptor> Inputs =
    [
        Input("WorkflowDefinitionId", "String", "The flow.", "workflow-definition-picker", true), Input("CorrelationId", "String", "Its label."),
        Input("Input", "ObjectDictionary", "What it starts with.", "dictionary", syntax: "Object"), Input("WaitForCompletion", "Boolean", "Whether to wait until it ended.", "checkbox"),
    ];

    public static readonly ActivityKind AsActivity = new(
        Describe("Workflow", "Workflows", "Flow", "A flow as an activity.", ActivityTraits.Waits | ActivityTraits.NotBrowsable),
        c => [new StartFlow(c.Node.Property("workflowDefinitionId")!.ToString(), InputsOf(c), true, c.Node.Version)],
        (c, s) => Ended(c, s, e => new Complete(e.Outcomes, e.Output)));

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.ExecuteWorkflow, "Composition", "Execute flow", "Runs another flow.", ActivityTraits.Waits, Inputs, result: true), c => Begin(c, c.Flag("waitForCompletion", true)),
            (c, s) => Ended(c, s, e => new Complete("Done", new JsonObject { ["status"] = e.Status.ToString(), ["outcomes"] = new JsonArray([.. e.Outcomes.Select(o => (JsonNode)o)]), ["output"] = e.Output.DeepClone() }))),
        new(Describe(ActivityTypes.DispatchWorkflow, "Composition", "Dispatch flow", "Starts another flow, and waits for it if asked to.", ActivityTraits.Waits, Inputs, result: true), c => Begin(c, c.Flag("waitForCompletion")), (c, s) => Ended(c, s, e => new Complete("Done", e.Output.DeepClone()))),
    ];

    static IReadOnlyList<Effect> Begin(ActivityContext c, bool waits)
    {
        var start = new StartFlow(c.RequiredText("workflowDefinitionId"), c.JsonObject("input"), waits, null, c.Text("correlationId"));
        return waits ? [start] : [start, new Complete()];
    }

    static JsonObject InputsOf(ActivityContext c) => new(c.Node.Inputs.Keys.Select(name => KeyValuePair.Create(name, c.Json(name))));

    static IReadOnlyList<Effect> Ended(ActivityContext c, Stimulus stimulus, Func<ChildEnded, Effect> complete)
    {
        var ended = (ChildEnded)stimulus;
        return ended.Status == InstanceStatus.Finished ? [complete(ended)] : throw new StepFailed("CHILD_NOT_FINISHED", c.Node.DisplayText, ended.Status.ToString());
    }
}
