namespace Kanteling.Workflows.Casework;

/// <summary>
/// A stable code with its arguments, from which the catalogue makes one Dutch sentence. Codes and arguments may be
/// stored and tested; the sentence may be reworded.
/// </summary>
/// <param name="Code">SCREAMING_SNAKE, never renamed.</param>
/// <param name="Argumenten">In the order of the placeholders in the sentence.</param>
public sealed record Zin(string Code, params IReadOnlyList<string> Argumenten)
{
    /// <summary>The Dutch sentence.</summary>
    public override string ToString() => Zinnen.Voor(Code, Argumenten);
}
