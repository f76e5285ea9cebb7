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
sealed class Demospeler(Verledenmotor verleden, Proefopstelling opstelling, ILogger logger)
{
    const int MeestePogingen = 12;
    readonly PriorityQueue<Demohuishouden, DateTimeOffset> agenda = new();
    readonly Dictionary<StreamId, Demohuishouden> perStroom = [];
    DateTimeOffset nu;

    /// <param name="meld">Told now and then how many households there are by then.</param>
    public async Task SpeelAsync(IReadOnlyList<Demohuishouden> huishoudens, DateTimeOffset tot, Action<int, DateTimeOffset> meld)
    {
        foreach (var huishouden in huishoudens)
        {
            perStroom.Add(huishouden.Stroom, huishouden);
            agenda.Enqueue(huishouden, huishouden.Volgende);
        }
        while (agenda.TryDequeue(out var huishouden, out var op) && op <= tot)
        {
            // Planned anew meanwhile.
            if (op != huishouden.Volgende)
                continue;
            nu = op;
            await VerstrijkAsync(op);
            await DoeAsync(huishouden);
            meld(huishoudens.Count(l => l.IsBegonnen), op);
        }
        await VerstrijkAsync(tot);
    }

    async Task VerstrijkAsync(DateTimeOffset op)
    {
        foreach (var stroom in await verleden.NaarAsync(op))
        {
            if (perStroom.GetValueOrDefault(stroom) is { IsVrij: true } huishouden)
                await PlanAsync(huishouden);
        }
    }

    async Task DoeAsync(Demohuishouden huishouden)
    {
        if (!huishouden.IsBegonnen)
            await BeginAsync(huishouden);
        else if (huishouden.Consulentwerk is { } consulentwerk && nu > consulentwerk.Tot)
            huishouden.Houdop();
        else if (huishouden.Stap is { } stap)
            await SpeelAsync(huishouden, stap);
        else if (huishouden.IsVrij)
            await WerkAsync(huishouden);
        if (huishouden.IsVrij)
            await PlanAsync(huishouden);
        if (huishouden.Volgende < DateTimeOffset.MaxValue)
            agenda.Enqueue(huishouden, huishouden.Volgende);
    }

    async Task BeginAsync(Demohuishouden huishouden)
    {
        if (await GeefAsync(huishouden, new StartInstance(huishouden.Flow, huishouden.Invoer, huishouden.DossierOnder(verleden.Sleutel), Version: huishouden.Versie), huishouden.Rollen.Behandelaar) is Answer.Refused geweigerd)
            Stop(huishouden, "begin", geweigerd);
        huishouden.Verder();
    }

    async Task SpeelAsync(Demohuishouden huishouden, Scenariostap stap)
    {
        if (stap is Taakstap taakstap && stap.Verwacht?.Weigering is null && Open(await ZaakAsync(huishouden), taakstap) is null && huishouden.Pogingen < MeestePogingen)
        {
            // Another weekend or feast day lies between than in the story: what it waits for is not over yet.
            huishouden.Later(nu.AddDays(1));
            return;
        }
        if (stap.Verwacht?.Weigering is null && await OpdrachtAsync(huishouden, stap) is var (command, door) && await GeefAsync(huishouden, command, door) is Answer.Refused geweigerd)
            Stop(huishouden, (stap as Taakstap)?.Taak.Text ?? stap.GetType().Name, geweigerd);
        else
            huishouden.Verder();
    }

    async Task<(Command Command, UserId Door)?> OpdrachtAsync(Demohuishouden huishouden, Scenariostap stap)
    {
        switch (stap)
        {
            case Taakstap t when Open(await ZaakAsync(huishouden), t) is { } taak:
                var voorbeelden = new Voorbeeldantwoorden(opstelling, new Taakvraag(await ZaakAsync(huishouden), taak, t.Uitkomst), nu);
                var gegeven = huishouden.Rollen.In(t.Antwoorden);
                huishouden.Voltooid[t.Taak] = taak.Id;
                return (new CompleteTask(taak.Id, taak.Version, t.Uitkomst, Verwoord(huishouden, t.Aanvullen ? voorbeelden.Vul(gegeven) : gegeven)), huishouden.Rollen.Voor(t.Door));
            case Beginstap b:
                return (new StartInstance(b.Begin, huishouden.Rollen.In(b.Invoer), huishouden.DossierOnder(verleden.Sleutel)), huishouden.Rollen.Voor(b.Door));
            case Gebeurtenisstap g:
                return (new ReceiveEvent(g.Gebeurtenis, null, g.Inhoud), huishouden.Rollen.Voor(g.Door));
            case Terugdraaistap t when huishouden.Voltooid.TryGetValue(t.Terugdraaien, out var taak):
                return (new ReopenTask(taak, t.Reden), huishouden.Rollen.Voor(t.Door));
            default:
                return null;
        }
    }

    async Task WerkAsync(Demohuishouden huishouden)
    {
        var (zaak, consulentwerk) = (await ZaakAsync(huishouden), huishouden.Consulentwerk!);
        foreach (var taak in zaak.OpenTasks.Where(t => consulentwerk.IsAanDeBeurt(t, nu)).ToList())
        {
            var door = Consulentwerk.Door(taak, huishouden.Rollen);
            var geweigerd = await consulentwerk.ProbeerAsync(
                taak,
                (uitkomst, kies) => new Voorbeeldantwoorden(opstelling, new Taakvraag(zaak, taak, uitkomst), nu, kies),
                antwoorden => Verwoord(huishouden, huishouden.Rollen.In(antwoorden)),
                (uitkomst, antwoorden) => GeefAsync(huishouden, new CompleteTask(taak.Id, taak.Version, uitkomst, antwoorden), door));
            if (geweigerd is null)
                return;
            consulentwerk.Laat(taak);
            logger.LogDebug("In demohuishouden {Naam} blijft {Stap} liggen: {Codes}", huishouden.Naam, taak.ActivityId.Text, Codes(geweigerd));
        }
    }

    async Task PlanAsync(Demohuishouden huishouden)
    {
        var volgende = huishouden.Consulentwerk!.Plan((await ZaakAsync(huishouden)).OpenTasks, verleden.Klok.Now);
        if (volgende == huishouden.Volgende)
            return;
        huishouden.Plan(volgende);
        if (volgende < DateTimeOffset.MaxValue)
            agenda.Enqueue(huishouden, volgende);
    }

    Task<Answer> GeefAsync(Demohuishouden huishouden, Command command, UserId door) =>
        verleden.GeefAsync(huishouden.Stroom, huishouden.Soort, command, Asking.Person(door, huishouden.OpdrachtId()));

    Task<Case> ZaakAsync(Demohuishouden huishouden) => verleden.ZaakAsync(huishouden.Stroom);

    JsonObject Verwoord(Demohuishouden huishouden, JsonObject antwoorden)
    {
        (huishouden.Woorden as Verzonnenwoorden)?.Op(LocalTime.DayOf(nu));
        return huishouden.Woorden.Antwoorden(antwoorden);
    }

    static WorkTask? Open(Case zaak, Taakstap stap) =>
        zaak.OpenTasks.FirstOrDefault(t => t.ActivityId == stap.Taak && (stap.Flow is null || zaak.Instances[t.Instance].Definition.DefinitionId == stap.Flow));

    /// <summary>A household that stops half-way is a household too; what is wrong with a story shows in its own test.</summary>
    void Stop(Demohuishouden huishouden, string waar, Answer.Refused geweigerd)
    {
        logger.LogWarning("Demohuishouden {Naam} stopt bij {Stap}: {Codes}", huishouden.Naam, waar, Codes(geweigerd));
        huishouden.Houdop();
    }

    static string Codes(Answer.Refused geweigerd) => string.Join(", ", geweigerd.Refusals.Select(r => $"{r.Code} {r.Field}"));
}
