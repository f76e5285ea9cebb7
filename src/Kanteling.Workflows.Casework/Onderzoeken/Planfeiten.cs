using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>What the onderzoek ends with is on a timeline: who directs, the plan, the verslag and what the inwoner says to it.</summary>
static class Planfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h) => feit switch
    {
        CasusregieBelegd f => new("werk", "Casusregie belegd", Woorden.Van(f.Naam) ?? Woorden.Van(h.Persoon(f.Persoon)?.Naam)),
        CasusregieNietNodig f => new("werk", "De behandelaar volstaat", Woorden.Van(f.Reden)),
        OndersteuningsplanVastgesteld f => new("werk", "Ondersteuningsplan vastgesteld", string.Join(" ", f.Resultaten.Select(r => Woorden.Van(r.Resultaat)).Append(Aandacht(f)).OfType<string>())),
        VerslagVerstrekt f => new("wet", "Verslag verstrekt", f.Akkoord switch { true => "De inwoner is het ermee eens.", false => "De inwoner is het er niet mee eens.", _ => Woorden.Via(f.Kanaal) }),
        ReactieOntvangen f => new("contact", $"Reactie van de inwoner: {f.Reactie}", Woorden.Van(f.Opmerkingen)),
        RechtOpAanvraagGeopend => new("stop", "Zes weken voorbij", "De inwoner kan nu een aanvraag doen. Het onderzoek gaat door."),
        StreeftermijnVerstreken => new("stop", "De streeftermijn van de gemeente is voorbij", "De wet noemt hier geen termijn."),
        _ => null,
    };

    static string? Aandacht(OndersteuningsplanVastgesteld f) => (Aandachtspunt.Gelezen(f.Aandachtspunten), Woorden.Van(f.Reactie)) switch
    {
        ({ IsDefaultOrEmpty: true }, _) => null,
        (var punten, null) => $"Aandachtspunten: {string.Join(" ", punten)}",
        (var punten, var reactie) => $"Aandachtspunten: {string.Join(" ", punten)} Daarop: {reactie}",
    };
}
