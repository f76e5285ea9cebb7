using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Inzage;

/// <summary>How far around somebody a list of open tasks looks.</summary>
public enum Kring
{
    /// <summary>What waits for him: his by name, or of a role of his and of nobody yet.</summary>
    Eigen,

    /// <summary>All that is addressed to him by name, by role or by team, whoever has it.</summary>
    MetTeam,

    /// <summary>And what the people of his team have.</summary>
    MetCollegas,
}

/// <summary>
/// Who sees which rows of a list: what the single question of access says, as a value that a query can be made of. It decides
/// nothing itself.
/// </summary>
/// <param name="Gebruiker">Id in the register of users.</param>
/// <param name="Rollen">The roles by which a task can be addressed to him.</param>
public sealed record Zicht(UserId Gebruiker, TeamId? Team, ImmutableArray<string> Rollen)
{
    /// <summary>The kind of the streams of households.</summary>
    public const string Gewoon = "huishouden";

    /// <summary>The kind of the streams that are shielded.</summary>
    public const string Afgeschermd = "veiligheid";

    /// <summary>Whether he sees tasks in households at all.</summary>
    public bool ZietGewoon { get; init; }

    /// <summary>Whether a household that nobody is related to yet is his to begin with.</summary>
    public bool ZietVanNiemand { get; init; }

    /// <summary>Whether in a shielded stream the tasks that have his name are his to see; a role or a team brings nobody a task there.</summary>
    public bool ZietAfgeschermdOpNaam { get; init; }

    /// <summary>Whether he watches over all shielded streams: there a role and a team count as well.</summary>
    public bool Waakt { get; init; }

    /// <summary>Whether he repairs steps that stand still, also in a shielded stream, of which he sees no more than the step.</summary>
    public bool HersteltOveral { get; init; }
}
