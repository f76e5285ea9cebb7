namespace Kanteling.Workflows.Casework;

/// <summary>The list altijd mogelijk: what is wrong with it, and why something cannot be begun now.</summary>
public static class Mogelijkheidcode
{
    [Tekst("\"{0}\" moet een lijst zijn.")]
    public const string MogelijkGeenLijst = "MOGELIJK_GEEN_LIJST";

    [Tekst("Regel {0} van altijd mogelijk is geen groep met gegevens.")]
    public const string MogelijkGeenRegel = "MOGELIJK_GEEN_REGEL";

    [Tekst("Altijd mogelijk: \"{0}\" staat er twee keer.")]
    public const string MogelijkIdDubbel = "MOGELIJK_ID_DUBBEL";

    [Tekst("Altijd mogelijk: de naam \"{0}\" kan niet. Gebruik kleine letters, cijfers en streepjes.")]
    public const string MogelijkIdOngeldig = "MOGELIJK_ID_ONGELDIG";

    [Tekst("Altijd mogelijk \"{0}\": we kennen de eigenschap \"{1}\" niet.")]
    public const string MogelijkEigenschapOnbekend = "MOGELIJK_EIGENSCHAP_ONBEKEND";

    [Tekst("Altijd mogelijk \"{0}\": vul \"{1}\" in.")]
    public const string MogelijkTekstOntbreekt = "MOGELIJK_TEKST_ONTBREEKT";

    [Tekst("Altijd mogelijk \"{0}\": we kunnen niet vragen naar \"{1}\". Kies uit persoon, ondersteuning, dossier, datum en toelichting.")]
    public const string MogelijkVraagtOnbekend = "MOGELIJK_VRAAGT_ONBEKEND";

    [Tekst("Altijd mogelijk \"{0}\": de voorwaarde klopt niet, op plaats {1}. {2}")]
    public const string MogelijkWanneerFout = "MOGELIJK_WANNEER_FOUT";

    [Tekst("Altijd mogelijk \"{0}\": de voorwaarde geeft geen ja of nee.")]
    public const string MogelijkWanneerGeenJaNee = "MOGELIJK_WANNEER_GEEN_JA_NEE";

    [Tekst("Altijd mogelijk \"{0}\": de werkstroom \"{1}\" is er nog niet. Tot dan staat dit niet bij het huishouden.")]
    public const string MogelijkFlowOnbekend = "MOGELIJK_FLOW_ONBEKEND";

    [Tekst("We kennen \"{0}\" niet. Kijk bij het huishouden wat u kunt doen.")]
    public const string MogelijkOnbekend = "MOGELIJK_ONBEKEND";

    [Tekst("Er is nog geen melding of andere procedure in dit huishouden. Doe eerst een nieuwe melding.")]
    public const string MogelijkGeenDossier = "MOGELIJK_GEEN_DOSSIER";

    [Tekst("Er loopt geen ondersteuning in dit huishouden.")]
    public const string MogelijkGeenOndersteuning = "MOGELIJK_GEEN_ONDERSTEUNING";

    [Tekst("{0}")]
    public const string MogelijkNuNiet = "MOGELIJK_NU_NIET";

    [Tekst("\"{0}\" is al begonnen en loopt nog. Kijk bij de taken van dit huishouden.")]
    public const string MogelijkLooptAl = "MOGELIJK_LOOPT_AL";

    [Tekst("{0}: kies er een uit de lijst.")]
    public const string MogelijkKeuze = "MOGELIJK_KEUZE";

    [Tekst("Dit stopt iets. Geef aan dat u het zeker weet.")]
    public const string MogelijkBevestigen = "MOGELIJK_BEVESTIGEN";

    [Tekst("Nog niet alles is goed ingevuld.")]
    public const string MogelijkOnvolledig = "MOGELIJK_ONVOLLEDIG";
}
