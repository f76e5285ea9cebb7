namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The team of a wijk, as its register had it when a decision named it.</summary>
/// <param name="Wijk">As the register calls it; null for a team of no one wijk.</param>
/// <param name="Hash">SHA-256 of the row of the register.</param>
public sealed record Wijkteam(TeamId Id, string? Wijk, string Hash)
{
    public static string Sleutel(TeamId id) => $"{Prefix}{id}";

    /// <summary>How the key of every such row begins.</summary>
    public const string Prefix = "wijkteam:";

    /// <summary>How the key begins of the team that has a wijk.</summary>
    public const string Wijkprefix = "wijk:";

    /// <summary>The team of this wijk; null when no team has it, and so there is no such wijk.</summary>
    public static Wijkteam? VanWijk(Given given, string wijk) => given.Find<Wijkteam>(Wijkprefix + wijk);

    /// <summary>The team with this id; null when the register has none.</summary>
    public static Wijkteam? Van(Given given, TeamId id) => given.Find<Wijkteam>(Sleutel(id));
}
