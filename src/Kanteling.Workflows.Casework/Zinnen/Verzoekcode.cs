namespace Kanteling.Workflows.Casework;

/// <summary>Requests that are not understood, not allowed, or come too late.</summary>
public static class Verzoekcode
{
    [Tekst("U bent niet aangemeld. Meld u eerst aan.")]
    public const string NietAangemeld = "NIET_AANGEMELD";

    [Tekst("De naam of het wachtwoord klopt niet.")]
    public const string AanmeldenOnjuist = "AANMELDEN_ONJUIST";

    [Tekst("Vul ook de code in uit de app op uw telefoon, of een herstelcode.")]
    public const string TweedeStapNodig = "TWEEDE_STAP_NODIG";

    [Tekst("Deze code klopt niet, of is al gebruikt. Neem de nieuwste code uit de app.")]
    public const string AanmeldcodeOnjuist = "AANMELDCODE_ONJUIST";

    [Tekst("Deze code klopt niet, of is al gebruikt. Neem de nieuwste code uit de app. Er is niets gewijzigd.")]
    public const string CodeOnjuist = "CODE_ONJUIST";

    [Tekst("Dit duurde te lang. Meld u opnieuw aan.")]
    public const string AanmeldenVerlopen = "AANMELDEN_VERLOPEN";

    [Tekst("Dit duurde te lang. Geef uw wachtwoord nog een keer. Er is niets gewijzigd.")]
    public const string InstellenVerlopen = "INSTELLEN_VERLOPEN";

    [Tekst("De tweede stap staat al aan. Zet die eerst uit.")]
    public const string TweedeStapStaatAan = "TWEEDE_STAP_STAAT_AAN";

    [Tekst("Voor uw rol is een tweede stap bij het aanmelden nodig. Stel die eerst in bij Mijn aanmeldingen.")]
    public const string TweedeStapInstellen = "TWEEDE_STAP_INSTELLEN";

    [Tekst("Er is te vaak een verkeerd wachtwoord of een verkeerde code gebruikt. Wacht {0} en probeer het dan opnieuw.")]
    public const string TeVaakGeprobeerd = "TE_VAAK_GEPROBEERD";

    [Tekst("U vraagt heel veel in korte tijd. Wacht even en probeer het dan opnieuw.")]
    public const string TeVeelVerzoeken = "TE_VEEL_VERZOEKEN";

    [Tekst("U mag dit niet zien of doen. U hebt er geen rol voor, of u bent niet bij dit huishouden betrokken.")]
    public const string NietBevoegd = "NIET_BEVOEGD";

    [Tekst("Dit verzoek kwam van een andere website. Daarom is er niets gedaan. Open de pagina hier en doe het daar opnieuw.")]
    public const string HerkomstVreemd = "HERKOMST_VREEMD";

    [Tekst("Aanmelden kan alleen met een beveiligde verbinding. Gebruik een adres dat begint met https, of op deze computer zelf http://localhost.")]
    public const string VerbindingOnveilig = "VERBINDING_ONVEILIG";

    [Tekst("Er staat een teken in dat we niet kunnen lezen. Haal het weg, of typ de tekst opnieuw als u hem hebt geplakt.")]
    public const string TekenOnleesbaar = "TEKEN_ONLEESBAAR";

    [Tekst("Deze taak is voor iemand anders. Laat de taak eerst aan u toewijzen.")]
    public const string TaakVoorEenAnder = "TAAK_VOOR_EEN_ANDER";

    [Tekst("U bent niet bij dit huishouden betrokken. Kies als behandelaar iemand van het team van dit huishouden, en niet uzelf.")]
    public const string BehandelaarNietZelf = "BEHANDELAAR_NIET_ZELF";

    [Tekst("Deze pagina bestaat niet.")]
    public const string PaginaOnbekend = "PAGINA_ONBEKEND";

    [Tekst("Dit kan niet op dit adres.")]
    public const string MethodeNietMogelijk = "METHODE_NIET_MOGELIJK";

    [Tekst("We kennen dit huishouden niet.")]
    public const string HuishoudenOnbekend = "HUISHOUDEN_ONBEKEND";

    [Tekst("Vul in wie u zoekt: een naam, adres, geboortedatum of nummer.")]
    public const string ZoekvraagLeeg = "ZOEKVRAAG_LEEG";

    [Tekst("Deze zoekvraag is verlopen. Zoek opnieuw.")]
    public const string ZoekvraagVerlopen = "ZOEKVRAAG_VERLOPEN";

    [Tekst("Een BSN hoort niet in het adres van een verzoek. Stuur de zoekvraag met POST.")]
    public const string BsnInAdres = "BSN_IN_ADRES";

    [Tekst("De zoeklijst wordt opnieuw gemaakt. Probeer het over een minuut nog eens.")]
    public const string ZoeklijstWordtGemaakt = "ZOEKLIJST_WORDT_GEMAAKT";

    [Tekst("We kennen deze bijlage niet.")]
    public const string BijlageOnbekend = "BIJLAGE_ONBEKEND";

    [Tekst("Deze bijlage is gewist.")]
    public const string BijlageGewist = "BIJLAGE_GEWIST";

    [Tekst("Kies een bestand en een procedure. Een toelichting mag {0} tekens lang zijn.")]
    public const string BijlageOnvolledig = "BIJLAGE_ONVOLLEDIG";

    [Tekst("Dit bestand is leeg. Kies een ander bestand.")]
    public const string BestandLeeg = "BESTAND_LEEG";

    [Tekst("We kennen deze taak niet.")]
    public const string TaakOnbekend = "TAAK_ONBEKEND";

    [Tekst("De status \"{0}\" bestaat niet. Kies open of afgerond.")]
    public const string StatusOnbekend = "STATUS_ONBEKEND";

    [Tekst("Stuur een Idempotency-Key mee, zodat hetzelfde verzoek nooit twee keer gebeurt.")]
    public const string IdempotencyKeyOntbreekt = "IDEMPOTENCY_KEY_ONTBREEKT";

    [Tekst("De Idempotency-Key is te lang. Gebruik niet meer dan {0} tekens.")]
    public const string IdempotencyKeyTeLang = "IDEMPOTENCY_KEY_TE_LANG";

    [Tekst("Stuur in If-Match de versie mee die u zag.")]
    public const string IfMatchOntbreekt = "IF_MATCH_ONTBREEKT";

    [Tekst("De versie in If-Match is geen versie van ons.")]
    public const string IfMatchOnbekend = "IF_MATCH_ONBEKEND";

    [Tekst("Stuur JSON.")]
    public const string GeenJson = "GEEN_JSON";

    [Tekst("Stuur een JSON-object.")]
    public const string GeenObject = "GEEN_OBJECT";

    [Tekst("We kunnen deze JSON niet lezen.")]
    public const string JsonOnleesbaar = "JSON_ONLEESBAAR";

    [Tekst("We kunnen dit verzoek niet lezen. Ga terug en probeer het opnieuw.")]
    public const string VerzoekOnleesbaar = "VERZOEK_ONLEESBAAR";

    [Tekst("Dit verzoek is te groot. Er past {0} kB in een verzoek.")]
    public const string VerzoekTeGroot = "VERZOEK_TE_GROOT";

    [Tekst("Dit verzoek klopt niet. Er is niets gedaan. Bij elk veld staat wat er mis is.")]
    public const string VerzoekOnjuist = "VERZOEK_ONJUIST";

    [Tekst("We kennen het veld \"{0}\" niet.")]
    public const string VeldOnbekend = "VELD_ONBEKEND";

    [Tekst("Vul in {0}.")]
    public const string VeldOntbreekt = "VELD_ONTBREEKT";

    [Tekst("{0}: vul true of false in.")]
    public const string VeldGeenJaNee = "VELD_GEEN_JA_NEE";

    [Tekst("{0}: vul een datum in die bestaat, zoals 1950-04-23.")]
    public const string VeldGeenDatum = "VELD_GEEN_DATUM";

    [Tekst("{0}: vul een datum in, zoals 2026-03-02, of een datum met tijd, zoals 2026-03-02T09:00:00+01:00.")]
    public const string VeldGeenMoment = "VELD_GEEN_MOMENT";

    [Tekst("{0}: hier hoort {1}.")]
    public const string VeldVorm = "VELD_VORM";

    [Tekst("{0}: gebruik niet meer dan {1} tekens.")]
    public const string VeldTeLang = "VELD_TE_LANG";

    [Tekst("{0}: vul een getal in van {1} tot en met {2}.")]
    public const string VeldBereik = "VELD_BEREIK";

    [Tekst("{0}: noem er niet meer dan {1}.")]
    public const string VeldTeVeel = "VELD_TE_VEEL";

    [Tekst("We kennen de tekening \"{0}\" niet.")]
    public const string TekeningOnbekend = "TEKENING_ONBEKEND";

    [Tekst("{0} tekent hieraan. Neem het concept eerst over bij Tekeningen (/studio), of wacht tot {0} klaar is.")]
    public const string TekeningVanAnder = "TEKENING_VAN_ANDER";

    [Tekst("Dit concept is weggegooid. Open de tekening opnieuw.")]
    public const string TekeningConceptWeg = "TEKENING_CONCEPT_WEG";

    [Tekst("\"{0}\" heeft in deze tekening niet de goede vorm.")]
    public const string TekeningVorm = "TEKENING_VORM";

    [Tekst("Geef de tekening een naam van hoogstens {0} tekens.")]
    public const string TekeningNaam = "TEKENING_NAAM";

    [Tekst("De id \"{0}\" kan niet. Gebruik letters, cijfers, punten en streepjes, en niet meer dan 80 tekens.")]
    public const string TekeningId = "TEKENING_ID";

    [Tekst("Dit is geen tekening die we kunnen lezen.")]
    public const string TekeningOnleesbaar = "TEKENING_ONLEESBAAR";

    [Tekst("Deze tekening kan nog niet worden gepubliceerd. Er staan nog fouten in.")]
    public const string TekeningFouten = "TEKENING_FOUTEN";

    [Tekst("Versie {0} van \"{1}\" is aangeboden en wacht op akkoord. Een andere procesontwerper of een beheerder keurt haar goed, bij Tekeningen (/studio).")]
    public const string WachtOpAkkoord = "WACHT_OP_AKKOORD";

    [Tekst("Dit concept is niet aangeboden. Wie het tekende, biedt het eerst aan.")]
    public const string TekeningNietAangeboden = "TEKENING_NIET_AANGEBODEN";

    [Tekst("\"{0}\" is ingetrokken. Maak eerst een nieuwe versie.")]
    public const string TekeningIngetrokken = "TEKENING_INGETROKKEN";

    [Tekst("Dit concept is intussen gewijzigd. Kijk eerst wat er nu staat.")]
    public const string TekeningGewijzigd = "TEKENING_GEWIJZIGD";

    [Tekst("Schrijf op waarom u zonder akkoord publiceert, in niet meer dan {0} tekens.")]
    public const string TekeningReden = "TEKENING_REDEN";

    [Tekst("\"{0}\" is gebruikt, en moet terug te vinden blijven (Archiefwet). Weggooien kan niet. U kunt de werkstroom wel intrekken: dan begint er niets nieuws meer mee.")]
    public const string TekeningGebruikt = "TEKENING_GEBRUIKT";

    [Tekst("\"{0}\" is gepubliceerd. Een gepubliceerde versie wordt niet weggegooid. U kunt haar wel intrekken.")]
    public const string TekeningGepubliceerd = "TEKENING_GEPUBLICEERD";

    [Tekst("Bij {0} van de {1} tekeningen is het niet gelukt.")]
    public const string TekeningenNietAlle = "TEKENINGEN_NIET_ALLE";

    [Tekst("Deze melding is nog niet compleet.")]
    public const string MeldingOnjuist = "MELDING_ONJUIST";

    [Tekst("Noem een huishouden dat we kennen, of beschrijf een nieuw huishouden. Een van de twee.")]
    public const string MeldingHuishouden = "MELDING_HUISHOUDEN";

    [Tekst("Vul minstens 1 en hoogstens 30 leden van het huishouden in.")]
    public const string MeldingLeden = "MELDING_LEDEN";

    [Tekst("Vul in voor wie de melding is: de naam of de plaats van een lid van het huishouden.")]
    public const string MeldingClient = "MELDING_CLIENT";

    [Tekst("Iemand die u noemt, staat al in een ander huishouden. Kijk daar eerst. Is dit toch een ander huishouden? Geef dat dan aan.")]
    public const string PersoonAlBekend = "PERSOON_AL_BEKEND";

    [Tekst("Dit signaal is nog niet compleet.")]
    public const string SignaalOnjuist = "SIGNAAL_ONJUIST";

    [Tekst("Vul in over wie het signaal gaat: de naam of de plaats van een lid van het huishouden.")]
    public const string SignaalOver = "SIGNAAL_OVER";

    [Tekst("Zo kunnen deze huishoudens niet worden samengevoegd of gesplitst.")]
    public const string KoppelingOnjuist = "KOPPELING_ONJUIST";

    [Tekst("Een huishouden kan niet met zichzelf worden samengevoegd.")]
    public const string KoppelingMetZichzelf = "KOPPELING_MET_ZICHZELF";

    [Tekst("Geef aan dat u hebt gezien wat er gebeurt.")]
    public const string KoppelingBevestigen = "KOPPELING_BEVESTIGEN";

    [Tekst("Kies mensen die bij dit huishouden wonen.")]
    public const string AfsplitsingPersoon = "AFSPLITSING_PERSOON";

    [Tekst("Er moet iemand achterblijven. Gaat iedereen weg, dan is het een verhuizing.")]
    public const string AfsplitsingIedereen = "AFSPLITSING_IEDEREEN";

    [Tekst("Nog niet alles is goed ingevuld.")]
    public const string AntwoordenOnjuist = "ANTWOORDEN_ONJUIST";

    [Tekst("{0} heeft deze taak gewijzigd op {1}. Kijk eerst wat er nu staat.")]
    public const string TaakGewijzigd = "TAAK_GEWIJZIGD";

    [Tekst("{0} heeft deze taak al afgerond op {1}, met de uitkomst \"{2}\".")]
    public const string TaakAlAfgerond = "TAAK_AL_AFGEROND";

    [Tekst("De taak \"{0}\" is niet meer nodig.")]
    public const string TaakIngetrokken = "TAAK_INGETROKKEN";

    [Tekst("Vul een duur in, zoals P1D voor een dag of P6W voor zes weken.")]
    public const string DuurOnbekend = "DUUR_ONBEKEND";

    [Tekst("U kunt de klok in één keer niet meer dan {0} dagen vooruitzetten.")]
    public const string DuurTeLang = "DUUR_TE_LANG";

    [Tekst("De opslag is vol. Er is niets bewaard. Vraag de beheerder om ruimte te maken en probeer het dan opnieuw.")]
    public const string OpslagVol = "OPSLAG_VOL";

    [Tekst("De opslag is even niet bereikbaar. Probeer het zo opnieuw. Wat al bewaard is, wordt niet nog een keer bewaard.")]
    public const string OpslagNietBereikbaar = "OPSLAG_NIET_BEREIKBAAR";

    [Tekst("Deze server wordt bijgewerkt. Er is niets bewaard. Probeer het zo opnieuw.")]
    public const string ServerVertrekt = "SERVER_VERTREKT";

    [Tekst("Dit huishouden is bewaard door een nieuwere versie van het programma. Deze versie kan het niet lezen.")]
    public const string DossierNietLeesbaar = "DOSSIER_NIET_LEESBAAR";

    [Tekst("Op dit adres is geen gemeente. Kijk na of u het adres goed hebt.")]
    public const string AdresOnbekend = "ADRES_ONBEKEND";

    [Tekst("Dit adres is niet van deze server. Kijk na of u het adres goed hebt.")]
    public const string HostNietToegestaan = "HOST_NIET_TOEGESTAAN";

    [Tekst("Dit is even niet bereikbaar. Er is niets bewaard. We proberen het elke halve minuut opnieuw. Duurt het lang, bel dan de beheerder.")]
    public const string GemeenteDicht = "GEMEENTE_DICHT";

    [Tekst("Deze naam bestaat al.")]
    public const string NaamBestaat = "NAAM_BESTAAT";

    [Tekst("Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.")]
    public const string RijGewijzigd = "RIJ_GEWIJZIGD";

    [Tekst("Er ging iets mis bij ons. Probeer het later opnieuw.")]
    public const string Onverwacht = "ONVERWACHT";
}
