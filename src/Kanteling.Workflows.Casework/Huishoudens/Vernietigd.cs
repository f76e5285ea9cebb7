using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What a household has to remember of what was destroyed, so that no id is ever used again: ids and numbers, nothing of anybody.</summary>
/// <param name="Dossiers">Ids of the procedures that were destroyed.</param>
/// <param name="Personen">The highest number that a person ever had here.</param>
public sealed record Vernietigd(ImmutableArray<DossierId> Dossiers, int Personen, int Hulpvragen, int Ondersteuning);
