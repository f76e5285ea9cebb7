using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests;

/// <summary>What is found in a drawing is said in Dutch, with the words of the drawing.</summary>
public partial class TekeningzinTests
{
    static readonly ActivityCatalogue Catalogus = new(new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle]).Descriptors);

    static WorkflowDefinition Tekening() => DefinitionJson.Read(new JsonObject
    {
        ["definitionId"] = "proef", ["version"] = 1, ["name"] = "Proef",
        ["root"] = new JsonObject
        {
            ["id"] = "plaat", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["connections"] = new JsonArray(),
            ["activities"] = new JsonArray(Stap("a", "Kanteling.Keukentafelgesprek", "Keukentafelgesprek"), Stap("b", "Elsa.FlowDecision", "Is er haast?"), Stap("c", "Elsa.If", "Als het kan", Stap("d", "Elsa.Delay", "Even rust"))),
        },
    }).Definition!;

    static JsonObject Stap(string id, string type, string tekst, JsonObject? dan = null)
    {
        var stap = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = tekst } };
        if (dan is not null)
            stap["then"] = dan;
        return stap;
    }

    static string Zin(string code, string? stap, params string[] argumenten) => Tekeningzin.Van(new Finding(code, FindingSeverity.Error, stap is { } text ? new ActivityId(text) : null, argumenten), Tekening(), Catalogus);

    [Fact]
    public void Every_code_of_a_drawing_has_a_sentence_and_no_sentence_is_left_over() =>
        Tekeningzinnen.Codes.ShouldBe(FindingCode.All, ignoreOrder: true);

    [Fact]
    public void Every_sentence_names_the_step_fills_its_places_and_shows_no_code()
    {
        foreach (var code in FindingCode.All)
        {
            var zin = Zin(code, "a", "a", "b", "c", "d");
            zin.ShouldStartWith("Stap ‘Keukentafelgesprek’: ");
            zin.ShouldNotContain(code);
            Openstaand().IsMatch(zin).ShouldBeFalse(zin);
            Tekeningzin.Van(new Finding(code, FindingSeverity.Error, null, []), null, null).ShouldNotContain(code);
        }
    }

    [Fact]
    public void Steps_inputs_and_ports_are_called_what_they_are_called_in_the_designer()
    {
        Zin(FindingCode.InputRequired, "b", "Condition").ShouldBe("Stap ‘Is er haast?’: Vul ‘Voorwaarde’ in.");
        Zin(FindingCode.DeadEnd, "b", "True").ShouldStartWith("Stap ‘Is er haast?’: Bij ‘Ja’ loopt het dood.");
        Zin(FindingCode.RaceWithoutWaitAny, "b", "a", "c").ShouldContain("‘Keukentafelgesprek’ en ‘Als het kan’ wachten allebei.");
        Zin(FindingCode.TimeInvalid, "d", "timeSpan", "morgen").ShouldBe("Stap ‘Even rust’ (in ‘Als het kan’): ‘Hoe lang?’: ‘morgen’ is geen tijd of duur. Gebruik bijvoorbeeld P3D.");
        Zin(FindingCode.ExpressionInvalid, "b", "condition", "FEEL_UNKNOWN_NAME", "5", "inkomen").ShouldBe("Stap ‘Is er haast?’: ‘Voorwaarde’ klopt niet, op plaats 5. De naam \"inkomen\" bestaat hier niet.");
        Zin(FindingCode.TokenModeUnsupported, null).ShouldBe("Deze tekening vraagt om uitvoeren met tokens. Dat kan hier niet.");
        Zin(FindingCode.ActivityUnreachable, "weg").ShouldStartWith("Stap ‘weg’: ");
        Zin("MOGELIJK_ID_DUBBEL", null, "bezwaar").ShouldBe("Altijd mogelijk: \"bezwaar\" staat er twee keer.");
    }

    [Fact]
    public void Every_mistake_in_an_expression_is_explained()
    {
        foreach (var code in typeof(FeelErrorCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).Append("JSON_INVALID"))
            Zin(FindingCode.ExpressionInvalid, "b", "condition", code, "1", "een, twee, drie, vier").ShouldNotContain(code);
    }

    [Fact]
    public void Every_activity_that_runs_here_is_described_in_Dutch()
    {
        foreach (var descriptor in new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle]).Descriptors)
        {
            var dutch = Elsawoorden.InHetNederlands(descriptor);
            var words = new[] { dutch.DisplayName, dutch.Category, dutch.Description }.Concat(dutch.Inputs.SelectMany(i => new[] { i.DisplayName, i.Description })).Concat(dutch.Outputs.Select(o => o.DisplayName));
            words.ShouldAllBe(w => w.Length > 0, descriptor.Type);
            if (descriptor.Type.StartsWith("Elsa.", StringComparison.Ordinal))
                dutch.Inputs.Zip(descriptor.Inputs).ShouldAllBe(pair => pair.First.Description != pair.Second.Description, descriptor.Type);
        }
    }

    [GeneratedRegex(@"\{[0-9]\}|…")]
    private static partial Regex Openstaand();
}
