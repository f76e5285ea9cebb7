using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What somebody of the nulde lijn told, and what was done with it (seeds L7, L10). It has no legal clock.</summary>
public sealed record Signaal(Content Naam, Content? Organisatie, Content? Bereikbaar, bool WilAntwoord)
{
    /// <summary>The last judgement: Contact zoeken, Vraag beantwoord, Al in beeld, Melding or Onveilig; null before the first.</summary>
    public string? Beoordeling { get; init; }

    /// <summary>A remark about avoiding help or asking often, and why; the inwoner can read both (seed K7).</summary>
    public Content? Patroon { get; init; }

    public Content? PatroonReden { get; init; }

    public Meldinggegevens? Melding { get; init; }

    public Bemoeizorg? Bemoeizorg { get; init; }

    public DateOnly? Teruggekoppeld { get; init; }

    /// <summary>How it ends, computed from what was recorded last.</summary>
    [JsonIgnore]
    public string Afloop => this switch
    {
        { Bemoeizorg.Ingezet: false, Beoordeling: "Contact zoeken" } => "Geen contact",
        { Beoordeling: "Melding" } => "Melding",
        { Beoordeling: "Al in beeld" } => "Al in beeld",
        _ => "Signaal beantwoord",
    };
}

/// <summary>A melding that is going to be opened in the same household.</summary>
/// <param name="GemeldOp">Day 0 of the six weeks: when the inwoner, or somebody for him, said so.</param>
public sealed record Meldinggegevens(PersoonId Client, Content Vraag, Melderrol? Melder, DateOnly GemeldOp);

/// <summary>Going on unasked, or letting go (seed C5).</summary>
public sealed record Bemoeizorg(bool Ingezet, Content Reden, Content? Lichter, DateOnly Op);
