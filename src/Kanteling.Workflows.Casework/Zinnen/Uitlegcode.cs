namespace Kanteling.Workflows.Casework;

/// <summary>
/// How a day was computed. These codes are stored with their arguments and become a sentence when somebody reads them, so each
/// place names the kind that stands there (<see cref="Plaats"/>): only kinds that the engine has, and none of them is text.
/// </summary>
public static class Uitlegcode
{
    [Tekst("De termijn is {0:woord} ({1:woord}).")]
    public const string TermijnDuur = "TERMIJN_DUUR";

    [Tekst("De termijn begint op de dag na {0:dag}. De laatste dag is dan {1:dag}.")]
    public const string TermijnBegin = "TERMIJN_BEGIN";

    [Tekst("De uren tellen vanaf het moment zelf, ook in het weekend en op feestdagen.")]
    public const string TermijnUren = "TERMIJN_UREN";

    [Tekst("We tellen terug vanaf {0:dag}. Dan komen we uit op {1:dag}.")]
    public const string TermijnTerug = "TERMIJN_TERUG";

    [Tekst("Een termijn die terugtelt, schuift niet op (Algemene termijnenwet, artikel 1, tweede lid).")]
    public const string TermijnTerugSchuiftNiet = "TERMIJN_TERUG_SCHUIFT_NIET";

    [Tekst("{0:dag} valt in het weekend.")]
    public const string TermijnWeekend = "TERMIJN_WEEKEND";

    [Tekst("{0:dag} is {1:woord}.")]
    public const string TermijnFeestdag = "TERMIJN_FEESTDAG";

    [Tekst("{0:dag} telt als een feestdag{0:omschrijving}.")]
    public const string TermijnGelijkgesteld = "TERMIJN_GELIJKGESTELD";

    [Tekst("Daarom is de laatste dag {0:dag} (Algemene termijnenwet, artikel 1).")]
    public const string TermijnSchuift = "TERMIJN_SCHUIFT";

    [Tekst("In een termijn van 3 dagen of meer zitten altijd 2 werkdagen. Daarom is de laatste dag {0:dag} (Algemene termijnenwet, artikel 2).")]
    public const string TermijnTweeWerkdagen = "TERMIJN_TWEE_WERKDAGEN";

    [Tekst("Dat is een gewone werkdag. De laatste dag blijft {0:dag}.")]
    public const string TermijnBlijft = "TERMIJN_BLIJFT";

    [Tekst("Deze termijn schuift niet op door een weekend of feestdag. De Algemene termijnenwet geldt niet voor een termijn van {0:woord} (artikel 4).")]
    public const string TermijnAtwTeLang = "TERMIJN_ATW_TE_LANG";

    [Tekst("Deze termijn schuift niet op door een weekend of feestdag. De wet sluit dat uit ({0:woord}).")]
    public const string TermijnAtwUitgesloten = "TERMIJN_ATW_UITGESLOTEN";

    [Tekst("Voor {0:getal} weten we nog niet welke extra dagen als feestdag tellen. De laatste dag kan nog veranderen.")]
    public const string TermijnKalenderOnbekend = "TERMIJN_KALENDER_ONBEKEND";

    [Tekst("De klok staat stil vanaf {0:dag}: {1:woord}. De laatste dag is pas bekend als de klok weer loopt.")]
    public const string KlokStaatStil = "KLOK_STAAT_STIL";

    [Tekst("De klok stond {0:getal dag|dagen} stil, vanaf {1:dag} tot {2:dag}: {3:woord}.")]
    public const string KlokStondStil = "KLOK_STOND_STIL";

    [Tekst("Door het stilstaan is de laatste dag nu {0:dag}.")]
    public const string KlokSchuift = "KLOK_SCHUIFT";

    [Tekst("Is er op {0:dag} nog geen besluit, dan betaalt de gemeente vanaf de volgende dag een dwangsom (Awb, artikel 4:17).")]
    public const string TermijnIngebrekestelling = "TERMIJN_INGEBREKESTELLING";

    [Tekst("Op {0:dag} begint de ondersteuning weer.")]
    public const string TermijnHervatten = "TERMIJN_HERVATTEN";

    [Tekst("De gemeente wil dit binnen {0:getal werkdag|werkdagen} doen. Dat is uiterlijk {1:dag}.")]
    public const string TaaktermijnWerkdagen = "TAAKTERMIJN_WERKDAGEN";

    [Tekst("De gemeente wil dit binnen {0:getal dag|dagen} doen. Dat is uiterlijk {1:dag}.")]
    public const string TaaktermijnDagen = "TAAKTERMIJN_DAGEN";

    [Tekst("Iemand koos deze dag: uiterlijk {0:dag}.")]
    public const string TaaktermijnDatum = "TAAKTERMIJN_DATUM";

    [Tekst("Is er dan nog geen verslag, dan mag de inwoner meteen een aanvraag doen (Wmo 2015, artikel 2.3.2, negende lid).")]
    public const string TermijnOnderzoekGevolg = "TERMIJN_ONDERZOEK_GEVOLG";

    [Tekst("Is er dan nog geen besluit, dan kan de inwoner de gemeente in gebreke stellen (Awb, artikel 4:17).")]
    public const string TermijnBeschikkingGevolg = "TERMIJN_BESCHIKKING_GEVOLG";

    [Tekst("Tot en met die dag kan de inwoner bezwaar maken.")]
    public const string TermijnBezwaarGevolg = "TERMIJN_BEZWAAR_GEVOLG";

    [Tekst("Op {0:dag} kijken we samen of het helpt en of het lichter kan.")]
    public const string TermijnEvaluatie = "TERMIJN_EVALUATIE";

    [Tekst("Op {0:dag} vragen we of het nog klopt. Niet of het lichter kan.")]
    public const string TermijnHerzien = "TERMIJN_HERZIEN";

    [Tekst("Dan kijken we opnieuw wat er nodig is, want het besluit loopt tot en met {0:dag} (Wmo 2015, artikel 2.3.9).")]
    public const string TermijnHeronderzoek = "TERMIJN_HERONDERZOEK";

    [Tekst("Het besluit loopt tot en met {0:dag}. Het duurt maar kort; daarom kijken we halverwege opnieuw: {1:dag} (Wmo 2015, artikel 2.3.9).")]
    public const string TermijnHeronderzoekHelft = "TERMIJN_HERONDERZOEK_HELFT";

    [Tekst("De indicatie loopt af op {0:dag}, en het nieuwe besluit is er nog niet.")]
    public const string TermijnAfloop = "TERMIJN_AFLOOP";

    [Tekst("Dit is een streeftermijn van de gemeente. De wet noemt hier geen termijn.")]
    public const string TermijnStreefGevolg = "TERMIJN_STREEF_GEVOLG";

    [Tekst("De laatste dag is {0:dag}.")]
    public const string TermijnEinde = "TERMIJN_EINDE";

    [Tekst("Herinnering, {0:getal dag|dagen} voor de laatste dag.")]
    public const string TaakHerinnering = "TAAK_HERINNERING";
}
