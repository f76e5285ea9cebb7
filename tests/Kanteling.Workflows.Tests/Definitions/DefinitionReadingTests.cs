using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class DefinitionReadingTests
{
    [Fact]
    public void The_envelope_is_read()
    {
        var definition = DefinitionJson.Read("""
            {
              "id": "v7", "definitionId": "toegang", "name": "Toegang", "description": "Van melding tot plan", "version": 3,
              "variables": [
                { "id": "v-1", "name": "Poging", "typeName": "Int32", "isArray": false, "value": "0", "storageDriverTypeName": "Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core" },
                { "name": "Zaken", "typeName": "Object", "isArray": true, "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" }
              ],
              "inputs": [ { "type": "String", "isArray": false, "name": "Zaaknummer", "displayName": "Zaak", "category": "Zaak", "uiHint": "singleline" } ],
              "outputs": [ { "type": "String", "name": "Uitkomst" } ],
              "outcomes": [ "Klaar", "Gestopt" ],
              "customProperties": { "eigenaar": "team" },
              "options": { "activationStrategyType": "Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", "usableAsActivity": true },
              "root": { "id": "fc", "type": "Elsa.Flowchart", "version": 1, "activities": [], "connections": [] }
            }
            """).Definition!;

        definition.Key.ToString().ShouldBe("toegang@3");
        definition.Description.ShouldBe("Van melding tot plan");
        definition.Variables[0].ShouldSatisfyAllConditions(
            variable => variable.Storage.ShouldBe(VariableStorage.Burst),
            variable => variable.Default!.ToString().ShouldBe("0"));
        definition.Variables[1].ShouldSatisfyAllConditions(
            variable => variable.Id.ShouldBe("Zaken"),
            variable => variable.IsArray.ShouldBeTrue(),
            variable => variable.Storage.ShouldBe(VariableStorage.Instance));
        definition.Inputs.Single().DisplayName.ShouldBe("Zaak");
        definition.Outputs.Single().Name.ShouldBe("Uitkomst");
        definition.Outcomes.ShouldBe(["Klaar", "Gestopt"]);
        definition.Options.Activation.ShouldBe(ActivationStrategy.CorrelatedSingleton);
        definition.Options.UsableAsActivity.ShouldBeTrue();
        definition.CustomProperties["eigenaar"]!.ToString().ShouldBe("team");
        definition.UsesToken.ShouldBeFalse();
    }

    [Fact]
    public void Inputs_are_read_wrapped_or_bare_and_found_in_any_case()
    {
        var node = new Drawing().With("a", "Kanteling.Taak",
            ("titel", Drawing.Literal("Gesprek")),
            ("Groep", Drawing.Input("Feel", "gezin.wijk")),
            ("dagen", 5),
            ("kleuren", new JsonArray("rood", "wit")),
            ("leeg", null),
            ("zonderTypeName", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "x" } }),
            ("zonderExpressie", new JsonObject { ["typeName"] = "String", ["expression"] = null })).Read().Nodes[new("a")];

        node.Inputs["TITEL"].ShouldBe(new ActivityInput("titel", "Literal", node.Inputs["titel"].Value));
        node.Inputs["titel"].Text.ShouldBe("Gesprek");
        node.Inputs["groep"].ExpressionType.ShouldBe(ExpressionTypes.Feel);
        node.Inputs["Dagen"].Text.ShouldBe("5");
        node.Inputs["kleuren"].Value!.ToJsonString().ShouldBe("""["rood","wit"]""");
        node.Inputs.Count.ShouldBe(4);
    }

    [Fact]
    public void Outputs_bound_to_a_variable_are_not_inputs()
    {
        var node = new Drawing().With("a", "Elsa.RunTask",
            ("result", JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "v-1" } }""")),
            ("taskId", null),
            ("taskName", JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "Literal", "value": "Toets" }, "memoryReference": { "id": "a:input-0" } }"""))).Read().Nodes[new("a")];

        node.Outputs.ShouldBe(new Dictionary<string, string> { ["result"] = "v-1" });
        node.Inputs.Keys.ShouldBe(["taskName"]);
    }

    [Fact]
    public void Activities_hang_at_ports_branches_lists_and_cases()
    {
        var definition = new Drawing()
            .With("als", "Elsa.If", ("then", Drawing.Activity("ja")), ("Else", Drawing.Activity("nee")))
            .With("rij", "Elsa.Sequence", ("activities", new JsonArray(Drawing.Activity("een"), Drawing.Activity("twee"))))
            .With("vork", "Elsa.Fork", ("branches", new JsonArray(Drawing.Activity("links"), Drawing.Activity("rechts"))), ("joinMode", "WaitAny"))
            .With("keuze", "Elsa.Switch", ("default", Drawing.Activity("anders")), ("cases", JsonNode.Parse("""
                [ { "label": "Leeg", "condition": { "type": "FEEL", "value": "false" } },
                  { "label": "Vol", "condition": { "typeName": "Boolean", "expression": { "type": "Literal", "value": "true" } }, "activity": { "id": "vol", "type": "Elsa.WriteLine", "version": 1 } },
                  { "label": "Kaal", "condition": true },
                  { "label": "Zonder" } ]
                """)))
            .Read();

        definition.Nodes[new("ja")].ParentPort.ShouldBe("then");
        definition.Nodes[new("als")].Child("ELSE")!.Id.ShouldBe(new ActivityId("nee"));
        definition.Nodes[new("rij")].Children.Select(child => child.ParentPort).ShouldBe(["activities", "activities"]);
        definition.Nodes[new("rechts")].ParentPort.ShouldBe("branches");
        definition.Nodes[new("vork")].Property("JoinMode")!.ToString().ShouldBe("WaitAny");
        definition.Nodes[new("vol")].ParentPort.ShouldBe("cases[1]");
        definition.Nodes[new("anders")].NodeId.ShouldBe("Workflow1:fc:keuze:anders");

        var cases = definition.Nodes[new("keuze")].Cases;
        cases.Select(choice => choice.Label).ShouldBe(["Leeg", "Vol", "Kaal", "Zonder"]);
        cases.Select(choice => choice.Condition.ExpressionType).ShouldBe(["FEEL", "Literal", "Literal", "Literal"]);
        cases.Select(choice => choice.Condition.Text).ShouldBe(["false", "true", "true", null]);
        cases[1].Activity.ShouldBeSameAs(definition.Nodes[new("vol")]);
        cases[0].Activity.ShouldBeNull();
        definition.Nodes[new("keuze")].Inputs.ShouldBeEmpty();
    }

    [Fact]
    public void Metadata_custom_properties_and_wrapped_inputs_hold_no_activities()
    {
        var definition = new Drawing().With("a", "Elsa.WriteLine",
            ("metadata", new JsonObject { ["oud"] = Drawing.Activity("x1"), ["displayText"] = "Schrijf" }),
            ("customProperties", new JsonObject { ["oud"] = Drawing.Activity("x2"), ["canStartWorkflow"] = true }),
            ("text", Drawing.Input("Object", Drawing.Activity("x3")))).Read();

        definition.Nodes.Keys.Select(id => id.Text).ShouldBe(["fc", "a"], ignoreOrder: true);
        definition.Nodes[new("a")].DisplayText.ShouldBe("Schrijf");
        definition.Nodes[new("a")].CanStartWorkflow.ShouldBeTrue();
        definition.Root.DisplayText.ShouldBe("Elsa.Flowchart");
    }

    [Fact]
    public void Pascal_case_is_read_like_camel_case()
    {
        var definition = DefinitionJson.Read("""
            { "Id": "v1", "DefinitionId": "oud", "Version": 2, "Name": "Oud",
              "Variables": [ { "Id": "v", "Name": "V", "TypeName": "String" } ],
              "Root": { "Id": "fc", "NodeId": "oud", "Type": "Elsa.Flowchart", "Version": 1,
                "Activities": [ { "Id": "a", "Type": "Elsa.WriteLine", "Version": 1, "Text": { "TypeName": "String", "Expression": { "Type": "Literal", "Value": "hoi" } } },
                                { "Id": "b", "Type": "Elsa.End", "Version": 1 } ],
                "Connections": [ { "Source": { "Activity": "a", "Port": "Done" }, "Target": { "Activity": "b" } } ] } }
            """).Definition!;

        definition.Key.ShouldBe(new DefinitionVersion(new("oud"), 2));
        definition.Variables.Single().Name.ShouldBe("V");
        definition.Nodes[new("a")].Inputs["text"].Text.ShouldBe("hoi");
        definition.Root.GraphFrom(null).Outbound(new("a")).Single().Target.ShouldBe(new ActivityId("b"));
        definition.Root.Json["NodeId"]!.ToString().ShouldBe("Workflow1:fc");
        definition.Root.Json.ContainsKey("nodeId").ShouldBeFalse();
    }

    [Fact]
    public void Flat_connections_are_read()
    {
        var drawing = new Drawing().WithAll("a", "b", "c");
        drawing.Root["connections"] = JsonNode.Parse("""
            [ { "source": "a", "target": "b", "sourcePort": "Ja", "targetPort": "In" }, { "source": "b", "target": "c" } ]
            """);

        drawing.Read().Root.Connections.ShouldBe([new Connection(new("a"), "Ja", new("b"), 0), new Connection(new("b"), "Done", new("c"), 1)]);
    }

    [Fact]
    public void Lists_wrapped_in_values_are_read()
    {
        var definition = DefinitionJson.Read("""
            { "definitionId": "oud", "version": 1, "outcomes": { "$id": "1", "$values": [ "Klaar" ] },
              "root": { "id": "fc", "type": "Elsa.Flowchart", "version": 1, "variables": { "$values": [ { "id": "v", "name": "V" } ] },
                "activities": { "$values": [ { "id": "a", "type": "Elsa.FlowFork", "version": 1, "branches": { "$values": [ "Een", "Twee" ] } }, { "id": "b", "type": "Elsa.End", "version": 1 } ] },
                "connections": { "$values": [ { "source": { "activity": "a", "port": "Een" }, "target": { "activity": "b", "port": "In" } } ] } } }
            """).Definition!;

        definition.Outcomes.ShouldBe(["Klaar"]);
        definition.Root.Variables.Single().Id.ShouldBe("v");
        definition.Root.GraphFrom(null).ForwardInbound(new("b")).Single().Port.ShouldBe("Een");
        definition.Nodes[new("a")].Inputs["branches"].Value!.ToJsonString().ShouldBe("""["Een","Twee"]""");
    }

    [Theory]
    [InlineData("""{ "source": { "activity": "a", "port": null }, "target": { "activity": "b" } }""")]
    [InlineData("""{ "source": { "activity": "a" }, "target": { "activity": "b" } }""")]
    [InlineData("""{ "source": { "activity": "a", "port": "" }, "target": { "activity": "b" } }""")]
    public void A_connection_without_a_port_leaves_by_Done(string connection)
    {
        var drawing = new Drawing().WithAll("a", "b");
        drawing.Root["connections"] = new JsonArray(JsonNode.Parse(connection));

        drawing.Read().Root.Connections.Single().Port.ShouldBe("Done");
    }

    [Fact]
    public void Connections_that_an_Elsa_server_parked_are_read_too()
    {
        var drawing = new Drawing().WithAll("a", "b");
        drawing.Root["customProperties"] = JsonNode.Parse("""{ "notFoundConnections": [ { "source": { "activity": "a", "port": "Ja" }, "target": { "activity": "b" } } ] }""");

        drawing.Graph().Outbound(new("a")).Single().Port.ShouldBe("Ja");
    }

    [Fact]
    public void A_repeated_connection_counts_once()
    {
        var root = new Drawing().WithAll("a", "b").Connect("a -> b", "a -> b", "a.Ja -> b").Read().Root;

        root.Connections.Select(connection => connection.Port).ShouldBe(["Done", "Ja"]);
        root.DuplicateConnections.Single().Index.ShouldBe(1);
    }

    [Fact]
    public void Token_mode_is_noticed()
    {
        var drawing = new Drawing();
        drawing.Document["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };

        drawing.Read().UsesToken.ShouldBeTrue();
    }

    [Theory]
    [InlineData("AllowAlwaysStrategy", ActivationStrategy.AllowAlways)]
    [InlineData("SingletonStrategy", ActivationStrategy.Singleton)]
    [InlineData("CorrelatedSingletonStrategy", ActivationStrategy.CorrelatedSingleton)]
    [InlineData("CorrelationStrategy", ActivationStrategy.Correlation)]
    public void Activation_strategies_are_known_by_the_last_word(string name, ActivationStrategy expected)
    {
        var drawing = new Drawing();
        drawing.Document["options"] = new JsonObject { ["activationStrategyType"] = $"Elsa.Ergens.{name}, Elsa.Ergens" };

        drawing.Read().Options.Activation.ShouldBe(expected);
    }

    [Fact]
    public void An_unknown_activation_strategy_is_a_warning()
    {
        var drawing = new Drawing();
        drawing.Document["options"] = new JsonObject { ["activationStrategyType"] = "Elsa.Ergens.Anders, Elsa" };

        var reading = DefinitionJson.Read(drawing.Document);
        reading.Definition!.Options.Activation.ShouldBe(ActivationStrategy.AllowAlways);
        reading.Findings.Single().Code.ShouldBe(FindingCode.ActivationStrategyUnknown);
    }

    [Theory]
    [InlineData("toegang@3", "toegang", 3)]
    [InlineData("a@b@12", "a@b", 12)]
    public void A_version_is_written_and_read_back(string text, string id, int version)
    {
        DefinitionVersion.Parse(text).ShouldBe(new DefinitionVersion(new(id), version));
        new DefinitionVersion(new(id), version).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("toegang")]
    [InlineData("@3")]
    [InlineData("toegang@")]
    [InlineData("toegang@-1")]
    public void What_is_no_version_is_refused(string text) => Should.Throw<FormatException>(() => DefinitionVersion.Parse(text));

    [Theory]
    [InlineData("""{"id":"v-1","name":"Keuze"}""")]
    [InlineData("\"{\\\"id\\\":\\\"v-1\\\",\\\"name\\\":\\\"Keuze\\\"}\"")]
    [InlineData("\"v-1\"")]
    [InlineData("\"Keuze\"")]
    [InlineData("""{"name":"Keuze"}""")]
    public void A_reference_to_a_variable_is_read_in_every_form(string json)
    {
        var variable = new VariableDeclaration("v-1", "Keuze", "String", false, null, VariableStorage.Instance);

        NamedReference.Read(JsonNode.Parse(json))!.IsTo(variable).ShouldBeTrue();
        NamedReference.Read(JsonNode.Parse(json))!.IsTo(variable with { Id = "v-2", Name = "Anders" }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"\"")]
    [InlineData("\"{half\"")]
    [InlineData("{}")]
    public void What_names_nothing_is_no_reference(string json) => NamedReference.Read(JsonNode.Parse(json)).ShouldBeNull();
}
