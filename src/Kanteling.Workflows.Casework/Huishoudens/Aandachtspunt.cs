using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Something of a plan that deserves a second look: a warning, never a wall (seeds P22, P26). It says nothing about a person
/// by itself, so it may be stored in plain text and counted.
/// </summary>
/// <param name="Code">Stable; its sentence stands in <see cref="Zinnen"/>.</param>
/// <param name="Bron">Id of the requirement, such as <c>K9</c>.</param>
/// <param name="Argumenten">In the order of the placeholders of the sentence.</param>
public sealed record Aandachtspunt(string Code, string Bron, ImmutableArray<string> Argumenten)
{
    /// <summary>The Dutch sentence.</summary>
    public override string ToString() => Zinnen.Voor(Code, Argumenten.IsDefault ? [] : Argumenten);
}
