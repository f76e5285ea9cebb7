using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Signalen;

/// <summary>What signals bring is on a timeline.</summary>
static class Signaalfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit) => feit switch
    {
        SignaalOntvangen f => new("contact", "Van wie het signaal komt", Woorden.Samen(Woorden.Van(f.Naam), Woorden.Van(f.Organisatie)) + (f.WilAntwoord ? "" : " Wil geen antwoord.")),
        SignaalBeoordeeld f => new("werk", $"Signaal beoordeeld: {f.Uitkomst}", Woorden.Samen(Woorden.Van(f.Toelichting), Opmerking(f))),
        ContactGelegd f => new(f.WilContact ? "contact" : "stop", f.WilContact ? "Contact gelegd" : "Wil geen contact", Woorden.Van(f.Toelichting)),
        BemoeizorgAfgewogen f => new("werk", f.Ingezet ? "Bemoeizorg: we blijven komen" : "Losgelaten", Woorden.Samen(Woorden.Van(f.Reden), Woorden.Van(f.Lichter))),
        SignaalTeruggekoppeld => new("contact", "Signaalgever heeft antwoord", "Over het huishouden is niets verteld."),
        _ => null,
    };

    static string? Opmerking(SignaalBeoordeeld f) => f.Patroon is null ? null : $"{Woorden.VanPatroon(Woorden.Van(f.Patroon))}: {Woorden.Van(f.PatroonReden)}";
}
