namespace Kanteling.Workflows.Casework;

/// <summary>What is wrong with the forms, letters and guides that a version of a flow pins, or with a correction of one.</summary>
public static class Documentcode
{
    [Tekst("Deze versie van de werkstroom ({1}) is gepubliceerd zonder \"{0}\". Publiceer de werkstroom opnieuw en zet dit huishouden over op de nieuwe versie.")]
    public const string DocumentNietVastgelegd = "DOCUMENT_NIET_VASTGELEGD";

    [Tekst("De nieuwe tekst klopt niet. {0}")]
    public const string CorrectieOnleesbaar = "CORRECTIE_ONLEESBAAR";

    [Tekst("U verbetert \"{0}\", versie {1}. De nieuwe tekst heeft een andere naam of een andere versie.")]
    public const string CorrectieAnderDocument = "CORRECTIE_ANDER_DOCUMENT";

    [Tekst("Een correctie verandert alleen woorden. Hier verandert meer: {0}. Maak daarvoor een nieuwe versie.")]
    public const string CorrectieMeerDanWoorden = "CORRECTIE_MEER_DAN_WOORDEN";

    [Tekst("Er is geen woord veranderd.")]
    public const string CorrectieVerandertNiets = "CORRECTIE_VERANDERT_NIETS";

    [Tekst("Intussen is er een voorstel bij gekomen of weggegaan. Kijk eerst hoe de tekst nu is.")]
    public const string CorrectieIntussen = "CORRECTIE_INTUSSEN";

    [Tekst("Schrijf op waarom de tekst anders moet, in hoogstens {0} tekens.")]
    public const string CorrectieReden = "CORRECTIE_REDEN";

    [Tekst("De correctie wordt te lang. Maak de tekst korter.")]
    public const string CorrectieTeLang = "CORRECTIE_TE_LANG";

    [Tekst("Dit document is er niet.")]
    public const string DocumentOnbekend = "DOCUMENT_ONBEKEND";

    [Tekst("Deze werkstroom gebruikt al de nieuwste vragenlijsten, brieven en leidraden.")]
    public const string DocumentenAlNieuw = "DOCUMENTEN_AL_NIEUW";

    [Tekst("Versie {1} van \"{0}\" is anders dan wat is vastgelegd bij het publiceren van werkstroom {2}. Er is geen correctie die dat verklaart.")]
    public const string DocumentGewijzigd = "DOCUMENT_GEWIJZIGD";

    [Tekst("Versie {1} van \"{0}\" is weg. Werkstroom {2} gebruikt die.")]
    public const string DocumentWeg = "DOCUMENT_WEG";
}
