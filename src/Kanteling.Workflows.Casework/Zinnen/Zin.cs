namespace Kanteling.Workflows.Casework;

/// <summary>
/// A stable code with its arguments, from which the catalogue makes one Dutch sentence. Codes and arguments may be
/// tested; the sentence may be reworded. It is for who asks now; what is stored is an <see cref="Instances.Explanation"/>, without words.
/// </summary>
/// <param name="Code">SCREAMING_SNAKE, never renamed.</param>
/// <param name="Argumenten">In the order of the placeholders in the sentence.</param>
public sealed record Zin(string Code, params IReadOnlyList<string> Argumenten)
{
    /// <summary>The Dutch sentence.</summary>
    public override string ToString() => Zinnen.Voor(Code, Argumenten);
}
