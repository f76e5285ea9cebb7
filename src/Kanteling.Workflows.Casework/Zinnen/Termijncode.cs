namespace Kanteling.Workflows.Casework;

/// <summary></summary>
public static class Termijncode
{
    [Tekst("De termijn is {0} ({1}).")]
    public const string TermijnDuur = "TERMIJN_DUUR";

    [Tekst("De termijn begint op de dag na {0}. De laatste dag is dan {1}.")]
    public const string TermijnBegin = "TERMIJN_BEGIN";

    [Tekst("De uren tellen vanaf het moment zelf, ook in het weekend en op feestdagen.")]
    public const string TermijnUren = "TERMIJN_UREN";

    [Tekst("We tellen terug vanaf {0}. Dan komen we uit op {1}.")]
    public const string TermijnTerug = "TERMIJN_TERUG";

    [Tekst("Een termijn die terugtelt, schuift niet op (Algemene termijnenwet, artikel 1, tweede lid).")]
    public const string TermijnTerugSchuiftNiet = "TERMIJN_TERUG_SCHUIFT_NIET";

    [Tekst("{0} valt in het weekend.")]
    public const string TermijnWeekend = "TERMIJN_WEEKEND";

    [Tekst("{0} is {1}.")]
    public const string TermijnFeestdag = "TERMIJN_FEESTDAG";

    [Tekst("{0} telt als een feestdag ({1}).")]
    public const string TermijnGelijkgesteld = "TERMIJN_GELIJKGESTELD";

    [Tekst("Daarom is de laatste dag {0} (Algemene termijnenwet, artikel 1).")]
    public const string TermijnSchuift = "TERMIJN_SCHUIFT";

    [Tekst("In een termijn van 3 dagen of meer zitten altijd 2 werkdagen. Daarom is de laatste dag {0} (Algemene termijnenwet, artikel 2).")]
    public const string TermijnTweeWerkdagen = "TERMIJN_TWEE_WERKDAGEN";

    [Tekst("Dat is een gewone werkdag. De laatste dag blijft {0}.")]
    public const string TermijnBlijft = "TERMIJN_BLIJFT";

    [Tekst("Deze termijn schuift niet op door een weekend of feestdag. De Algemene termijnenwet geldt niet voor een termijn van {0} (artikel 4).")]
    public const string TermijnAtwTeLang = "TERMIJN_ATW_TE_LANG";

    [Tekst("Deze termijn schuift niet op door een weekend of feestdag. De wet sluit dat uit ({0}).")]
    public const string TermijnAtwUitgesloten = "TERMIJN_ATW_UITGESLOTEN";

    [Tekst("Voor {0} weten we nog niet welke extra dagen als feestdag tellen. De laatste dag kan nog veranderen.")]
    public const string TermijnKalenderOnbekend = "TERMIJN_KALENDER_ONBEKEND";

    [Tekst("De klok staat stil vanaf {0}: {1}. De laatste dag is pas bekend als de klok weer loopt.")]
    public const string KlokStaatStil = "KLOK_STAAT_STIL";

    [Tekst("De klok stond {0} stil, vanaf {1} tot {2}: {3}.")]
    public const string KlokStondStil = "KLOK_STOND_STIL";

    [Tekst("Door het stilstaan is de laatste dag nu {0}.")]
    public const string KlokSchuift = "KLOK_SCHUIFT";

    [Tekst("Deze termijn kan niet stilstaan: {0} ({1}).")]
    public const string KlokNietOpschortbaar = "KLOK_NIET_OPSCHORTBAAR";

    [Tekst("De klok staat al stil om deze reden, vanaf {0}.")]
    public const string KlokAlOpgeschort = "KLOK_AL_OPGESCHORT";

    [Tekst("De klok kan niet stilstaan vanaf {0}. De termijn begint pas na {1}.")]
    public const string KlokOpschortingVoorBegin = "KLOK_OPSCHORTING_VOOR_BEGIN";

    [Tekst("De klok kan niet stilstaan vanaf {0}. De laatste dag was {1}.")]
    public const string KlokOpschortingNaEinde = "KLOK_OPSCHORTING_NA_EINDE";

    [Tekst("De klok kan niet weer lopen op {0}. De klok staat stil vanaf {1}.")]
    public const string KlokOpschortingOmgekeerd = "KLOK_OPSCHORTING_OMGEKEERD";

    [Tekst("De klok staat niet stil om deze reden: {0}.")]
    public const string KlokNietOpgeschort = "KLOK_NIET_OPGESCHORT";

    [Tekst("we wachten op een aanvulling van de aanvraag (Awb, artikel 4:5 en 4:15, eerste lid)")]
    public const string GrondAanvulling = "GROND_AANVULLING";

    [Tekst("we wachten op informatie uit het buitenland (Awb, artikel 4:15, eerste lid)")]
    public const string GrondInlichtingenBuitenland = "GROND_INLICHTINGEN_BUITENLAND";

    [Tekst("de aanvrager vindt uitstel goed en heeft dat geschreven (Awb, artikel 4:15, tweede lid, onder a)")]
    public const string GrondInstemming = "GROND_INSTEMMING";

    [Tekst("de vertraging komt door de aanvrager (Awb, artikel 4:15, tweede lid, onder b)")]
    public const string GrondAanvrager = "GROND_AANVRAGER";

    [Tekst("er is overmacht (Awb, artikel 4:15, tweede lid, onder c)")]
    public const string GrondOvermacht = "GROND_OVERMACHT";

    [Tekst("We weten tot en met {0} welke extra dagen als feestdag tellen. Vul de kalender aan als er een nieuw koninklijk besluit is (Algemene termijnenwet, artikel 3, derde lid).")]
    public const string KalenderLooptAf = "KALENDER_LOOPT_AF";

    [Tekst("Dit is geen kalender die we kunnen lezen: {0}.")]
    public const string KalenderOnleesbaar = "KALENDER_ONLEESBAAR";

    [Tekst("De kalender heeft geen versie. Een versie is een heel getal vanaf 1.")]
    public const string KalenderVersieOntbreekt = "KALENDER_VERSIE_ONTBREEKT";

    [Tekst("De kalender zegt niet goed voor welke jaren de extra dagen bekend zijn.")]
    public const string KalenderJarenOngeldig = "KALENDER_JAREN_ONGELDIG";

    [Tekst("Regel {0} van \"{1}\" is geen dag. Schrijf een datum en een omschrijving.")]
    public const string KalenderDagOngeldig = "KALENDER_DAG_ONGELDIG";

    [Tekst("De dag {0} staat twee keer in \"{1}\".")]
    public const string KalenderDagDubbel = "KALENDER_DAG_DUBBEL";

    [Tekst("De termijn \"{0}\" loopt nu niet. Er is geen laatste dag.")]
    public const string TermijnLooptNiet = "TERMIJN_LOOPT_NIET";

    [Tekst("Is er op {0} nog geen besluit, dan betaalt de gemeente vanaf de volgende dag een dwangsom (Awb, artikel 4:17).")]
    public const string TermijnIngebrekestelling = "TERMIJN_INGEBREKESTELLING";

    [Tekst("Op {0} begint de ondersteuning weer.")]
    public const string TermijnHervatten = "TERMIJN_HERVATTEN";

    [Tekst("We begrijpen deze termijn niet: \"{0}\".")]
    public const string TaaktermijnOnbekend = "TAAKTERMIJN_ONBEKEND";

    [Tekst("De gemeente wil dit binnen {0} werkdagen doen. Dat is uiterlijk {1}.")]
    public const string TaaktermijnWerkdagen = "TAAKTERMIJN_WERKDAGEN";

    [Tekst("De gemeente wil dit binnen {0} dagen doen. Dat is uiterlijk {1}.")]
    public const string TaaktermijnDagen = "TAAKTERMIJN_DAGEN";

    [Tekst("Iemand koos deze dag: uiterlijk {0}.")]
    public const string TaaktermijnDatum = "TAAKTERMIJN_DATUM";

    [Tekst("Is er dan nog geen verslag, dan mag de inwoner meteen een aanvraag doen (Wmo 2015, artikel 2.3.2, negende lid).")]
    public const string TermijnOnderzoekGevolg = "TERMIJN_ONDERZOEK_GEVOLG";

    [Tekst("Is er dan nog geen besluit, dan kan de inwoner de gemeente in gebreke stellen (Awb, artikel 4:17).")]
    public const string TermijnBeschikkingGevolg = "TERMIJN_BESCHIKKING_GEVOLG";

    [Tekst("Tot en met die dag kan de inwoner bezwaar maken.")]
    public const string TermijnBezwaarGevolg = "TERMIJN_BEZWAAR_GEVOLG";

    [Tekst("Op {0} kijken we samen of het helpt en of het lichter kan (P25, A2).")]
    public const string TermijnEvaluatie = "TERMIJN_EVALUATIE";

    [Tekst("Op {0} vragen we of het nog klopt. Niet of het lichter kan (A3).")]
    public const string TermijnHerzien = "TERMIJN_HERZIEN";

    [Tekst("Dan kijken we opnieuw wat er nodig is, want het besluit loopt tot en met {0} (Wmo 2015, artikel 2.3.9).")]
    public const string TermijnHeronderzoek = "TERMIJN_HERONDERZOEK";

    [Tekst("Het besluit loopt tot en met {0}. Het duurt maar kort; daarom kijken we halverwege opnieuw: {1} (Wmo 2015, artikel 2.3.9).")]
    public const string TermijnHeronderzoekHelft = "TERMIJN_HERONDERZOEK_HELFT";

    [Tekst("De indicatie loopt af op {0}, en het nieuwe besluit is er nog niet.")]
    public const string TermijnAfloop = "TERMIJN_AFLOOP";

    [Tekst("Dit is een streeftermijn van de gemeente. De wet noemt hier geen termijn.")]
    public const string TermijnStreefGevolg = "TERMIJN_STREEF_GEVOLG";

    [Tekst("De laatste dag is {0}.")]
    public const string TermijnEinde = "TERMIJN_EINDE";
}
