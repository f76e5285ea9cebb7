namespace Kanteling.Workflows.Definitions;

/// <summary>Why a FEEL expression is not one.</summary>
/// <param name="Code">Stable, in SCREAMING_SNAKE English.</param>
/// <param name="Position">Character, from 1; 0 when unknown.</param>
/// <param name="Detail">The word or character it is about; may be empty.</param>
public sealed record FeelProblem(string Code, int Position, string Detail = "");
