namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>What is wrong with one answer.</summary>
/// <param name="Veldpad">For example <c>hulpvragen[0].omvang.aantal</c>; empty when it is about all answers together.</param>
/// <param name="Code">Stable; has a sentence in <see cref="Zinnen"/>.</param>
/// <param name="Argumenten">First the label of the field without its question mark, then what the code documents.</param>
public sealed record AntwoordFout(string Veldpad, string Code, IReadOnlyList<string> Argumenten)
{
    /// <summary>The Dutch sentence.</summary>
    public string Zin => Zinnen.Voor(Code, Argumenten);

    /// <summary>As the engine takes it from a domain.</summary>
    public Refusal Weigering() => new(Code, [.. Argumenten], Veldpad.Length == 0 ? null : Veldpad);

    /// <inheritdoc/>
    public override string ToString() => $"{Veldpad}: {Code}";
}
