namespace Kanteling.Workflows.Casework;

/// <summary>Why what was said of a person or an address cannot be kept.</summary>
public static class Persoonscode
{
    [Tekst("Vul een geboortedatum in, zoals 12-03-1950. Weet u alleen het jaar of de maand? Vul dan 1950 of 03-1950 in. Weet u het niet? Laat dit dan leeg.")]
    public const string GeboortedatumOnleesbaar = "GEBOORTEDATUM_ONLEESBAAR";

    [Tekst("{0} bestaat niet.")]
    public const string GeboortedatumBestaatNiet = "GEBOORTEDATUM_BESTAAT_NIET";

    [Tekst("De geboortedatum {0} is nog niet geweest.")]
    public const string GeboortedatumInToekomst = "GEBOORTEDATUM_IN_TOEKOMST";

    [Tekst("Vul een geboortedatum in vanaf 1 januari 1880.")]
    public const string GeboortedatumTeVroeg = "GEBOORTEDATUM_TE_VROEG";

    [Tekst("Dit burgerservicenummer bestaat niet. Kijk of er een cijfer anders is.")]
    public const string BsnOnjuist = "BSN_ONJUIST";

    [Tekst("Een burgerservicenummer heeft 9 cijfers. Kijk het na.")]
    public const string BsnGeenNegenCijfers = "BSN_GEEN_NEGEN_CIJFERS";

    [Tekst("Iemand anders in dit huishouden heeft dit burgerservicenummer al.")]
    public const string BsnDubbel = "BSN_DUBBEL";

    [Tekst("Dit burgerservicenummer is al van {0}, in huishouden {1}.")]
    public const string BsnBekend = "BSN_BEKEND";

    [Tekst("{0}, staat al in huishouden {1}.")]
    public const string PersoonBekend = "PERSOON_BEKEND";

    [Tekst("Vul de achternaam in.")]
    public const string AchternaamOntbreekt = "ACHTERNAAM_ONTBREEKT";

    [Tekst("Vul de achternaam van de partner in, of kies de eigen naam.")]
    public const string PartnernaamOntbreekt = "PARTNERNAAM_ONTBREEKT";

    [Tekst("Dit is te lang. Gebruik niet meer dan {0} tekens.")]
    public const string PersoonstekstTeLang = "PERSOONSTEKST_TE_LANG";

    [Tekst("Vul hier tekst in.")]
    public const string PersoonstekstOnleesbaar = "PERSOONSTEKST_ONLEESBAAR";

    [Tekst("Vul één telefoonnummer in: 10 cijfers, zoals 06 12345678, of een nummer uit het buitenland dat met + begint.")]
    public const string TelefoonOnjuist = "TELEFOON_ONJUIST";

    [Tekst("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")]
    public const string MailOnjuist = "MAIL_ONJUIST";

    [Tekst("Vul een postcode in zoals 1234 AB.")]
    public const string PostcodeOnjuist = "POSTCODE_ONJUIST";

    [Tekst("Vul een huisnummer in, zoals 12, 12a of 12-2.")]
    public const string HuisnummerOnjuist = "HUISNUMMER_ONJUIST";

    [Tekst("Een huisletter is één letter.")]
    public const string HuisletterOnjuist = "HUISLETTER_ONJUIST";

    [Tekst("Een toevoeging heeft 1 tot en met 4 letters of cijfers.")]
    public const string ToevoegingOnjuist = "TOEVOEGING_ONJUIST";

    [Tekst("Het nummer van de BAG heeft 16 cijfers.")]
    public const string NummeraanduidingOnjuist = "NUMMERAANDUIDING_ONJUIST";

    [Tekst("Gebruik in een naam letters of cijfers, en geen tekens die niemand kan zien.")]
    public const string NaamOnzichtbaar = "NAAM_ONZICHTBAAR";

    [Tekst("Kies met wie deze relatie is.")]
    public const string RelatieZonderWie = "RELATIE_ZONDER_WIE";

    [Tekst("Kies welke relatie het is.")]
    public const string RelatieZonderSoort = "RELATIE_ZONDER_SOORT";

    [Tekst("Vul in wie het gezag heeft.")]
    public const string GezagZonderWie = "GEZAG_ZONDER_WIE";

    [Tekst("Kies iemand uit het huishouden, of vul een naam in, niet allebei.")]
    public const string PersoonOfNaam = "PERSOON_OF_NAAM";

    [Tekst("Vul in wie de vertegenwoordiger is.")]
    public const string VertegenwoordigerZonderWie = "VERTEGENWOORDIGER_ZONDER_WIE";

    [Tekst("Kies iemand anders dan deze persoon zelf.")]
    public const string PersoonMetZichzelf = "PERSOON_MET_ZICHZELF";
}
