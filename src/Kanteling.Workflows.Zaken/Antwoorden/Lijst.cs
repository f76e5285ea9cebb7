namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>Part of a list.</summary>
/// <param name="Totaal">How many rows the whole list has.</param>
public sealed record Lijst<T>(IReadOnlyList<T> Items, int Totaal);
