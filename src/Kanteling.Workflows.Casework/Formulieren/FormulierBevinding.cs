namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>What is wrong with a form itself. A form with findings is not used.</summary>
/// <param name="Pad">For example <c>velden[2].opties</c>.</param>
/// <param name="Zin">What is wrong.</param>
public sealed record FormulierBevinding(string Pad, Zin Zin)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pad}: {Zin.Code}";
}
