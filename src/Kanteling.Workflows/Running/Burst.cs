using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// One run to completion: from an accepted cause until only waits remain. The laws of this file. A step is all or nothing:
/// when it fails, its events and its queued work are dropped and an incident with that step takes their place, while other
/// branches go on. Over the budget, of steps or of expressions, everything after the cause is dropped and one incident names the loop or the step. A cause that nobody
/// could refuse is kept whatever follows from it: what breaks a rule is dropped, and waits in an incident.
/// </summary>
sealed class Burst
{
    readonly Progress progress;
    readonly StepBudget budget;
    readonly Counters counters;
    readonly Effects effects;
    readonly Trials trials;

    public Burst(EngineParts parts, Situation situation)
    {
        progress = new Progress(parts, situation);
        budget = new StepBudget(parts.Limits);
        counters = new Counters(progress);
        Incidents = new Incidents(progress);
        Values = new Values(progress);
        Beginning = new Beginning(progress);
        Waiting = new Waiting(progress, Incidents);
        Endings = new Endings(progress, counters, Values);
        Stopping = new Stopping(progress, Endings);
        Flowchart = new Flowchart(progress, counters, Endings);
        Aligning = new Aligning(progress);
        effects = new Effects(progress, this);
        trials = new Trials(progress, Waiting);
    }

    public Incidents Incidents { get; }

    public Values Values { get; }

    public Beginning Beginning { get; }

    public Waiting Waiting { get; }

    public Endings Endings { get; }

    public Stopping Stopping { get; }

    public Flowchart Flowchart { get; }

    public Aligning Aligning { get; }

    /// <summary>What the stream itself does in this decision, beside every step: a date of the domain that passed, or a link. It is done whole or not at all.</summary>
    public PendingWork? OfStream { get; set; }

    public EngineParts Parts => progress.Parts;

    /// <summary>The case as it is at this point of the decision.</summary>
    public Case State => progress.State;

    public bool DomainChanged => !ReferenceEquals(progress.Situation.Case.Domain, State.Domain);

    /// <summary>The events to store.</summary>
    public ImmutableArray<WorkflowEvent> Events() => progress.Stored();

    /// <summary>What was accepted; null before.</summary>
    public WorkflowEvent? Cause => progress.Events.Count > 0 ? progress.Events[0] : null;

    public T NewId<T>() where T : struct, INumberId<T> => progress.NewId<T>();

    public void Raise(WorkflowEvent e) => progress.Raise(e);

    public void Resume(InstanceId instance, ExecutionId execution, Stimulus stimulus) => progress.Resume(instance, execution, stimulus);

    public void Restart(InstanceId instance, ExecutionId execution) => progress.Restart(instance, execution);

    public ActivityContext ContextOf(InstanceId instance, ExecutionId execution) => progress.ContextOf(instance, execution);

    /// <summary>What the domain wants when one of its terms passed.</summary>
    /// <returns>Refusals, or an empty list.</returns>
    public ImmutableArray<Refusal> Follow(IReadOnlyList<Effect> wanted) => effects.DoForTerm(wanted);

    /// <summary>Runs until only waits remain. A person's command may still be refused by the step it reaches first.</summary>
    /// <returns>Refusals, or an empty list.</returns>
    public ImmutableArray<Refusal> Run()
    {
        var mark = MarkHere();
        var initial = progress.Situation.Asking.IsPerson ? progress.Work.Scheduled.ToArray() : [];
        try
        {
            do
            {
                while (progress.Take() is { } step)
                {
                    if (Perform(step, Array.Exists(initial, first => ReferenceEquals(first, step))) is { IsEmpty: false } refusals)
                        return refusals;
                }
            }
            while (Waiting.MeetConditions() | trials.Answer());
        }
        catch (OverBudgetException over)
        {
            GoBackTo(mark, new Refusal(over.Code, over.Arguments));
        }
        counters.WriteAll();
        return [];
    }

    /// <summary>Brings the dates of the domain, and the days of open tasks, in line with what they are now.</summary>
    /// <returns>Why they cannot be, or null.</returns>
    public Refusal? Align()
    {
        if (!DomainChanged && Aligning is { IsAsked: false, Passing: null })
            return null;
        progress.BeginExpressionsAnew();
        try
        {
            if (Aligning.AlignTerms() is { } endless)
                return endless;
            Aligning.AlignTasks();
            return null;
        }
        catch (OverBudgetException over)
        {
            return new Refusal(over.Code, over.Arguments);
        }
        catch (Exception failure) when (IsOfStep(failure))
        {
            return Incidents.Told(failure, RefusalCode.DatesFailed, State.Stream.Text);
        }
    }

    public Mark MarkHere() => progress.MarkHere();

    /// <summary>Drops what followed from a cause that nobody can refuse; what was about to be done waits in an incident.</summary>
    /// <param name="mark">Where the steps that it set going stood.</param>
    public void Drop(Mark mark, Refusal why)
    {
        if (OfStream is not { } pending)
        {
            GoBackTo(mark, why);
            return;
        }
        OfStream = null;
        progress.ReturnToCause();
        Incidents.RaiseForStream(pending, why);
    }

    /// <summary>Drops everything after the mark; the work that waited there becomes incidents, and so do conditions that were met since.</summary>
    void GoBackTo(Mark mark, Refusal why)
    {
        var met = progress.Events.Skip(mark.Events).OfType<ConditionMet>().Select(e => e.Execution).ToHashSet();
        progress.Return(mark);
        progress.Work = Work.None;
        foreach (var step in mark.Work.Ends.Concat(mark.Work.Scheduled).Where(IsStillWanted))
            Incidents.Raise(Started(step), why.Code, why.Arguments);
        foreach (var (instance, execution) in State.Instances.Values.SelectMany(i => i.Executions.Values.Select(e => (i.Id, e))).Where(x => met.Contains(x.e.Id) && x.e.Status == ExecutionStatus.Running).ToList())
            Incidents.RaiseForCondition(instance, execution.Id, why);
    }

    ImmutableArray<Refusal> Perform(Step step, bool mayRefuse)
    {
        if (!IsStillWanted(step))
            return [];
        step = Started(step);
        var mark = MarkHere();
        budget.Take(State.Instances[step.Instance].Executions[step.Execution].ActivityId, progress.Events.Count);
        try
        {
            return Carry(step, mayRefuse);
        }
        catch (Exception failure) when (IsOfStep(failure))
        {
            progress.Return(mark);
            Incidents.Raise(step, failure);
            return [];
        }
    }

    /// <summary>What a step throws is the step's own failure, except for what stops the whole decision.</summary>
    public static bool IsOfStep(Exception failure) => failure is not (NeedsException or OverBudgetException);

    /// <summary>The instance, and the execution that the step resumes or starts something in, may have ended meanwhile.</summary>
    bool IsStillWanted(Step step) =>
        State.Instances.TryGetValue(step.Instance, out var instance) && (step.Execution == ExecutionId.None || instance.Executions.ContainsKey(step.Execution));

    /// <summary>A scheduled activity becomes an execution; from here on the step names that.</summary>
    Step Started(Step step)
    {
        if (step.Node is not { } node)
            return step;
        var execution = NewId<ExecutionId>();
        Raise(new ActivityStarted(step.Instance, execution, node.Id, step.Execution, step.Backward));
        foreach (var (name, value) in step.Locals)
            Raise(new VariableSet(step.Instance, execution, name, progress.ContentOf(step.Instance, ContentKind.Variable, value)));
        return new Step(step.Instance, execution, null, false, step.Stimulus);
    }

    ImmutableArray<Refusal> Carry(Step step, bool mayRefuse)
    {
        var context = ContextOf(step.Instance, step.Execution);
        if (context.Node.IsFlowchart)
        {
            Flowchart.Run(context, step.Stimulus);
            return [];
        }
        var kind = Parts.Kinds.For(context.Node) ?? throw new StepFailed(RefusalCode.ActivityUnknown, context.Node.Type, context.Node.DisplayText);
        foreach (var effect in step.Stimulus is null ? kind.Start(context) : kind.Resume(context, step.Stimulus))
        {
            if (effect is Refuse refuse)
                return mayRefuse ? refuse.Refusals : throw new StepFailed(refuse.Refusals[0].Code, [.. refuse.Refusals[0].Arguments]);
            effects.Do(step.Instance, step.Execution, effect);
        }
        return [];
    }
}
