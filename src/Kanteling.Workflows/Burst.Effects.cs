using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// How each effect of an activity becomes events.
sealed partial class Burst
{
    /// <summary>Why something was withdrawn, as it is stored.</summary>
    const string RaceLost = "RACE_LOST", Completed = "COMPLETED", ContainerCompleted = "CONTAINER_COMPLETED", InstanceEnded = "INSTANCE_ENDED";

    void Do(long instance, long execution, Effect effect)
    {
        switch (effect)
        {
            case Complete x: CompleteExecution(instance, execution, x.Outcomes, x.Output); break;
            case Schedule x: Schedule(new Step(instance, execution, x.Node, false, null) { Locals = x.Locals }); break;
            case OpenTask x: Open(instance, execution, x); break;
            case EscalateTask x: Escalate(instance, execution, x); break;
            case SetDeadline x: SetDeadlineFor(instance, execution, x); break;
            case AwaitEvent x: Raise(new WaitOpened(instance, new EventWait(NewId(), execution, x.Name, x.Correlation))); break;
            case AwaitCondition x: Raise(new WaitOpened(instance, new ConditionWait(NewId(), execution, x.Feel))); break;
            case Send x: SendMessage(instance, execution, x); break;
            case StartFlow x: BeginChild(instance, execution, x); break;
            case PublishHere x: Publish(x.Name, x.Correlation, x.Payload, x.OnlyThisInstance ? instance : null); break;
            case SetVariable x: Set(instance, execution, x.Variable, x.Value); break;
            case GiveOutput x: Give(instance, execution, x.Output, x.Value); break;
            case SetLocal x: Raise(new VariableSet(instance, execution, x.Name, ContentOf(instance, ContentKind.Variable, x.Value))); break;
            case SetOutput x: Raise(new OutputSet(instance, x.Name, ContentOf(instance, ContentKind.Output, x.Value))); break;
            case Happened x: Raise(new DomainEvent(x.Event)); break;
            case NameInstance x: Raise(new InstanceNamed(instance, ContentOf(instance, ContentKind.Name, x.Name))); break;
            case CorrelateInstance x: Raise(new InstanceCorrelated(instance, x.Correlation)); break;
            case BreakLoop: Break(instance, execution); break;
            case EndInstance x: Finish(instance, x.Status, x.Outcomes); break;
            case StopInstances x: Stop(instance, x); break;
            case CancelChildren: CancelNested(instance, execution, RaceLost); break;
            case CancelInbound: CancelInboundOf(instance, execution); break;
            default: throw new InvalidOperationException($"No such effect: {effect.GetType().Name}.");
        }
    }

    Content ContentOf(long instance, string kind, JsonNode? value) => Content.Of(State.Instances[instance].Dossier, kind, value);

    void Open(long instanceId, long execution, OpenTask x)
    {
        var instance = State.Instances[instanceId];
        var node = NodeOf(instanceId, execution);
        var task = new WorkTask(
            NewId(), instanceId, execution, node.Id, node.Type, instance.Dossier, 1, x.Title, x.Address, null, x.Form, Listed(x.Outcomes),
            x.Due is { } due ? due with { DueAt = due.DueAt.ToUniversalTime(), Explanation = Listed(due.Explanation) } : null,
            new Because(before.Version + 1, Listed(x.Sources), x.Because), x.Answers is null ? null : ContentOf(instanceId, ContentKind.Answers, x.Answers), now);
        Raise(new TaskOpened(task));
        Give(instanceId, execution, "taskId", string.Create(CultureInfo.InvariantCulture, $"{State.Stream}-{task.Id}"));
    }

    static ImmutableArray<T> Listed<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    void Escalate(long instance, long execution, EscalateTask x)
    {
        if (ContextOf(instance, execution).OpenTask is { } task)
            Raise(new TaskEscalated(instance, task.Id, x.Address ?? task.Address));
    }

    void SetDeadlineFor(long instance, long execution, SetDeadline x) =>
        Raise(new DeadlineSet(new Deadline(
            NewId(), instance, execution, State.Instances[instance].Dossier, x.For, x.Key, x.LastDay, x.DueAt.ToUniversalTime(), Listed(x.Explanation))));

    void SendMessage(long instance, long execution, Send x)
    {
        var message = new Message(NewId(), x.Kind, x.Target, ContentOf(instance, ContentKind.Payload, x.Body), instance, execution, now);
        Raise(new MessageQueued(message));
        if (x.AwaitReply)
            Raise(new WaitOpened(instance, new ReplyWait(message.Id, execution)));
    }

    /// <summary>Starts another flow of this stream on behalf of an execution.</summary>
    void BeginChild(long instanceId, long execution, StartFlow x)
    {
        var instance = State.Instances[instanceId];
        if (Depth(instance) >= limits.NestedFlows)
            throw new StepFailed(RefusalCode.FlowsTooDeep, x.DefinitionId, limits.NestedFlows.ToString(CultureInfo.InvariantCulture));
        var key = x.Version is { } version ? Given.DefinitionKey(new DefinitionVersion(x.DefinitionId, version)) : Given.PublishedKey(x.DefinitionId);
        var definition = given.Find<CompiledDefinition>(key) ?? throw new StepFailed(RefusalCode.DefinitionNotFound, x.DefinitionId);
        var child = Begin(definition, x.Input, x.Dossier ?? instance.Dossier, x.RuleSet ?? instance.RuleSet, new ParentExecution(instanceId, execution, x.Waits), x.Correlation ?? instance.Correlation, null, null);
        if (x.Waits)
            Raise(new WaitOpened(instanceId, new ChildWait(child, execution)));
    }

    int Depth(Instance instance)
    {
        var depth = 0;
        for (var parent = instance.Parent; parent is not null && depth <= limits.NestedFlows; parent = State.Instances.GetValueOrDefault(parent.Instance)?.Parent)
            depth++;
        return depth;
    }

    /// <summary>Every wait of this stream for the event goes on, or only those of one instance.</summary>
    /// <returns>Whether anything waited for it.</returns>
    public bool Publish(string name, string? correlation, JsonNode? payload, long? only = null)
    {
        var waits = State.Instances.Values.Where(i => only is null || i.Id == only).SelectMany(i => i.Waits.Values.OfType<EventWait>().Select(w => (Instance: i.Id, Wait: w)))
            .Where(x => x.Wait.Name == name && (x.Wait.Correlation is null || x.Wait.Correlation == correlation)).ToList();
        foreach (var (instance, wait) in waits)
        {
            Raise(new WaitClosed(instance, wait.Id));
            Resume(instance, wait.Execution, new EventCame(name, payload?.DeepClone()));
        }
        return waits.Count > 0;
    }

    void Set(long instanceId, long execution, string variable, JsonNode? value)
    {
        var instance = State.Instances[instanceId];
        if (ValueReader.AddressOf(DefinitionOf(instance), instance, execution, variable) is not { } address)
            throw new StepFailed(RefusalCode.VariableUnknown, NodeOf(instanceId, execution).DisplayText, variable);
        var content = ContentOf(instanceId, ContentKind.Variable, VariableTypes.Fit(address.Declaration, value));
        if (content.Text!.Length > limits.VariableLength)
            throw new StepFailed(RefusalCode.VariableTooLarge, variable);
        if (address.Declaration.Storage == VariableStorage.Burst)
            work = work with { Memory = work.Memory.SetItem((instanceId, address.Key), content) };
        else
            Raise(new VariableSet(instanceId, address.Key.Scope, address.Key.Variable, content));
    }

    /// <summary>A value goes to what the drawing bound this output to: a variable in scope, or an output of the flow.</summary>
    void Give(long instanceId, long execution, string output, JsonNode? value)
    {
        var instance = State.Instances[instanceId];
        var definition = DefinitionOf(instance);
        if (!definition.Node(instance.Executions[execution].ActivityId).Outputs.TryGetValue(output, out var target))
            return;
        if (ValueReader.AddressOf(definition, instance, execution, target) is null && definition.Definition.Outputs.Any(o => o.Name == target))
            Raise(new OutputSet(instanceId, target, ContentOf(instanceId, ContentKind.Output, value)));
        else
            Set(instanceId, execution, target, value);
    }

    void CompleteExecution(long instanceId, long execution, ImmutableArray<string> outcomes, JsonNode? output)
    {
        var running = State.Instances[instanceId].Executions[execution];
        if (output is not null)
            Give(instanceId, execution, "result", output);
        CancelNested(instanceId, execution, ContainerCompleted);
        CloseWaits(instanceId, execution, Completed);
        WriteScope(instanceId, execution);
        Raise(new ActivityCompleted(instanceId, execution, running.ActivityId, outcomes, null, output is null ? null : ContentOf(instanceId, ContentKind.Output, output)));
        if (running.Parent == 0)
            Finish(instanceId, InstanceStatus.Finished, outcomes);
        else
            ScheduleEnd(new Step(instanceId, running.Parent, null, false, new ChildCompleted(running.ActivityId, outcomes, running.StartedBackward)));
    }

    /// <summary>Ends an instance, whatever is still running in it, and tells who waited for it.</summary>
    public void Finish(long instanceId, InstanceStatus status, ImmutableArray<string> outcomes)
    {
        foreach (var root in State.Instances[instanceId].Executions.Values.Where(e => e.Parent == 0).Select(e => e.Id).ToList())
            CancelExecution(instanceId, root, InstanceEnded);
        var instance = State.Instances[instanceId];
        if (instance.Claim is { } claim)
            Raise(new ClaimReleased(claim));
        Raise(new InstanceFinished(instanceId, status, outcomes));
        if (instance.Parent is { Waits: true } parent && State.Instances.TryGetValue(parent.Instance, out var waiting) && waiting.Waits.ContainsKey(instanceId))
        {
            Raise(new WaitClosed(parent.Instance, instanceId));
            var output = new JsonObject(instance.Output.Select(o => KeyValuePair.Create(o.Key, o.Value.Value)));
            ScheduleEnd(new Step(parent.Instance, parent.Execution, null, false, new ChildEnded(instanceId, status, outcomes, output)));
        }
    }

    void CancelNested(long instance, long execution, string why)
    {
        foreach (var child in State.Instances[instance].Executions.Values.Where(e => e.Parent == execution).Select(e => e.Id).ToList())
            CancelExecution(instance, child, why);
        // Work that was queued inside an execution that is no more is not done.
        if (work.Scheduled.Any(IsInside))
            work = work with { Scheduled = [.. work.Scheduled.Where(s => !IsInside(s))] };

        bool IsInside(Step s) => s.Instance == instance && s.Execution == execution && s.Node is not null;
    }

    public void CancelExecution(long instance, long execution, string why)
    {
        CancelNested(instance, execution, why);
        CloseWaits(instance, execution, why);
        Raise(new ActivityCancelled(instance, execution, State.Instances[instance].Executions[execution].ActivityId));
    }

    void CloseWaits(long instance, long execution, string why)
    {
        foreach (var wait in State.Instances[instance].Waits.Values.Where(w => w.Execution == execution).ToList())
            CloseWait(instance, wait, why);
    }

    /// <summary>Nobody waits for this any longer; a flow that ran only for this wait is cancelled.</summary>
    public void CloseWait(long instance, Wait wait, string why)
    {
        Raise(wait switch
        {
            TaskWait task => new TaskWithdrawn(instance, task.Id, why),
            DeadlineWait deadline => new DeadlineCancelled(deadline.Id, why),
            _ => new WaitClosed(instance, wait.Id),
        });
        if (wait is ChildWait && State.Instances.ContainsKey(wait.Id))
            Finish(wait.Id, InstanceStatus.Cancelled, []);
    }

    /// <summary>The nearest loop around this execution ends, with everything inside it.</summary>
    void Break(long instanceId, long execution)
    {
        var instance = State.Instances[instanceId];
        var definition = DefinitionOf(instance);
        for (var around = instance.Executions.GetValueOrDefault(instance.Executions[execution].Parent); around is not null; around = instance.Executions.GetValueOrDefault(around.Parent))
        {
            if (Loops.IsLoop(definition.Node(around.ActivityId).Type))
            {
                CompleteExecution(instanceId, around.Id, Complete.Done, null);
                return;
            }
        }
        throw new StepFailed(RefusalCode.BreakOutsideLoop, definition.Node(instance.Executions[execution].ActivityId).DisplayText);
    }
}
