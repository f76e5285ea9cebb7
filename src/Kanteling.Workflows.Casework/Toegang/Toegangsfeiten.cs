using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>What begins, closes and passes between household and gemeente is on a timeline.</summary>
static class Toegangsfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit) => feit switch
    {
        DossierGeopend { Soort: DossierSoort.Heronderzoek } f => new("wet", "Heronderzoek begint", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Herziening } f => new("wet", "Herziening begint", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Signaal } f => new("contact", "Signaal uit de buurt", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Veiligheid } f => new("stop", "Zorgen over veiligheid", Woorden.Van(f.Vraag)),
        DossierGeopend f => new("contact", f.Spoed ? "Melding, met spoed" : "Melding", Woorden.Van(f.Vraag)),
        MeldingBeoordeeld f => new("werk", $"Eerste beoordeling: {f.Uitkomst}", Woorden.Van(f.Toelichting)),
        WarmOvergedragen f => new("contact", f.Aangenomen ? "Warm overgedragen" : "Overdracht niet aangenomen", Woorden.Van(f.Naar)),
        OntvangstBevestigd f => new("contact", "Ontvangst bevestigd", Woorden.Via(f.Kanaal)),
        MeldingIngetrokken f => new("stop", "Melding ingetrokken", Woorden.Van(f.Reden)),
        DossierGesloten f => new("wet", "Procedure klaar", $"Uitkomst: {f.Resultaat}."),
        ClientondersteuningAangeboden f => new("wet", "Cliëntondersteuning aangeboden", $"Inwoner: {Woorden.Van(f.Inwoner)}. Mantelzorger: {Woorden.Van(f.Mantelzorger)}."),
        AfspraakGemaakt f => new("contact", "Afspraak gemaakt", $"{Schrijfwijze.Datum(f.Dag)}{(Woorden.Van(f.Tijd) is { } tijd ? $" om {tijd} uur" : "")}{Bij(Woorden.Van(f.Plaats))}."),
        ContactVastgelegd f => new("contact", "Contact", Woorden.Van(f.Verslag)),
        ContactMislukt f => new("stop", "Niet bereikt", f.Wijze is { } wijze ? $"Via {Woorden.Van(wijze)}." : Woorden.Van(f.Toelichting)),
        PersoonlijkPlanAfgehandeld f => new("wet", f.Uitkomst switch
        {
            PersoonlijkPlanUitkomst.Ontvangen => "Persoonlijk plan ontvangen",
            PersoonlijkPlanUitkomst.ZietAf => "Inwoner ziet af van een persoonlijk plan",
            _ => "Zeven dagen voor een persoonlijk plan zijn om",
        }, Woorden.Van(f.Plan)),
        StapTeruggedraaid => new("stop", "Stap teruggedraaid"),
        _ => null,
    };

    static string Bij(string? plaats) => plaats is null ? "" : $", {plaats}";
}
