namespace Kanteling.Workflows.Casework;

/// <summary>Why a term, a clock or a calendar is not taken as it is. How a day was computed is told by <see cref="Uitlegcode"/>.</summary>
public static class Termijncode
{
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

    [Tekst("We begrijpen deze termijn niet: \"{0}\".")]
    public const string TaaktermijnOnbekend = "TAAKTERMIJN_ONBEKEND";
}
