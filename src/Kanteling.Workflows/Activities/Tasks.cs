using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's only human step. A domain adds its own, with forms and deadlines, from the same effects.</summary>
static class Tasks
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.RunTask, "Primitives", "Run task", "Asks somebody, or a program, to do something.", ActivityTraits.Waits,
            [Input("TaskName", "String", "What is to be done.", required: true), Input("Payload", "ObjectDictionary", "What goes with it; 'role' and 'team' say for whom.", "dictionary", syntax: "Object")], result: true), Open, Done),
    ];

    static IReadOnlyList<Effect> Open(ActivityContext c)
    {
        var payload = c.JsonObject("payload");
        var address = new TaskAddress(null, payload["role"]?.ToString(), payload["team"]?.ToString());
        return [new OpenTask(c.RequiredText("taskName"), address, null, [new TaskOutcome("Done", "Done")], Answers: payload)];
    }

    static IReadOnlyList<Effect> Done(ActivityContext c, Stimulus stimulus) =>
        stimulus is TaskDone done ? [new Complete(done.Outcome, done.Answers.DeepClone())] : throw new StepFailed("STIMULUS_UNEXPECTED", stimulus.GetType().Name);
}
