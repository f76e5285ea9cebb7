using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// What the decider asks besides running: repairing, following a term, and seeing that nothing is stuck.
sealed partial class Burst
{
    public bool HasCalendarChanged => events is [CalendarChanged, ..];

    /// <summary>Another calendar moved nothing here: not worth a commit in every stream there is.</summary>
    public bool IsCalendarIdle => events is [CalendarChanged];

    public string WhyMoved => HasCalendarChanged ? "CALENDAR_CHANGED" : "TERM_CHANGED";

    /// <summary>Whether this very term passed in this decision.</summary>
    public bool HasPassed(Term term) => events is [DeadlinePassed passed, ..] && before.Terms.GetValueOrDefault(passed.Deadline) is { For: DeadlineFor.Term } deadline
        && deadline.Key == term.Key && deadline.DueAt == term.DueAt;

    /// <summary>Sets the variables a repair names.</summary>
    public ImmutableArray<Refusal> Repair(Incident incident, JsonObject values)
    {
        var instance = State.Instances[incident.Instance];
        var definition = DefinitionOf(instance);
        var unknown = values.Select(v => v.Key).Where(name => ValueReader.AddressOf(definition, instance, incident.Execution, name) is null).ToList();
        if (unknown.Count > 0)
            return [Refusal.Of(RefusalCode.VariableUnknown, definition.Node(incident.ActivityId).DisplayText, string.Join(", ", unknown))];
        foreach (var (name, value) in values)
            Set(incident.Instance, incident.Execution, name, value?.DeepClone());
        return [];
    }

    /// <summary>Goes on as if the step had ended with this outcome.</summary>
    public void Skip(Incident incident, string outcome) => CompleteExecution(incident.Instance, incident.Execution, [outcome], null);

    /// <summary>
    /// What the domain wants when one of its terms passed. No execution asked for it, so only these effects make sense.
    /// A flow that is not published is a refusal: the deadline stays, overdue and visible, and fires once it is.
    /// </summary>
    public ImmutableArray<Refusal> Follow(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Happened x: Raise(new DomainEvent(x.Event)); break;
                case StopInstances x: StopAll(x); break;
                case PublishHere x: Publish(x.Name, x.Correlation, x.Payload); break;
                case StartFlow x when given.Find<CompiledDefinition>(Given.PublishedKey(x.DefinitionId)) is { } definition:
                    Begin(definition, x.Input, x.Dossier, x.RuleSet ?? "", null, x.Correlation, null, null);
                    break;
                case StartFlow x: return [Refusal.Of(RefusalCode.DefinitionNotFound, x.DefinitionId)];
                default: throw new InvalidOperationException($"A term cannot ask for {effect.GetType().Name}.");
            }
        }
        return [];
    }

    /// <summary>The days of open tasks follow the clocks of the domain and the calendar.</summary>
    public void AlignTasks()
    {
        foreach (var task in State.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => w.Task).ToList())
        {
            if (kinds.For(NodeOf(task.Instance, task.Execution))?.Again is { } again && MomentsOf(again, task) is { } moments
                && (moments.Due?.DueAt != task.Due?.DueAt || moments.Due?.LastDay != task.Due?.LastDay))
            {
                Align(task, moments);
            }
        }
    }

    /// <summary>Null when the step cannot tell any more: then the task keeps its day.</summary>
    TaskMoments? MomentsOf(Func<ActivityContext, WorkTask, TaskMoments> again, WorkTask task)
    {
        try
        {
            return again(ContextOf(task.Instance, task.Execution), task);
        }
        catch (StepFailed)
        {
            return null;
        }
    }

    void Align(WorkTask task, TaskMoments moments)
    {
        var due = moments.Due is { } moved ? moved with { DueAt = moved.DueAt.ToUniversalTime(), Explanation = Listed(moved.Explanation) } : null;
        Raise(new TaskDueMoved(task.Instance, task.Id, due, WhyMoved));
        var wanted = moments.Deadlines.ToDictionary(d => d.Key, StringComparer.Ordinal);
        foreach (var deadline in State.Instances[task.Instance].Waits.Values.OfType<DeadlineWait>().Select(w => w.Deadline).Where(d => d.Execution == task.Execution && d.For == DeadlineFor.Task).ToList())
        {
            if (!wanted.Remove(deadline.Key, out var moment))
                Raise(new DeadlineCancelled(deadline.Id, "TERM_ENDED"));
            else if (moment.DueAt != deadline.DueAt)
                Raise(new DeadlineMoved(deadline.Id, moment.LastDay, moment.DueAt.ToUniversalTime(), Listed(moment.Explanation), WhyMoved));
        }
        foreach (var moment in moments.Deadlines.Where(d => wanted.ContainsKey(d.Key)))
            SetDeadlineFor(task.Instance, task.Execution, moment);
    }

    /// <summary>Executions whose wait for a condition is over go on.</summary>
    bool MeetConditions()
    {
        foreach (var instance in State.Instances.Values)
        {
            foreach (var wait in instance.Waits.Values.OfType<ConditionWait>())
            {
                if (State.Instances.GetValueOrDefault(instance.Id)?.Executions.GetValueOrDefault(wait.Execution)?.Status == ExecutionStatus.Running)
                    Meet(instance.Id, wait);
            }
        }
        return !work.Scheduled.IsEmpty;
    }

    void Meet(long instance, ConditionWait wait)
    {
        try
        {
            if (!values.Condition(ContextOf(instance, wait.Execution), wait.Feel))
                return;
            Raise(new ConditionMet(wait.Execution));
            Raise(new WaitClosed(instance, wait.Id));
            Resume(instance, wait.Execution, new ConditionTrue());
        }
        catch (Exception failure) when (IsOfStep(failure))
        {
            var (code, arguments) = Told(failure, instance, wait.Execution);
            RaiseIncident(instance, wait.Execution, code, arguments, new PendingWork(PendingKind.Condition));
        }
    }

    /// <summary>No case is ever silently stuck: a step that holds nothing, waits for nothing and has no incident becomes one.</summary>
    public void RaiseForStuck()
    {
        foreach (var instance in State.Instances.Values)
        {
            var held = instance.Executions.Values.Select(e => e.Parent)
                .Concat(instance.Waits.Values.Select(w => w.Execution)).Concat(instance.Incidents.Values.Select(x => x.Execution)).ToHashSet();
            foreach (var execution in instance.Executions.Values.Where(e => !held.Contains(e.Id)))
                RaiseIncident(instance.Id, execution.Id, RefusalCode.InstanceStuck, [NodeOf(instance.Id, execution.Id).DisplayText], new PendingWork(PendingKind.Start));
        }
    }
}
