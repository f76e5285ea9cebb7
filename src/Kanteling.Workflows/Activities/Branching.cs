using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Choices: If and Switch run what is nested in them; FlowDecision, FlowSwitch and FlowFork choose connections.</summary>
static class Branching
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.If, StartIf, CompleteWhenDone),
        Lasting(ActivityTypes.Switch, StartSwitch, (c, _) => Containers.CountDown(c)),
        Automatic(ActivityTypes.FlowDecision, c => [new Complete(c.RequiredFlag("condition") ? "True" : "False")]),
        Automatic(ActivityTypes.FlowSwitch, c => [new Complete(Matching(c) is { IsEmpty: false } cases ? [.. cases.Select(x => x.Label)] : ["Default"])]),
        Automatic(ActivityTypes.FlowFork, c => [new Complete(c.Texts("branches") is { IsEmpty: false } branches ? branches : Complete.Done)]),
        Automatic(ActivityTypes.FlowJoin, _ => [new CancelInbound(), new Complete()]),
    ];

    static IReadOnlyList<Effect> StartIf(ActivityContext c)
    {
        var value = c.RequiredFlag("condition");
        return [new GiveOutput("result", value), c.Node.Child(value ? "then" : "else") is { } chosen ? new Schedule(chosen) : new Complete()];
    }

    static IReadOnlyList<Effect> StartSwitch(ActivityContext c)
    {
        var matching = Matching(c);
        var chosen = matching.IsEmpty ? [c.Node.Child("default")] : matching.Select(x => x.Activity);
        return Containers.SideBySide([.. chosen.OfType<ActivityNode>()]);
    }

    static ImmutableArray<SwitchCase> Matching(ActivityContext c)
    {
        var matching = c.Node.Cases.Where(x => c.Condition(x.Condition));
        return [.. c.Text("mode") == "MatchAny" ? matching : matching.Take(1)];
    }
}
