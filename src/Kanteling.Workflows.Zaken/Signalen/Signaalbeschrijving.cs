using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Zaken.Meldingen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Zaken.Signalen;

/// <summary>What a signal says.</summary>
public static class Signaalbeschrijving
{
    static readonly Vrijetekst Kort = new(Persoonsinvoer.Naamlengte);

    public static Verzoekbeschrijving Signaal { get; } = new("SignaalVerzoek",
    [
        .. Meldingbeschrijving.Huishoudenvelden, Meldingbeschrijving.Wie("over", "Over wie het signaal gaat").VerplichtMet(Verzoekcode.SignaalOver),
        new Verzoekveld("signaalgever", new Groep("Signaalgever",
            new Verzoekveld("naam", Kort).Verplicht("wie het signaal geeft"), new("organisatie", Kort), new("bereikbaar", Kort),
            new("wilAntwoord", new JaNeevorm(), "Of hij wil horen dat er iets mee is gedaan; ja, tenzij hij nee zegt."))).Verplicht("wie het signaal geeft"),
        new Verzoekveld("wat", new Vrijetekst(Meldingbeschrijving.LangsteTekst), "Wat er is gezien of gehoord.").Verplicht("wat er is gezien of gehoord"),
        new Verzoekveld("kanaal", Keuze.Van<Kanaal>(), "Hoe het signaal binnenkwam.").Verplicht("hoe het signaal binnenkwam"),
    ]) { DoorHandeling = Verzoekcode.SignaalOnjuist };
}
