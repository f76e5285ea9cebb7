using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Loops over a nested body. CurrentValue and CurrentIndex are in the loop's own scope.</summary>
static class Loops
{
    public const string CurrentValue = "CurrentValue";
    public const string CurrentIndex = "CurrentIndex";
    const string ItemsKey = "$items";

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.While, While, (c, _) => While(c)),
        Lasting(ActivityTypes.For, c => For(c, c.Number("start") ?? 0), (c, _) => For(c, c.Local(CurrentValue)!.GetValue<decimal>() + Step(c))),
        Lasting(ActivityTypes.ForEach, StartForEach, (c, _) => ForEach(c, (JsonArray)c.Local(ItemsKey)!, c.Local(CurrentIndex)!.GetValue<int>() + 1)),
        Lasting(ActivityTypes.ParallelForEach, ParallelForEach, (c, _) => Containers.CountDown(c)),
        Automatic(ActivityTypes.Break, _ => [new BreakLoop()]),
    ];

    public static bool IsLoop(string type) => type is ActivityTypes.While or ActivityTypes.For or ActivityTypes.ForEach or ActivityTypes.ParallelForEach;

    static ActivityNode BodyOf(ActivityContext c) => c.Node.Child("body") ?? throw new StepFailed(RefusalCode.BodyMissing, c.Node.DisplayText);

    static IReadOnlyList<Effect> While(ActivityContext c) => c.RequiredFlag("condition") ? [new Schedule(BodyOf(c))] : [new Complete()];

    static decimal Step(ActivityContext c) => c.Number("step") is { } step && step != 0 ? step : 1;

    static IReadOnlyList<Effect> For(ActivityContext c, decimal current)
    {
        var left = ((c.Number("end") ?? 0) - current) * Math.Sign(Step(c));
        return left > 0 || (left == 0 && c.Flag("outerBoundInclusive", true)) ? Round(c, JsonValue.Create(current)) : [new Complete()];
    }

    static IReadOnlyList<Effect> Round(ActivityContext c, JsonNode? value) =>
        [new SetLocal(CurrentValue, value?.DeepClone()), new GiveOutput("currentValue", value?.DeepClone()), new Schedule(BodyOf(c))];

    static JsonArray Items(ActivityContext c) => new([.. c.Items("items").Select(i => i.ToJson())]);

    static IReadOnlyList<Effect> StartForEach(ActivityContext c)
    {
        var items = Items(c);
        return items.Count == 0 ? [new Complete()] : [new SetLocal(ItemsKey, items.DeepClone()), .. ForEach(c, items, 0)];
    }

    static IReadOnlyList<Effect> ForEach(ActivityContext c, JsonArray items, int index) =>
        index < items.Count ? [new SetLocal(CurrentIndex, index), .. Round(c, items[index])] : [new Complete()];

    static IReadOnlyList<Effect> ParallelForEach(ActivityContext c) => Containers.SideBySide(
        Items(c).Select((item, index) => new Schedule(BodyOf(c)) { Locals = [new(CurrentIndex, index), new(CurrentValue, item?.DeepClone())] }));
}
