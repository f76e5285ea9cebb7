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
/// <param name="Waakt">Whether he watches over the shielded streams; to anybody else only his name brings a row of one.</param>
public sealed record Zicht(string Gebruiker, string? Team, ImmutableArray<string> Rollen, bool Waakt)
{
    /// <summary>The kind of the streams that are shielded.</summary>
    public const string Afgeschermd = "veiligheid";
}
