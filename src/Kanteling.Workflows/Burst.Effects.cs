using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// How each effect of an activity becomes events.
sealed partial class Burst
{
    void Do(long instance, long execution, Effect effect)
    {
        switch (effect)
        {
            case Complete x: CompleteExecution(instance, execution, x.Outcomes, x.Output); break;
            case Schedule x: scheduled = scheduled.Enqueue(new Step(instance, execution, x.Node, x.Backward, null) { Locals = x.Locals }); break;
            case OpenTask x: Raise(new TaskOpened(TaskOf(instance, execution, x))); break;
            case EscalateTask x: Escalate(instance, execution, x); break;
            case SetDeadline x: SetDeadlineFor(instance, execution, x); break;
            case AwaitEvent x: Raise(new WaitOpened(instance, new EventWait(NewId(), execution, x.Name, x.Correlation))); break;
            case AwaitCondition x: Raise(new WaitOpened(instance, new ConditionWait(NewId(), execution, x.Feel))); break;
            case Send x: SendMessage(instance, execution, x); break;
            case StartFlow x: BeginChild(instance, execution, x); break;
            case PublishHere x: Publish(x.Name, x.Correlation, x.Payload); break;
            case SetVariable x: Set(instance, execution, x.Variable, x.Value); break;
            case SetLocal x: Raise(new VariableSet(instance, execution, x.Name, ContentOf(instance, ContentKind.Variable, x.Value))); break;
            case SetOutput x: Raise(new OutputSet(instance, x.Name, ContentOf(instance, ContentKind.Output, x.Value))); break;
            case Happened x: Raise(new DomainEvent(x.Event)); break;
            case NameInstance x: Raise(new InstanceNamed(instance, ContentOf(instance, ContentKind.Name, x.Name))); break;
            case CorrelateInstance x: Raise(new InstanceCorrelated(instance, x.Correlation)); break;
            case BreakLoop: Break(instance, execution); break;
            case EndInstance x: Finish(instance, x.Status, x.Outcomes); break;
            case CancelChildren: CancelNested(instance, execution, "RACE_LOST"); break;
            case CancelInbound: CancelAncestorsOf(instance, execution); break;
            default: throw new InvalidOperationException($"No such effect: {effect.GetType().Name}.");
        }
    }

    Content ContentOf(long instance, string kind, JsonNode? value) => Content.Of(State.Instances[instance].Dossier, kind, value);

    WorkTask TaskOf(long instanceId, long execution, OpenTask x)
    {
        var instance = State.Instances[instanceId];
        var node = DefinitionOf(instance).Node(instance.Executions[execution].ActivityId);
        var because = new Because(before.Version + 1, x.Sources.IsDefault ? [] : x.Sources, x.Because);
        return new WorkTask(
            NewId(), instanceId, execution, node.Id, node.Type, instance.Dossier, 1, x.Title, x.Address, null, x.Form, x.Outcomes, x.Due, because,
            x.Answers is null ? null : ContentOf(instanceId, ContentKind.Answers, x.Answers), now);
    }

    void Escalate(long instance, long execution, EscalateTask x)
    {
        if (ContextOf(instance, execution).OpenTask is { } task)
            Raise(new TaskEscalated(instance, task.Id, x.Address ?? task.Address));
    }

    void SetDeadlineFor(long instance, long execution, SetDeadline x) =>
        Raise(new DeadlineSet(new Deadline(
            NewId(), instance, execution, State.Instances[instance].Dossier, x.For, x.Key, x.LastDay, x.DueAt.ToUniversalTime(), x.Explanation.IsDefault ? [] : x.Explanation)));

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
            throw new StepFailed("FLOWS_TOO_DEEP", x.DefinitionId, limits.NestedFlows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var key = x.Version is { } version ? Given.DefinitionKey(new DefinitionVersion(x.DefinitionId, version)) : Given.PublishedKey(x.DefinitionId);
        var definition = given.Find<CompiledDefinition>(key) ?? throw new StepFailed("DEFINITION_NOT_FOUND", x.DefinitionId);
        var child = Begin(definition, x.Input, x.Dossier ?? instance.Dossier, instance.RuleSet, new ParentExecution(instanceId, execution, x.Waits), x.Correlation ?? instance.Correlation, null, null);
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

    /// <summary>Every wait of this stream for the event goes on.</summary>
    /// <returns>Whether anything waited for it.</returns>
    public bool Publish(string name, string? correlation, JsonNode? payload)
    {
        var waits = State.Instances.Values.SelectMany(i => i.Waits.Values.OfType<EventWait>().Select(w => (Instance: i.Id, Wait: w)))
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
        var definition = DefinitionOf(instance);
        if (ValueReader.AddressOf(definition, instance, execution, variable) is not { } address)
            throw new StepFailed("VARIABLE_UNKNOWN", definition.Node(instance.Executions[execution].ActivityId).DisplayText, variable);
        var content = ContentOf(instanceId, ContentKind.Variable, value);
        if (content.Text!.Length > limits.VariableLength)
            throw new StepFailed("VARIABLE_TOO_LARGE", variable);
        if (address.Declaration.Storage == VariableStorage.Burst)
            memory[(instanceId, address.Key)] = content;
        else
            Raise(new VariableSet(instanceId, address.Key.Scope, address.Key.Variable, content));
    }

    void CompleteExecution(long instanceId, long execution, ImmutableArray<string> outcomes, JsonNode? output)
    {
        var instance = State.Instances[instanceId];
        var running = instance.Executions[execution];
        var node = DefinitionOf(instance).Node(running.ActivityId);
        if (output is not null && node.Outputs.TryGetValue("result", out var variable))
            Set(instanceId, execution, variable, output);
        CancelNested(instanceId, execution, "CONTAINER_COMPLETED");
        CloseWaits(instanceId, execution, "COMPLETED");
        WriteScope(instanceId, execution);
        Raise(new ActivityCompleted(instanceId, execution, running.ActivityId, outcomes, null, output is null ? null : ContentOf(instanceId, ContentKind.Output, output)));
        if (running.Parent == 0)
            EndRoot(instanceId, node, outcomes);
        else
            ends = ends.Enqueue(new Step(instanceId, running.Parent, null, false, new ChildCompleted(running.ActivityId, outcomes, running.StartedBackward)));
    }

    void EndRoot(long instance, ActivityNode root, ImmutableArray<string> outcomes) => Finish(instance, InstanceStatus.Finished, outcomes);

    /// <summary>Ends an instance, whatever is still running in it, and tells who waited for it.</summary>
    public void Finish(long instanceId, InstanceStatus status, ImmutableArray<string> outcomes)
    {
        foreach (var root in State.Instances[instanceId].Executions.Values.Where(e => e.Parent == 0).Select(e => e.Id).ToList())
            CancelExecution(instanceId, root, "INSTANCE_ENDED");
        var instance = State.Instances[instanceId];
        if (instance.Claim is { } claim)
            Raise(new ClaimReleased(claim));
        Raise(new InstanceFinished(instanceId, status, outcomes));
        if (instance.Parent is { Waits: true } parent && State.Instances.TryGetValue(parent.Instance, out var waiting) && waiting.Waits.ContainsKey(instanceId))
        {
            Raise(new WaitClosed(parent.Instance, instanceId));
            var output = new JsonObject(instance.Output.Select(o => KeyValuePair.Create(o.Key, o.Value.Value)));
            ends = ends.Enqueue(new Step(parent.Instance, parent.Execution, null, false, new ChildEnded(instanceId, status, outcomes, output)));
        }
    }

    void CancelNested(long instance, long execution, string why)
    {
        foreach (var child in State.Instances[instance].Executions.Values.Where(e => e.Parent == execution).Select(e => e.Id).ToList())
            CancelExecution(instance, child, why);
        scheduled = Without(scheduled, instance, execution);
        ends = Without(ends, instance, execution);
    }

    /// <summary>Work that was queued inside an execution that is no more is not done.</summary>
    static ImmutableQueue<Step> Without(ImmutableQueue<Step> queue, long instance, long owner) =>
        queue.Any(s => s.Instance == instance && s.Execution == owner && s.Node is not null)
            ? ImmutableQueue.CreateRange(queue.Where(s => !(s.Instance == instance && s.Execution == owner && s.Node is not null)))
            : queue;

    public void CancelExecution(long instance, long execution, string why)
    {
        CancelNested(instance, execution, why);
        CloseWaits(instance, execution, why);
        Raise(new ActivityCancelled(instance, execution, State.Instances[instance].Executions[execution].ActivityId));
    }

    public void CloseWaits(long instance, long execution, string why)
    {
        foreach (var wait in State.Instances[instance].Waits.Values.Where(w => w.Execution == execution).ToList())
        {
            if (wait is ChildWait child && State.Instances.ContainsKey(child.Id))
            {
                Raise(new WaitClosed(instance, wait.Id));
                Finish(child.Id, InstanceStatus.Cancelled, []);
                continue;
            }
            Raise(wait switch
            {
                TaskWait task => new TaskWithdrawn(instance, task.Id, why),
                DeadlineWait deadline => new DeadlineCancelled(deadline.Id, why),
                _ => new WaitClosed(instance, wait.Id),
            });
        }
    }

    /// <summary>The nearest loop around this execution ends, with everything inside it.</summary>
    void Break(long instanceId, long execution)
    {
        var instance = State.Instances[instanceId];
        var definition = DefinitionOf(instance);
        for (var around = instance.Executions.GetValueOrDefault(instance.Executions[execution].Parent); around is not null; around = instance.Executions.GetValueOrDefault(around.Parent))
            if (Loops.IsLoop(definition.Node(around.ActivityId).Type))
            {
                CompleteExecution(instanceId, around.Id, Complete.Done, null);
                return;
            }
        throw new StepFailed("BREAK_OUTSIDE_LOOP", definition.Node(instance.Executions[execution].ActivityId).DisplayText);
    }
}
