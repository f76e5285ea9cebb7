using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Handelen;

/// <summary>Gives a command to the engine and turns its answer into what followed, or into the reason why not.</summary>
public sealed class Uitvoering(WorkflowEngine engine, Links links, Gebruikersnamen namen, Gevolgzinnen zinnen)
{
    /// <summary>The kind of a household's stream.</summary>
    public const string Huishouden = Zicht.Gewoon;

    /// <summary>The ids of what an asking begins: the same when it is asked again.</summary>
    /// <param name="bekend">The stream in which it begins; null when it makes a new one.</param>
    /// <param name="soort">What a new stream is, so that one key never gives two equal ids.</param>
    public async Task<(StreamId Stream, DossierId Dossier)> BeginAsync(StreamId? bekend, string soort, Asking asking)
    {
        var sleutel = await engine.KeyOfAsync(asking, k => bekend ?? Nieuw(k, soort, asking));
        return (bekend ?? Nieuw(sleutel, soort, asking), new DossierId(sleutel.IdFor("dossier", asking)));
    }

    /// <summary>The id of the stream that an asking makes.</summary>
    /// <param name="bij">The stream of the command itself; null when that is the new one.</param>
    public async Task<StreamId> NieuwAsync(StreamId? bij, string soort, Asking asking) =>
        Nieuw(await engine.KeyOfAsync(asking, k => bij ?? Nieuw(k, soort, asking)), soort, asking);

    static StreamId Nieuw(RingKey sleutel, string soort, Asking asking) => new(sleutel.IdFor(soort, asking));

    /// <summary>Whether this was asked and done before.</summary>
    public Task<bool> IsGedaanAsync(StreamId stream, Asking asking) => engine.IsDoneAsync(stream, asking);

    /// <param name="soort">The kind of a stream that this command makes.</param>
    public async Task<Uitslag<Gevolg>> DoeAsync(StreamId stream, Command command, Asking asking, string? taak = null, string soort = Huishouden) =>
        await engine.ExecuteAsync(stream, soort, command, asking) switch
        {
            Answer.Done klaar => new Gevolg(stream.Text, taak, VolgendeTaken(klaar), await zinnen.VanAsync(klaar.Events), klaar.IsReplay),
            Answer.Refused geweigerd => Weigering.Door(geweigerd.Refusals),
            _ => throw new InvalidOperationException("No such answer."),
        };

    /// <summary>
    /// Links a stream to another and asks that at once, by the message that would ask it anyhow: for who asks it is one act, done or refused.
    /// What hangs on an earlier link is finished first, as after a crash.
    /// </summary>
    public async Task<Uitslag<Gevolg>> KoppelAsync(StreamId stream, LinkStream command, Asking asking)
    {
        await links.FinishAsync(stream);
        await links.FinishAsync(command.Other);
        var antwoord = await engine.ExecuteAsync(stream, Huishouden, command, asking);
        if (antwoord is not Answer.Done klaar)
            return Weigering.Door(((Answer.Refused)antwoord).Refusals);
        var gebeurd = await zinnen.VanAsync(klaar.Events);
        return await links.FinishAsync(klaar) switch
        {
            null => new Gevolg(stream.Text, null, VolgendeTaken(klaar), [.. gebeurd, "Het andere huishouden is nu bezet. Zodra dat kan, gaat dit verder."], klaar.IsReplay),
            { IsLinked: true } daar => new Gevolg(stream.Text, null, VolgendeTaken(klaar), [.. gebeurd.Union(await zinnen.VanAsync(daar.Events))], klaar.IsReplay),
            { Refusals: { IsEmpty: false } nee } => Weigering.Door(nee),
            _ => new Weigering(RefusalCode.ContentErased),
        };
    }

    /// <summary>A command on a task; when somebody was first, the answer says who, when and what.</summary>
    /// <returns>Refused: 403 for who would make himself behandelaar of a household that he has no relation to, 412 when the task was changed or done by somebody else, 409 when it is no longer asked.</returns>
    public async Task<Uitslag<Gevolg>> DoeAsync(GevondenTaak taak, Command command, Asking asking)
    {
        if (command is CompleteTask afronding && !taak.ZietHuishouden && asking.Actor.User is { } zelf && Noemt(afronding.Answers, zelf))
            return new Weigering(Verzoekcode.BehandelaarNietZelf);
        var uitslag = await DoeAsync(taak.Huishouden.Stream, command, asking, taak.Id);
        return uitslag.Nee?.Code switch
        {
            RefusalCode.TaskChanged => await GewijzigdAsync(taak),
            RefusalCode.TaskNotOpen => await GeslotenAsync(taak),
            _ => uitslag.Dan(gevolg => gevolg with
            {
                Gebeurd = [.. gevolg.Gebeurd.Select(taak.Verborgen.In)], VolgendeTaken = [.. gevolg.VolgendeTaken.Select(v => v with { Titel = taak.Verborgen.In(v.Titel) })],
            }),
        };
    }

    /// <summary>A task is no way into a household: who has no relation to it does not give himself one.</summary>
    static bool Noemt(JsonObject antwoorden, UserId wie) => antwoorden.Any(a => a.Value is JsonValue waarde && waarde.TryGetValue<string>(out var id) && id == wie.Text);

    async Task<Weigering> GewijzigdAsync(GevondenTaak taak)
    {
        var (door, at) = (new Wie("", "Iemand"), default(DateTimeOffset));
        var version = 0;
        await foreach (var (commit, events) in engine.History.ReadAsync(taak.Huishouden.Stream, new HistoryRange(1, IsCourse: true)))
        {
            if (events.Any(e => Touches(e, taak.Nummer)))
                (door, at, version) = (await namen.VanUitvoerderAsync(commit.Actor) ?? door, commit.At, version + 1);
        }
        return new Weigering(Verzoekcode.TaakGewijzigd, door.Naam, Schrijfwijze.Moment(at))
        {
            Extra = new Dictionary<string, object?> { ["door"] = door, ["op"] = at },
        };
    }

    async Task<Weigering> GeslotenAsync(GevondenTaak taak)
    {
        var gesloten = (await engine.History.RebuildAsync(taak.Huishouden.Stream))!.ClosedTasks.Single(t => t.Id == taak.Nummer);
        if (gesloten.Status != "completed")
            return new Weigering(Verzoekcode.TaakIngetrokken, taak.Verborgen.In(gesloten.Title));
        var door = (await namen.VanUitvoerderAsync(gesloten.ClosedBy))!;
        return new Weigering(Verzoekcode.TaakAlAfgerond, door.Naam, Schrijfwijze.Moment(gesloten.ClosedAt), gesloten.Outcome ?? "")
        {
            Extra = new Dictionary<string, object?> { ["door"] = door, ["op"] = gesloten.ClosedAt, ["uitkomst"] = gesloten.Outcome },
        };
    }

    static bool Touches(WorkflowEvent e, TaskId taak) => e switch
    {
        TaskAssigned x => x.Task == taak,
        TaskEscalated x => x.Task == taak,
        TaskReopened x => x.Task == taak,
        TaskCompleted x => x.Task == taak,
        _ => false,
    };

    static List<VolgendeTaak> VolgendeTaken(Answer.Done klaar) =>
    [
        .. klaar.Events.Select(e => e switch
            {
                TaskOpened geopend => geopend.Task,
                InstanceRestored hersteld => hersteld.State.Waits.Values.OfType<TaskWait>().Select(w => w.Task).FirstOrDefault(),
                _ => null,
            })
            .OfType<WorkTask>()
            .Select(t => new VolgendeTaak(Taakids.Van(klaar.Stream, t.Id), t.Title, t.Address.Relation, t.Address.Role, t.Address.Team?.Text)),
    ];
}
