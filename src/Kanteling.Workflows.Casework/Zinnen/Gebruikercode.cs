namespace Kanteling.Workflows.Casework;

/// <summary>Why somebody who works here cannot be changed as asked.</summary>
public static class Gebruikercode
{
    [Tekst("We kennen geen gebruiker \"{0}\".")]
    public const string GebruikerOnbekend = "GEBRUIKER_ONBEKEND";

    [Tekst("We kennen deze aanmelding niet.")]
    public const string AanmeldingOnbekend = "AANMELDING_ONBEKEND";

    [Tekst("Gebruiker {0} is nog behandelaar van {1} en casusregisseur van {2} huishoudens. Draag die eerst over, met --draag-over-aan.")]
    public const string NogInBehandeling = "GEBRUIKER_NOG_IN_BEHANDELING";

    [Tekst("Gebruiker {0} heeft nog werk dat niemand anders kan doen: {1} taken op naam, en {2} taken van een rol of een team. Draag over met --draag-over-aan, of geef iemand anders die rol.")]
    public const string NogWerk = "GEBRUIKER_NOG_WERK";

    [Tekst("{0} werkt hier niet meer. Wilt u dat weer, gebruik dan --activeer.")]
    public const string WerktNietMeer = "GEBRUIKER_WERKT_NIET_MEER";

    [Tekst("Kies een andere collega: iemand kan niet aan zichzelf overdragen.")]
    public const string AanZichzelf = "OVERDRACHT_AAN_ZICHZELF";

    [Tekst("{0}, \"{1}\": {2} kan deze taak niet doen. De taak staat weer open voor de rol {3}. Vraag iemand met die rol om haar te doen.")]
    public const string TaakTerug = "OVERDRACHT_TAAK_TERUG";

    [Tekst("{0} is de laatste met de rol {1}. Zonder die rol blijft werk liggen. Geef eerst iemand anders die rol, of voeg --toch toe.")]
    public const string LaatsteMetRol = "GEBRUIKER_LAATSTE_MET_ROL";

    [Tekst("{0} is de laatste consulent van {1}. Meldingen van dat team ziet dan niemand. Geef het team eerst een andere consulent, of voeg --toch toe.")]
    public const string LaatsteVanTeam = "GEBRUIKER_LAATSTE_VAN_TEAM";

    [Tekst("Overgedragen, omdat een collega stopt met dit werk.")]
    public const string Overgedragen = "OVERGEDRAGEN";
}
