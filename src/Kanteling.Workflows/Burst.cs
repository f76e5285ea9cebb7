using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows;

/// <summary>
/// One run to completion: from an accepted cause until only waits remain. The laws of this file. Every change is an
/// event that is applied at once, so the state in here is always what the events say. A step is all or nothing: when it
/// fails, its events and its queued work are dropped and an incident with that step takes their place, while other
/// branches go on. Ends of nested activities are handled before newly scheduled ones (Elsa's callbacks), scheduled ones
/// in order (Elsa's queue). Over the budget everything after the cause is dropped and one incident names the loop.
/// </summary>
sealed partial class Burst
{
    readonly Domain domain;
    readonly ActivityKinds kinds;
    readonly EngineLimits limits;
    readonly Given given;
    readonly DateTimeOffset now;
    readonly Case before;
    readonly ValueReader values;
    readonly Dictionary<string, int> stepsByActivity = new(StringComparer.Ordinal);
    readonly List<WorkflowEvent> events = [];
    Work work = Work.None;
    long nextId;
    int steps;

    public Burst(Domain domain, ActivityKinds kinds, EngineLimits limits, Case @case, Given given, DateTimeOffset now)
    {
        (this.domain, this.kinds, this.limits, this.given, this.now) = (domain, kinds, limits, given, now);
        before = State = @case;
        nextId = @case.NextId;
        values = new ValueReader(domain, (instance, key) => work.Memory.GetValueOrDefault((instance, key)));
    }

    /// <summary>The case as it is at this point of the decision.</summary>
    public Case State { get; private set; }

    public bool DomainChanged => !ReferenceEquals(before.Domain, State.Domain);

    public long NewId() => nextId++;

    public void Raise(WorkflowEvent e)
    {
        events.Add(e);
        State = Applier.Apply(State, e, now, domain.Apply);
        nextId = Math.Max(nextId, State.NextId);
    }

    public CompiledDefinition DefinitionOf(Instance instance) => given.Get<CompiledDefinition>(Given.DefinitionKey(instance.Definition));

    public void Resume(long instance, long execution, Stimulus stimulus) => Schedule(new Step(instance, execution, null, false, stimulus));

    public void Restart(long instance, long execution) => Schedule(new Step(instance, execution, null, false, null));

    void Schedule(Step step) => work = work with { Scheduled = work.Scheduled.Enqueue(step) };

    void ScheduleEnd(Step step) => work = work with { Ends = work.Ends.Enqueue(step) };

    /// <summary>Opens an instance and schedules its root.</summary>
    public long Begin(CompiledDefinition definition, JsonObject input, string? dossier, string ruleSet, ParentExecution? parent, string? correlation, string? claim, string? startActivity)
    {
        var id = NewId();
        Raise(new InstanceStarted(id, definition.Key, definition.Hash, ruleSet, dossier, parent, correlation, claim, startActivity, Content.Of(dossier, ContentKind.Input, input)));
        if (claim is not null)
            Raise(new ClaimTaken(claim, id));
        Schedule(new Step(id, 0, definition.Definition.Root, false, null));
        return id;
    }

    /// <summary>Runs until only waits remain.</summary>
    /// <param name="isPerson">A person's command may still be refused by the step it reaches first.</param>
    /// <returns>Refusals, or an empty list.</returns>
    public ImmutableArray<Refusal> Run(bool isPerson)
    {
        var mark = MarkHere();
        var initial = isPerson ? work.Scheduled.ToArray() : [];
        try
        {
            do
            {
                while (Take() is { } step)
                {
                    if (Perform(step, Array.Exists(initial, first => ReferenceEquals(first, step))) is { IsEmpty: false } refusals)
                        return refusals;
                }
            }
            while (MeetConditions() | AnswerTrial());
        }
        catch (OverBudgetException over)
        {
            GoBackTo(mark, over.Code, over.Arguments);
        }
        WriteScopes();
        return [];
    }

    /// <summary>Drops everything after the mark; the work that waited there becomes incidents.</summary>
    public void GoBackTo(Mark mark, string code, ImmutableArray<string> arguments)
    {
        Return(mark);
        work = Work.None;
        foreach (var step in mark.Work.Ends.Concat(mark.Work.Scheduled).Where(IsStillWanted))
            RaiseIncident(Started(step), code, arguments, startsAgain: false);
    }

    public Mark MarkHere() => new(State, events.Count, work, nextId);

    void Return(Mark mark)
    {
        events.RemoveRange(mark.Events, events.Count - mark.Events);
        (State, work, nextId) = (mark.State, mark.Work, mark.NextId);
    }

    Step? Take()
    {
        if (!work.Ends.IsEmpty)
        {
            work = work with { Ends = work.Ends.Dequeue(out var end) };
            return end;
        }
        if (work.Scheduled.IsEmpty)
            return null;
        work = work with { Scheduled = work.Scheduled.Dequeue(out var step) };
        return step;
    }

    ImmutableArray<Refusal> Perform(Step step, bool mayRefuse)
    {
        if (!IsStillWanted(step))
            return [];
        step = Started(step);
        var mark = MarkHere();
        CountStep(State.Instances[step.Instance].Executions[step.Execution].ActivityId);
        try
        {
            return Carry(step, mayRefuse);
        }
        catch (Exception failure) when (IsOfStep(failure))
        {
            Return(mark);
            RaiseIncident(step, failure);
            return [];
        }
    }

    /// <summary>What a step throws is the step's own failure, except for what stops the whole decision.</summary>
    static bool IsOfStep(Exception failure) => failure is not (NeedsException or OverBudgetException);

    /// <summary>The instance, and the execution that the step resumes or starts something in, may have ended meanwhile.</summary>
    bool IsStillWanted(Step step) =>
        State.Instances.TryGetValue(step.Instance, out var instance) && (step.Execution == 0 || instance.Executions.ContainsKey(step.Execution));

    /// <summary>A scheduled activity becomes an execution; from here on the step names that.</summary>
    Step Started(Step step)
    {
        if (step.Node is not { } node)
            return step;
        var execution = NewId();
        Raise(new ActivityStarted(step.Instance, execution, node.Id, step.Execution, step.Backward));
        foreach (var (name, value) in step.Locals)
            Raise(new VariableSet(step.Instance, execution, name, ContentOf(step.Instance, ContentKind.Variable, value)));
        return new Step(step.Instance, execution, null, false, step.Stimulus);
    }

    void CountStep(string activity)
    {
        stepsByActivity[activity] = stepsByActivity.GetValueOrDefault(activity) + 1;
        if (++steps > limits.StepsPerDecision)
            throw new OverBudgetException(RefusalCode.LoopWithoutWait, [.. stepsByActivity.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(5).Select(s => s.Key)]);
        if (events.Count > limits.EventsPerDecision)
            throw new OverBudgetException(RefusalCode.DecisionTooLarge, [activity]);
    }

    ImmutableArray<Refusal> Carry(Step step, bool mayRefuse)
    {
        var context = ContextOf(step.Instance, step.Execution);
        if (context.Node.IsFlowchart)
        {
            RunFlowchart(context, step.Stimulus);
            return [];
        }
        var kind = kinds.For(context.Node) ?? throw new StepFailed(RefusalCode.ActivityUnknown, context.Node.Type, context.Node.DisplayText);
        foreach (var effect in step.Stimulus is null ? kind.Start(context) : kind.Resume(context, step.Stimulus))
        {
            if (effect is Refuse refuse)
                return mayRefuse ? refuse.Refusals : throw new StepFailed(refuse.Refusals[0].Code, [.. refuse.Refusals[0].Arguments]);
            Do(step.Instance, step.Execution, effect);
        }
        return [];
    }

    public ActivityContext ContextOf(long instanceId, long execution)
    {
        var instance = State.Instances[instanceId];
        var definition = DefinitionOf(instance);
        var node = definition.Node(instance.Executions[execution].ActivityId);
        return new ActivityContext(definition, node, instance, execution, State, State.Domain, given, now, values);
    }

    void RaiseIncident(Step step, Exception failure)
    {
        var (code, arguments) = Told(failure, step.Instance, step.Execution);
        RaiseIncident(step, code, arguments, failure is StepFailed { StartsAgain: true });
    }

    /// <summary>The message of an unforeseen failure may hold personal data, and an incident is never erased: only its kind is kept.</summary>
    (string Code, ImmutableArray<string> Arguments) Told(Exception failure, long instance, long execution) => failure is StepFailed known
        ? (known.Code, known.Arguments)
        : (RefusalCode.ActivityFailed, [NodeOf(instance, execution).DisplayText, failure.GetType().Name]);

    void RaiseIncident(Step step, string code, ImmutableArray<string> arguments, bool startsAgain)
    {
        var stimulus = startsAgain ? null : step.Stimulus?.ToContent(State.Instances[step.Instance].Dossier);
        RaiseIncident(step.Instance, step.Execution, code, arguments, new PendingWork(stimulus is null ? PendingKind.Start : PendingKind.Resume, stimulus));
    }

    void RaiseIncident(long instance, long execution, string code, ImmutableArray<string> arguments, PendingWork pending) =>
        Raise(new IncidentRaised(NewId(), instance, execution, State.Instances[instance].Executions[execution].ActivityId, code, arguments, pending));

    ActivityNode NodeOf(long instanceId, long execution)
    {
        var instance = State.Instances[instanceId];
        return DefinitionOf(instance).Node(instance.Executions[execution].ActivityId);
    }

    /// <summary>The events worth storing: what began and ended within this decision leaves no start behind.</summary>
    public ImmutableArray<WorkflowEvent> Events()
    {
        var alive = State.Instances.Values.SelectMany(i => i.Executions.Keys).ToHashSet();
        var passed = events.OfType<ActivityStarted>().Select(e => e.Execution).Where(id => !alive.Contains(id)).ToHashSet();
        return [.. events.Where(e => e switch
        {
            ActivityStarted x => !passed.Contains(x.Execution),
            ActivityCancelled x => !passed.Contains(x.Execution),
            VariableSet x => !passed.Contains(x.Scope),
            FlowAdvanced x => !passed.Contains(x.Scope),
            _ => true,
        })];
    }

    /// <summary>Work to do: start <see cref="Node"/> in <see cref="Execution"/> (0 is the instance), or resume that execution.</summary>
    internal sealed record Step(long Instance, long Execution, ActivityNode? Node, bool Backward, Stimulus? Stimulus)
    {
        public ImmutableArray<KeyValuePair<string, JsonNode?>> Locals { get; init; } = [];
    }

    /// <summary>What is still to be done, and what is only written at the end of the decision.</summary>
    /// <param name="Ends">Ends of nested activities and flows, for the executions around them.</param>
    /// <param name="Scopes">Counters of flowcharts that changed.</param>
    /// <param name="Skipped">Activities that were passed over.</param>
    /// <param name="Memory">Variables that live for one decision.</param>
    internal sealed record Work(
        ImmutableQueue<Step> Ends, ImmutableQueue<Step> Scheduled, ImmutableDictionary<(long Instance, long Owner), Scope> Scopes,
        ImmutableHashSet<(long Instance, long Owner, string Activity)> Skipped, ImmutableDictionary<(long Instance, VariableKey Key), Content> Memory)
    {
        public static readonly Work None = new(
            [], [], ImmutableDictionary<(long, long), Scope>.Empty, [], ImmutableDictionary<(long, VariableKey), Content>.Empty);
    }

    /// <summary>A point of the decision to which it can go back: the state, how many events there were, and the work.</summary>
    internal sealed record Mark(Case State, int Events, Work Work, long NextId);

    sealed class OverBudgetException(string code, ImmutableArray<string> arguments) : Exception(code)
    {
        public string Code { get; } = code;
        public ImmutableArray<string> Arguments { get; } = arguments;
    }
}
