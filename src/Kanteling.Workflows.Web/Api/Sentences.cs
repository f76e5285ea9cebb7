using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Web.Api;

/// <summary>What followed from a command, in sentences for the person who gave it.</summary>
public sealed class Sentences(WorkflowEngine engine)
{
    public async Task<IReadOnlyList<string>> OfAsync(IEnumerable<WorkflowEvent> events)
    {
        var sentences = new List<string>();
        foreach (var e in events)
            if (await OfAsync(e) is { } sentence && !sentences.Contains(sentence))
                sentences.Add(sentence);
        return sentences;
    }

    async Task<string?> OfAsync(WorkflowEvent e) => e switch
    {
        TaskOpened { Task: var t } => $"Nieuwe taak: {t.Title}{Voor(t.Address)}{Uiterlijk(t.Due)}.",
        TaskWithdrawn => "Een taak is niet meer nodig en is ingetrokken.",
        TaskEscalated { Address: var address } => $"De taak is te laat en ligt nu ook{Voor(address)}.",
        InstanceStarted { Definition: var definition } => $"Begonnen: {await NameAsync(definition)}.",
        InstanceFinished { Status: InstanceStatus.Finished } => "Een werkstroom is klaar.",
        InstanceFinished { Status: InstanceStatus.Cancelled } => "Een werkstroom is gestopt.",
        IncidentRaised incident => $"Een stap kon niet verder: {Zinnen.Voor(incident.Code, incident.Arguments)}",
        MessageQueued { Message.Kind: MessageKind.Http } => "Er is een bericht klaargezet voor een ander systeem.",
        _ => null,
    };

    async Task<string> NameAsync(DefinitionVersion definition) =>
        (await engine.DefinitionAsync(definition.DefinitionId, definition.Version))?.Definition.Name ?? definition.DefinitionId;

    public static string Voor(TaskAddress address) => address switch
    {
        { Relation: { } relation } => $" voor de {relation}",
        { Role: { } role } => $" voor de {role}",
        { Team: { } team } => $" voor het team {team}",
        _ => "",
    };

    static string Uiterlijk(TaskDue? due) => due?.LastDay is { } day ? $", uiterlijk {Dutch.Day(day)}" : "";
}
