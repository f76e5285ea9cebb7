using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Verzoeken;

/// <summary>
/// The one description of a body: what may stand in it is read with it, and <c>/openapi.json</c> says the same. All that is wrong is told at
/// once, and nothing is done then.
/// </summary>
public sealed record Verzoekbeschrijving(string Naam, params ImmutableArray<Verzoekveld> Velden)
{
    /// <summary>For what is asked without a body.</summary>
    public static Verzoekbeschrijving Niets { get; } = new("Niets");

    /// <summary>
    /// With which code the act itself refuses what is not as described, because a page brings the same body and it has more to say of it;
    /// null when the act is not asked at all.
    /// </summary>
    public string? DoorHandeling { get; init; }

    /// <summary>The body as one value.</summary>
    public Groep Geheel => new(Naam, Velden);

    /// <summary>What is wrong, by field; at most as many as somebody reads.</summary>
    public ImmutableArray<Refusal> Fouten(JsonObject body) => [.. Geheel.Fouten(body, "").Take(Antwoordmaat.Fouten)];

    /// <returns>Refused with all that is wrong; null when the body is as described.</returns>
    public Weigering? Weiger(JsonObject body) => Fouten(body) is { IsEmpty: false } fouten ? new Weigering(DoorHandeling ?? Verzoekcode.VerzoekOnjuist) { Fouten = fouten } : null;
}
