namespace Kanteling.Workflows.Casework;

/// <summary>Why somebody who works here cannot be changed as asked.</summary>
public static class Gebruikercode
{
    [Tekst("We kennen geen gebruiker \"{0}\".")]
    public const string GebruikerOnbekend = "GEBRUIKER_ONBEKEND";

    [Tekst("We kennen deze aanmelding niet.")]
    public const string AanmeldingOnbekend = "AANMELDING_ONBEKEND";

    [Tekst("Gebruiker {0} is nog behandelaar van {1} en casusregisseur van {2} huishoudens. Draag die eerst over (op de opdrachtregel met --draag-over-aan).")]
    public const string NogInBehandeling = "GEBRUIKER_NOG_IN_BEHANDELING";

    [Tekst("Gebruiker {0} heeft nog werk dat niemand anders kan doen: {1} taken op naam, en {2} taken van een rol of een team. Draag het eerst over (op de opdrachtregel met --draag-over-aan), of geef iemand anders die rol.")]
    public const string NogWerk = "GEBRUIKER_NOG_WERK";

    [Tekst("{0} werkt hier niet meer. Wilt u dat weer, activeer dan eerst dit account (op de opdrachtregel met --activeer).")]
    public const string WerktNietMeer = "GEBRUIKER_WERKT_NIET_MEER";

    [Tekst("Kies een andere collega: iemand kan niet aan zichzelf overdragen.")]
    public const string AanZichzelf = "OVERDRACHT_AAN_ZICHZELF";

    [Tekst("{0} kan dit werk niet overnemen. Kies een collega die dit werk mag doen.")]
    public const string KanNietOvernemen = "OVERDRACHT_KAN_NIET";

    [Tekst("{0}: {1} kan deze taak niet doen. De taak staat weer open voor de rol {2}. Vraag iemand met die rol om haar te doen.")]
    public const string TaakTerug = "OVERDRACHT_TAAK_TERUG";

    [Tekst("Taken die {0} niet kan doen: {1}. Ze staan weer open voor de rol waarvoor ze zijn. Vraag iemand met die rol om ze te doen.")]
    public const string TakenTerug = "OVERDRACHT_TAKEN_TERUG";

    [Tekst("Niet overgedragen: taken op naam {0}, huishoudens {1}. {2} mag dit werk niet doen, of het lukte nu niet. Kies een andere collega of probeer het opnieuw.")]
    public const string NietOvergedragen = "OVERDRACHT_BLEEF";

    [Tekst("{0} is de laatste met de rol {1}. Zonder die rol blijft werk liggen. Geef eerst iemand anders die rol, of ga toch door (op de opdrachtregel met --toch).")]
    public const string LaatsteMetRol = "GEBRUIKER_LAATSTE_MET_ROL";

    [Tekst("{0} is de laatste consulent van {1}. Meldingen van dat team ziet dan niemand. Geef het team eerst een andere consulent, of ga toch door (op de opdrachtregel met --toch).")]
    public const string LaatsteVanTeam = "GEBRUIKER_LAATSTE_VAN_TEAM";

    [Tekst("Overgedragen, omdat een collega stopt met dit werk.")]
    public const string Overgedragen = "OVERGEDRAGEN";

    [Tekst("Over uw eigen rollen, uw eigen team en uw eigen toegang beslist een ander. Vraag het een andere beheerder.")]
    public const string EigenRechten = "GEBRUIKER_EIGEN_RECHTEN";

    [Tekst("{0} is de laatste beheerder die hier werkt. Maak eerst iemand anders beheerder.")]
    public const string LaatsteBeheerder = "GEBRUIKER_LAATSTE_BEHEERDER";

    [Tekst("Zonder {0} is er nog maar één beheerder, en die beslist dan alleen. Maak eerst iemand anders beheerder. Of doe dit op de server zelf, met de opdracht: gebruiker {0}.")]
    public const string EenNaLaatsteBeheerder = "GEBRUIKER_EEN_NA_LAATSTE_BEHEERDER";

    [Tekst("De rol \"{0}\" bestaat niet. Kies uit: {1}.")]
    public const string RolOnbekend = "GEBRUIKER_ROL_ONBEKEND";

    [Tekst("Een gebruikersnaam heeft 2 tot 60 tekens: kleine letters, cijfers, punten en streepjes. Hij begint met een letter, en niet met demo-.")]
    public const string InlognaamOnjuist = "GEBRUIKER_INLOGNAAM_ONJUIST";

    [Tekst("Vul in hoe deze gebruiker heet, in niet meer dan {0} tekens. Gebruik letters of cijfers, en geen tekens die niemand kan zien.")]
    public const string NaamOnjuist = "GEBRUIKER_NAAM_ONJUIST";

    [Tekst("Er werkt al een collega die zo heet: {0}. Zet er iets bij, zodat iedereen ze uit elkaar houdt.")]
    public const string NaamVanCollega = "GEBRUIKER_NAAM_VAN_COLLEGA";

    [Tekst("De gebruikersnaam {0} bestaat al. Kies een andere.")]
    public const string InlognaamBestaat = "GEBRUIKER_INLOGNAAM_BESTAAT";

    [Tekst("Schrijf op waarom {0} deze rollen of dit team krijgt, in niet meer dan {1} tekens.")]
    public const string RedenOntbreekt = "ROLWIJZIGING_REDEN";

    [Tekst("We kennen dit voorstel voor rollen niet.")]
    public const string VoorstelOnbekend = "ROLWIJZIGING_ONBEKEND";

    [Tekst("Over dit voorstel voor rollen is al beslist.")]
    public const string VoorstelBeslist = "ROLWIJZIGING_BESLIST";

    [Tekst("De rollen, het team of de toegang van {0} zijn gewijzigd nadat dit is voorgesteld. Trek dit voorstel in en doe een nieuw voorstel.")]
    public const string VoorstelVerouderd = "ROLWIJZIGING_VEROUDERD";

    [Tekst("U hebt dit zelf gedaan of gevraagd. Daarom beslist een andere beheerder.")]
    public const string VoorstelEigen = "ROLWIJZIGING_EIGEN";

    [Tekst("Er wacht al een voorstel voor de rollen van {0}. Beslis daar eerst over, of trek het in.")]
    public const string VoorstelLoopt = "ROLWIJZIGING_LOOPT";

    [Tekst("Kies een wachtwoord van minstens {0} tekens. Een zin van een paar woorden onthoudt u makkelijk.")]
    public const string WachtwoordTeKort = "WACHTWOORD_TE_KORT";

    [Tekst("Dit wachtwoord is te lang. Gebruik niet meer dan {0} tekens.")]
    public const string WachtwoordTeLang = "WACHTWOORD_TE_LANG";

    [Tekst("Uw naam mag niet in uw wachtwoord staan. Die is makkelijk te raden.")]
    public const string WachtwoordIsNaam = "WACHTWOORD_IS_NAAM";

    [Tekst("U hebt twee keer iets anders ingevuld. Vul twee keer hetzelfde wachtwoord in.")]
    public const string WachtwoordOngelijk = "WACHTWOORD_ONGELIJK";

    [Tekst("Het wachtwoord dat u nu hebt, klopt niet.")]
    public const string WachtwoordOudOnjuist = "WACHTWOORD_OUD_ONJUIST";

    [Tekst("Deze link werkt niet meer. Hij is gebruikt, er is een nieuwe gemaakt, of hij is ouder dan 24 uur. Vraag de beheerder om een nieuwe link.")]
    public const string LinkOngeldig = "WACHTWOORD_LINK_ONGELDIG";

    [Tekst("{0} is een programma. Een programma heeft geen wachtwoord, maar een token.")]
    public const string IsProgramma = "GEBRUIKER_IS_PROGRAMMA";

    [Tekst("{0} is geen programma. Een mens heeft geen token, maar een wachtwoord.")]
    public const string IsMens = "GEBRUIKER_IS_MENS";

    [Tekst("{0} beheert zelf accounts. Een nieuw wachtwoord of het uitzetten van de tweede stap kan voor een beheerder alleen op de server zelf, met de opdracht: beheerder herstel {1}.")]
    public const string ToegangVanBeheerder = "GEBRUIKER_IS_BEHEERDER";

    [Tekst("U bent zelf beheerder geworden zonder tweede persoon. Laat dat eerst bevestigen, door een andere beheerder of op de server zelf.")]
    public const string ZelfOnbevestigd = "ROLWIJZIGING_ZELF_ONBEVESTIGD";

    [Tekst("{0} is geen beheerder die hier werkt.")]
    public const string GeenBeheerder = "GEBRUIKER_GEEN_BEHEERDER";

    [Tekst("{0} heeft nog geen wachtwoord gekozen. Bevestig pas als u zeker weet wie het account gebruikt.")]
    public const string BeheerderZonderWachtwoord = "GEBRUIKER_ZONDER_WACHTWOORD";

    [Tekst("Van {0} staat er niets in de lijst 'zonder tweede persoon' dat u hier kunt bevestigen. Wat op de opdrachtregel is gedaan, bevestigt een andere beheerder.")]
    public const string NietsTeBevestigen = "ROLWIJZIGING_NIETS_TE_BEVESTIGEN";
}
