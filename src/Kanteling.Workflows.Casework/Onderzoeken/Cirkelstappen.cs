using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>
/// Weighing a circle: a row per hulpvraag and contribution. The way out is computed by <see cref="Cirkelweging"/>; what
/// cannot be computed truly is refused by <see cref="Cirkelbezwaren"/>.
/// </summary>
static class Cirkelstappen
{
    const string Categorie = "Cirkels";

    static readonly ImmutableArray<Weg> Wegen =
    [
        new(Cirkelweging.Toereikend, "Toereikend", "Er is genoeg gevonden. We maken het plan."),
        new(Cirkelweging.Rest, "Er blijft iets over", "We kijken in de volgende cirkel."),
        new(Cirkelweging.Overgeslagen, "Overgeslagen met reden", "We kijken in de volgende cirkel."),
    ];

    public static readonly Stap CirkelOverwegen = new(
        "CirkelOverwegen", Categorie, "Cirkel overwegen", "Wat kan de inwoner zelf, wat kan zijn omgeving, wat is er voor iedereen? Alleen wat dan overblijft, kan maatwerk zijn.", Wegen)
    {
        Waarde = "Wat u en de mensen om u heen kunnen en willen, telt eerst en blijft van u.",
        Bronnen = ["Wmo 2015, artikel 2.3.5, derde lid", "Wmo 2015, artikel 2.3.2, vierde lid, onder b, c en e", "CRVB:2018:819", "C1", "C8", "P22"],
        Formulier = "cirkel-overwegen",
        Leest = [Leesveld.Blok(Cirkelrijen.Naam)],
        Termijn = Taaktermijn.Dossier,
        EigenInvoer = [new InputDescriptor("Cirkel", "String", "Welke cirkel?", "EigenKracht, SociaalNetwerk of AlgemeneVoorziening.", "dropdown", UiSpecifications: Keuzes(), IsRequired: true)],
        Vooraf = s => Vooraf(s, Welke(s)),
        Bezwaren = s => Cirkelbezwaren.Van(s, Welke(s)),
        Poort = s => Cirkelbezwaren.Weging(s, Welke(s)).Poort,
        Feiten = s => Feiten(s, Welke(s)),
    };

    public static readonly Stap WijkteamOndersteunt = new(
        "WijkteamOndersteunt", Categorie, "Wijkteam: licht en kort", "Kan het wijkteam zelf helpen, licht en voor een korte tijd? Dan is er geen besluit nodig.", Wegen)
    {
        Waarde = "Iemand uit uw eigen wijk helpt u op weg.",
        Bronnen = ["L14", "L11", "P34"],
        Formulier = "wijkteam-ondersteunt",
        Leest = [Leesveld.Blok(Cirkelrijen.Naam)],
        Termijn = Taaktermijn.Dossier,
        Vooraf = s => Vooraf(s, Weegstap.Wijkteam),
        Bezwaren = s => Cirkelbezwaren.Van(s, Weegstap.Wijkteam),
        Poort = s => Cirkelbezwaren.Weging(s, Weegstap.Wijkteam).Poort,
        Feiten = s => Feiten(s, Weegstap.Wijkteam),
    };

    static IEnumerable<object> Feiten(Invulling s, Weegstap stap)
    {
        var weging = Cirkelbezwaren.Weging(s, stap);
        // What comes after this circle was weighed on another rest.
        return [new CirkelOverwogen(s.Id, stap, weging.Rijen, weging.Poort, s.Vandaag) { Vervallen = [.. s.Onderzoek.Overwegingen.Where(o => o.Stap > stap).Select(o => o.Stap)] }];
    }

    /// <exception cref="StepFailed">CIRKEL_ONBEKEND: the drawing names no circle that is weighed here.</exception>
    static Weegstap Welke(Invulling s) =>
        s.Context.Text("cirkel") is { } naam && Enum.TryParse<Weegstap>(naam, out var stap) && Enum.IsDefined(stap) && stap != Weegstap.Wijkteam
            ? stap
            : throw new StepFailed(Huishoudcode.CirkelOnbekend, s.Context.Text("cirkel") ?? "");

    static JsonObject Vooraf(Invulling s, Weegstap stap) => Voorinvulling.Rijen(
        Cirkelrijen.Naam, Cirkelbezwaren.Open(s, stap).Select(vraag => Voorinvulling.Rij(("hulpvraag", vraag.Id.Text), ("persoon", vraag.Persoon.Text), ("soort", Soort(stap)))));

    static string Soort(Weegstap stap) => stap switch
    {
        Weegstap.EigenKracht => "eigenKracht",
        Weegstap.SociaalNetwerk => "netwerk",
        Weegstap.AlgemeneVoorziening => "algemeneVoorziening",
        Weegstap.Wijkteam => "wijkteam",
    };

    static JsonObject Keuzes() => new()
    {
        ["dropdown"] = new JsonObject
        {
            ["selectList"] = new JsonObject
            {
                ["items"] = new JsonArray(
                    [.. new[] { Weegstap.EigenKracht, Weegstap.SociaalNetwerk, Weegstap.AlgemeneVoorziening }.Select(w => new JsonObject { ["text"] = Zin(w), ["value"] = w.ToString() })]),
            },
        },
    };

    static string Zin(Weegstap stap) => char.ToUpperInvariant(stap.Naam()[0]) + stap.Naam()[1..];
}
