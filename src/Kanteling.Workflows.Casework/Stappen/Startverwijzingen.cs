using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// What the input of a flow names, whoever starts it: a page, a program, an event, a date or a step of another flow. The law of this
/// file: these names mean these kinds in the input of every flow, and what they name is there, or the flow does not start.
/// </summary>
static class Startverwijzingen
{
    static readonly ImmutableArray<(string Pad, string Naam, Verwijzingsoort Soort)> Velden =
    [
        ("behandelaar", "Behandelaar", Verwijzingsoort.Medewerker), ("casusregisseur", "Casusregisseur", Verwijzingsoort.Medewerker),
        ("contactpersoon", "Contactpersoon", Verwijzingsoort.Medewerker), ("medewerker", "Medewerker", Verwijzingsoort.Medewerker),
        ("aanbieder", "Aanbieder", Verwijzingsoort.Aanbieder), ("voorziening", "Voorziening", Verwijzingsoort.Voorziening), ("product", "Product", Verwijzingsoort.Product),
        ("wijkteam", "Wijkteam", Verwijzingsoort.Team), ("huishouden.wijkteam", "Wijkteam", Verwijzingsoort.Team), ("wijk", "Wijk", Verwijzingsoort.Wijk),
        ("formulier", "Formulier", Verwijzingsoort.Formulier), ("brief", "Brief", Verwijzingsoort.Brief), ("leidraad", "Leidraad", Verwijzingsoort.Leidraad),
        ("flow", "Werkstroom", Verwijzingsoort.Werkstroom), ("rol", "Rol", Verwijzingsoort.Rol), ("relatie", "Relatie", Verwijzingsoort.Relatie),
        ("termijn", "Termijn", Verwijzingsoort.Termijn),
    ];

    /// <summary>What is not there, each with its path. Of a colleague it is asked whether he may do such work anywhere; the step that shields a stream asks more.</summary>
    public static IReadOnlyList<Refusal> Onbekend(JsonObject invoer, Given given, DateTimeOffset now) =>
    [
        .. from veld in Velden
           let id = Tekst(invoer, veld.Pad)
           where id is not null
           let vraag = new Zoekvraag(given, id, veld.Naam, LokaleTijd.Dag(now))
           let bezwaar = veld.Soort.Bezwaar(vraag) is { } nee && veld.Soort.Bezwaar(vraag with { Afgeschermd = true }) is not null ? nee : null
           where bezwaar is not null
           select bezwaar with { Field = veld.Pad },
    ];

    static string? Tekst(JsonObject invoer, string pad)
    {
        JsonNode? knoop = invoer;
        foreach (var deel in pad.Split('.'))
            knoop = (knoop as JsonObject)?[deel];
        return knoop is JsonValue waarde && waarde.ToString() is { Length: > 0 } tekst ? tekst : null;
    }
}
