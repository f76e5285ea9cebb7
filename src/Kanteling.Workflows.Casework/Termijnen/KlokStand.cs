using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>Where a clock stands.</summary>
/// <param name="Uitkomst">The last day; null while the clock stands still, because then nobody knows it yet.</param>
/// <param name="DagenStilgestaan">Days by which ended suspensions moved the raw last day.</param>
/// <param name="Uitleg">How it came to stand there.</param>
public sealed record KlokStand(TermijnUitkomst? Uitkomst, int DagenStilgestaan, Explanation Uitleg)
{
    /// <summary>Whether the clock stands still.</summary>
    public bool StaatStil => Uitkomst is null;
}
