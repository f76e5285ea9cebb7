using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Inzage;

/// <summary>
/// Who is related to a household: whoever holds it or one of its procedures, and the team of the wijk. A task in it, whoever it is
/// for, relates nobody to more than that task. The same as terms that a query can compare, so that a list says what the single
/// question of access says of one case.
/// </summary>
public static class Betrokkenen
{
    // Nobody can type what begins so.
    const string Niemand = "!";

    static string Gebruiker(UserId id) => $"!g:{id}";

    static string Team(TeamId id) => $"!t:{id}";

    /// <summary>
    /// Whoever holds this now: the people and the teams of its relations. When nobody does, who treated it last; nobody at all when nobody ever did.
    /// </summary>
    /// <param name="dossier">The procedure; null for the household, with all that runs in it.</param>
    public static ImmutableArray<RelationHolder> Houders(Case stream, Domain domain, DossierId? dossier = null)
    {
        DossierId?[] van = dossier is not null ? [dossier] : [.. stream.Instances.Values.Select(i => i.Dossier).Append(null).Distinct()];
        var nu = (from relatie in Relaties.Alle from d in van select domain.Holder(stream.Domain, relatie, d)).Where(houder => houder != default).Distinct().ToImmutableArray();
        var eerder = ((Huishouden)stream.Domain).Dossiers.Values.Where(d => dossier is null || d.Id == dossier).Select(d => d.Behandelaar?.Id).OfType<UserId>().Distinct();
        return nu.IsEmpty ? [.. eerder.Select(wie => new RelationHolder(wie, null))] : nu;
    }

    /// <summary>Of a household as it stands.</summary>
    public static IEnumerable<string> Van(Case stream, Domain domain) => Houders(stream, domain) is { IsEmpty: false } houders
        ? houders.SelectMany(Van).Distinct().Order(StringComparer.Ordinal)
        : [Niemand];

    /// <summary>Any of these in a household relates it to this person.</summary>
    public static ImmutableArray<string> Van(Zicht zicht) =>
    [
        Gebruiker(zicht.Gebruiker), .. zicht.Team is { } team ? [Team(team)] : Array.Empty<string>(), .. zicht.ZietVanNiemand ? [Niemand] : Array.Empty<string>(),
    ];

    static IEnumerable<string> Van(RelationHolder houder)
    {
        if (houder.User is { } wie)
            yield return Gebruiker(wie);
        if (houder.Team is { } team)
            yield return Team(team);
    }
}
