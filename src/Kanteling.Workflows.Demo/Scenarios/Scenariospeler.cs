using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>
/// Plays one scenario through the engine, on any store, with a clock of its own. The laws of this file: everything goes
/// through commands that a person or a timer could give; before a step everything that comes due until then happens
/// first, in order; and what differs from what was expected is a sentence, never an exception.
/// </summary>
/// <param name="koud">A new engine before every command, so that everything it needs comes from the store.</param>
public sealed class Scenariospeler(Proefopstelling opstelling, IWorkflowStore store, bool koud = false)
{
    readonly List<string> verschillen = [];
    readonly Dictionary<DefinitionVersion, WorkflowDefinition> definities = [];
    Scenariospoor spoor = null!;
    Verloop verloop = null!;
    WorkflowEngine? motor;
    StreamId stroom;
    DateTimeOffset nu;
    int opdrachten;

    /// <summary>For the command line: plays a scenario of the folder in memory and says how it went. 0 when nothing differs.</summary>
    public static async Task<int> SpeelAsync(string flow, string scenario, TextWriter uitvoer)
    {
        var map = Stroommap.Vind();
        try
        {
            var gelezen = map.Scenario(flow, scenario);
            var opstelling = Proefopstelling.Van(map);
            var store = new MemoryStore();
            await map.PubliceerAsync(opstelling.Motor(store, () => gelezen.Start));
            var verslag = await new Scenariospeler(opstelling, store).SpeelAsync(gelezen, new($"{flow}-{scenario}"));
            await uitvoer.WriteLineAsync(string.Join(Environment.NewLine, [gelezen.Naam, "", .. verslag.Regels, "", verslag.Slot]));
            return verslag.Verschillen.IsEmpty ? 0 : 1;
        }
        catch (InvalidDataException fout)
        {
            await uitvoer.WriteLineAsync(fout.Message);
            return 2;
        }
    }

    /// <summary>Plays the scenario in a stream that does not exist yet. The flows must have been published in the store.</summary>
    public async Task<Scenarioverslag> SpeelAsync(Scenario scenario, StreamId stream)
    {
        (stroom, nu, spoor) = (stream, scenario.Start, new Scenariospoor());
        verloop = new Verloop(Definitie);
        await Geef("consulent", $"begint de flow {scenario.Begin}", new StartInstance(scenario.Begin, scenario.Invoer, Dossier: new("d1"), Version: scenario.Versie), null, "start");
        foreach (var (nummer, stap) in scenario.Stappen.Index())
            await Speel(stap, $"stap {nummer + 1}");
        if (scenario.Vandaag is { } vandaag)
            await Wacht(Scenariotijd.Ochtend(vandaag, nu), "vandaag");
        await Vergelijk(scenario.Verwacht, "aan het eind", scenario.Flow);
        foreach (var incident in (await Zaak()).OpenIncidents)
            verschillen.Add($"aan het eind: er is een incident bij {incident.ActivityId?.Text ?? incident.Pending.Term?.Key}: {incident.Code} ({string.Join(", ", incident.Arguments.AsTexts())}).");
        return new Scenarioverslag([.. verloop.Regels], [.. verschillen]);
    }

    /// <summary>Plays until the flow is under way; null when the scenario never begins it.</summary>
    public async Task<(Case Zaak, DateTimeOffset Nu)?> SpeelTotAsync(Scenario scenario, StreamId stream, DefinitionId flow)
    {
        var (eerst, tot) = (scenario with { Stappen = [], Verwacht = Verwachting.Niets }, scenario.Stappen);
        await SpeelAsync(eerst, stream);
        foreach (var (nummer, stap) in tot.Index())
        {
            if (await Bezig(flow) is { } zaak)
                return (zaak, nu);
            await Speel(stap, $"stap {nummer + 1}");
        }
        return await Bezig(flow) is { } laatste ? (laatste, nu) : null;
    }

    async Task<Case?> Bezig(DefinitionId flow) => await Zaak() is var zaak && zaak.Instances.Values.Any(i => i.Definition.DefinitionId == flow) ? zaak : null;

    async Task Speel(Scenariostap stap, string plek)
    {
        await Wacht(Scenariotijd.Moment(stap.Op, nu), plek);
        switch (stap)
        {
            case Taakstap x: await Rond(x, plek); break;
            case Gebeurtenisstap x: await Geef(x.Door, $"gebeurtenis {x.Gebeurtenis}", new ReceiveEvent(x.Gebeurtenis, null, x.Inhoud), x.Verwacht, plek); break;
            case Beginstap x: await Geef(x.Door, $"begint de flow {x.Begin}", new StartInstance(x.Begin, x.Invoer, Dossier: new("d1")), x.Verwacht, plek); break;
            case Terugdraaistap x: await Draai(x, plek); break;
        }
        if (stap.Verwacht is { } verwacht)
            await Vergelijk(verwacht, plek, new(""));
    }

    async Task Rond(Taakstap stap, string plek)
    {
        var zaak = await Zaak();
        var taken = zaak.OpenTasks.Where(t => t.ActivityId == stap.Taak && (stap.Flow is null || zaak.Instances[t.Instance].Definition.DefinitionId == stap.Flow)).ToList();
        if (taken is not [var taak])
        {
            verschillen.Add(taken.Count > 1 ? $"{plek}: er zijn {taken.Count} open taken {stap.Taak}; noem de flow." : $"{plek}: de taak {stap.Taak} is niet open. Open zijn: {Opsomming(zaak.OpenTasks.Select(t => t.ActivityId))}.");
            return;
        }
        var voorbeelden = new Voorbeeldantwoorden(opstelling, new Taakvraag(zaak, taak, stap.Uitkomst), nu);
        if (voorbeelden.Onbekend(stap.Antwoorden) is { Count: > 0 } onbekend)
        {
            verschillen.Add($"{plek}: het formulier van {stap.Taak} vraagt niet naar {string.Join(", ", onbekend)}.");
            return;
        }
        var antwoorden = stap.Aanvullen ? voorbeelden.Vul(stap.Antwoorden) : stap.Antwoorden;
        await Geef(stap.Door, $"{taak.Title}{(stap.Uitkomst is null ? "" : $" → {stap.Uitkomst}")}", new CompleteTask(taak.Id, taak.Version, stap.Uitkomst, antwoorden), stap.Verwacht, plek);
    }

    async Task Draai(Terugdraaistap stap, string plek)
    {
        if (spoor.Voltooid(stap.Terugdraaien, stap.Flow) is not { } taak)
        {
            verschillen.Add($"{plek}: de taak {stap.Terugdraaien} is nooit afgerond.");
            return;
        }
        await Geef(stap.Door, $"draait {stap.Terugdraaien} terug: {stap.Reden}", new ReopenTask(taak, stap.Reden), stap.Verwacht, plek);
    }

    /// <summary>Lets time pass until a moment; every deadline that comes due passes at its own moment, the earliest first.</summary>
    async Task Wacht(DateTimeOffset tot, string plek)
    {
        var geweigerd = new HashSet<DeadlineId>();
        while ((await Zaak()).Termijnen().Where(d => d.DueAt <= tot && !geweigerd.Contains(d.Id)).OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault() is { } termijn)
        {
            nu = termijn.DueAt > nu ? termijn.DueAt : nu;
            var antwoord = await Vraag(new PassDeadline(termijn.Id, termijn.DueAt), Asking.Timer($"{stroom}:termijn:{termijn.Id}:{termijn.DueAt.UtcTicks}"));
            verloop.Schrijf(nu, "klok", spoor.Taak(termijn) is { } taak ? $"{taak}: {termijn.Key}" : termijn.Key);
            if (antwoord is Answer.Done klaar)
                Neem(klaar);
            else if (geweigerd.Add(termijn.Id))
                verschillen.Add($"{plek}: de termijn {termijn.Key} kon niet verstrijken: {Zin(((Answer.Refused)antwoord).Refusals)}");
        }
        nu = tot > nu ? tot : nu;
    }

    async Task Geef(string door, string wat, Command opdracht, Verwachting? verwacht, string plek)
    {
        verloop.Schrijf(nu, door, wat);
        var antwoord = await Vraag(opdracht, Asking.Person(new(door), string.Create(CultureInfo.InvariantCulture, $"{stroom}:{++opdrachten}")));
        if (antwoord is Answer.Done klaar)
            Neem(klaar);
        else
            verloop.Regels.Add("           geweigerd: " + Zin(((Answer.Refused)antwoord).Refusals));
        if (Scenariovergelijking.Weigering(verwacht?.Weigering, antwoord) is { } verschil)
            verschillen.Add($"{plek}: {verschil}");
    }

    void Neem(Answer.Done antwoord)
    {
        spoor.Neem(antwoord.Events, Definitie);
        verloop.Gevolgen(antwoord.Events);
    }

    async Task<Answer> Vraag(Command opdracht, Asking vrager)
    {
        if (koud || motor is null)
            motor = opstelling.Motor(store, () => nu);
        var antwoord = await motor.ExecuteAsync(stroom, "huishouden", opdracht, vrager);
        foreach (var begonnen in antwoord is Answer.Done klaar ? klaar.Events.OfType<InstanceStarted>() : [])
            definities.TryAdd(begonnen.Definition, (await motor.DefinitionAsync(begonnen.Definition.DefinitionId, begonnen.Definition.Version))!.Definition);
        return antwoord;
    }

    async Task<Case> Zaak() => await (koud ? opstelling.Motor(store, () => nu) : motor!).ReadAsync(stroom) ?? Case.Empty(stroom, opstelling.Domein.Empty);

    async Task Vergelijk(Verwachting verwacht, string plek, DefinitionId flow) =>
        verschillen.AddRange(Scenariovergelijking.Verschillen(verwacht, await Zaak(), spoor, opstelling, flow, nu).Select(v => $"{plek}: {v}"));

    WorkflowDefinition Definitie(DefinitionVersion versie) => definities[versie];

    internal static string Opsomming(IEnumerable<ActivityId> stappen) => Opsomming(stappen.Select(s => s.Text));

    internal static string Opsomming(IEnumerable<string> namen) => namen.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } lijst ? string.Join(", ", lijst) : "geen";

    internal static string Zin(ImmutableArray<Refusal> weigeringen) => string.Join(" ", weigeringen.Select(w => $"{w.Code}: {Zinnen.Voor(w.Code, w.Arguments)}{(w.Field is null ? "" : $" ({w.Field})")}"));
}

/// <param name="Regels">What happened, day by day.</param>
/// <param name="Verschillen">What differs from what was expected, with the step; empty when all is well.</param>
public sealed record Scenarioverslag(ImmutableArray<string> Regels, ImmutableArray<string> Verschillen)
{
    public string Slot => Verschillen.IsEmpty ? "Alles ging zoals verwacht." : string.Join(Environment.NewLine, Verschillen.Select(v => "ANDERS DAN VERWACHT " + v));
}
