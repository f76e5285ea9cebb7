using System.Collections.Frozen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>The sentences of findings in a drawing.</summary>
public static class Tekeningzinnen
{
    /// <summary>
    /// What is found in a drawing. These stand apart: some of these codes are also a refusal of the engine, with other arguments.
    /// The step and its place go before the sentence (<see cref="Tekeningzin"/>).
    /// </summary>
    static readonly FrozenDictionary<string, string> Tekening = new Dictionary<string, string>
    {
        [FindingCode.DefinitionNotJson] = "Dit is geen leesbare tekening. Het gaat mis op regel {0}, plaats {1}.",
        [FindingCode.DefinitionTooLarge] = "Deze tekening is te groot. Er passen {1} {0} in.",
        [FindingCode.DefinitionTooDeep] = "Er zitten te veel lagen in elkaar ({0}). De grens is {1}.",
        [FindingCode.DefinitionIdMissing] = "De tekening heeft geen id.",
        [FindingCode.DefinitionVersionInvalid] = "De versie {0} is geen heel getal vanaf 0.",
        [FindingCode.DefinitionRootMissing] = "De tekening is leeg: er is geen plaat om op te tekenen.",
        [FindingCode.ActivityIdMissing] = "Een stap heeft geen id, bij {0}.",
        [FindingCode.ActivityIdTooLong] = "De id van deze stap is te lang. Gebruik niet meer dan {0} tekens.",
        [FindingCode.ActivityTypeMissing] = "Een stap heeft geen soort, bij {0}.",
        [FindingCode.ActivityIdDuplicate] = "Deze id staat twee keer in de tekening. Maak de stap opnieuw.",
        [FindingCode.ConnectionUnreadable] = "Pijl {0} is niet te lezen.",
        [FindingCode.VariableNameless] = "Variabele {0} heeft geen naam.",
        [FindingCode.ActivationStrategyUnknown] = "De manier van beginnen ‘{0}’ kennen we niet. Er kan altijd een nieuwe beginnen.",
        [FindingCode.ActivityUnknown] = "Dit programma kent de soort stap ‘{0}’ (versie {1}) niet.",
        [FindingCode.ExpressionNotExecutable] = "‘{0}’ is geschreven als {1}. Dat voeren we hier niet uit. Gebruik een vaste waarde, een variabele of FEEL.",
        [FindingCode.ExpressionInvalid] = "‘{0}’ klopt niet, op plaats {2}. {1}",
        [FindingCode.InputRequired] = "Vul ‘{0}’ in.",
        [FindingCode.InputNotFixed] = "Schrijf bij ‘{0}’ zelf op wat er komt te staan. Het blijft altijd bewaard, en mag dus niet uit gegevens van mensen komen.",
        [FindingCode.InputUnknown] = "‘{0}’ verwijst naar de invoer ‘{1}’. Die heeft deze werkstroom niet.",
        [FindingCode.TokenModeUnsupported] = "Deze tekening vraagt om uitvoeren met tokens. Dat kan hier niet.",
        [FindingCode.BackwardConnectionInvalid] = "De pijl ‘{1}’ terug naar ‘{2}’ kan niet: er is ook een andere weg hierheen die daar niet langs komt.",
        [FindingCode.ConnectionToUnknownActivity] = "De pijl ‘{1}’ van ‘{0}’ naar ‘{2}’ hangt los: een van beide stappen is er niet.",
        [FindingCode.ConnectionDuplicate] = "De pijl ‘{1}’ naar ‘{2}’ staat er twee keer.",
        [FindingCode.PortUnknown] = "Er vertrekt een pijl bij ‘{0}’. Die uitgang is er niet. Er is: {1}.",
        [FindingCode.ActivityUnreachable] = "Hier komt niemand: er leidt geen pijl heen.",
        [FindingCode.DeadEnd] = "Bij ‘{0}’ loopt het dood. Trek een pijl naar wat er dan gebeurt, of naar een einde.",
        [FindingCode.JoinNeverFires] = "Hier wordt op twee takken gewacht die elkaar uitsluiten: ‘{1}’ en ‘{2}’ van ‘{0}’. Er gaat dus nooit iets verder.",
        [FindingCode.JoinModeNotFixed] = "Kies bij ‘Waarop wachten?’ een vaste waarde. ‘{0}’ kan niet.",
        [FindingCode.RaceWithoutWaitAny] = "‘{0}’ en ‘{1}’ wachten allebei. Zo gaat het pas verder als beide klaar zijn. Wilt u wie het eerst komt, zet er dan een samenkomst tussen.",
        [FindingCode.VariableUnknown] = "‘{0}’ verwijst naar de variabele ‘{1}’. Die is er niet.",
        [FindingCode.TriggerClash] = "Dit begint op hetzelfde als ‘{0}’. Kies een van de twee.",
        [FindingCode.TriggerTaken] = "De gepubliceerde werkstroom ‘{0}’ begint hier ook op.",
        [FindingCode.TriggerTooOften] = "Met ‘{0}’ begint deze werkstroom vaker dan één keer per uur. Kies een duur van een uur of langer, of een tijdschema met één minuut en één seconde.",
        [FindingCode.TooManyTriggers] = "Er zijn te veel plekken waar deze werkstroom vanzelf begint. De grens is {0}.",
        [FindingCode.LoopWithoutWait] = "Dit draait rond zonder ergens te wachten: {0}.",
        [FindingCode.CronInvalid] = "Het tijdschema ‘{0}’ klopt niet. Gebruik zes velden, met de seconden vooraan.",
        [FindingCode.TimeInvalid] = "‘{0}’: ‘{1}’ is geen tijd of duur. Gebruik bijvoorbeeld P3D.",
        [FindingCode.FlowNotPublished] = "De werkstroom {0} is niet gepubliceerd.",
        [FindingCode.FlowWithinItself] = "Via ‘{0}’ begint deze werkstroom zichzelf, en wacht daarop. Dat houdt nooit op.",
        [FindingCode.FlowsTooDeep] = "Er zitten te veel werkstromen in elkaar. De grens is {0}.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code of a drawing that has a sentence.</summary>
    public static IReadOnlyCollection<string> Codes => Tekening.Keys;

    /// <summary>What was found in a drawing; a code that is not of a drawing has its sentence elsewhere.</summary>
    internal static string Van(string code, IReadOnlyList<string> argumenten) =>
        Tekening.TryGetValue(code, out var tekst) ? Zinnen.Ingevuld(tekst, argumenten) : Zinnen.Voor(code, argumenten);

    /// <summary>What is wrong with an expression.</summary>
    /// <param name="detail">The arguments of its code, as the engine joins them.</param>
    internal static string VanUitdrukking(string code, string detail) => code switch
    {
        "JSON_INVALID" => "Dit is geen leesbare JSON.",
        _ => Zinnen.Voor(code, detail.Split(", ")),
    };
}
