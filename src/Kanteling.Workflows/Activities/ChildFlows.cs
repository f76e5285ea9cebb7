using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Flows within flows. Children run in the same stream. A flow used as an activity is pinned to the exact version in the
/// drawing, its outcomes are its ports, and its outputs go to what the drawing bound them to.
/// </summary>
static class ChildFlows
{
    public static readonly ActivityKind AsActivity = new(
        new ActivityDescriptor("Workflow", 1, "Workflows", "Flow", "A flow as an activity.", [], [], [], ActivityTraits.Waits | ActivityTraits.NotBrowsable),
        c => [new StartFlow(c.Node.Workflow!.Value, InputsOf(c), true, c.Node.Version)],
        (c, s) => Ended(c, s) is var e ? [.. c.Node.Outputs.Keys.Where(e.Output.ContainsKey).Select(Effect (name) => new GiveOutput(name, e.Output[name]?.DeepClone())), new Complete(e.Outcomes, e.Output.DeepClone())] : []);

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.ExecuteWorkflow, c => Begin(c, true), (c, s) => [new Complete("Done", Told(Ended(c, s)))]),
        Lasting(ActivityTypes.DispatchWorkflow, c => Begin(c, false), (c, s) => [new Complete("Done", Ended(c, s).Output.DeepClone())]),
    ];

    /// <summary>Whether this activity waits for another flow, as far as the drawing tells; it waits when it says nothing.</summary>
    public static bool Waits(ActivityNode node) =>
        node.IsWorkflow || (node.Inputs.GetValueOrDefault("waitForCompletion") is { } drawn ? !"false".Equals(drawn.Text, StringComparison.OrdinalIgnoreCase) : node.Type == ActivityTypes.ExecuteWorkflow);

    static IReadOnlyList<Effect> Begin(ActivityContext c, bool otherwise)
    {
        var waits = c.Flag("waitForCompletion", otherwise);
        var start = new StartFlow(new(c.RequiredText("workflowDefinitionId")), c.JsonObject("input"), waits, null, c.Text("correlationId"));
        return waits ? [start] : [start, new Complete()];
    }

    /// <summary>What the drawing gives it; what only says which flow it is stays out.</summary>
    static JsonObject InputsOf(ActivityContext c) => new(c.Node.Inputs.Keys
        .Where(name => !name.StartsWith("workflowDefinition", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("latestAvailable", StringComparison.OrdinalIgnoreCase))
        .Select(name => KeyValuePair.Create(name, c.Json(name))));

    static ChildEnded Ended(ActivityContext c, Stimulus stimulus) =>
        stimulus is ChildEnded { Status: InstanceStatus.Finished } ended ? ended
        : throw new StepFailed(RefusalCode.ChildNotFinished, c.Node.DisplayText, (stimulus as ChildEnded)?.Status.ToString() ?? "") { StartsAgain = true };

    static JsonObject Told(ChildEnded e) => new()
    {
        ["status"] = e.Status.ToString(), ["outcomes"] = new JsonArray([.. e.Outcomes.Select(o => (JsonNode)o)]), ["output"] = e.Output.DeepClone(),
    };
}
