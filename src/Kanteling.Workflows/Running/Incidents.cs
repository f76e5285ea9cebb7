using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>A step that cannot go on becomes an incident with its pending work; so does what the stream itself was about to do.</summary>
sealed class Incidents(Progress progress)
{
    readonly List<StepFailure> failures = [];

    /// <summary>What steps threw that nobody foresaw; also of steps that were dropped afterwards.</summary>
    public ImmutableArray<StepFailure> Failures => [.. failures];

    public void Raise(Step step, Exception failure)
    {
        var (code, arguments) = Told(failure, step.Instance, step.Execution);
        Raise(step, code, arguments, failure is StepFailed { StartsAgain: true });
    }

    public void Raise(Step step, string code, ImmutableArray<string> arguments, bool startsAgain = false)
    {
        var stimulus = startsAgain ? null : step.Stimulus?.ToContent(progress.State.Instances[step.Instance].Dossier);
        Raise(step.Instance, step.Execution, (code, arguments), new PendingWork(stimulus is null ? PendingKind.Start : PendingKind.Resume, stimulus));
    }

    /// <summary>The condition that an execution waits for cannot be told.</summary>
    public void RaiseForCondition(InstanceId instance, ExecutionId execution, Exception failure) =>
        Raise(instance, execution, Told(failure, instance, execution), new PendingWork(PendingKind.Condition));

    /// <summary>The same, of a condition whose consequences cannot be.</summary>
    public void RaiseForCondition(InstanceId instance, ExecutionId execution, Refusal why) =>
        Raise(instance, execution, (why.Code, why.Arguments), new PendingWork(PendingKind.Condition));

    /// <summary>What no step was about to do, but the stream itself.</summary>
    public void RaiseForStream(PendingWork pending, Refusal why) =>
        progress.Raise(new IncidentRaised(progress.NewId<IncidentId>(), null, null, null, why.Code, Told(pending.Term?.Dossier, why.Arguments), pending));

    /// <summary>No case is ever silently stuck: a step that holds nothing, waits for nothing and has no incident becomes one.</summary>
    public void RaiseForStuck()
    {
        foreach (var instance in progress.State.Instances.Values)
        {
            var held = instance.Executions.Values.Select(e => e.Parent)
                .Concat(instance.Waits.Values.Select(w => w.Execution)).Concat(instance.Incidents.Values.Select(x => x.Execution!.Value)).ToHashSet();
            foreach (var execution in instance.Executions.Values.Where(e => !held.Contains(e.Id)))
                Raise(instance.Id, execution.Id, (RefusalCode.InstanceStuck, [progress.NodeOf(instance.Id, execution.Id).DisplayText]), new PendingWork(PendingKind.Start));
        }
    }

    /// <summary>The message of an unforeseen failure says nothing to a person, and may say too much: only its kind is kept.</summary>
    (string Code, ImmutableArray<string> Arguments) Told(Exception failure, InstanceId instance, ExecutionId execution)
    {
        if (failure is StepFailed known)
            return (known.Code, known.Arguments);
        var node = progress.NodeOf(instance, execution);
        failures.Add(StepFailure.Of(node.Id.Text, failure));
        return (RefusalCode.ActivityFailed, [node.DisplayText, failure.GetType().Name]);
    }

    /// <summary>The same, of what no step did.</summary>
    /// <param name="what">What failed, for the log and for a person.</param>
    public Refusal Told(Exception failure, string code, string what)
    {
        if (failure is StepFailed known)
            return new Refusal(known.Code, known.Arguments);
        failures.Add(StepFailure.Of(what, failure));
        return Refusal.Of(code, what, failure.GetType().Name);
    }

    static Content Told(DossierId? dossier, ImmutableArray<string> arguments) => Content.Of(dossier, ContentKind.Incident, new JsonArray([.. arguments.Select(a => (JsonNode)a)]));

    void Raise(InstanceId instance, ExecutionId execution, (string Code, ImmutableArray<string> Arguments) told, PendingWork pending) =>
        progress.Raise(new IncidentRaised(
            progress.NewId<IncidentId>(), instance, execution, progress.State.Instances[instance].Executions[execution].ActivityId, told.Code,
            Told(progress.State.Instances[instance].Dossier, told.Arguments), pending));
}
