using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Demo.Wandelingen;

/// <summary>
/// One household that wanders through a flow: whoever is asked something gives some valid answer, and now and then time
/// passes instead. Pure: a walk is its seed. What it looks for is a drawing in which somebody gets stuck, so it ends when
/// the flow ended, and anything else is a failure.
/// </summary>
/// <param name="wet">A sentence that must be true of every state on the way, and of what led to it: null while it is, else what is wrong.</param>
public sealed class Wandelaar(Proefopstelling opstelling, IReadOnlyDictionary<string, CompiledDefinition> published, Func<Case, ImmutableArray<WorkflowEvent>, string?>? wet = null)
{
    const int MostMoves = 3_000;
    const int MostTries = 6;
    const int MostMends = 8;
    // Nothing that is asked here ever changes, so what one walk learned the others need not ask; a race only asks again.
    volatile Given remembered = Given.Nothing;
    readonly Decider decider = new(new EngineParts(opstelling.Domein, opstelling.Soorten));

    /// <summary>Walks on from a case in which the flow is under way.</summary>
    /// <returns>What went wrong, or null; and how the flow ended.</returns>
    public (string? Failure, string End) Wandel(Case vanaf, DefinitionId flow, DateTimeOffset now, int seed)
    {
        var dice = new Random(seed);
        var spoor = new Scenariospoor();
        var hier = new Place(vanaf, now, []);
        var instance = vanaf.Instances.Values.Last(i => i.Definition.DefinitionId == flow).Id;
        var path = new List<string>();
        for (var move = 0; move < MostMoves; move++)
        {
            if (hier.Case.OpenIncidents.FirstOrDefault() is { } incident)
                return ($"seed {seed}: incident {incident.Code} ({string.Join(", ", incident.Arguments.AsTexts())}) at {incident.ActivityId?.Text ?? incident.Pending.Term?.Key} after {Last(path)}", "");
            if (wet?.Invoke(hier.Case, hier.Events) is { } broken)
                return ($"seed {seed}: {broken} after {Last(path)}", "");
            if (!hier.Case.Instances.ContainsKey(instance))
                return (null, path[^1]);
            if (Next(hier, dice, path) is not { } daar)
                return ($"seed {seed}: nobody can go on after {Last(path)}", "");
            hier = daar;
        }
        return ($"seed {seed}: no end in {MostMoves} moves; last {Last(path)}", "");
    }

    static string Last(List<string> path) => string.Join(" → ", path.TakeLast(8));

    /// <summary>Somebody does something, or time passes; null when neither is possible any more.</summary>
    Place? Next(Place hier, Random dice, List<string> path)
    {
        var tasks = hier.Case.OpenTasks.ToArray();
        var due = hier.Case.Termijnen().OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault();
        if (due is not null && (tasks.Length == 0 || dice.Next(8) == 0))
            return Pass(hier, due, path);
        dice.Shuffle(tasks);
        foreach (var taak in tasks)
        {
            if (Complete(hier, taak, dice, path) is { } daar)
                return daar;
        }
        return due is null ? null : Pass(hier, due, path);
    }

    Place? Pass(Place hier, Deadline due, List<string> path)
    {
        var now = due.DueAt > hier.Now ? due.DueAt : hier.Now;
        path.Add("~" + due.Key);
        return Decide(hier with { Now = now }, new PassDeadline(due.Id, due.DueAt), false) is Accepted aanvaard ? new Place(aanvaard.After, now, aanvaard.Events) : null;
    }

    /// <summary>Some valid answer; what the step refuses is tried again with other answers.</summary>
    Place? Complete(Place hier, WorkTask taak, Random dice, List<string> path)
    {
        ImmutableArray<Refusal> geweigerd = [];
        var door = taak.Address.Role ?? "consulent";
        // A day or two of work, so that dates differ.
        var now = hier.Now.AddHours(dice.Next(40));
        if (hier.Case.Termijnen().Any(d => d.DueAt <= now))
            now = hier.Now;
        for (var poging = 0; poging < MostTries + taak.Outcomes.Length; poging++)
        {
            // Bad luck is not a dead end: in the end every way out is tried.
            var outcome = taak.Outcomes.IsEmpty ? null : taak.Outcomes[poging < MostTries ? dice.Next(taak.Outcomes.Length) : poging - MostTries].Port;
            var examples = new Voorbeeldantwoorden(opstelling, new Taakvraag(hier.Case, taak, outcome), now, dice.Next);
            var answers = examples.Strooi();
            for (var mend = 0; mend < MostMends; mend++)
            {
                var decision = Decide(hier with { Now = now }, new CompleteTask(taak.Id, taak.Version, outcome, answers), true, door);
                if (decision is Accepted aanvaard)
                {
                    path.Add($"{taak.ActivityId}.{aanvaard.Events.OfType<TaskCompleted>().First().Outcome}");
                    return new Place(aanvaard.After, now, aanvaard.Events);
                }
                geweigerd = ((Rejected)decision).Refusals;
                answers = examples.Hersteld(answers, geweigerd);
            }
        }
        path.Add($"{taak.ActivityId} refuses everything: {string.Join("; ", geweigerd)}");
        return null;
    }

    Decision Decide(Place hier, Command command, bool isPerson, string door = "klok")
    {
        var asking = new Asking("w", isPerson ? new UserId(door).Actor : ActorId.Timer, "wandeling", isPerson);
        for (var given = remembered; ;)
        {
            var decision = decider.Decide(hier.Case, command, given, asking, hier.Now);
            if (decision is not Needs needs)
                return decision;
            remembered = given = given.With(needs.Key, Row(needs.Key));
        }
    }

    object? Row(string sleutel) => published.GetValueOrDefault(sleutel) ?? opstelling.Rij(sleutel);

    /// <summary>The flows of a folder, with the documents beside them, by the keys under which decisions ask them.</summary>
    public static async Task<IReadOnlyDictionary<string, CompiledDefinition>> GepubliceerdAsync(Proefopstelling opstelling, Stroommap map)
    {
        var engine = opstelling.Motor(new MemoryStore(), () => DateTimeOffset.UnixEpoch);
        var published = new Dictionary<string, CompiledDefinition>(StringComparer.Ordinal);
        foreach (var flow in map.Stromen())
        {
            var definition = map.Definition(flow);
            var compiled = new CompiledDefinition(definition, CompiledDefinition.HashOf(map.Document(flow)), await engine.PinsAsync(definition));
            published[Given.DefinitionKey(compiled.Key)] = published[Given.PublishedKey(definition.DefinitionId)] = compiled;
        }
        return published;
    }

    sealed record Place(Case Case, DateTimeOffset Now, ImmutableArray<WorkflowEvent> Events);
}
