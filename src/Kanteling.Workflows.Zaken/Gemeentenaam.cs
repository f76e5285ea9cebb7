namespace Kanteling.Workflows.Zaken;

/// <summary>What the gemeente is called in letters.</summary>
/// <param name="Naam">Null leaves it at "de gemeente".</param>
public sealed record Gemeentenaam(string? Naam);
