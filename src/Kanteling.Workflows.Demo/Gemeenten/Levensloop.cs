using Microsoft.Extensions.Logging;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// Lets all households of the demo gemeente live their months beside each other, from the first melding until now. The laws
/// of this file: whatever happens first is done first; everything is a command that a person or a deadline gives; and what
/// the engine refuses did not happen.
/// </summary>
sealed class Levensloop(Verleden verleden, Proefopstelling opstelling, ILogger logger)
{
    const int MeestePogingen = 12;
    readonly PriorityQueue<Leven, DateTimeOffset> agenda = new();
    readonly Dictionary<string, Leven> perStroom = new(StringComparer.Ordinal);
    DateTimeOffset nu;

    /// <param name="meld">Told now and then how many households there are by then.</param>
    public async Task SpeelAsync(IReadOnlyList<Leven> levens, DateTimeOffset tot, Action<int, DateTimeOffset> meld)
    {
        foreach (var leven in levens)
        {
            perStroom.Add(leven.Stroom, leven);
            agenda.Enqueue(leven, leven.Volgende);
        }
        while (agenda.TryDequeue(out var leven, out var op) && op <= tot)
        {
            // Planned anew meanwhile.
            if (op != leven.Volgende)
                continue;
            nu = op;
            await VerstrijkAsync(op);
            await DoeAsync(leven);
            meld(levens.Count(l => l.IsBegonnen), op);
        }
        await VerstrijkAsync(tot);
    }

    async Task VerstrijkAsync(DateTimeOffset op)
    {
        foreach (var stroom in await verleden.NaarAsync(op))
        {
            if (perStroom.GetValueOrDefault(stroom) is { IsVrij: true } leven)
                await PlanAsync(leven);
        }
    }

    async Task DoeAsync(Leven leven)
    {
        if (!leven.IsBegonnen)
            await BeginAsync(leven);
        else if (leven.Huiswerk is { } huiswerk && nu > huiswerk.Tot)
            leven.Houdop();
        else if (leven.Stap is { } stap)
            await SpeelAsync(leven, stap);
        else if (leven.IsVrij)
            await WerkAsync(leven);
        if (leven.IsVrij)
            await PlanAsync(leven);
        if (leven.Volgende < DateTimeOffset.MaxValue)
            agenda.Enqueue(leven, leven.Volgende);
    }

    async Task BeginAsync(Leven leven)
    {
        if (await GeefAsync(leven, new StartInstance(leven.Flow, leven.Invoer, leven.Dossier, Version: leven.Versie), leven.Rollen.Behandelaar) is Answer.Refused refused)
            Stop(leven, "begin", refused);
        leven.Verder();
    }

    async Task SpeelAsync(Leven leven, ScenarioStap stap)
    {
        if (stap is TaakStap taakstap && stap.Verwacht?.Weigering is null && Open(await ZaakAsync(leven), taakstap) is null && leven.Pogingen < MeestePogingen)
        {
            // Another weekend or feast day lies between than in the story: what it waits for is not over yet.
            leven.Later(nu.AddDays(1));
            return;
        }
        if (stap.Verwacht?.Weigering is null && await OpdrachtAsync(leven, stap) is var (command, door) && await GeefAsync(leven, command, door) is Answer.Refused refused)
            Stop(leven, (stap as TaakStap)?.Taak ?? stap.GetType().Name, refused);
        else
            leven.Verder();
    }

    async Task<(Command Command, string Door)?> OpdrachtAsync(Leven leven, ScenarioStap stap)
    {
        switch (stap)
        {
            case TaakStap t when Open(await ZaakAsync(leven), t) is { } taak:
                var voorbeelden = new Voorbeeldantwoorden(opstelling, new Taakvraag(await ZaakAsync(leven), taak, t.Uitkomst), nu);
                var gegeven = leven.Rollen.In(t.Antwoorden);
                leven.Voltooid[t.Taak] = taak.Id;
                return (new CompleteTask(taak.Id, taak.Version, t.Uitkomst, Verwoord(leven, t.Aanvullen ? voorbeelden.Vul(gegeven) : gegeven)), leven.Rollen.Voor(t.Door));
            case BeginStap b:
                return (new StartInstance(b.Begin, leven.Rollen.In(b.Invoer), leven.Dossier), leven.Rollen.Voor(b.Door));
            case GebeurtenisStap g:
                return (new ReceiveEvent(g.Gebeurtenis, null, g.Inhoud), leven.Rollen.Voor(g.Door));
            case TerugdraaiStap t when leven.Voltooid.TryGetValue(t.Terugdraaien, out var taak):
                return (new ReopenTask(taak, t.Reden), leven.Rollen.Voor(t.Door));
            default:
                return null;
        }
    }

    async Task WerkAsync(Leven leven)
    {
        var (zaak, huiswerk) = (await ZaakAsync(leven), leven.Huiswerk!);
        foreach (var taak in zaak.Taken().Where(t => huiswerk.IsAanDeBeurt(t, nu)).ToList())
        {
            var door = Huiswerk.Door(taak, leven.Rollen);
            var geweigerd = await huiswerk.ProbeerAsync(
                taak,
                (uitkomst, kies) => new Voorbeeldantwoorden(opstelling, new Taakvraag(zaak, taak, uitkomst), nu, kies),
                antwoorden => Verwoord(leven, leven.Rollen.In(antwoorden)),
                (uitkomst, antwoorden) => GeefAsync(leven, new CompleteTask(taak.Id, taak.Version, uitkomst, antwoorden), door));
            if (geweigerd is null)
                return;
            huiswerk.Laat(taak);
            logger.LogDebug("In demohuishouden {Naam} blijft {Stap} liggen: {Codes}", leven.Naam, taak.ActivityId, Codes(geweigerd));
        }
    }

    async Task PlanAsync(Leven leven)
    {
        var volgende = leven.Huiswerk!.Plan((await ZaakAsync(leven)).Taken(), verleden.Clock.Now);
        if (volgende == leven.Volgende)
            return;
        leven.Plan(volgende);
        if (volgende < DateTimeOffset.MaxValue)
            agenda.Enqueue(leven, volgende);
    }

    Task<Answer> GeefAsync(Leven leven, Command command, string door) =>
        verleden.GeefAsync(leven.Stroom, leven.Soort, command, Asking.Person(door, leven.OpdrachtId()));

    Task<Case> ZaakAsync(Leven leven) => verleden.ZaakAsync(leven.Stroom);

    JsonObject Verwoord(Leven leven, JsonObject antwoorden)
    {
        (leven.Woorden as Volksmond)?.Op(LocalTime.DayOf(nu));
        return leven.Woorden.Antwoorden(antwoorden);
    }

    static WorkTask? Open(Case zaak, TaakStap stap) =>
        zaak.Taken().FirstOrDefault(t => t.ActivityId == stap.Taak && (stap.Flow is null || zaak.Instances[t.Instance].Definition.DefinitionId == stap.Flow));

    /// <summary>A household that stops half-way is a household too; what is wrong with a story shows in its own test.</summary>
    void Stop(Leven leven, string waar, Answer.Refused refused)
    {
        logger.LogWarning("Demohuishouden {Naam} stopt bij {Stap}: {Codes}", leven.Naam, waar, Codes(refused));
        leven.Houdop();
    }

    static string Codes(Answer.Refused refused) => string.Join(", ", refused.Refusals.Select(r => $"{r.Code} {r.Field}"));
}
