using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// How far the meldcode has come about one household (Wmo 2015, art. 3.3). It is state of a stream of its own: whoever sees
/// the household does not see this, not even that it is there.
/// </summary>
/// <param name="Huishouden">Id of the household's stream.</param>
/// <param name="AcuutGemeld">Danger now, as the signals said it.</param>
/// <param name="Besluit">Null until it is decided.</param>
public sealed record Meldcode(StreamId Huishouden, bool AcuutGemeld, Veiligheidsweging? Weging, string? Besluit);

/// <summary>The five questions of the afwegingskader in three answers. Acute or structural unsafety must be reported.</summary>
public sealed record Veiligheidsweging(bool Vermoeden, bool Acuut, bool Structureel)
{
    [JsonIgnore]
    public bool MoetGemeld => Acuut || Structureel;
}
