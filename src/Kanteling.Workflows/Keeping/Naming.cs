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
    readonly Dictionary<long, string> owners = [];

    public ImmutableHashSet<string> Of(Case before, StoredCommit commit, ImmutableArray<WorkflowEvent> events, Case after)
    {
        var named = SlotCodec.Read(commit.Slots).Select(slot => slot.Dossier).ToHashSet();
        foreach (var e in events)
        {
            Learn(e);
            named.UnionWith(Numbers(e).Select(number => owners.GetValueOrDefault(number)));
            if (e is DomainEvent { Event: var fact })
                named.UnionWith(domain.Named(before.Domain, fact).Concat(domain.Named(after.Domain, fact)));
        }
        return [.. named.OfType<string>()];
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
                Own(x.State.Executions.Keys.Concat(x.State.Waits.Keys).Concat(x.State.Incidents.Keys), x.State.Dossier);
                break;
            case ActivityStarted x:
                Own(x.Execution, owners.GetValueOrDefault(x.Instance));
                break;
            case WaitOpened x:
                Own(x.Wait.Id, owners.GetValueOrDefault(x.Instance));
                break;
            case TaskOpened x:
                Own(x.Task.Id, x.Task.Dossier);
                break;
            case DeadlineSet x:
                Own(x.Deadline.Id, x.Deadline.Dossier ?? owners.GetValueOrDefault(x.Deadline.Instance ?? 0));
                break;
            case MessageQueued x:
                Own(x.Message.Id, owners.GetValueOrDefault(x.Message.Instance ?? 0));
                break;
            case IncidentRaised x:
                Own(x.Id, x.Pending.Term?.Dossier ?? owners.GetValueOrDefault(x.Instance ?? 0));
                break;
        }
    }

    void Own(long number, string? dossier)
    {
        if (dossier is not null)
            owners[number] = dossier;
    }

    void Own(IEnumerable<long> numbers, string? dossier)
    {
        foreach (var number in numbers)
            Own(number, dossier);
    }

    /// <summary>The numbers of the stream that an event names; those of the steps within an instance lead to the same dossier as the instance.</summary>
    internal static ImmutableArray<long> Numbers(WorkflowEvent e) => e switch
    {
        InstanceStarted x => [x.Instance, x.Parent?.Instance ?? 0],
        TaskCompleted x => [x.Task],
        TaskReopened x => [x.Task],
        TaskAssigned x => [x.Task],
        DeadlinePassed x => [x.Deadline],
        ReplyReceived x => [x.Message],
        ConditionMet x => [x.Execution],
        IncidentResolved x => [x.Incident],
        InstanceCancelled x => [x.Instance],
        InstanceMoved x => [x.Instance],
        ActivityStarted x => [x.Instance],
        ActivityCompleted x => [x.Instance],
        ActivityCancelled x => [x.Instance],
        FlowAdvanced x => [x.Instance],
        VariableSet x => [x.Instance],
        OutputSet x => [x.Instance],
        WaitOpened x => [x.Instance],
        WaitClosed x => [x.Instance],
        TaskOpened x => [x.Task.Id],
        TaskWithdrawn x => [x.Instance],
        TaskEscalated x => [x.Instance],
        TaskDueMoved x => [x.Instance],
        DeadlineSet x => [x.Deadline.Id],
        DeadlineMoved x => [x.Deadline],
        DeadlineCancelled x => [x.Deadline],
        MessageQueued x => [x.Message.Id],
        ClaimTaken x => [x.Instance],
        ClaimReleased x => [x.Instance],
        IncidentRaised x => [x.Id],
        InstanceNamed x => [x.Instance],
        InstanceCorrelated x => [x.Instance],
        InstanceRestored x => [x.State.Id],
        InstanceFinished x => [x.Instance],
        // Of the stream as a whole, or of what follows from it in the same commit.
        DomainEvent or EventReceived or CalendarChanged or ContentErased or StreamLinked or DossiersDestroyed or StreamDestroyed or Checkpointed
            or DefinitionPublished or DefinitionApproved or DefinitionRetracted or TriggerFired => [],
        _ => throw new InvalidOperationException($"Which dossier {e.GetType().Name} names is not said."),
    };
}
