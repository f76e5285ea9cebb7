using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Choices: If and Switch run what is nested in them; FlowDecision, FlowSwitch and FlowFork choose connections.</summary>
static class Branching
{
    const string Category = "Branching";
    static readonly InputDescriptor Condition = Input("Condition", "Boolean", "True or false; anything else is an incident.", required: true);
    static readonly InputDescriptor Mode = Choice("Mode", "Take the first case that is true, or every one.", "MatchFirst", "MatchAny");

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.If, Category, "If", "Runs Then or Else.", ActivityTraits.Container, [Condition], [Embedded("Then"), Embedded("Else")], true), StartIf, Loops.EndWithChildren),
        new(Describe(ActivityTypes.Switch, Category, "Switch", "Runs the cases that are true, or Default.", ActivityTraits.Container, [Unwrapped("Cases", "Object", "The cases, in order.", "switch-editor"), Mode], [Embedded("Default")], true), StartSwitch, EndSwitch),
        ActivityKind.Automatic(Describe(ActivityTypes.FlowDecision, Category, "Decision", "Goes on by True or by False.", ActivityTraits.None, [Condition], [Flow("True"), Flow("False")], true), Decide),
        ActivityKind.Automatic(Describe(ActivityTypes.FlowSwitch, Category, "Switch (flow)", "Goes on by the cases that are true, or by Default.", ActivityTraits.ManyOutcomes, [Unwrapped("Cases", "Object", "The cases, in order.", "flow-switch-editor"), Mode]), Choose),
        ActivityKind.Automatic(Describe(ActivityTypes.FlowFork, Category, "Fork (flow)", "Goes on by every branch.", ActivityTraits.ManyOutcomes | ActivityTraits.DynamicOutcomes, [Input("Branches", "String[]", "Names of the branches.", InputDescriptor.DynamicOutcomes, syntax: "Object")]), c => [new Complete(c.Texts("branches"))]),
        ActivityKind.Automatic(Describe(ActivityTypes.FlowJoin, Category, "Join", "Waits for all branches, or for the first.", ActivityTraits.None, [Choice("Mode", "Which branches it waits for.", "WaitAll", "WaitAllActive", "WaitAny")]), _ => [new CancelInbound(), new Complete()]),
    ];

    static IReadOnlyList<Effect> StartIf(ActivityContext c) =>
        c.Node.Child(c.RequiredFlag("condition") ? "then" : "else") is { } chosen ? [new Schedule(chosen)] : [new Complete()];

    static IReadOnlyList<Effect> Decide(ActivityContext c)
    {
        var value = c.RequiredFlag("condition");
        return [new Complete(value ? "True" : "False", value)];
    }

    static IReadOnlyList<Effect> Choose(ActivityContext c)
    {
        var matching = Matching(c).Select(x => x.Label).ToImmutableArray();
        return [new Complete(matching.IsEmpty ? ["Default"] : matching)];
    }

    static IReadOnlyList<Effect> StartSwitch(ActivityContext c)
    {
        var matching = Matching(c).ToList();
        var chosen = matching.Count > 0 ? matching.Select(x => x.Activity).OfType<ActivityNode>() : c.Node.Child("default") is { } otherwise ? [otherwise] : [];
        var scheduled = chosen.Select(Effect (node) => new Schedule(node)).ToList();
        return scheduled.Count > 0 ? [new SetLocal("pending", scheduled.Count), .. scheduled] : [new Complete()];
    }

    static IReadOnlyList<Effect> EndSwitch(ActivityContext c, Stimulus stimulus) => Containers.CountDown(c);

    static IEnumerable<SwitchCase> Matching(ActivityContext c)
    {
        var matching = c.Node.Cases.Where(x => c.Condition(x.Condition));
        return c.Text("mode") == "MatchAny" ? matching : matching.Take(1);
    }
}
