using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>The journal in Studio's words, with a sentence in Dutch. A sentence names the drawing and the clock, never a value.</summary>
sealed class JournalWriter(Gebruikersnamen names)
{
    public async Task<JournalRecord> WriteAsync(OpenVerloop open, RunRecord record)
    {
        var run = open.Verloop.Activities[record.Execution];
        return new JournalRecord(
            $"{open.IdVan(run)}-{record.Sequence}", open.IdVan(run), run.Id == ExecutionId.None ? null : Verloopids.VanUitvoering(open.Stroom, run.Instance, run.Parent),
            ExecutionWriter.ActivityIdOf(run), open.SoortVan(run), open.StapVan(run)?.Version ?? 1, open.NaamVan(run), open.StapidVan(run), record.At, record.Sequence,
            record.Name, open.Woorden(Sentence(record.Because, record.Name)), open.ZietWaarden ? (await names.VanUitvoerderAsync(record.Actor))?.Naam : null, [], ExecutionWriter.Outcomes(record.Outcomes));
    }

    static string? Sentence(WorkflowEvent e, string name) => e switch
    {
        WaitOpened { Wait: var wait } => Waits(wait),
        IncidentRaised x => Zinnen.Voor(x.Code, x.Arguments.AsTexts()),
        IncidentResolved x => x.How switch { Resolution.Retry => "Opnieuw geprobeerd.", Resolution.Repair => "Hersteld en opnieuw geprobeerd.", _ => "Overgeslagen." },
        TaskCompleted x => $"De taak is afgerond: {x.Outcome}.",
        DeadlinePassed x => x.Late ? "De termijn is voorbij. Dat is later gemerkt dan het was." : "De termijn is voorbij.",
        ReplyReceived { Outcome: Messaging.Trial } => "Dit is een proef: er is niets verstuurd en niemand is gevraagd.",
        ReplyReceived x => $"Antwoord: {x.Outcome}.",
        MessageQueued { Message: var message } => message.Kind switch
        {
            MessageKind.Http => $"Een verzoek aan {message.Target}.",
            MessageKind.DeliverEvent => $"De gebeurtenis \"{message.Target}\".",
            _ => "Een start in een ander verloop.",
        },
        ConditionMet => "De voorwaarde is waar.",
        InstanceRestored => name == RunEvents.Resumed ? "Teruggedraaid: deze stap is weer open." : "Teruggedraaid: deze stap telt niet.",
        InstanceFinished { Status: InstanceStatus.Faulted, Outcomes: var outcomes } => $"Geëindigd met fout {string.Join(", ", outcomes)}.",
        InstanceCancelled => "Gestopt.",
        _ => null,
    };

    static string Waits(Wait wait) => wait switch
    {
        TaskWait { Task: var task } => $"Wacht op de taak \"{task.Title}\"{Gevolgzinnen.Voor(task.Address)}.",
        DeadlineWait { Deadline: var deadline } => $"Wacht tot {Schrijfwijze.Moment(deadline.DueAt)}.",
        EventWait e => $"Wacht op de gebeurtenis \"{e.Name}\".",
        ReplyWait => "Wacht op antwoord van een ander systeem.",
        ChildWait => "Wacht op een andere werkstroom.",
        _ => "Wacht tot een voorwaarde waar is.",
    };
}
