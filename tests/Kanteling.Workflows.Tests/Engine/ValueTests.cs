using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Variables, outputs and labels.</summary>
public class ValueTests
{
    static JsonObject Set(JsonObject value, string variable = "v") => Activity("Elsa.SetVariable", "set", ("variable", new JsonObject { ["id"] = "var-" + variable, ["name"] = variable }), ("value", value));

    static Stage Run(string type, JsonObject value, string told) => new Stage().Start(new Drawing().Variable("v", type).Build(
        Activity("Elsa.Sequence", "root", ("activities", new JsonArray(Set(value), AskOf("ask"), FeelNote("n", told))))));

    [Theory]
    [InlineData("Int32", "42", "string(v + 1)", "43")]
    [InlineData("Decimal", "4.50", "string(v * 2)", "9")]
    [InlineData("Boolean", "True", "string(not(v))", "false")]
    [InlineData("String", "42", "v + \"1\"", "421")]
    [InlineData("Object", "42", "v + \"1\"", "421")]
    [InlineData("Object", "{\"a\":[1,2]}", "string(sum(v.a))", "3")]
    [InlineData("DateTime", "2026-03-02T10:00:00+01:00", "string(v + duration(\"P1D\"))", "2026-03-03T10:00:00+01:00")]
    [InlineData("DateOnly", "2026-03-02", "string(v + duration(\"P1D\"))", "2026-03-03")]
    [InlineData("TimeSpan", "1.00:00:00", "string(v)", "P1D")]
    public void A_text_becomes_what_the_variable_holds(string type, string text, string told, string expected)
    {
        var stage = Run(type, Literal(text), told);
        stage.Incidents.ShouldBeEmpty();
        stage.Complete("ask").Notes.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("Int32", "many")]
    [InlineData("Boolean", "perhaps")]
    [InlineData("DateOnly", "tomorrow")]
    [InlineData("TimeSpan", "long")]
    public void What_does_not_fit_is_an_incident_that_does_not_tell_the_value(string type, string text)
    {
        var incident = Run(type, Literal(text), "v").Incidents.ShouldHaveSingleItem();
        incident.Code.ShouldBe("VARIABLE_TYPE_MISMATCH");
        incident.Arguments.AsTexts().ShouldNotContain(text);
    }

    [Fact]
    public void An_unknown_variable_is_an_incident() =>
        new Stage().Start(new Drawing().Build(Set(Literal("1")))).Incidents.ShouldHaveSingleItem().Code.ShouldBe("VARIABLE_UNKNOWN");

    [Fact]
    public void A_variable_is_found_by_its_id_after_it_was_renamed()
    {
        var read = Activity("Test.Note", "n", ("word", new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = "{\"id\":\"var-v\",\"name\":\"old\"}" } }));
        new Stage().Start(new Drawing().Variable("v", "String", "kept").Build(read)).Notes.ShouldBe(["kept"]);
    }

    [Fact]
    public void Too_large_a_value_is_an_incident()
    {
        var stage = new Stage(new EngineLimits(VariableLength: 10)).Start(new Drawing().Variable("v", "String").Build(Set(Literal("12345678901"))));
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("VARIABLE_TOO_LARGE");
    }

    [Fact]
    public void A_variable_of_the_memory_driver_lives_for_one_decision()
    {
        var drawing = new Drawing().Variable("v", "String", "first", "Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core");
        var stage = new Stage().Start(drawing.Build(Activity("Elsa.Sequence", "root", ("activities", new JsonArray(Set(Literal("second")), FeelNote("a", "v"), AskOf("ask"), FeelNote("b", "v"))))));
        stage.Complete("ask").Notes.ShouldBe(["second", "first"]);
        stage.Log.OfType<VariableSet>().ShouldNotContain(e => e.Variable == "var-v");
    }

    [Fact]
    public void Name_correlation_output_and_line_are_kept()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.SetName", "name", ("value", Feel("\"Case \" + input.who"))).Add("Elsa.Correlate", "label", ("correlationId", Literal("c1")))
            .Add("Elsa.SetOutput", "out", ("outputName", Literal("total")), ("outputValue", Feel("1 + 2"))).Add("Elsa.WriteLine", "line", ("text", Literal("hello"))).Ask("ask")
            .Connect("start → name → label → out → line → ask").Build(), new JsonObject { ["who"] = "7" });
        var instance = stage.Case.Instances[new(1)];
        (instance.Name?.AsString(), instance.Correlation?.AsString(), instance.Output["total"].Text).ShouldBe(("Case 7", "c1", "3"));
        stage.Log.OfType<ActivityCompleted>().Single(e => e.Activity.Text == "line").Output!.AsString().ShouldBe("hello");
    }
}
