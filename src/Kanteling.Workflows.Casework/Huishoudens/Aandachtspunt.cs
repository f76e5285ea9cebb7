using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Something of a plan that deserves a second look: a warning, never a wall (seeds P22, P26). It tells what stood in the
/// answers, so it is kept as their content, and goes when they go.
/// </summary>
/// <param name="Code">Stable; its sentence stands in <see cref="Zinnen"/>.</param>
/// <param name="Bron">Id of the requirement, such as <c>K9</c>.</param>
/// <param name="Argumenten">In the order of the placeholders of the sentence.</param>
public sealed record Aandachtspunt(string Code, string Bron, ImmutableArray<string> Argumenten)
{
    /// <summary>These points as content of the dossier; null when there are none.</summary>
    public static Content? Bewaard(DossierId dossier, ImmutableArray<Aandachtspunt> punten) =>
        punten.IsDefaultOrEmpty ? null : Content.Of(dossier, "aandachtspunten", JsonSerializer.SerializeToNode(punten, Opslag));

    /// <summary>The points that were kept; none when they were erased.</summary>
    public static ImmutableArray<Aandachtspunt> Gelezen(Content? bewaard) => bewaard?.Value is JsonArray punten ? punten.Deserialize<ImmutableArray<Aandachtspunt>>(Opslag) : [];

    static readonly JsonSerializerOptions Opslag = Json.ForStorage();

    /// <summary>The Dutch sentence.</summary>
    public override string ToString() => Zinnen.Voor(Code, Argumenten.IsDefault ? [] : Argumenten);
}
