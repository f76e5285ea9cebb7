namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>Looking at how flows ran, and trying a drawing.</summary>
    static (string Code, string Tekst)[] Verlopen =>
    [
        ("VERLOOP_ONBEKEND", "We kennen dit verloop niet."),
        ("VERLOOP_BLIJFT_BEWAARD", "Wat er gebeurde, blijft bewaard. Dat vraagt de Archiefwet. Ook een proef gaat niet weg: die staat buiten alle lijsten en cijfers."),
        ("VERLOOP_NIET_OVER_TE_ZETTEN", "Een verloop kan hier niet worden overgezet. Het hoort bij een huishouden."),
        ("VERLOOP_STOPT_IN_HUISHOUDEN", "Hier kunt u alleen een proef stoppen. De werkstroom van een huishouden stopt u bij dat huishouden."),
        ("PROEF_NIET_MOGELIJK", "Deze tekening kan nog niet worden geprobeerd."),
        ("PROEF_ZONDER_HUISHOUDEN", "Een proef begint zonder huishouden. Probeer een werkstroom die met een melding of een signaal begint."),
        ("STAP_ONBEKEND", "Deze stap staat niet in deze tekening."),
    ];
}
