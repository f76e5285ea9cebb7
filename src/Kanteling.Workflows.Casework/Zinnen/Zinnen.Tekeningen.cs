using System.Collections.Frozen;

namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>
    /// What is found in a drawing. These stand apart: some of these codes are also a refusal of the engine, with other arguments.
    /// The step and its place go before the sentence (<see cref="Tekeningzin"/>).
    /// </summary>
    static readonly FrozenDictionary<string, string> Tekening = new Dictionary<string, string>
    {
        ["DEFINITION_NOT_JSON"] = "Dit is geen leesbare tekening. Het gaat mis op regel {0}, plaats {1}.",
        ["DEFINITION_TOO_LARGE"] = "Deze tekening is te groot. Er passen {1} {0} in.",
        ["DEFINITION_TOO_DEEP"] = "Er zitten te veel lagen in elkaar ({0}). De grens is {1}.",
        ["DEFINITION_ID_MISSING"] = "De tekening heeft geen id.",
        ["DEFINITION_VERSION_INVALID"] = "De versie {0} is geen heel getal vanaf 0.",
        ["DEFINITION_ROOT_MISSING"] = "De tekening is leeg: er is geen plaat om op te tekenen.",
        ["ACTIVITY_ID_MISSING"] = "Een stap heeft geen id, bij {0}.",
        ["ACTIVITY_ID_TOO_LONG"] = "De id van deze stap is te lang. Gebruik niet meer dan {0} tekens.",
        ["ACTIVITY_TYPE_MISSING"] = "Een stap heeft geen soort, bij {0}.",
        ["ACTIVITY_ID_DUPLICATE"] = "Deze id staat twee keer in de tekening. Maak de stap opnieuw.",
        ["CONNECTION_UNREADABLE"] = "Pijl {0} is niet te lezen.",
        ["VARIABLE_NAMELESS"] = "Variabele {0} heeft geen naam.",
        ["ACTIVATION_STRATEGY_UNKNOWN"] = "De manier van beginnen ‘{0}’ kennen we niet. Er kan altijd een nieuwe beginnen.",
        ["ACTIVITY_UNKNOWN"] = "Dit programma kent de soort stap ‘{0}’ (versie {1}) niet.",
        ["EXPRESSION_NOT_EXECUTABLE"] = "‘{0}’ is geschreven als {1}. Dat voeren we hier niet uit. Gebruik een vaste waarde, een variabele of FEEL.",
        ["EXPRESSION_INVALID"] = "‘{0}’ klopt niet, op plaats {2}. {1}",
        ["INPUT_REQUIRED"] = "Vul ‘{0}’ in.",
        ["INPUT_UNKNOWN"] = "‘{0}’ verwijst naar de invoer ‘{1}’. Die heeft deze werkstroom niet.",
        ["TOKEN_MODE_UNSUPPORTED"] = "Deze tekening vraagt om uitvoeren met tokens. Dat kan hier niet.",
        ["BACKWARD_CONNECTION_INVALID"] = "De pijl ‘{1}’ terug naar ‘{2}’ kan niet: er is ook een andere weg hierheen die daar niet langs komt.",
        ["CONNECTION_TO_UNKNOWN_ACTIVITY"] = "De pijl ‘{1}’ van ‘{0}’ naar ‘{2}’ hangt los: een van beide stappen is er niet.",
        ["CONNECTION_DUPLICATE"] = "De pijl ‘{1}’ naar ‘{2}’ staat er twee keer.",
        ["PORT_UNKNOWN"] = "Er vertrekt een pijl bij ‘{0}’. Die uitgang is er niet. Er is: {1}.",
        ["ACTIVITY_UNREACHABLE"] = "Hier komt niemand: er leidt geen pijl heen.",
        ["DEAD_END"] = "Bij ‘{0}’ loopt het dood. Trek een pijl naar wat er dan gebeurt, of naar een einde.",
        ["JOIN_NEVER_FIRES"] = "Hier wordt op twee takken gewacht die elkaar uitsluiten: ‘{1}’ en ‘{2}’ van ‘{0}’. Er gaat dus nooit iets verder.",
        ["JOIN_MODE_NOT_FIXED"] = "Kies bij ‘Waarop wachten?’ een vaste waarde. ‘{0}’ kan niet.",
        ["RACE_WITHOUT_WAIT_ANY"] = "‘{0}’ en ‘{1}’ wachten allebei. Zo gaat het pas verder als beide klaar zijn. Wilt u wie het eerst komt, zet er dan een samenkomst tussen.",
        ["VARIABLE_UNKNOWN"] = "‘{0}’ verwijst naar de variabele ‘{1}’. Die is er niet.",
        ["TRIGGER_CLASH"] = "Dit begint op hetzelfde als ‘{0}’. Kies een van de twee.",
        ["TRIGGER_TAKEN"] = "De gepubliceerde werkstroom ‘{0}’ begint hier ook op.",
        ["TOO_MANY_TRIGGERS"] = "Er zijn te veel plekken waar deze werkstroom vanzelf begint. De grens is {0}.",
        ["LOOP_WITHOUT_WAIT"] = "Dit draait rond zonder ergens te wachten: {0}.",
        ["CRON_INVALID"] = "Het tijdschema ‘{0}’ klopt niet. Gebruik zes velden, met de seconden vooraan.",
        ["TIME_INVALID"] = "‘{0}’: ‘{1}’ is geen tijd of duur. Gebruik bijvoorbeeld P3D.",
        ["FLOW_NOT_PUBLISHED"] = "De werkstroom {0} is niet gepubliceerd.",
        ["FLOW_WITHIN_ITSELF"] = "Via ‘{0}’ begint deze werkstroom zichzelf, en wacht daarop. Dat houdt nooit op.",
        ["FLOWS_TOO_DEEP"] = "Er zitten te veel werkstromen in elkaar. De grens is {0}.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code of a drawing that has a sentence.</summary>
    public static IReadOnlyCollection<string> TekeningCodes => Tekening.Keys;

    /// <summary>What was found in a drawing; a code that is not of a drawing has its sentence elsewhere.</summary>
    internal static string VanTekening(string code, IReadOnlyList<string> argumenten) =>
        Tekening.TryGetValue(code, out var tekst) ? Plaatshouder().Replace(tekst, plek => Argument(argumenten, plek.ValueSpan[1] - '0')) : Voor(code, argumenten);

    /// <summary>What is wrong with an expression.</summary>
    /// <param name="detail">The arguments of its code, as the engine joins them.</param>
    internal static string VanUitdrukking(string code, string detail) => code switch
    {
        "JSON_INVALID" => "Dit is geen leesbare JSON.",
        _ => Voor(code, detail.Split(", ")),
    };
}
