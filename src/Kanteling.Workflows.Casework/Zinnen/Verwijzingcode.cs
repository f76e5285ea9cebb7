namespace Kanteling.Workflows.Casework;

/// <summary>Why something that is named cannot be meant: it is not there, or not on the day that matters. Those of the registers that were there first stand in <see cref="Huishoudcode"/>.</summary>
public static class Verwijzingcode
{
    [Tekst("{0}: deze medewerker heeft geen rol waarmee hij dit werk kan doen. Kies iemand anders.")]
    public const string MedewerkerZonderRol = "MEDEWERKER_ZONDER_ROL";

    [Tekst("{0}: deze taak is voor de rol {1}, en die heeft deze medewerker niet. Kies iemand anders.")]
    public const string MedewerkerAndereRol = "MEDEWERKER_ANDERE_ROL";

    [Tekst("{0}: dit is er niet op {1}. Kies iets anders.")]
    public const string VoorzieningNietGeldig = "VOORZIENING_NIET_GELDIG";

    [Tekst("{0}: dit product staat niet op de sociale kaart. Kies een product uit de lijst.")]
    public const string ProductOnbekend = "PRODUCT_ONBEKEND";

    [Tekst("{0}: dit product is er niet op {1}. Kies een ander product.")]
    public const string ProductNietGeldig = "PRODUCT_NIET_GELDIG";

    [Tekst("{0}: deze wijk kennen we niet. Er is geen team voor.")]
    public const string WijkOnbekend = "WIJK_ONBEKEND";

    [Tekst("Stroom {0}, vastlegging {1}: wat het register toen zei van \"{2}\" is weg.")]
    public const string VersieWeg = "REGISTERVERSIE_WEG";

    [Tekst("De rol \"{0}\" bestaat niet, of heeft hier geen taken. Kies een rol uit de lijst.")]
    public const string RolOnbekend = "ROL_ONBEKEND";

    [Tekst("De relatie \"{0}\" bestaat niet. Kies behandelaar, casusregisseur of wijkteam.")]
    public const string RelatieOnbekend = "RELATIE_ONBEKEND";

    [Tekst("De werkstroom \"{0}\" is niet gepubliceerd. Publiceer die eerst.")]
    public const string WerkstroomOnbekend = "WERKSTROOM_ONBEKEND";
}
