using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Handelen;

/// <summary>What followed from a command, in sentences for the person who gave it.</summary>
public sealed class Gevolgzinnen(WorkflowEngine engine)
{
    /// <param name="stream">The household as it is now, for the names of its tasks.</param>
    public async Task<IReadOnlyList<string>> VanAsync(IEnumerable<WorkflowEvent> events, Case? stream = null)
    {
        var zinnen = new List<string>();
        foreach (var e in events)
        {
            if (await VanAsync(e, stream) is { } zin && !zinnen.Contains(zin))
                zinnen.Add(zin);
        }
        return zinnen;
    }

    async Task<string?> VanAsync(WorkflowEvent e, Case? stream) => e switch
    {
        TaskOpened { Task: var t } => $"Nieuwe taak: {t.Title}{Voor(t.Address)}{Uiterlijk(t.Due)}.",
        TaskWithdrawn => "Een taak is niet meer nodig en is ingetrokken.",
        TaskEscalated laat => $"{(stream?.FindTask(laat.Task)?.Title is { } titel ? $"De taak \"{titel}\"" : "Een taak")} is te laat en ligt nu{Bij(laat.Address)}.",
        InstanceStarted { Definition: var definition } => $"Begonnen: {await NameAsync(definition)}.",
        InstanceFinished { Status: InstanceStatus.Finished } => "Een werkstroom is klaar.",
        InstanceFinished { Status: InstanceStatus.Cancelled } => "Een werkstroom is gestopt.",
        IncidentRaised incident => $"{WatNietKon(incident)}: {Zinnen.Voor(incident.Code, incident.Arguments.AsTexts())}",
        FileAttached => "De bijlage is toegevoegd.",
        MessageQueued { Message.Kind: MessageKind.Http } => "Er is een bericht klaargezet voor een ander systeem.",
        _ => null,
    };

    /// <summary>What it was that could not go on: a step, or something of the household itself.</summary>
    public static string WatNietKon(IncidentRaised incident) => incident.Pending.Kind switch
    {
        PendingKind.Term => "Een termijn liep af, maar wat daarna moet gebeuren kon niet",
        PendingKind.Link => "Een koppeling met een ander huishouden kon niet worden verwerkt",
        PendingKind.Calendar => "De datums konden niet opnieuw worden uitgerekend",
        PendingKind.Start or PendingKind.Resume or PendingKind.Condition => "Een stap kon niet verder",
    };

    async Task<string> NameAsync(DefinitionVersion definition) =>
        (await engine.DefinitionAsync(definition.DefinitionId, definition.Version))?.Definition.Name ?? definition.DefinitionId.Text;

    public static string Voor(TaskAddress adres) => adres switch
    {
        { Relation: { } relation } => $" voor de {relation}",
        { Role: { } rol } => $" voor de {rol}",
        { Team: { } team } => $" voor het team {team}",
        _ => "",
    };

    public static string Bij(TaskAddress adres) => Voor(adres).Replace(" voor ", " bij ", StringComparison.Ordinal);

    static string Uiterlijk(TaskDue? due) => due?.LastDay is { } dag ? $", uiterlijk {Schrijfwijze.Datum(dag)}" : "";
}
