using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Inzage;

/// <summary>
/// To whom a household is related, as terms that a query can compare: who holds it, and to whom a task in it is addressed. What
/// the single question of access asks of one case, it asks of rows with these; a test keeps the two equal.
/// </summary>
public static class Betrokkenen
{
    // Nobody can type what begins so.
    const string Niemand = "!";

    static string Gebruiker(UserId id) => $"!g:{id}";

    static string Team(TeamId id) => $"!t:{id}";

    static string Rol(string rol) => $"!r:{rol}";

    /// <summary>Of a household as it stands.</summary>
    public static IEnumerable<string> Van(Case stream, Domain domain)
    {
        var houders = (from relatie in Relaties.Alle from dossier in stream.Instances.Values.Select(i => i.Dossier).Append(null).Distinct() select domain.Holder(stream.Domain, relatie, dossier)).ToList();
        var termen = houders.SelectMany(Van).ToList();
        if (termen.Count == 0)
            termen.Add(Niemand);
        foreach (var taak in stream.OpenTasks)
        {
            var houder = taak.Address.Relation is { } relatie ? domain.Holder(stream.Domain, relatie, taak.Dossier) : default;
            termen.AddRange(Van(houder with { Team = taak.Address.Team ?? houder.Team }));
            if (taak.Assignee is { } wie)
                termen.Add(Gebruiker(wie));
            if (taak.Address.Role is { } rol)
                termen.Add(Rol(rol));
        }
        return termen.Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>Any of these in a household relates it to this person.</summary>
    public static ImmutableArray<string> Van(Zicht zicht) =>
    [
        Gebruiker(zicht.Gebruiker), .. zicht.Team is { } team ? [Team(team)] : Array.Empty<string>(), .. zicht.Rollen.Select(Rol), .. zicht.ZietVanNiemand ? [Niemand] : Array.Empty<string>(),
    ];

    static IEnumerable<string> Van(RelationHolder houder)
    {
        if (houder.User is { } wie)
            yield return Gebruiker(wie);
        if (houder.Team is { } team)
            yield return Team(team);
    }
}
