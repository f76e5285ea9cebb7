namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>The list altijd mogelijk: what is wrong with it, and why something cannot be begun now.</summary>
    static (string Code, string Tekst)[] Mogelijkheden =>
    [
        ("MOGELIJK_GEEN_LIJST", "\"{0}\" moet een lijst zijn."),
        ("MOGELIJK_GEEN_REGEL", "Regel {0} van altijd mogelijk is geen groep met gegevens."),
        ("MOGELIJK_ID_DUBBEL", "Altijd mogelijk: \"{0}\" staat er twee keer."),
        ("MOGELIJK_ID_ONGELDIG", "Altijd mogelijk: de naam \"{0}\" kan niet. Gebruik kleine letters, cijfers en streepjes."),
        ("MOGELIJK_EIGENSCHAP_ONBEKEND", "Altijd mogelijk \"{0}\": we kennen de eigenschap \"{1}\" niet."),
        ("MOGELIJK_TEKST_ONTBREEKT", "Altijd mogelijk \"{0}\": vul \"{1}\" in."),
        ("MOGELIJK_VRAAGT_ONBEKEND", "Altijd mogelijk \"{0}\": we kunnen niet vragen naar \"{1}\". Kies uit persoon, ondersteuning, dossier, datum en toelichting."),
        ("MOGELIJK_WANNEER_FOUT", "Altijd mogelijk \"{0}\": de voorwaarde klopt niet, op plaats {1}. {2}"),
        ("MOGELIJK_WANNEER_GEEN_JA_NEE", "Altijd mogelijk \"{0}\": de voorwaarde geeft geen ja of nee."),
        ("MOGELIJK_FLOW_ONBEKEND", "Altijd mogelijk \"{0}\": de werkstroom \"{1}\" is er nog niet. Tot dan staat dit niet bij het huishouden."),
        ("MOGELIJK_ONBEKEND", "We kennen \"{0}\" niet. Kijk bij het huishouden wat u kunt doen."),
        ("MOGELIJK_GEEN_DOSSIER", "Er is nog geen melding of andere procedure in dit huishouden."),
        ("MOGELIJK_GEEN_ONDERSTEUNING", "Er loopt geen ondersteuning in dit huishouden."),
        ("MOGELIJK_NU_NIET", "{0}"),
        ("MOGELIJK_LOOPT_AL", "\"{0}\" is al begonnen en loopt nog. Kijk bij de taken van dit huishouden."),
        ("MOGELIJK_KEUZE", "{0}: kies er een uit de lijst."),
        ("MOGELIJK_BEVESTIGEN", "Dit stopt iets. Geef aan dat u het zeker weet."),
        ("MOGELIJK_ONVOLLEDIG", "Nog niet alles is goed ingevuld."),
    ];
}
