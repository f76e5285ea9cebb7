using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Pages.Studio;
using Kanteling.Workflows.Zaken;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What changed in a drawing, as whoever approves it reads it.</summary>
public sealed class TekeningverschilTests
{
    static readonly Tekeningverschil Verschil = new(new ActivityCatalogue(Motor.Soorten.Descriptors));

    static JsonObject Drawing() => (JsonObject)JsonNode.Parse("""
        {"definitionId":"d","id":"d-1","name":"Bellen","version":1,"inputs":[{"name":"wie","type":"String"}],
         "root":{"id":"fc","type":"Elsa.Flowchart","version":1,"activities":[
            {"id":"a","type":"Elsa.Start","version":1,"metadata":{"displayText":"Begin"}},
            {"id":"b","type":"Elsa.FlowDecision","version":1,"condition":{"typeName":"Boolean","expression":{"type":"FEEL","value":"keer > 3"}},"metadata":{"displayText":"Vaak genoeg?"}},
            {"id":"c","type":"Elsa.End","version":1,"metadata":{"displayText":"Klaar"}}],
          "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}},{"source":{"activity":"b","port":"True"},"target":{"activity":"c","port":"In"}}]}}
        """)!;

    static JsonArray Steps(JsonObject drawing) => (JsonArray)drawing["root"]!["activities"]!;

    [Fact]
    public void What_only_moved_or_was_written_down_otherwise_is_no_change()
    {
        var after = Drawing();
        Steps(after)[0]!["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 400, ["y"] = 10 } };
        Steps(after)[1]!["condition"]!["memoryReference"] = null;
        Steps(after)[1]!["customProperties"] = new JsonObject { ["canStartWorkflow"] = false };
        after["inputs"]![0]!["storageDriverType"] = null;
        after["outputs"] = new JsonArray();
        Verschil.Van(Drawing(), after).ShouldBeEmpty();
    }

    [Fact]
    public void Steps_inputs_and_ways_are_told_in_words()
    {
        var after = Drawing();
        Steps(after)[1]!["condition"]!["expression"]!["value"] = "keer > 5";
        Steps(after)[2]!["metadata"]!["displayText"] = "Afgerond";
        Steps(after).Add(JsonNode.Parse("""{"id":"d","type":"Elsa.End","version":1,"metadata":{"displayText":"Niet bereikt"}}"""));
        ((JsonArray)after["root"]!["connections"]!).Add(JsonNode.Parse("""{"source":{"activity":"b","port":"False"},"target":{"activity":"c","port":"In"}}"""));
        Verschil.Van(Drawing(), after).ShouldBe([
            "Nieuw: stap ‘Niet bereikt’ (Einde).",
            "Anders: stap ‘Vaak genoeg?’, namelijk voorwaarde.",
            "Anders: stap ‘Afgerond’, namelijk de naam (was ‘Klaar’).",
            "Van ‘Vaak genoeg?’ (Nee) gaat het nu ook naar ‘Afgerond’.",
        ]);
        Verschil.Van(after, Drawing()).ShouldContain("Weg: stap ‘Niet bereikt’ (Einde).");
    }

    [Fact]
    public void A_first_version_changes_nothing() => Verschil.Van(null, Drawing()).ShouldBeEmpty();
}
