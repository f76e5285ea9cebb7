using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>End completes its flowchart; Complete and Finish end the instance; Fault ends it as faulted, on purpose.</summary>
static class Endings
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Automatic(ActivityTypes.End, _ => [new Complete()]),
        Automatic(ActivityTypes.Complete, c => [new EndInstance(InstanceStatus.Finished, c.Texts("outcomes") is { IsEmpty: false } outcomes ? outcomes : Complete.Done)]),
        Automatic(ActivityTypes.Finish, _ => [new EndInstance(InstanceStatus.Finished, Complete.Done)]),
        Automatic(ActivityTypes.Fault, Fault),
    ];

    static IReadOnlyList<Effect> Fault(ActivityContext c)
    {
        var code = c.Text("code") ?? "FAULT";
        var told = new JsonObject { ["code"] = code, ["category"] = c.Text("category"), ["type"] = c.Text("faultType"), ["message"] = c.Text("message") };
        return [new SetOutput("fault", told), new EndInstance(InstanceStatus.Faulted, [code])];
    }
}
