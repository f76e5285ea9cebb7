namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>Requests that are not understood, not allowed, or come too late.</summary>
    private static (string Code, string Tekst)[] Verzoeken =>
    [
        ("NIET_AANGEMELD", "U bent niet aangemeld. Meld u eerst aan."),
        ("AANMELDEN_ONJUIST", "De naam of het wachtwoord klopt niet."),
        ("TE_VAAK_GEPROBEERD", "U hebt te vaak een verkeerd wachtwoord gebruikt. Probeer het over {0} minuten opnieuw."),
        ("NIET_BEVOEGD", "U mag dit niet zien of doen. U hebt er geen rol voor, of u bent niet bij dit huishouden betrokken."),
        ("TAAK_VOOR_EEN_ANDER", "Deze taak is voor iemand anders. Laat de taak eerst aan u toewijzen."),
        ("ADRES_ONBEKEND", "Deze pagina bestaat niet."),
        ("METHODE_NIET_MOGELIJK", "Dit kan niet op dit adres."),
        ("HUISHOUDEN_ONBEKEND", "We kennen dit huishouden niet."),
        ("TAAK_ONBEKEND", "We kennen deze taak niet."),
        ("GEBRUIKER_ONBEKEND", "We kennen geen gebruiker \"{0}\"."),
        ("STATUS_ONBEKEND", "De status \"{0}\" bestaat niet. Kies open of afgerond."),
        ("IDEMPOTENCY_KEY_ONTBREEKT", "Stuur een Idempotency-Key mee, zodat hetzelfde verzoek nooit twee keer gebeurt."),
        ("IDEMPOTENCY_KEY_TE_LANG", "De Idempotency-Key is te lang. Gebruik niet meer dan {0} tekens."),
        ("IF_MATCH_ONTBREEKT", "Stuur in If-Match de versie mee die u zag."),
        ("IF_MATCH_ONBEKEND", "De versie in If-Match is geen versie van ons."),
        ("GEEN_JSON", "Stuur JSON."),
        ("GEEN_OBJECT", "Stuur een JSON-object."),
        ("JSON_ONLEESBAAR", "We kunnen deze JSON niet lezen."),
        ("VERZOEK_ONLEESBAAR", "We kunnen dit verzoek niet lezen. Ga terug en probeer het opnieuw."),
        ("VERZOEK_TE_GROOT", "Dit verzoek is te groot. Er past {0} kB in een verzoek."),
        ("VELD_ONBEKEND", "We kennen het veld \"{0}\" niet."),
        ("VELD_ONTBREEKT", "Vul in: {0}."),
        ("VELD_GEEN_DATUM", "{0}: vul een datum in die bestaat, zoals 1950-04-23."),
        ("VELD_GEEN_MOMENT", "{0}: vul een datum met tijd in, zoals 2026-03-02T09:00:00+01:00."),
        ("MELDING_ONJUIST", "Deze melding is nog niet compleet."),
        ("MELDING_HUISHOUDEN", "Noem een huishouden dat we kennen, of beschrijf een nieuw huishouden. Een van de twee."),
        ("MELDING_LEDEN", "Vul minstens 1 en hoogstens 30 leden van het huishouden in."),
        ("MELDING_CLIENT", "Vul in voor wie de melding is: de naam of de plaats van een lid van het huishouden."),
        ("ANTWOORDEN_ONJUIST", "Nog niet alles is goed ingevuld."),
        ("TAAK_GEWIJZIGD", "{0} heeft deze taak gewijzigd op {1}. Kijk eerst wat er nu staat."),
        ("TAAK_AL_AFGEROND", "{0} heeft deze taak al afgerond op {1}, met de uitkomst \"{2}\"."),
        ("TAAK_INGETROKKEN", "De taak \"{0}\" is niet meer nodig."),
        ("DUUR_ONBEKEND", "Vul een duur in, zoals P1D voor een dag of P6W voor zes weken."),
        ("DUUR_TE_LANG", "U kunt de klok in één keer niet meer dan {0} dagen vooruitzetten."),
        ("OPSLAG_VOL", "De opslag is vol. Er is niets bewaard. Vraag de beheerder om ruimte te maken en probeer het dan opnieuw."),
        ("OPSLAG_NIET_BEREIKBAAR", "De opslag is even niet bereikbaar. Er is niets bewaard. Probeer het zo opnieuw."),
        ("DOSSIER_NIET_LEESBAAR", "Dit huishouden is bewaard door een nieuwere versie van het programma. Deze versie kan het niet lezen."),
        ("NAAM_BESTAAT", "Deze naam bestaat al."),
        ("RIJ_GEWIJZIGD", "Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat."),
        ("ONVERWACHT", "Er ging iets mis bij ons. Probeer het later opnieuw."),
    ];
}
