using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Veiligheid;

/// <summary>What the meldcode is on a timeline; only ever on its own.</summary>
static class Veiligheidsfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit) => feit switch
    {
        MeldcodeBegonnen => new("wet", "Meldcode begonnen"),
        SignalenInKaart f => new(f.Acuut ? "stop" : "werk", f.Acuut ? "Signalen: er is nu gevaar" : "Signalen in kaart", Woorden.Van(f.Signalen)),
        VeiligheidOverlegd f => new("contact", $"Overlegd met {f.Met switch { Overlegpartner.VeiligThuis => "Veilig Thuis", Overlegpartner.Aandachtsfunctionaris => "de aandachtsfunctionaris", Overlegpartner.Collega => "een collega" }}", Woorden.Van(f.Advies)),
        VeiligheidBesproken f => new(f.Overgeslagen ? "stop" : "contact", f.Overgeslagen ? "Niet gepraat: dat was niet veilig" : "Gepraat met betrokkenen", Woorden.Van(f.Tekst)),
        VeiligheidGewogen f => new("werk", f switch { { Acuut: true } => "Gewogen: acuut onveilig", { Structureel: true } => "Gewogen: structureel onveilig", { Vermoeden: true } => "Gewogen: er is een vermoeden", _ => "Gewogen: geen vermoeden" }, Woorden.Van(f.Motivering)),
        VeiligheidBesloten f => new("wet", $"Besloten: {f.Besluit}", Woorden.Van(f.Toelichting)),
        VeiligheidGevolgd f => new(f.Veilig ? "werk" : "stop", f.Veilig ? "Gevolgd: het is veilig" : "Gevolgd: er zijn weer zorgen", Woorden.Van(f.Toelichting)),
        _ => null,
    };
}
