using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>How each effect of an activity becomes events.</summary>
sealed class Effects(Progress progress, Burst burst)
{
    public void Do(InstanceId instance, ExecutionId execution, Effect effect)
    {
        switch (effect)
        {
            case Complete x: burst.Endings.Complete(instance, execution, x.Outcomes, x.Output); break;
            case Schedule x: progress.Schedule(new Step(instance, execution, x.Node, false, null) { Locals = x.Locals }); break;
            case OpenTask x: Open(instance, execution, x); break;
            case EscalateTask x: Escalate(instance, execution, x); break;
            case RenewTask x: Renew(instance, execution, x); break;
            case SetDeadline x: progress.Raise(new DeadlineSet(progress.DeadlineOf(instance, execution, x))); break;
            case AwaitEvent x: progress.Raise(new WaitOpened(instance, new EventWait(progress.NewId<WaitId>(), execution, x.Name, x.Correlation is null ? null : progress.ContentOf(instance, ContentKind.Correlation, x.Correlation)))); break;
            case AwaitCondition x: progress.Raise(new WaitOpened(instance, new ConditionWait(progress.NewId<WaitId>(), execution, x.Input))); break;
            case Send x: SendMessage(instance, execution, x); break;
            case StartFlow x: burst.Beginning.BeginChild(instance, execution, x); break;
            case PublishHere x: burst.Waiting.Publish(x.Name, x.Correlation, x.Payload, x.OnlyThisInstance ? instance : null); break;
            case SetVariable x: burst.Values.Set(instance, execution, x.Variable, x.Value); break;
            case GiveOutput x: burst.Values.Give(instance, execution, x.Output, x.Value); break;
            case SetLocal x: burst.Values.SetLocal(instance, execution, x.Name, x.Value); break;
            case SetOutput x: burst.Values.SetOutput(instance, x.Name, x.Value); break;
            case Happened x: progress.Raise(new DomainEvent(x.Event)); break;
            case NameInstance x: progress.Raise(new InstanceNamed(instance, progress.ContentOf(instance, ContentKind.Name, x.Name))); break;
            case CorrelateInstance x: progress.Raise(new InstanceCorrelated(instance, progress.ContentOf(instance, ContentKind.Correlation, x.Correlation))); break;
            case BreakLoop: burst.Endings.Break(instance, execution); break;
            case EndInstance x: burst.Endings.Finish(instance, x.Status, x.Outcomes); break;
            case StopInstances x: burst.Stopping.StopBy(instance, x); break;
            case CancelChildren: burst.Endings.CancelNested(instance, execution, StoredReason.RaceLost); break;
            case CancelInbound: burst.Flowchart.CancelInboundOf(instance, execution); break;
            default: throw new InvalidOperationException($"No such effect: {effect.GetType().Name}.");
        }
    }

    /// <summary>
    /// What the domain wants when one of its terms passed. No execution asked for it, so only these effects make sense.
    /// A flow that is not published is a refusal, which becomes an incident of the stream: tried again once it is.
    /// </summary>
    public ImmutableArray<Refusal> DoForTerm(IReadOnlyList<Effect> wanted)
    {
        foreach (var effect in wanted)
        {
            switch (effect)
            {
                case Happened x: progress.Raise(new DomainEvent(x.Event)); break;
                case StopInstances x: burst.Stopping.StopAll(x); break;
                case PublishHere x: burst.Waiting.Publish(x.Name, x.Correlation, x.Payload); break;
                case StartFlow x when burst.Beginning.BeginForTerm(x): break;
                case StartFlow x: return [Refusal.Of(RefusalCode.DefinitionNotFound, x.DefinitionId.Text)];
                default: throw new InvalidOperationException($"A term cannot ask for {effect.GetType().Name}.");
            }
        }
        return [];
    }

    /// <exception cref="StepFailed">There is nobody it could be for.</exception>
    TaskAddress Addressed(TaskAddress address) =>
        progress.Parts.Domain.Unaddressed(address, progress.Situation.Given) is { } why ? throw new StepFailed(why.Code, [.. why.Arguments]) : address;

    void Open(InstanceId instanceId, ExecutionId execution, OpenTask x)
    {
        var instance = progress.State.Instances[instanceId];
        var node = progress.NodeOf(instanceId, execution);
        var because = new Because(progress.Situation.Case.Version + 1, Written.List(x.Sources));
        var answers = x.Answers is null ? null : progress.ContentOf(instanceId, ContentKind.Answers, x.Answers);
        var outcomes = Written.List(x.Outcomes);
        var task = new WorkTask(
            progress.NewId<TaskId>(), instanceId, execution, node.Id, node.Type, instance.Dossier, 1, TaskWords.Of(instance.Dossier, x.Title, x.Because, outcomes), Addressed(x.Address), null, x.Form, [.. outcomes.Select(o => o.Port)],
            Written.Due(x.Due), because, answers, progress.Situation.Now);
        progress.Raise(new TaskOpened(task));
        burst.Values.Give(instanceId, execution, "taskId", string.Create(CultureInfo.InvariantCulture, $"{progress.State.Stream}-{task.Id}"));
    }

    void Escalate(InstanceId instance, ExecutionId execution, EscalateTask x)
    {
        if (progress.ContextOf(instance, execution).OpenTask is { } task)
            progress.Raise(new TaskEscalated(instance, task.Id, x.Address is null ? task.Address : Addressed(x.Address)));
    }

    void Renew(InstanceId instance, ExecutionId execution, RenewTask x)
    {
        if (progress.ContextOf(instance, execution).OpenTask is { } task)
            progress.Raise(new TaskRenewed(instance, task.Id, x.Form));
    }

    void SendMessage(InstanceId instance, ExecutionId execution, Send x)
    {
        var message = new Message(
            progress.NewId<MessageId>(), x.Kind, progress.ContentOf(instance, ContentKind.Target, x.Target), progress.ContentOf(instance, ContentKind.Payload, x.Body), instance, execution, progress.Situation.Now);
        progress.Raise(new MessageQueued(message));
        if (x.AwaitReply)
            progress.Raise(new WaitOpened(instance, new ReplyWait(message.Id.Wait, execution)));
    }
}
