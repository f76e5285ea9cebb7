namespace Kanteling.Workflows.Casework;

/// <summary>Why an aanvraag or a besluit cannot be as it is filled in; with the article that it comes from.</summary>
public static class Besluitcode
{
    [Tekst("Het verslag is er nog niet. Een aanvraag kan daarna, of na {0} (Wmo 2015, artikel 2.3.2, negende lid).")]
    public const string AanvraagTeVroeg = "AANVRAAG_TE_VROEG";

    [Tekst("Er is nog geen aanvraag. Een besluit is altijd een antwoord op een aanvraag (Wmo 2015, artikel 2.3.5, eerste lid).")]
    public const string AanvraagOntbreekt = "AANVRAAG_ONTBREEKT";

    [Tekst("De inwoner moet eerst tijd krijgen om de aanvraag aan te vullen (Awb, artikel 4:5, eerste lid).")]
    public const string BuitenBehandelingZonderAanvultermijn = "BUITEN_BEHANDELING_ZONDER_AANVULTERMIJN";

    [Tekst("Vul in hoeveel het is. Een besluit met alleen een resultaat is niet genoeg (CRvB 8 oktober 2018).")]
    public const string BesluitZonderOmvang = "BESLUIT_ZONDER_OMVANG";

    [Tekst("Het soort besluit past niet bij de regels eronder (Awb, artikel 3:46).")]
    public const string BesluitSoortKloptNiet = "BESLUIT_SOORT_KLOPT_NIET";

    [Tekst("U vraagt om een zienswijze, maar er wordt niets afgewezen (Awb, artikel 4:8).")]
    public const string VoornemenZonderAfwijzing = "VOORNEMEN_ZONDER_AFWIJZING";

    [Tekst("Vraag de inwoner eerst wat hij van de afwijzing vindt, of leg uit waarom dat niet hoeft (Awb, artikel 4:8).")]
    public const string ZienswijzeNodig = "ZIENSWIJZE_NODIG";

    [Tekst("Er is nog geen besluit opgesteld.")]
    public const string BesluitOntbreekt = "BESLUIT_ONTBREEKT";

    [Tekst("U hebt dit besluit zelf opgesteld. Een collega stelt het vast (Awb, afdeling 10.1.1).")]
    public const string VaststellerIsOpsteller = "VASTSTELLER_IS_OPSTELLER";

    [Tekst("Het besluit is nog niet vastgesteld (Awb, artikel 3:41).")]
    public const string BesluitNietVastgesteld = "BESLUIT_NIET_VASTGESTELD";

    [Tekst("Ondersteuning {0} rust niet op een besluit. Dan valt er niets te herzien (Wmo 2015, artikel 2.3.10).")]
    public const string HerzieningZonderBesluit = "HERZIENING_ZONDER_BESLUIT";

    [Tekst("Vul in vanaf wanneer dit stopt. Een besluit dat iets intrekt, noemt de dag (Wmo 2015, artikel 2.3.10).")]
    public const string IntrekkingZonderIngang = "INTREKKING_ZONDER_INGANG";

    [Tekst("Er is nog geen besluit bekendgemaakt. Bezwaar maken kan daarna (Awb, artikel 6:4 en 6:8).")]
    public const string BezwaarZonderBesluit = "BEZWAAR_ZONDER_BESLUIT";

    [Tekst("Het besluit is pas bekendgemaakt op {0}. Het bezwaar kan niet eerder binnen zijn (Awb, artikel 6:8).")]
    public const string BezwaarVoorBesluit = "BEZWAAR_VOOR_BESLUIT";

    [Tekst("Er is geen aanvraag in dit dossier. In gebreke stellen gaat over een besluit op een aanvraag (Awb, artikel 4:17).")]
    public const string IngebrekestellingZonderAanvraag = "INGEBREKESTELLING_ZONDER_AANVRAAG";

    [Tekst("De ingebrekestelling kan niet voor de aanvraag zijn binnengekomen. De aanvraag kwam binnen op {0}.")]
    public const string IngebrekestellingVoorAanvraag = "INGEBREKESTELLING_VOOR_AANVRAAG";
}
