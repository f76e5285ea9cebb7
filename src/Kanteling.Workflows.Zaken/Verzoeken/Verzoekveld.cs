using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Zaken.Verzoeken;

/// <summary>One field of what a program sends.</summary>
/// <param name="Uitleg">What it is, for who reads the description of the API.</param>
public sealed record Verzoekveld(string Naam, Verzoekvorm Vorm, string? Uitleg = null)
{
    /// <summary>What is said when it is not there; null when it may be left out.</summary>
    public (string Code, ImmutableArray<string> Argumenten)? Ontbreekt { get; init; }

    /// <param name="wat">What has to be filled in, after "Vul in".</param>
    public Verzoekveld Verplicht(string wat) => this with { Ontbreekt = (Verzoekcode.VeldOntbreekt, [wat]) };

    /// <summary>With a sentence of its own for when it is not there.</summary>
    public Verzoekveld VerplichtMet(string code) => this with { Ontbreekt = (code, []) };

    internal IEnumerable<Refusal> Fouten(JsonNode? waarde, string pad) =>
        !Vorm.IsLeeg(waarde) ? Vorm.Fouten(waarde!, pad)
        : Ontbreekt is not { } ontbreekt ? []
        // Of a group that is not there the fields are named that have to be.
        : Vorm is Groep groep && groep.Velden.Any(v => v.Ontbreekt is not null) ? groep.Fouten([], pad)
        : [new Refusal(ontbreekt.Code, [.. ontbreekt.Argumenten], pad)];
}

/// <summary>Fields under names; another name is refused.</summary>
/// <param name="Naam">Of this kind of object, in the description of the API.</param>
public sealed record Groep(string Naam, params ImmutableArray<Verzoekveld> Velden) : Verzoekvorm
{
    const int LangsteNaam = 80;

    public override string Woord => "een object";

    public override bool Past(JsonNode waarde) => waarde is JsonObject;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) => waarde is JsonObject groep ? Fouten(groep, pad) : [Vreemd(pad)];

    internal IEnumerable<Refusal> Fouten(JsonObject groep, string pad) =>
    [
        .. groep.Select(p => p.Key).Where(naam => !Velden.Any(v => v.Naam == naam)).Select(Kort).Select(naam => new Refusal(Verzoekcode.VeldOnbekend, [naam], In(pad, naam))),
        .. Velden.SelectMany(v => v.Fouten(groep[v.Naam], In(pad, v.Naam))),
    ];

    static string In(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";

    static string Kort(string naam) => naam.Length <= LangsteNaam ? naam : naam[..LangsteNaam] + "…";
}
