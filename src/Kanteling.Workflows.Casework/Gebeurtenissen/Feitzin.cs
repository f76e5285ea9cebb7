using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>What a fact is on a timeline: a heading and one sentence, in the words of the field.</summary>
/// <param name="Soort">wet, werk, contact, stop or feit.</param>
public sealed record Feitzin(string Soort, string Kop, string? Tekst = null, Ondersteuningscirkel? Cirkel = null);
