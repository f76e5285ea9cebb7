namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>What is wrong with a letter or a conversation guide.</summary>
    static (string Code, string Tekst)[] Brieven =>
    [
        ("DOCUMENT_ONLEESBAAR", "Dit kunnen we niet lezen: {0}."),
        ("DOCUMENT_FORMAAT_ONBEKEND", "We kennen hier alleen formaat {0}."),
        ("DOCUMENT_EIGENSCHAP_ONBEKEND", "We kennen de eigenschap \"{0}\" niet."),
        ("DOCUMENT_ID_ONGELDIG", "De naam \"{0}\" kan niet. Gebruik kleine letters, cijfers en streepjes."),
        ("DOCUMENT_VERSIE_ONTBREEKT", "Er is geen versie. Een versie is een heel getal vanaf 1."),
        ("DOCUMENT_TEKST_ONTBREEKT", "Vul een tekst in bij \"{0}\"."),
        ("DOCUMENT_LEEG", "\"{0}\" is leeg. Er moet minstens één regel in staan."),
        ("BRIEF_PLAATSHOUDER_ONBEKEND", "De plaatshouder \"{0}\" bestaat niet. Kies er een uit de lijst."),
        ("BRIEF_VOORWAARDE_FOUT", "De voorwaarde klopt niet, op plaats {0}. {1}"),
        ("BRIEF_VOORWAARDE_GEEN_JA_NEE", "De voorwaarde geeft geen ja of nee."),
        ("BRIEF_NIET_GEVONDEN", "De brief \"{0}\" is er niet. Lees de brief eerst in."),
        ("BRIEF_ONTBREEKT", "Deze stap verstuurt een brief, maar de tekening zegt niet welke."),
        ("LEIDRAAD_NIET_GEVONDEN", "De gespreksleidraad \"{0}\" is er niet. Lees hem eerst in."),
    ];
}
