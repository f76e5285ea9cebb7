namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    static (string Code, string Tekst)[] Termijnen =>
    [
        ("TERMIJN_DUUR", "De termijn is {0} ({1})."),
        ("TERMIJN_BEGIN", "De termijn begint op de dag na {0}. De laatste dag is dan {1}."),
        ("TERMIJN_UREN", "De uren tellen vanaf het moment zelf, ook in het weekend en op feestdagen."),
        ("TERMIJN_TERUG", "We tellen terug vanaf {0}. Dan komen we uit op {1}."),
        ("TERMIJN_TERUG_SCHUIFT_NIET", "Een termijn die terugtelt, schuift niet op (Algemene termijnenwet, artikel 1, tweede lid)."),
        ("TERMIJN_WEEKEND", "{0} valt in het weekend."),
        ("TERMIJN_FEESTDAG", "{0} is {1}."),
        ("TERMIJN_GELIJKGESTELD", "{0} telt als een feestdag ({1})."),
        ("TERMIJN_SCHUIFT", "Daarom is de laatste dag {0} (Algemene termijnenwet, artikel 1)."),
        ("TERMIJN_TWEE_WERKDAGEN", "In een termijn van 3 dagen of meer zitten altijd 2 werkdagen. Daarom is de laatste dag {0} (Algemene termijnenwet, artikel 2)."),
        ("TERMIJN_BLIJFT", "Dat is een gewone werkdag. De laatste dag blijft {0}."),
        ("TERMIJN_ATW_TE_LANG", "Deze termijn schuift niet op door een weekend of feestdag. De Algemene termijnenwet geldt niet voor een termijn van {0} (artikel 4)."),
        ("TERMIJN_ATW_UITGESLOTEN", "Deze termijn schuift niet op door een weekend of feestdag. De wet sluit dat uit ({0})."),
        ("TERMIJN_KALENDER_ONBEKEND", "Voor {0} weten we nog niet welke extra dagen als feestdag tellen. De laatste dag kan nog veranderen."),
        ("KLOK_STAAT_STIL", "De klok staat stil vanaf {0}: {1}. De laatste dag is pas bekend als de klok weer loopt."),
        ("KLOK_STOND_STIL", "De klok stond {0} stil, vanaf {1} tot {2}: {3}."),
        ("KLOK_SCHUIFT", "Door het stilstaan is de laatste dag nu {0}."),
        ("KLOK_NIET_OPSCHORTBAAR", "Deze termijn kan niet stilstaan: {0} ({1})."),
        ("KLOK_AL_OPGESCHORT", "De klok staat al stil om deze reden, vanaf {0}."),
        ("KLOK_OPSCHORTING_VOOR_BEGIN", "De klok kan niet stilstaan vanaf {0}. De termijn begint pas na {1}."),
        ("KLOK_OPSCHORTING_NA_EINDE", "De klok kan niet stilstaan vanaf {0}. De laatste dag was {1}."),
        ("KLOK_OPSCHORTING_OMGEKEERD", "De klok kan niet weer lopen op {0}. De klok staat stil vanaf {1}."),
        ("KLOK_NIET_OPGESCHORT", "De klok staat niet stil om deze reden: {0}."),
        ("GROND_AANVULLING", "we wachten op een aanvulling van de aanvraag (Awb, artikel 4:5 en 4:15, eerste lid)"),
        ("GROND_INLICHTINGEN_BUITENLAND", "we wachten op informatie uit het buitenland (Awb, artikel 4:15, eerste lid)"),
        ("GROND_INSTEMMING", "de aanvrager vindt uitstel goed en heeft dat geschreven (Awb, artikel 4:15, tweede lid, onder a)"),
        ("GROND_AANVRAGER", "de vertraging komt door de aanvrager (Awb, artikel 4:15, tweede lid, onder b)"),
        ("GROND_OVERMACHT", "er is overmacht (Awb, artikel 4:15, tweede lid, onder c)"),
        ("KALENDER_LOOPT_AF", "We weten tot en met {0} welke extra dagen als feestdag tellen. Vul de kalender aan als er een nieuw koninklijk besluit is (Algemene termijnenwet, artikel 3, derde lid)."),
        ("KALENDER_ONLEESBAAR", "Dit is geen kalender die we kunnen lezen: {0}."),
        ("KALENDER_VERSIE_ONTBREEKT", "De kalender heeft geen versie. Een versie is een heel getal vanaf 1."),
        ("KALENDER_JAREN_ONGELDIG", "De kalender zegt niet goed voor welke jaren de extra dagen bekend zijn."),
        ("KALENDER_DAG_ONGELDIG", "Regel {0} van \"{1}\" is geen dag. Schrijf een datum en een omschrijving."),
        ("KALENDER_DAG_DUBBEL", "De dag {0} staat twee keer in \"{1}\"."),
    ];
}
