namespace Kanteling.Workflows.Casework;

/// <summary>What is wrong with a letter or a conversation guide.</summary>
public static class Briefcode
{
    [Tekst("Dit kunnen we niet lezen: {0}.")]
    public const string DocumentOnleesbaar = "DOCUMENT_ONLEESBAAR";

    [Tekst("We kennen hier alleen formaat {0}.")]
    public const string DocumentFormaatOnbekend = "DOCUMENT_FORMAAT_ONBEKEND";

    [Tekst("We kennen de eigenschap \"{0}\" niet.")]
    public const string DocumentEigenschapOnbekend = "DOCUMENT_EIGENSCHAP_ONBEKEND";

    [Tekst("De naam \"{0}\" kan niet. Gebruik kleine letters, cijfers en streepjes.")]
    public const string DocumentIdOngeldig = "DOCUMENT_ID_ONGELDIG";

    [Tekst("Er is geen versie. Een versie is een heel getal vanaf 1.")]
    public const string DocumentVersieOntbreekt = "DOCUMENT_VERSIE_ONTBREEKT";

    [Tekst("Vul een tekst in bij \"{0}\".")]
    public const string DocumentTekstOntbreekt = "DOCUMENT_TEKST_ONTBREEKT";

    [Tekst("\"{0}\" is leeg. Er moet minstens één regel in staan.")]
    public const string DocumentLeeg = "DOCUMENT_LEEG";

    [Tekst("De plaatshouder \"{0}\" bestaat niet. Kies er een uit de lijst.")]
    public const string BriefPlaatshouderOnbekend = "BRIEF_PLAATSHOUDER_ONBEKEND";

    [Tekst("De voorwaarde klopt niet, op plaats {0}. {1}")]
    public const string BriefVoorwaardeFout = "BRIEF_VOORWAARDE_FOUT";

    [Tekst("De voorwaarde geeft geen ja of nee.")]
    public const string BriefVoorwaardeGeenJaNee = "BRIEF_VOORWAARDE_GEEN_JA_NEE";

    [Tekst("De brief \"{0}\" is er niet. Lees de brief eerst in.")]
    public const string BriefNietGevonden = "BRIEF_NIET_GEVONDEN";

    [Tekst("Deze stap verstuurt een brief, maar de tekening zegt niet welke.")]
    public const string BriefOntbreekt = "BRIEF_ONTBREEKT";

    [Tekst("De gespreksleidraad \"{0}\" is er niet. Lees hem eerst in.")]
    public const string LeidraadNietGevonden = "LEIDRAAD_NIET_GEVONDEN";
}
