using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Loops over a nested body. CurrentValue and CurrentIndex are in the loop's own scope.</summary>
static class Loops
{
    const string Category = "Looping";
    static readonly ImmutableArray<PortDescriptor> Body = [Embedded("Body")];

    public static bool IsLoop(string type) => type is ActivityTypes.While or ActivityTypes.For or ActivityTypes.ForEach or ActivityTypes.ParallelForEach;

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.While, Category, "While", "Runs its body as long as the condition is true.", ActivityTraits.Container, [Input("Condition", "Boolean", "Asked before every round.", required: true)], Body), While, (c, _) => While(c)),
        new(Describe(ActivityTypes.For, Category, "For", "Counts from Start to End.", ActivityTraits.Container,
            [Input("Start", "Int64", "The first number."), Input("End", "Int64", "The last number."), Input("Step", "Int64", "How much is added."), Input("OuterBoundInclusive", "Boolean", "Whether End itself counts.", "checkbox")], Body), c => For(c, c.Number("start") ?? 0), (c, _) => For(c, c.Local("CurrentValue")!.GetValue<decimal>() + Step(c))),
        new(Describe(ActivityTypes.ForEach, Category, "For each", "Runs its body for each item, one after another.", ActivityTraits.Container, [Input("Items", "Object", "The list.", required: true)], Body), c => ForEach(c, Items(c), 0), (c, _) => ForEach(c, (JsonArray)c.Local("items")!, c.Local("CurrentIndex")!.GetValue<int>() + 1)),
        new(Describe(ActivityTypes.ParallelForEach, Category, "For each, side by side", "Runs its body for all items at once.", ActivityTraits.Container, [Input("Items", "Object", "The list.", required: true)], Body), ParallelForEach, (c, _) => Containers.CountDown(c)),
        new(Describe(ActivityTypes.Break, Category, "Break", "Ends the nearest loop.", ActivityTraits.Terminal), _ => [new BreakLoop()], (_, s) => throw new StepFailed("STIMULUS_UNEXPECTED", s.GetType().Name)),
    ];

    public static IReadOnlyList<Effect> EndWithChildren(ActivityContext c, Stimulus stimulus) => [new Complete()];

    static IReadOnlyList<Effect> While(ActivityContext c) =>
        c.RequiredFlag("condition") ? [new Schedule(BodyOf(c))] : [new Complete()];

    static ActivityNode BodyOf(ActivityContext c) => c.Node.Child("body") ?? throw new StepFailed("BODY_MISSING", c.Node.DisplayText);

    static decimal Step(ActivityContext c) => c.Number("step") is { } step && step != 0 ? step : 1;

    static IReadOnlyList<Effect> For(ActivityContext c, decimal current)
    {
        var end = c.Number("end") ?? 0;
        var step = Step(c);
        var inclusive = c.Flag("outerBoundInclusive", true);
        var goesOn = step > 0 ? inclusive ? current <= end : current < end : inclusive ? current >= end : current > end;
        return goesOn ? [new SetLocal("CurrentValue", JsonValue.Create(current)), new Schedule(BodyOf(c))] : [new Complete()];
    }

    static JsonArray Items(ActivityContext c) => new([.. c.Items("items").Select(i => i.ToJson())]);

    static IReadOnlyList<Effect> ForEach(ActivityContext c, JsonArray items, int index)
    {
        if (index >= items.Count)
            return [new Complete()];
        var first = index == 0 ? new[] { new SetLocal("items", items.DeepClone()) } : [];
        return [.. first, new SetLocal("CurrentIndex", index), new SetLocal("CurrentValue", items[index]?.DeepClone()), new Schedule(BodyOf(c))];
    }

    static IReadOnlyList<Effect> ParallelForEach(ActivityContext c)
    {
        var items = Items(c);
        if (items.Count == 0)
            return [new Complete()];
        var bodies = items.Select((item, index) => new Schedule(BodyOf(c)) { Locals = [new("CurrentIndex", index), new("CurrentValue", item?.DeepClone())] });
        return [new SetLocal("pending", items.Count), .. bodies];
    }
}
