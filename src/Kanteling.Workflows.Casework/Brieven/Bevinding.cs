namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>What is wrong with a letter or guide itself. One with findings is not used.</summary>
/// <param name="Pad">For example <c>alineas[2].als</c>.</param>
public sealed record Bevinding(string Pad, Zin Zin)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pad}: {Zin}";
}
