using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's only human step. A domain adds its own, with forms and deadlines, from the same effects.</summary>
static class Tasks
{
    public static readonly ImmutableArray<ActivityKind> Kinds = [Lasting(ActivityTypes.RunTask, Open, Done)];

    static IReadOnlyList<Effect> Open(ActivityContext c)
    {
        var payload = c.JsonObject("payload");
        var address = DrawnTask.AddressOf(c.Node.Inputs.GetValueOrDefault("payload") is { } drawn && DrawnTask.IsDrawn(drawn) ? payload : []);
        return [new OpenTask(c.RequiredText("taskName"), address, null, [new TaskOutcome(ActivityTypes.DefaultPort, ActivityTypes.DefaultPort)], Answers: payload)];
    }

    static IReadOnlyList<Effect> Done(ActivityContext c, Stimulus stimulus) =>
        stimulus is TaskDone done ? [new Complete(done.Outcome, done.Answers.DeepClone())] : throw new StepFailed(RefusalCode.StimulusUnexpected, stimulus.GetType().Name);
}
