using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Inzage;
using static Kanteling.Workflows.App.Tests.Storage.Sample;
using Case = Kanteling.Workflows.Instances.Case;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>Households with tasks, and people of every kind around them: always the same ones.</summary>
static class Population
{
    static readonly TeamId?[] Teams = [null, new("noord"), new("zuid")];
    static readonly UserId[] Users = [.. Enumerable.Range(0, 40).Select(n => new UserId($"u{n}"))];

    /// <summary>Each role, alone and with another, in each team and in none.</summary>
    public static ImmutableArray<Actor> Actors(IReadOnlyList<string> roles)
    {
        var dice = new Random(7);
        return [.. Users.Select((id, n) => new Actor(id, id.Text, Roles(roles, n, dice), Teams[dice.Next(Teams.Length)], null))];
    }

    static ImmutableArray<string> Roles(IReadOnlyList<string> roles, int n, Random dice) => (n % 8) switch
    {
        0 => [],
        1 => [roles[n % roles.Count], roles[dice.Next(roles.Count)]],
        _ => [roles[n % roles.Count]],
    };

    /// <summary>One in five is shielded.</summary>
    public static ImmutableArray<Case> Streams(int count, IReadOnlyList<string> roles)
    {
        var dice = new Random(11);
        return [.. Enumerable.Range(0, count).Select(n => Stream(n, dice.Next(5) == 0, dice, roles))];
    }

    static Case Stream(int n, bool shielded, Random dice, IReadOnlyList<string> roles)
    {
        var dossiers = Enumerable.Range(1, dice.Next(1, 4)).Select(d => Procedure($"s{n}-d{d}", shielded, Somebody(dice))).ToList();
        var household = Huishouden.Leeg with
        {
            Naam = Content.Of(null, "name", $"Huishouden {n}"), Wijkteam = Teams[dice.Next(Teams.Length)] is { } team ? new Wijkteam(team, null, "hash") : null,
            Dossiers = Huishouden.Leeg.Dossiers.AddRange(dossiers.Select(d => KeyValuePair.Create(d.Id, d))),
            Casusregisseur = dice.Next(3) == 0 ? new Casusregisseur(default, Known(Somebody(dice)), null, null, Known(Somebody(dice)), null, default) : null,
        };
        var instances = dossiers.Select((d, i) => Run(10 * (i + 1), d.Id, dice, roles)).ToImmutableSortedDictionary(i => i.Id, i => i);
        return Case.Empty(new($"stream{n}"), household) with { Version = 1, Instances = instances };
    }

    static UserReference? Known(UserId? user) => user is { } id ? new UserReference(id, "hash") : null;

    static Dossier Procedure(string id, bool shielded, UserId? held) =>
        new(new DossierId(id), shielded ? DossierSoort.Veiligheid : DossierSoort.Melding, new("p1"), new Melder(null, null, null), Content.Of(new DossierId(id), "question", "?"), null, false, new DateOnly(2026, 3, 2), "wmo") { Behandelaar = Known(held) };

    static Instance Run(long id, DossierId dossier, Random dice, IReadOnlyList<string> roles) => new(
        new InstanceId(id), new DefinitionVersion(new("toegang"), 1), "", dossier, null, null, null, null, null, Now, Content.Of(null, ContentKind.Input, null),
        ImmutableSortedDictionary<ExecutionId, Execution>.Empty, ImmutableSortedDictionary<ExecutionId, Scope>.Empty, ImmutableSortedDictionary<VariableKey, Content>.Empty,
        ImmutableSortedDictionary.Create<string, Content>(StringComparer.Ordinal),
        Enumerable.Range(1, dice.Next(4)).ToImmutableSortedDictionary(t => new WaitId(id + t), t => (Wait)new TaskWait(new(id + t), new(1), Task(new InstanceId(id), id + t, dossier, dice, roles))),
        ImmutableSortedDictionary<IncidentId, Incident>.Empty);

    static WorkTask Task(InstanceId instance, long id, DossierId dossier, Random dice, IReadOnlyList<string> roles) => new(
        new TaskId(id), instance, new(1), new("step"), "Kanteling.Taak", dossier, 1, Content.Of(dossier, "words", new JsonArray("A step")), Address(dice, roles), Somebody(dice), null, [], null, new Because(1, []), null, Now, dice.Next(4) == 0);

    static TaskAddress Address(Random dice, IReadOnlyList<string> roles) => dice.Next(5) switch
    {
        0 => new("behandelaar", null, null),
        1 => new("casusregisseur", null, null),
        2 => new("wijkteam", null, null),
        3 => new(null, null, Teams[dice.Next(1, Teams.Length)]),
        _ => new(null, roles[dice.Next(roles.Count)], null),
    };

    static UserId? Somebody(Random dice) => dice.Next(2) == 0 ? null : Users[dice.Next(Users.Length)];
}
