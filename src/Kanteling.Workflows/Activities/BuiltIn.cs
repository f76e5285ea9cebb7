using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's own activities as this engine runs them. What designers read of them is in <see cref="ElsaActivities"/>.</summary>
public static class BuiltIn
{
    public static IEnumerable<ActivityKind> All =>
        [.. Branching.Kinds, .. Loops.Kinds, .. Containers.Kinds, .. Primitives.Kinds, .. Endings.Kinds, .. Timing.Kinds, .. Messaging.Kinds, .. ChildFlows.Kinds, .. Tasks.Kinds];

    internal static ActivityKind Automatic(string type, Func<ActivityContext, IReadOnlyList<Effect>> start) => ActivityKind.Automatic(ElsaActivities.Of(type), start);

    internal static ActivityKind Lasting(string type, Func<ActivityContext, IReadOnlyList<Effect>> start, Func<ActivityContext, Stimulus, IReadOnlyList<Effect>> resume) =>
        new(ElsaActivities.Of(type), start, resume);

    internal static IReadOnlyList<Effect> CompleteWhenDone(ActivityContext c, Stimulus stimulus) => [new Complete()];
}
