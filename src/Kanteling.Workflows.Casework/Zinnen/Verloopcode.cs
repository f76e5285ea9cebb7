namespace Kanteling.Workflows.Casework;

/// <summary>Looking at how flows ran, and trying a drawing.</summary>
public static class Verloopcode
{
    [Tekst("We kennen dit verloop niet.")]
    public const string VerloopOnbekend = "VERLOOP_ONBEKEND";

    [Tekst("Wat er gebeurde, blijft bewaard. Dat vraagt de Archiefwet. Ook een proef gaat niet weg: die staat buiten alle lijsten en cijfers.")]
    public const string VerloopBlijftBewaard = "VERLOOP_BLIJFT_BEWAARD";

    [Tekst("Een verloop kan hier niet worden overgezet. Het hoort bij een huishouden.")]
    public const string VerloopNietOverTeZetten = "VERLOOP_NIET_OVER_TE_ZETTEN";

    [Tekst("Hier kunt u alleen een proef stoppen. De werkstroom van een huishouden stopt u bij dat huishouden.")]
    public const string VerloopStoptInHuishouden = "VERLOOP_STOPT_IN_HUISHOUDEN";

    [Tekst("Deze tekening kan nog niet worden geprobeerd.")]
    public const string ProefNietMogelijk = "PROEF_NIET_MOGELIJK";

    [Tekst("Een proef begint zonder huishouden. Probeer een werkstroom die met een melding of een signaal begint.")]
    public const string ProefZonderHuishouden = "PROEF_ZONDER_HUISHOUDEN";

    [Tekst("Deze stap staat niet in deze tekening.")]
    public const string StapOnbekend = "STAP_ONBEKEND";
}
