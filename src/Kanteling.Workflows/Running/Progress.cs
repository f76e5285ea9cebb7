using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// How far a decision has come: its events, the case that they make, and the work that waits. The law: every change is an
/// event that is applied at once, so the state in here is always what the events say; and it can go back to a mark.
/// </summary>
sealed class Progress
{
    readonly ValueReader values;
    readonly List<WorkflowEvent> events = [];
    Mark? afterCause;
    long nextId;

    public Progress(EngineParts parts, Situation situation)
    {
        (Parts, Situation, State, nextId) = (parts, situation, situation.Case, situation.Case.NextId);
        values = new ValueReader(parts, (instance, key) => Work.Memory.GetValueOrDefault((instance, key)));
    }

    public EngineParts Parts { get; }

    public Situation Situation { get; }

    /// <summary>The case as it is at this point of the decision.</summary>
    public Case State { get; private set; }

    public IReadOnlyList<WorkflowEvent> Events => events;

    public Work Work { get; set; } = Work.None;

    public T NewId<T>() where T : struct, INumberId<T> => T.Of(nextId++);

    public void Raise(WorkflowEvent e)
    {
        events.Add(e);
        State = Applier.Apply(State, e, Situation.Now, Parts.Domain.Apply);
        nextId = Math.Max(nextId, State.NextId);
        afterCause ??= MarkHere();
    }

    public void Schedule(Step step) => Work = Work with { Scheduled = Work.Scheduled.Enqueue(step) };

    public void ScheduleEnd(Step step) => Work = Work with { Ends = Work.Ends.Enqueue(step) };

    public void Resume(InstanceId instance, ExecutionId execution, Stimulus stimulus) => Schedule(new Step(instance, execution, null, false, stimulus));

    public void Restart(InstanceId instance, ExecutionId execution) => Schedule(new Step(instance, execution, null, false, null));

    /// <summary>Ends of nested activities go first (Elsa's callbacks), then what was scheduled, in order (Elsa's queue).</summary>
    public Step? Take()
    {
        if (!Work.Ends.IsEmpty)
        {
            Work = Work with { Ends = Work.Ends.Dequeue(out var end) };
            return end;
        }
        if (Work.Scheduled.IsEmpty)
            return null;
        Work = Work with { Scheduled = Work.Scheduled.Dequeue(out var step) };
        return step;
    }

    /// <summary>Expressions have their whole budget again.</summary>
    public void BeginExpressionsAnew() => values.BeginAnew();

    public Mark MarkHere() => new(State, events.Count, Work, nextId);

    public void Return(Mark mark)
    {
        events.RemoveRange(mark.Events, events.Count - mark.Events);
        (State, Work, nextId) = (mark.State, mark.Work, mark.NextId);
    }

    /// <summary>Only the cause is left, and no work.</summary>
    public void ReturnToCause() => Return(afterCause! with { Work = Work.None });

    public CompiledDefinition DefinitionOf(Instance instance) => Situation.Given.Get<CompiledDefinition>(Given.DefinitionKey(instance.Definition));

    public ActivityNode NodeOf(InstanceId instanceId, ExecutionId execution)
    {
        var instance = State.Instances[instanceId];
        return DefinitionOf(instance).Node(instance.Executions[execution].ActivityId);
    }

    public ActivityContext ContextOf(InstanceId instance, ExecutionId execution) =>
        new(DefinitionOf(State.Instances[instance]), new Standing(State, instance, execution), Situation.Given, Situation.Now, values.Evaluate);

    public Content ContentOf(InstanceId instance, string kind, JsonNode? value) => Content.Of(State.Instances[instance].Dossier, kind, value);

    /// <summary>The deadline that an execution asks for.</summary>
    public Deadline DeadlineOf(InstanceId instance, ExecutionId execution, SetDeadline x) => new(
        NewId<DeadlineId>(), instance, execution, State.Instances[instance].Dossier, x.For, x.Key, x.LastDay, x.DueAt.ToUniversalTime(), x.Explanation);

    /// <summary>The events worth storing: what began and ended within this decision leaves no start behind.</summary>
    public ImmutableArray<WorkflowEvent> Stored()
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
}
