using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Inzage;

/// <summary>
/// What somebody's roles let him do with tasks. The law of this file: it is the one place that says whether a task can be somebody's.
/// It is asked when a task or a household is given to him, when he completes it, and when tasks are looked for that nobody can do.
/// </summary>
/// <param name="Gewoon">Does tasks where nothing is shielded.</param>
/// <param name="Afgeschermd">Does tasks in a shielded stream that he is in.</param>
/// <param name="Waakt">Is in every shielded stream.</param>
/// <param name="VoorRollen">The roles whose tasks he may do: his own, and those that he leads.</param>
public sealed record Taakrecht(bool Gewoon, bool Afgeschermd, bool Waakt, ImmutableArray<string> VoorRollen)
{
    public static readonly Taakrecht Geen = new(false, false, false, []);

    /// <summary>May do all that treating a household asks, and not only single tasks: do its tasks, and begin in it what it needs.</summary>
    public bool Behandelt { get; init; }

    /// <summary>Whether he may have work of households at all; of a shielded one, when that is meant.</summary>
    public bool Mag(bool afgeschermd) => afgeschermd ? Afgeschermd : Gewoon;

    /// <summary>Whether he may be behandelaar, casusregisseur or contact person; in a shielded stream whoever does its tasks may be.</summary>
    public bool MagBehandelen(bool afgeschermd) => afgeschermd ? Afgeschermd : Gewoon && Behandelt;

    /// <summary>
    /// Whether a task can be his. One that is addressed to a role asks that role, until it went to somebody else because it was late: then
    /// anybody who does such work may take it over.
    /// </summary>
    /// <param name="rol">The role that it is addressed to; null when it is for a team or for who holds a relation.</param>
    public bool Kan(string? rol, bool afgeschermd, bool teLaat) => Mag(afgeschermd) && (rol is null || teLaat || VoorRollen.Contains(rol));

    /// <inheritdoc cref="Kan(string?, bool, bool)"/>
    public bool Kan(WorkTask taak, bool afgeschermd) => Kan(taak.Address.Role, afgeschermd, taak.IsEscalated);
}

/// <summary>Somebody who works here and is active, as the register has him when a decision names him. An event keeps only <see cref="Verwijzing"/>.</summary>
public sealed record Medewerker(UserReference Verwijzing, ImmutableArray<string> Rollen, TeamId? Team, Taakrecht Recht)
{
    /// <summary>How the key of every such row begins.</summary>
    public const string Prefix = "medewerker:";

    public UserId Id => Verwijzing.Id;

    public static string Sleutel(UserId id) => $"{Prefix}{id}";

    /// <summary>The colleague with this id; null when nobody who is active has it.</summary>
    public static Medewerker? Van(Given given, UserId id) => given.Find<Medewerker>(Sleutel(id));
}

/// <summary>A role as this installation has it.</summary>
/// <param name="HeeftWerk">Whether who has it has work of his own here, so that a task can be addressed to it.</param>
public sealed record Rolrij(string Naam, bool HeeftWerk)
{
    /// <summary>How the key of every such row begins.</summary>
    public const string Prefix = "rol:";

    /// <summary>The role with this name; null when there is none.</summary>
    public static Rolrij? Van(Given given, string naam) => given.Find<Rolrij>(Prefix + naam);
}
