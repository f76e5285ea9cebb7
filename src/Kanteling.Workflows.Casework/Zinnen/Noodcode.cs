namespace Kanteling.Workflows.Casework;

/// <summary>Looking into a household without a relation to it.</summary>
public static class Noodcode
{
    [Tekst("U mag dit huishouden al zien. Noodtoegang is niet nodig.")]
    public const string AlInzage = "NOOD_AL_INZAGE";

    [Tekst("Schrijf op waarom u dit huishouden nu moet zien. Dat mag {0} tekens lang zijn.")]
    public const string RedenNodig = "NOOD_REDEN_NODIG";

    [Tekst("Schrijf in een hele zin waarom u dit huishouden nu moet zien: minstens {0} letters. Wie het behandelt, leest dit.")]
    public const string RedenKort = "NOOD_REDEN_KORT";

    [Tekst("We kennen deze noodtoegang niet.")]
    public const string Onbekend = "NOOD_ONBEKEND";

    [Tekst("We weten nog niet wie u bedoelt. Vul in: de hele naam met de geboortedatum, of de achternaam met postcode en huisnummer, of een burgerservicenummer.")]
    public const string WieNodig = "NOOD_WIE_NODIG";

    [Tekst("Vul de hele achternaam in, of een burgerservicenummer.")]
    public const string AchternaamNodig = "NOOD_ACHTERNAAM_NODIG";

    [Tekst("Vul ook de voornaam of de voorletters in. Of vul de postcode en het huisnummer in.")]
    public const string VoornaamNodig = "NOOD_VOORNAAM_NODIG";

    [Tekst("Van deze naam kunnen er meer zijn. Vul ook de geboortedatum in, of de postcode en het huisnummer.")]
    public const string GeboortedatumNodig = "NOOD_GEBOORTEDATUM_NODIG";

    [Tekst("Vul de hele geboortedatum in: dag, maand en jaar. Bijvoorbeeld: 12-03-1950.")]
    public const string GeboortedatumHeel = "NOOD_GEBOORTEDATUM_HEEL";

    [Tekst("Vul bij het huisnummer ook de postcode in.")]
    public const string PostcodeNodig = "NOOD_POSTCODE_NODIG";

    [Tekst("Vul bij de postcode ook het huisnummer in.")]
    public const string HuisnummerNodig = "NOOD_HUISNUMMER_NODIG";

    [Tekst("U zocht in 24 uur al {0} keer met noodtoegang. Wacht tot morgen, of bel de teammanager.")]
    public const string TeVaak = "NOOD_TE_VAAK";
}
