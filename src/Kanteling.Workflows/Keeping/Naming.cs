using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// Which dossiers a commit names: those of its content, of the facts of the domain, and of every instance, step, task, deadline, message and
/// incident in it. It goes through a stream in order and remembers what belongs to whom: numbers are handed out by the stream, so no
/// two of them are equal, whatever they number.
/// </summary>
sealed class Naming(Domain domain)
{
    readonly Dictionary<long, DossierId> owners = [];

    public ImmutableHashSet<DossierId> Of(Case before, StoredCommit commit, ImmutableArray<WorkflowEvent> events, Case after)
    {
        var named = SlotCodec.Read(commit.Slots).Select(slot => slot.Dossier).OfType<DossierId>().ToHashSet();
        foreach (var e in events)
        {
            Learn(e);
            named.UnionWith(Numbers(e).Where(owners.ContainsKey).Select(number => owners[number]));
            if (e is DomainEvent { Event: var fact })
                named.UnionWith(domain.Named(before.Domain, fact).Concat(domain.Named(after.Domain, fact)));
        }
        return [.. named];
    }

    void Learn(WorkflowEvent e)
    {
        switch (e)
        {
            case InstanceStarted x:
                Own(x.Instance, x.Dossier);
                break;
            case InstanceRestored x:
                Own(x.State.Id, x.State.Dossier);
                Own(x.State.Executions.Keys, x.State.Dossier);
                Own(x.State.Waits.Keys, x.State.Dossier);
                Own(x.State.Incidents.Keys, x.State.Dossier);
                break;
            case ActivityStarted x:
                Own(x.Execution, Owner(x.Instance));
                break;
            case WaitOpened x:
                Own(x.Wait.Id, Owner(x.Instance));
                break;
            case FileAttached x:
                Own(x.File, x.Dossier);
                break;
            case TaskOpened x:
                Own(x.Task.Id, x.Task.Dossier);
                break;
            case DeadlineSet x:
                Own(x.Deadline.Id, x.Deadline.Dossier ?? Owner(x.Deadline.Instance));
                break;
            case MessageQueued x:
                Own(x.Message.Id, Owner(x.Message.Instance));
                break;
            case IncidentRaised x:
                Own(x.Id, x.Pending.Term?.Dossier ?? Owner(x.Instance));
                break;
        }
    }

    DossierId? Owner(InstanceId? instance) => instance is { } of && owners.TryGetValue(of.Number, out var dossier) ? dossier : null;

    void Own<T>(T number, DossierId? dossier) where T : struct, INumberId<T>
    {
        if (dossier is { } of)
            owners[number.Number] = of;
    }

    void Own<T>(IEnumerable<T> numbers, DossierId? dossier) where T : struct, INumberId<T>
    {
        foreach (var number in numbers)
            Own(number, dossier);
    }

    /// <summary>The numbers of the stream that an event names; those of the steps within an instance lead to the same dossier as the instance.</summary>
    internal static ImmutableArray<long> Numbers(WorkflowEvent e) => e switch
    {
        InstanceStarted x => [x.Instance.Number, x.Parent?.Instance.Number ?? 0],
        TaskCompleted x => [x.Task.Number],
        TaskReopened x => [x.Task.Number],
        FileAttached x => [x.File.Number],
        TaskAssigned x => [x.Task.Number],
        DeadlinePassed x => [x.Deadline.Number],
        ReplyReceived x => [x.Message.Number],
        ConditionMet x => [x.Execution.Number],
        IncidentResolved x => [x.Incident.Number],
        InstanceCancelled x => [x.Instance.Number],
        InstanceMoved x => [x.Instance.Number],
        ActivityStarted x => [x.Instance.Number],
        ActivityCompleted x => [x.Instance.Number],
        ActivityCancelled x => [x.Instance.Number],
        FlowAdvanced x => [x.Instance.Number],
        VariableSet x => [x.Instance.Number],
        OutputSet x => [x.Instance.Number],
        WaitOpened x => [x.Instance.Number],
        WaitClosed x => [x.Instance.Number],
        TaskOpened x => [x.Task.Id.Number],
        TaskWithdrawn x => [x.Instance.Number],
        TaskEscalated x => [x.Instance.Number],
        TaskDueMoved x => [x.Instance.Number],
        TaskRenewed x => [x.Instance.Number],
        DeadlineSet x => [x.Deadline.Id.Number],
        DeadlineMoved x => [x.Deadline.Number],
        DeadlineCancelled x => [x.Deadline.Number],
        MessageQueued x => [x.Message.Id.Number],
        LinkBegun x => [x.Message.Id.Number],
        LinkEnded x => [x.Message.Number],
        ClaimTaken x => [x.Instance.Number],
        ClaimReleased x => [x.Instance.Number],
        IncidentRaised x => [x.Id.Number],
        InstanceNamed x => [x.Instance.Number],
        InstanceCorrelated x => [x.Instance.Number],
        InstanceRestored x => [x.State.Id.Number],
        InstanceFinished x => [x.Instance.Number],
        // Of the stream as a whole, or of what follows from it in the same commit.
        DomainEvent or EventReceived or CalendarChanged or ContentErased or StreamLinked or LinkRefused or DossiersDestroyed or StreamDestroyed or Checkpointed
            or DefinitionPublished or DefinitionApproved or DefinitionRetracted or RetractionAsked or RetractionWithdrawn or RetractionRefused or TriggerFired
            or CorrectionProposed or CorrectionApproved or CorrectionWithdrawn or HandedOver => [],
        _ => throw new InvalidOperationException($"Which dossier {e.GetType().Name} names is not said."),
    };
}
