using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Handelen;

/// <summary>Gives a command to the engine and turns its answer into what followed, or into the reason why not.</summary>
public sealed class Uitvoering(WorkflowEngine engine, Gebruikersnamen names, Gevolgzinnen sentences)
{
    /// <summary>The kind of a household's stream.</summary>
    public const string Huishouden = "huishouden";

    /// <param name="soort">The kind of a stream that this command makes.</param>
    public async Task<Uitslag<Gevolg>> DoeAsync(string stream, Command command, Asking asking, string? taak = null, string soort = Huishouden) =>
        await engine.ExecuteAsync(stream, soort, command, asking) switch
        {
            Answer.Done done => new Gevolg(stream, taak, VolgendeTaken(done), await sentences.VanAsync(done.Events), done.IsReplay),
            Answer.Refused refused => Weigering.Door(refused.Refusals),
            _ => throw new InvalidOperationException("No such answer."),
        };

    /// <summary>A command on a task; when somebody was first, the answer says who, when and what.</summary>
    /// <returns>Refused: 412 when the task was changed or done by somebody else, 409 when it is no longer asked.</returns>
    public async Task<Uitslag<Gevolg>> DoeAsync(GevondenTaak task, Command command, Asking asking)
    {
        var uitslag = await DoeAsync(task.Huishouden.Stream, command, asking, task.Id);
        return uitslag.Nee?.Code switch
        {
            RefusalCode.TaskChanged => await GewijzigdAsync(task),
            RefusalCode.TaskNotOpen => await GeslotenAsync(task),
            _ => uitslag,
        };
    }

    async Task<Weigering> GewijzigdAsync(GevondenTaak task)
    {
        var (by, at) = (new Wie("", "Iemand"), default(DateTimeOffset));
        var version = 0;
        await foreach (var (commit, events) in engine.History.ReadAsync(task.Huishouden.Stream))
        {
            if (events.Any(e => Touches(e, task.Nummer)))
                (by, at, version) = (await names.VanUitvoerderAsync(commit.Actor) ?? by, commit.At, version + 1);
        }
        return new Weigering(Verzoekcode.TaakGewijzigd, by.Naam, Schrijfwijze.Moment(at))
        {
            Extra = new Dictionary<string, object?> { ["door"] = by, ["op"] = at },
        };
    }

    async Task<Weigering> GeslotenAsync(GevondenTaak task)
    {
        var closed = (await engine.History.RebuildAsync(task.Huishouden.Stream))!.ClosedTasks.Single(t => t.Id == task.Nummer);
        if (closed.Status != "completed")
            return new Weigering(Verzoekcode.TaakIngetrokken, closed.Title);
        var by = (await names.VanUitvoerderAsync(closed.ClosedBy))!;
        return new Weigering(Verzoekcode.TaakAlAfgerond, by.Naam, Schrijfwijze.Moment(closed.ClosedAt), closed.Outcome ?? "")
        {
            Extra = new Dictionary<string, object?> { ["door"] = by, ["op"] = closed.ClosedAt, ["uitkomst"] = closed.Outcome },
        };
    }

    static bool Touches(WorkflowEvent e, long task) => e switch
    {
        TaskAssigned x => x.Task == task,
        TaskEscalated x => x.Task == task,
        TaskReopened x => x.Task == task,
        TaskCompleted x => x.Task == task,
        _ => false,
    };

    static List<VolgendeTaak> VolgendeTaken(Answer.Done done) =>
    [
        .. done.Events.Select(e => e switch
            {
                TaskOpened opened => opened.Task,
                InstanceRestored restored => restored.State.Waits.Values.OfType<TaskWait>().Select(w => w.Task).FirstOrDefault(),
                _ => null,
            })
            .OfType<WorkTask>()
            .Select(t => new VolgendeTaak(Taakids.Van(done.Stream, t.Id), t.Title, t.Address.Relation, t.Address.Role, t.Address.Team)),
    ];
}
