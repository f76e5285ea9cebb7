namespace Kanteling.Workflows.Casework;

/// <summary>Why the household or a step cannot take something; with the article or the line of the seed it comes from.</summary>
public static class Huishoudcode
{
    [Tekst("Deze stap hoort bij een dossier, maar het dossier \"{0}\" is er niet.")]
    public const string DossierOntbreekt = "DOSSIER_ONTBREEKT";

    [Tekst("Dit dossier bestaat al in dit huishouden.")]
    public const string DossierBestaatAl = "DOSSIER_BESTAAT_AL";

    [Tekst("Dit dossier is er niet, of het is al vernietigd.")]
    public const string VernietigenOnbekend = "VERNIETIGEN_ONBEKEND";

    [Tekst("Dit dossier is nog open. Sluit het eerst.")]
    public const string VernietigenOpen = "VERNIETIGEN_OPEN";

    [Tekst("Tegen een besluit in dit dossier kan nog bezwaar gemaakt worden.")]
    public const string VernietigenBezwaar = "VERNIETIGEN_BEZWAAR";

    [Tekst("Dit is afgeschermd. Vernietig het als geheel.")]
    public const string VernietigenAlsGeheel = "VERNIETIGEN_ALS_GEHEEL";

    [Tekst("Er loopt nog ondersteuning uit dit dossier, of er is ondersteuning toegekend of voorgesteld.")]
    public const string VernietigenLoopt = "VERNIETIGEN_LOOPT";

    [Tekst("Vul in wie er in het huishouden wonen.")]
    public const string MeldingZonderLeden = "MELDING_ZONDER_LEDEN";

    [Tekst("Vul de naam in.")]
    public const string MeldingLidZonderNaam = "MELDING_LID_ZONDER_NAAM";

    [Tekst("Kies voor wie de melding is.")]
    public const string MeldingClientOnbekend = "MELDING_CLIENT_ONBEKEND";

    [Tekst("Vul in wat er aan de hand is, in de woorden van de inwoner.")]
    public const string MeldingZonderVraag = "MELDING_ZONDER_VRAAG";

    [Tekst("De melding kan niet binnenkomen op {0}. Die dag is nog niet geweest.")]
    public const string MeldingInToekomst = "MELDING_IN_TOEKOMST";

    [Tekst("Op {0} gold de Wmo 2015 nog niet.")]
    public const string MeldingVoorDeWet = "MELDING_VOOR_DE_WET";

    [Tekst("Alleen de inwoner kan zeggen dat hij geen melding wil. Vraag het hem, en vul dat in (Wmo 2015, artikel 2.3.2, eerste lid).")]
    public const string MeldingNietIngetrokken = "MELDING_NIET_INGETROKKEN";

    [Tekst("Elk dossier heeft één behandelaar. Kies wie dat is.")]
    public const string BehandelaarOntbreekt = "BEHANDELAAR_ONTBREEKT";

    [Tekst("Bied eerst gratis clientondersteuning aan, aan de inwoner en aan de mantelzorger (Wmo 2015, artikel 2.3.2, derde lid).")]
    public const string ClientondersteuningNietAangeboden = "CLIENTONDERSTEUNING_NIET_AANGEBODEN";

    [Tekst("De inwoner heeft tot en met {0} voor een persoonlijk plan. Eerder praten mag als het plan er is, of als hij ervan afziet (Wmo 2015, artikel 2.3.2, tweede lid).")]
    public const string GesprekVoorZevendeDag = "GESPREK_VOOR_ZEVENDE_DAG";

    [Tekst("Schrijf eerst op wat iemand weer wil kunnen en hoeveel er in totaal nodig is (CRVB:2018:819, stap 1 tot en met 3).")]
    public const string HulpvragenOntbreken = "HULPVRAGEN_ONTBREKEN";

    [Tekst("We kennen de cirkel \"{0}\" niet. Kies EigenKracht, SociaalNetwerk of AlgemeneVoorziening.")]
    public const string CirkelOnbekend = "CIRKEL_ONBEKEND";

    [Tekst("Dit hoort niet bij de cirkel {0}. Zet het bij de cirkel waar het hoort.")]
    public const string CirkelRijHoortElders = "CIRKEL_RIJ_HOORT_ELDERS";

    [Tekst("Hulpvraag {0} staat er nog niet bij. Elke open hulpvraag krijgt een regel, ook als er niets kan (Wmo 2015, artikel 2.3.5, derde lid).")]
    public const string CirkelHulpvraagOntbreekt = "CIRKEL_HULPVRAAG_ONTBREEKT";

    [Tekst("Het is niet genoeg. Vul in waarom niet, of waar de grens ligt (Wmo 2015, artikel 2.3.5, derde lid; K2).")]
    public const string CirkelRedenOntbreekt = "CIRKEL_REDEN_ONTBREEKT";

    [Tekst("Nodig is {0}. Er blijft {1} over. Dan is het nog niet genoeg (CRVB:2018:819, stap 4).")]
    public const string CirkelTekort = "CIRKEL_TEKORT";

    [Tekst("Nodig is {0}, en dat is er nu. Geef aan dat het genoeg is, of pas aan hoeveel er nodig is (CRVB:2018:819, stap 4).")]
    public const string CirkelGenoeg = "CIRKEL_GENOEG";

    [Tekst("Er blijft {0} over, en hier staat {1}. Alleen wat overblijft, kan maatwerk zijn (Wmo 2015, artikel 2.3.5, derde lid).")]
    public const string MaatwerkMeerDanRest = "MAATWERK_MEER_DAN_REST";

    [Tekst("We kunnen niet uitrekenen wat er overblijft. Leg uit waarom dit de rest is (Wmo 2015, artikel 2.3.5, derde lid).")]
    public const string MaatwerkRestZonderMotivering = "MAATWERK_REST_ZONDER_MOTIVERING";

    [Tekst("Leg eerst uit wat de inwoner zelf betaalt (Wmo 2015, artikel 2.3.2, vierde lid, onder g).")]
    public const string BijdrageNietUitgelegd = "BIJDRAGE_NIET_UITGELEGD";

    [Tekst("Dit huishouden heeft al een casusregisseur. Er is er altijd maar één. Geef aan dat deze persoon het overneemt.")]
    public const string CasusregieAlBelegd = "CASUSREGIE_AL_BELEGD";

    [Tekst("Kies wie de casusregisseur wordt.")]
    public const string CasusregisseurOntbreekt = "CASUSREGISSEUR_ONTBREEKT";

    [Tekst("Een inwoner of iemand uit het netwerk heeft een professional als contactpersoon nodig. Kies wie dat is.")]
    public const string CasusregieZonderContactpersoon = "CASUSREGIE_ZONDER_CONTACTPERSOON";

    [Tekst("Er is meer dan één vraag of persoon. Leg uit waarom er dan toch geen casusregisseur nodig is.")]
    public const string CasusregieNodig = "CASUSREGIE_NODIG";

    [Tekst("Deze aanbieder staat niet op de sociale kaart.")]
    public const string AanbiederOnbekend = "AANBIEDER_ONBEKEND";

    [Tekst("{0} is nog niet geweest. Rond dit af als u zeker weet dat het begonnen is.")]
    public const string StartNogNietGeweest = "START_NOG_NIET_GEWEEST";

    [Tekst("Ondersteuning {0} kan niet lopen. Daarvoor is nodig: {1} (C6; Wmo 2015, artikel 2.3.5).")]
    public const string MaatwerkZonderTitel = "MAATWERK_ZONDER_TITEL";

    [Tekst("Vul in hoe het later lichter wordt, of geef aan dat het altijd nodig blijft.")]
    public const string AfschaalplanOntbreekt = "AFSCHAALPLAN_ONTBREEKT";

    [Tekst("Ondersteuning {0} staat er nog niet bij. Vul in of het begonnen is.")]
    public const string AfspraakOntbreekt = "AFSPRAAK_ONTBREEKT";

    [Tekst("De stap \"{0}\" zegt niet waarop hij wacht. Vul een dag, een duur of een voorwaarde in.")]
    public const string WachtenZonderDoel = "WACHTEN_ZONDER_DOEL";

    [Tekst("Deze persoon is overleden. Er kan niets meer voor hem of haar worden begonnen of verstuurd.")]
    public const string PersoonOverleden = "PERSOON_OVERLEDEN";

    [Tekst("Gestopt, omdat deze persoon is overleden.")]
    public const string GestoptDoorOverlijden = "GESTOPT_DOOR_OVERLIJDEN";

    [Tekst("Dit huishouden is samengevoegd met een ander huishouden. Doe dit daar.")]
    public const string HuishoudenSamengevoegd = "HUISHOUDEN_SAMENGEVOEGD";

    [Tekst("Vul in wie het signaal geeft.")]
    public const string SignaalZonderGever = "SIGNAAL_ZONDER_GEVER";

    [Tekst("Kies over wie het signaal gaat.")]
    public const string SignaalOverOnbekend = "SIGNAAL_OVER_ONBEKEND";

    [Tekst("Vul in wat er is gezien of gehoord.")]
    public const string SignaalZonderInhoud = "SIGNAAL_ZONDER_INHOUD";

    [Tekst("De signaalgever hoort dat we iets deden, en niets over het huishouden. Controleer dat, en vul het in.")]
    public const string TerugkoppelingMetGegevens = "TERUGKOPPELING_MET_GEGEVENS";

    [Tekst("We kennen deze wijziging niet: \"{0}\".")]
    public const string WijzigingSoortOnbekend = "WIJZIGING_SOORT_ONBEKEND";

    [Tekst("Kies om wie het gaat.")]
    public const string WijzigingZonderPersoon = "WIJZIGING_ZONDER_PERSOON";

    [Tekst("{0} is nog niet geweest. Vul de dag in waarop het is gebeurd.")]
    public const string WijzigingInToekomst = "WIJZIGING_IN_TOEKOMST";

    [Tekst("Vul een dag in tussen 1 januari 1880 en 31 december 2200.")]
    public const string DagBuitenBereik = "DAG_BUITEN_BEREIK";

    [Tekst("Iemand kan niet overlijden voor de geboorte. De geboortedatum is {0}.")]
    public const string OverlijdenVoorGeboorte = "OVERLIJDEN_VOOR_GEBOORTE";

    [Tekst("Kies een dag vanaf vandaag.")]
    public const string TaakdagVoorbij = "TAAKDAG_VOORBIJ";

    [Tekst("De laatste dag kan niet voor de eerste dag liggen.")]
    public const string VertegenwoordigingOmgekeerd = "VERTEGENWOORDIGING_OMGEKEERD";

    [Tekst("Noem om welk huishouden het gaat.")]
    public const string VeiligheidZonderHuishouden = "VEILIGHEID_ZONDER_HUISHOUDEN";

    [Tekst("De meldcode staat altijd apart van het huishouden. Begin hem met de knop bij het huishouden (Wmo 2015, artikel 3.3).")]
    public const string VeiligheidEigenStroom = "VEILIGHEID_EIGEN_STROOM";

    [Tekst("De werkstroom veiligheid begint met de stap Zorgen over veiligheid. Zonder die stap staat de meldcode niet apart van het huishouden (Wmo 2015, artikel 3.3).")]
    public const string VeiligheidBegin = "VEILIGHEID_BEGIN";

    [Tekst("De stap Zorgen over veiligheid kan alleen in de werkstroom veiligheid staan. Zo staat de meldcode altijd apart van het huishouden (Wmo 2015, artikel 3.3).")]
    public const string VeiligheidAlleenDaar = "VEILIGHEID_ALLEEN_DAAR";

    [Tekst("Leg vast waarom praten nu niet veilig is (meldcode, stap 3).")]
    public const string VeiligheidZonderReden = "VEILIGHEID_ZONDER_REDEN";

    [Tekst("Als het acuut of structureel onveilig is, is er ook een vermoeden (meldcode, stap 4).")]
    public const string VeiligheidVermoedenHoortErbij = "VEILIGHEID_VERMOEDEN_HOORT_ERBIJ";

    [Tekst("Het is acuut of structureel onveilig. Dan moet u melden bij Veilig Thuis. Hulp organiseren mag daarnaast (Wmo 2015, artikel 3.3; afwegingskader).")]
    public const string VeiligheidMoetGemeld = "VEILIGHEID_MOET_GEMELD";

    [Tekst("U hebt gewogen dat er een vermoeden is. Weeg opnieuw als dat niet meer zo is (meldcode, stap 5).")]
    public const string VeiligheidVermoedenBlijft = "VEILIGHEID_VERMOEDEN_BLIJFT";

    [Tekst("{0} ({1}) kan niet eerder zijn dan {2} ({3}).")]
    public const string DatumVoorOorzaak = "DATUM_VOOR_OORZAAK";

    [Tekst("Er is intussen iets anders veranderd in dit dossier. Terugdraaien kan niet meer.")]
    public const string TerugdraaienTeLaat = "TERUGDRAAIEN_TE_LAAT";

    [Tekst("{0}: deze medewerker kennen we niet, of hij werkt hier niet meer. Kies iemand uit de lijst.")]
    public const string MedewerkerOnbekend = "MEDEWERKER_ONBEKEND";

    [Tekst("{0}: dit staat niet op de sociale kaart. Kies iets uit de lijst.")]
    public const string VoorzieningOnbekend = "VOORZIENING_ONBEKEND";

    [Tekst("{0}: dit wijkteam kennen we niet. Kies een team uit de lijst.")]
    public const string WijkteamOnbekend = "WIJKTEAM_ONBEKEND";

    [Tekst("Dit woord kan hier niet. Kies uit: {0}.")]
    public const string WoordOnbekend = "WOORD_ONBEKEND";

    [Tekst("{0}: deze persoon hoort niet bij dit huishouden.")]
    public const string PersoonOnbekend = "PERSOON_ONBEKEND";

    [Tekst("{0}: deze hulpvraag is er niet.")]
    public const string HulpvraagOnbekend = "HULPVRAAG_ONBEKEND";

    [Tekst("Het formulier \"{0}\" is er niet.")]
    public const string FormulierNietGevonden = "FORMULIER_NIET_GEVONDEN";

    [Tekst("We weten niet voor wie deze taak is: \"{0}\".")]
    public const string TaakadresOnbekend = "TAAKADRES_ONBEKEND";

    [Tekst("Deze stap wachtte niet op {0}.")]
    public const string StimulusOnverwacht = "STIMULUS_ONVERWACHT";
}
