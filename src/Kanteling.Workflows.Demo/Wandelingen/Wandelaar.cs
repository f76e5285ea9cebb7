using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Wandelingen;

/// <summary>
/// One household that wanders through a flow: whoever is asked something gives some valid answer, and now and then time
/// passes instead. Pure: a walk is its seed. What it looks for is a drawing in which somebody gets stuck, so it ends when
/// the flow ended, and anything else is a failure.
/// </summary>
/// <param name="wet">A sentence that must be true of every state on the way: null while it is, else what is wrong.</param>
public sealed class Wandelaar(Proefopstelling opstelling, IReadOnlyDictionary<string, CompiledDefinition> published, Func<Case, string?>? wet = null)
{
    const int MostMoves = 3_000;
    const int MostTries = 6;
    const int MostMends = 8;
    // Nothing that is asked here ever changes, so what one walk learned the others need not ask; a race only asks again.
    volatile Given remembered = Given.Nothing;
    readonly Decider decider = new(new EngineParts(opstelling.Domein, opstelling.Soorten));

    /// <summary>Walks on from a case in which the flow is under way.</summary>
    /// <returns>What went wrong, or null; and how the flow ended.</returns>
    public (string? Failure, string End) Wandel(Case from, string flow, DateTimeOffset now, int seed)
    {
        var dice = new Random(seed);
        var spoor = new Scenariospoor();
        var here = new Place(from, now);
        var instance = from.Instances.Values.Last(i => i.Definition.DefinitionId == flow).Id;
        var path = new List<string>();
        for (var move = 0; move < MostMoves; move++)
        {
            if (here.Case.Instances.Values.SelectMany(i => i.Incidents.Values).FirstOrDefault() is { } incident)
                return ($"seed {seed}: incident {incident.Code} ({string.Join(", ", incident.Arguments)}) at {incident.ActivityId} after {Last(path)}", "");
            if (wet?.Invoke(here.Case) is { } broken)
                return ($"seed {seed}: {broken} after {Last(path)}", "");
            if (!here.Case.Instances.ContainsKey(instance))
                return (null, path[^1]);
            if (Next(here, dice, path) is not { } there)
                return ($"seed {seed}: nobody can go on after {Last(path)}", "");
            here = there;
        }
        return ($"seed {seed}: no end in {MostMoves} moves; last {Last(path)}", "");
    }

    static string Last(List<string> path) => string.Join(" → ", path.TakeLast(8));

    /// <summary>Somebody does something, or time passes; null when neither is possible any more.</summary>
    Place? Next(Place here, Random dice, List<string> path)
    {
        var tasks = here.Case.Taken().ToArray();
        var due = here.Case.Termijnen().OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault();
        if (due is not null && (tasks.Length == 0 || dice.Next(8) == 0))
            return Pass(here, due, path);
        dice.Shuffle(tasks);
        foreach (var task in tasks)
        {
            if (Complete(here, task, dice, path) is { } there)
                return there;
        }
        return due is null ? null : Pass(here, due, path);
    }

    Place? Pass(Place here, Deadline due, List<string> path)
    {
        var now = due.DueAt > here.Now ? due.DueAt : here.Now;
        path.Add("~" + due.Key);
        return Decide(here with { Now = now }, new PassDeadline(due.Id, due.DueAt), false) is Accepted accepted ? new Place(accepted.After, now) : null;
    }

    /// <summary>Some valid answer; what the step refuses is tried again with other answers.</summary>
    Place? Complete(Place here, WorkTask task, Random dice, List<string> path)
    {
        ImmutableArray<Refusal> refused = [];
        var by = task.Address.Role ?? "consulent";
        // A day or two of work, so that dates differ.
        var now = here.Now.AddHours(dice.Next(40));
        if (here.Case.Termijnen().Any(d => d.DueAt <= now))
            now = here.Now;
        for (var attempt = 0; attempt < MostTries + task.Outcomes.Length; attempt++)
        {
            // Bad luck is not a dead end: in the end every way out is tried.
            var outcome = task.Outcomes.IsEmpty ? null : task.Outcomes[attempt < MostTries ? dice.Next(task.Outcomes.Length) : attempt - MostTries].Port;
            var examples = new Voorbeeldantwoorden(opstelling, new Taakvraag(here.Case, task, outcome), now, dice.Next);
            var answers = examples.Strooi();
            for (var mend = 0; mend < MostMends; mend++)
            {
                var decision = Decide(here with { Now = now }, new CompleteTask(task.Id, task.Version, outcome, answers), true, by);
                if (decision is Accepted accepted)
                {
                    path.Add($"{task.ActivityId}.{accepted.Events.OfType<TaskCompleted>().First().Outcome}");
                    return new Place(accepted.After, now);
                }
                refused = ((Rejected)decision).Refusals;
                answers = examples.Hersteld(answers, refused);
            }
        }
        path.Add($"{task.ActivityId} refuses everything: {string.Join("; ", refused)}");
        return null;
    }

    Decision Decide(Place here, Command command, bool isPerson, string by = "klok")
    {
        var asking = new Asking("w", isPerson ? "user:" + by : "timer", isPerson);
        for (var given = remembered; ;)
        {
            var decision = decider.Decide(here.Case, command, given, asking, here.Now);
            if (decision is not Needs needs)
                return decision;
            remembered = given = given.With(needs.Key, Row(needs.Key));
        }
    }

    object? Row(string key) => published.GetValueOrDefault(key) ?? opstelling.Rij(key);

    /// <summary>The flows of a folder by the keys under which decisions ask them.</summary>
    public static IReadOnlyDictionary<string, CompiledDefinition> Gepubliceerd(Stroommap folder)
    {
        var published = new Dictionary<string, CompiledDefinition>(StringComparer.Ordinal);
        foreach (var flow in folder.Stromen())
        {
            var compiled = new CompiledDefinition(folder.Definition(flow), CompiledDefinition.HashOf(folder.Document(flow)));
            published[Given.DefinitionKey(compiled.Key)] = published[Given.PublishedKey(flow)] = compiled;
        }
        return published;
    }

    sealed record Place(Case Case, DateTimeOffset Now);
}
