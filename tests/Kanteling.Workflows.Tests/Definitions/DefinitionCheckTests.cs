using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;
using static Kanteling.Workflows.Definitions.FindingSeverity;

namespace Kanteling.Workflows.Tests.Definitions;

public class DefinitionCheckTests
{
    static (string, JsonNode?) Duration => ("timeSpan", Drawing.Literal("P7D"));

    [Fact]
    public void A_sound_drawing_has_no_findings() => Check(
        new Drawing().With("a", "Proef.Wacht").With("b", "Elsa.FlowDecision", ("condition", Drawing.Input("FEEL", "x > 1"))).With("eind", "Elsa.End")
            .Connect("a -> b", "b.True -> eind", "b.False -> a")).ShouldBeEmpty();

    [Fact]
    public void An_unknown_activity_or_version_cannot_be_published()
    {
        var drawing = new Drawing().With("a", "Ergens.Anders");
        Single(drawing, FindingCode.ActivityUnknown).ShouldBe(Error, "a", "Ergens.Anders", "1");

        var newer = new Drawing().With("a", "Elsa.WriteLine", ("version", 2));
        Single(newer, FindingCode.ActivityUnknown).ShouldBe(Error, "a", "Elsa.WriteLine", "2");
    }

    [Fact]
    public void A_workflow_used_as_activity_is_known_by_its_definition() =>
        Check(new Drawing().With("a", "Toegang", ("workflowDefinitionId", "toegang")).With("b").Connect("a.Klaar -> b")).ShouldBeEmpty();

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("CSharp")]
    [InlineData("Liquid")]
    [InlineData("Python")]
    public void Scripts_cannot_be_published(string language) =>
        Single(new Drawing().With("a", "Elsa.WriteLine", ("text", Drawing.Input(language, "1"))), FindingCode.ExpressionNotExecutable)
            .ShouldBe(Error, "a", "text", language);

    [Fact]
    public void The_condition_of_a_case_is_an_expression_too()
    {
        var drawing = new Drawing().With("a", "Elsa.FlowSwitch", ("cases", JsonNode.Parse("""
            [ { "label": "Ja", "condition": { "type": "JavaScript", "value": "true" } }, { "label": "Nee", "condition": { "type": "FEEL", "value": "a !" } } ]
            """)));

        Single(drawing, FindingCode.ExpressionNotExecutable).ShouldBe(Error, "a", "Ja", "JavaScript");
        Single(drawing, FindingCode.ExpressionInvalid).ShouldBe(Error, "a", "Nee", "SYNTAX", "3", "!");
    }

    [Fact]
    public void An_object_that_is_no_json_is_a_warning() =>
        Single(new Drawing().With("a", "Elsa.WriteLine", ("text", Drawing.Input("Object", "{half"))), FindingCode.ExpressionInvalid)
            .ShouldBe(Warning, "a", "text", "JSON_INVALID", "0", "{half");

    [Theory]
    [InlineData("FEEL", "x")]
    [InlineData("Variable", "v")]
    [InlineData("Literal", "WaitSometimes")]
    public void What_a_join_waits_for_must_be_fixed(string type, string value) =>
        Single(new Drawing().With("a", "Elsa.FlowJoin", ("mode", Drawing.Input(type, value))), FindingCode.JoinModeNotFixed).ShouldBe(Error, "a", value);

    [Fact]
    public void What_is_required_must_be_filled_in()
    {
        Single(new Drawing().With("a", "Elsa.FlowDecision"), FindingCode.InputRequired).ShouldBe(Error, "a", "Condition");
        Single(new Drawing().With("a", "Elsa.Event", ("eventName", Drawing.Literal(" "))), FindingCode.InputRequired).ShouldBe(Error, "a", "EventName");
        Single(new Drawing().With("a", "Proef.Kiest"), FindingCode.InputRequired).ShouldBe(Error, "a", "Keuze");
    }

    /// <summary>What is kept for ever may not be made of what people say.</summary>
    [Theory]
    [InlineData("Elsa.Event", "eventName", "EventName")]
    [InlineData("Elsa.PublishEvent", "eventName", "EventName")]
    [InlineData("Elsa.Fault", "code", "Code")]
    [InlineData("Elsa.Complete", "outcomes", "Outcomes")]
    [InlineData("Elsa.FlowFork", "branches", "Branches")]
    [InlineData("Elsa.SetOutput", "outputName", "OutputName")]
    public void What_is_kept_for_ever_cannot_be_computed(string type, string property, string input)
    {
        foreach (var language in new[] { "FEEL", "Variable", "Input" })
            Single(new Drawing().With("a", type, (property, Drawing.Input(language, "x"))), FindingCode.InputNotFixed).ShouldBe(Error, "a", input);
        Check(new Drawing().With("a", type, (property, Drawing.Literal("x")))).Select(f => f.Code).ShouldNotContain(FindingCode.InputNotFixed);
    }

    [Fact]
    public void Token_mode_cannot_be_published()
    {
        var drawing = new Drawing().WithAll("a");
        drawing.Document["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };

        Single(drawing, FindingCode.TokenModeUnsupported).ShouldBe(Error, null);
    }

    [Fact]
    public void A_way_back_into_one_branch_cannot_be_published() =>
        Single(new Drawing().WithAll("a", "b", "c").With("d", "Elsa.FlowDecision", ("condition", Drawing.Literal("true")))
                .Connect("a -> b", "a -> c", "b -> d", "c -> d", "d.True -> b"), FindingCode.BackwardConnectionInvalid)
            .ShouldBe(Error, "d", "d", "True", "b");

    [Fact]
    public void A_way_back_that_is_invalid_from_one_trigger_only_cannot_be_published()
    {
        // From 'begin' everything passes 'a'; from 'trigger' it does not.
        var drawing = new Drawing().With("begin", "Elsa.Start").WithAll("a", "b").With("c", "Elsa.FlowFork", ("branches", new JsonArray("Terug")))
            .With("trigger", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal("gebeurd")))
            .Connect("begin -> a", "a -> b", "b -> c", "c.Terug -> a", "trigger -> b", "trigger -> a");
        var definition = drawing.Read();

        definition.Root.GraphFrom(null).IsValidBackward(definition.Root.Connections[3]).ShouldBeTrue();
        Codes(drawing).ShouldContain(FindingCode.BackwardConnectionInvalid);
    }

    [Fact]
    public void A_connection_to_nothing_is_a_warning()
    {
        Single(new Drawing().WithAll("a").Connect("a -> weg"), FindingCode.ConnectionToUnknownActivity).ShouldBe(Warning, "a", "a", "Done", "weg");
        Single(new Drawing().WithAll("a").Connect("weg -> a"), FindingCode.ConnectionToUnknownActivity).ShouldBe(Warning, "fc", "weg", "Done", "a");
    }

    [Fact]
    public void A_repeated_connection_is_a_warning() =>
        Single(new Drawing().WithAll("a", "b").Connect("a -> b", "a -> b"), FindingCode.ConnectionDuplicate).ShouldBe(Warning, "a", "a", "Done", "b");

    [Fact]
    public void A_connection_must_leave_by_a_port_that_exists()
    {
        Single(new Drawing().WithAll("a", "b").Connect("a.Klaar -> b"), FindingCode.PortUnknown).ShouldBe(Error, "a", "Klaar", "Done");
        Single(new Drawing().With("a", "Elsa.End").WithAll("b").Connect("a -> b"), FindingCode.PortUnknown).ShouldBe(Error, "a", "Done", "");
        Single(new Drawing().With("a", "Proef.Taak", ("uitkomsten", Drawing.Input("Object", "[\"Ja\",\"Nee\"]"))).WithAll("b").Connect("a.ja -> b"), FindingCode.PortUnknown)
            .ShouldBe(Error, "a", "ja", "Ja, Nee, Verlopen");
    }

    [Fact]
    public void Ports_that_only_an_expression_can_tell_are_not_judged() =>
        Codes(new Drawing().With("a", "Proef.Taak", ("uitkomsten", Drawing.Input("FEEL", "keuzes"))).WithAll("b").Connect("a.Wat dan ook -> b"))
            .ShouldNotContain(FindingCode.PortUnknown);

    [Fact]
    public void What_nothing_leads_to_is_a_warning() =>
        Single(new Drawing().WithAll("a", "los", "b").Connect("a -> b"), FindingCode.ActivityUnreachable).ShouldBe(Warning, "los");

    [Fact]
    public void What_a_trigger_leads_to_is_reachable() =>
        Codes(new Drawing().With("begin", "Elsa.Start").With("trigger", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal("gebeurd"))).WithAll("a")
            .Connect("trigger -> a")).ShouldNotContain(FindingCode.ActivityUnreachable);

    [Fact]
    public void A_loose_port_of_a_task_in_a_flow_of_a_domain_cannot_be_published()
    {
        var drawing = new Drawing().With("a", "Proef.Taak", ("uitkomsten", Drawing.Input("Object", "[\"Ja\",\"Nee\"]"))).With("eind", "Elsa.End").Connect("a.Ja -> eind", "a.Nee -> eind");

        Single(drawing, FindingCode.DeadEnd).ShouldBe(Error, "a", "Verlopen");
    }

    [Fact]
    public void A_loose_port_of_a_choice_or_wait_beside_a_task_cannot_be_published()
    {
        Single(new Drawing().With("a", "Proef.Wacht").With("b", "Elsa.FlowDecision", ("condition", Drawing.Literal("true"))).With("eind", "Elsa.End")
            .Connect("a -> b", "b.True -> eind"), FindingCode.DeadEnd).ShouldBe(Error, "b", "False");
        Single(new Drawing().With("a", "Proef.Wacht").With("b", "Elsa.Delay", Duration).Connect("a -> b"), FindingCode.DeadEnd).ShouldBe(Error, "b", "Done");
    }

    [Fact]
    public void An_automatic_step_without_a_next_is_a_warning_in_a_flow_of_a_domain() =>
        Single(new Drawing().With("a", "Proef.Wacht").WithAll("b").Connect("a -> b"), FindingCode.DeadEnd).ShouldBe(Warning, "b", "Done");

    [Fact]
    public void A_flow_of_Elsa_may_run_out_of_work_unless_an_end_was_drawn()
    {
        Codes(new Drawing().With("a", "Elsa.Delay", Duration)).ShouldBeEmpty();
        Single(new Drawing().WithAll("s").With("a", "Elsa.Delay", Duration).With("eind", "Elsa.End").Connect("s -> a", "s -> eind"), FindingCode.DeadEnd)
            .ShouldBe(Warning, "a", "Done");
    }

    [Fact]
    public void A_flowchart_inside_an_activity_needs_no_end()
    {
        var inner = new Drawing().With("x", "Proef.Wacht").Root;
        inner["id"] = "binnen";

        Codes(new Drawing().With("als", "Elsa.If", ("condition", Drawing.Literal("true")), ("then", inner.DeepClone())).With("eind", "Elsa.End").Connect("als -> eind"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_join_for_all_behind_two_ports_of_one_choice_never_fires()
    {
        var drawing = new Drawing().With("keuze", "Elsa.FlowDecision", ("condition", Drawing.Literal("true"))).WithAll("a", "b").With("samen", "Elsa.FlowJoin", Drawing.Mode("WaitAll"))
            .Connect("keuze.True -> a", "keuze.False -> b", "a -> samen", "b -> samen");

        Single(drawing, FindingCode.JoinNeverFires).ShouldBe(Error, "samen", "keuze", "True", "False");
    }

    [Theory]
    [InlineData("WaitAny")]
    [InlineData("WaitAllActive")]
    public void Other_joins_may_follow_a_choice(string mode) => Codes(
        new Drawing().With("keuze", "Elsa.FlowDecision", ("condition", Drawing.Literal("true"))).With("samen", "Elsa.FlowJoin", Drawing.Mode(mode))
            .Connect("keuze.True -> samen", "keuze.False -> samen")).ShouldBeEmpty();

    [Fact]
    public void A_join_for_all_behind_a_fork_fires() => Codes(
        new Drawing().With("vork", "Elsa.FlowFork", ("branches", Drawing.Input("Object", "[\"Een\",\"Twee\"]"))).With("samen", "Elsa.FlowJoin", Drawing.Mode("WaitAll"))
            .Connect("vork.Een -> samen", "vork.Twee -> samen")).ShouldBeEmpty();

    [Fact]
    public void A_join_for_all_behind_a_switch_depends_on_its_mode()
    {
        Drawing Switch(string mode) => new Drawing()
            .With("keuze", "Elsa.FlowSwitch", Drawing.Mode(mode), ("cases", JsonNode.Parse("""[ { "label": "Ja", "condition": true }, { "label": "Nee", "condition": true } ]""")))
            .With("samen", "Elsa.FlowJoin", Drawing.Mode("WaitAll")).Connect("keuze.Ja -> samen", "keuze.Nee -> samen");

        Codes(Switch("MatchFirst")).ShouldContain(FindingCode.JoinNeverFires);
        Codes(Switch("MatchAny")).ShouldNotContain(FindingCode.JoinNeverFires);
    }

    [Fact]
    public void Two_waits_side_by_side_that_meet_in_an_ordinary_step_are_a_warning()
    {
        var drawing = new Drawing().WithAll("s").With("a", "Elsa.Delay", Duration).With("b", "Elsa.Event", ("eventName", Drawing.Literal("gebeurd"))).WithAll("c", "samen")
            .Connect("s -> a", "s -> b", "a -> samen", "b -> c", "c -> samen");

        Single(drawing, FindingCode.RaceWithoutWaitAny).ShouldBe(Warning, "samen", "a", "c");
    }

    [Fact]
    public void Waits_that_exclude_each_other_or_meet_in_a_join_are_no_race()
    {
        Codes(new Drawing().With("s", "Elsa.FlowDecision", ("condition", Drawing.Literal("true"))).With("a", "Elsa.Delay", Duration).With("b", "Elsa.Delay", Duration).WithAll("samen")
            .Connect("s.True -> a", "s.False -> b", "a -> samen", "b -> samen")).ShouldBeEmpty();
        Codes(new Drawing().WithAll("s").With("a", "Elsa.Delay", Duration).With("b", "Elsa.Delay", Duration).With("samen", "Elsa.FlowJoin", Drawing.Mode("WaitAny"))
            .Connect("s -> a", "s -> b", "a -> samen", "b -> samen")).ShouldBeEmpty();
        Codes(new Drawing().WithAll("s").With("a", "Elsa.Delay", Duration).WithAll("b", "samen")
            .Connect("s -> a", "s -> b", "a -> samen", "b -> samen")).ShouldBeEmpty();
    }

    [Fact]
    public void A_variable_must_be_declared_where_it_is_used()
    {
        static Drawing Reading(string name) => new Drawing().WithVariable("v-1", "Keuze").With("a", "Elsa.WriteLine", ("text", Drawing.Input("Variable", $$"""{"id":"{{name}}","name":"{{name}}"}""")));

        Codes(Reading("v-1")).ShouldBeEmpty();
        Codes(Reading("Keuze")).ShouldBeEmpty();
        Single(Reading("Anders"), FindingCode.VariableUnknown).ShouldBe(Error, "a", "text", "Anders");
    }

    [Fact]
    public void Writing_to_an_unknown_variable_cannot_be_published()
    {
        Single(new Drawing().With("a", "Elsa.SetVariable", ("variable", JsonNode.Parse("""{ "id": "weg", "name": "Weg", "typeName": "String" }"""))), FindingCode.VariableUnknown)
            .ShouldBe(Error, "a", "variable", "Weg");
        Single(new Drawing().With("a", "Elsa.SetVariable"), FindingCode.VariableUnknown).ShouldBe(Error, "a", "variable", "");
        Single(new Drawing().With("a", "Elsa.RunTask", ("taskName", Drawing.Literal("x")), ("result", JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "weg" } }"""))),
            FindingCode.VariableUnknown).ShouldBe(Error, "a", "result", "weg");
    }

    [Fact]
    public void An_output_of_the_workflow_may_receive_an_output()
    {
        var drawing = new Drawing().With("a", "Elsa.RunTask", ("taskName", Drawing.Literal("x")), ("result", JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "Uitkomst" } }""")));
        drawing.Document["outputs"] = JsonNode.Parse("""[ { "name": "Uitkomst", "type": "Object" } ]""");

        Codes(drawing).ShouldBeEmpty();
    }

    [Fact]
    public void Variables_of_a_container_and_of_a_loop_are_known_inside_only()
    {
        static JsonObject Write(string id, string variable) => Drawing.Activity(id, "Elsa.WriteLine", ("text", Drawing.Input("Variable", variable)));
        var body = Drawing.Activity("rij", "Elsa.Sequence", ("variables", JsonNode.Parse("""[ { "id": "v-2", "name": "Binnen" } ]""")),
            ("activities", new JsonArray(Write("w1", "Binnen"), Write("w2", "CurrentValue"))));
        var drawing = new Drawing().With("elke", "Elsa.ForEach", ("items", Drawing.Input("Object", "[1]")), ("body", body))
            .With("na1", "Elsa.WriteLine", ("text", Drawing.Input("Variable", "Binnen"))).With("na2", "Elsa.WriteLine", ("text", Drawing.Input("Variable", "CurrentIndex")))
            .Connect("elke -> na1", "na1 -> na2");

        Check(drawing).Where(finding => finding.Code == FindingCode.VariableUnknown).Select(finding => finding.ActivityId?.Text).ShouldBe(["na1", "na2"]);
    }

    [Fact]
    public void An_unknown_input_is_a_warning() =>
        Single(new Drawing().With("a", "Elsa.WriteLine", ("text", Drawing.Input("Input", new JsonObject { ["name"] = "Weg" }))), FindingCode.InputUnknown)
            .ShouldBe(Warning, "a", "text", "Weg");

    [Fact]
    public void Two_triggers_for_the_same_cannot_be_published()
    {
        static Drawing Two(string first, string second) => new Drawing()
            .With("a", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal(first))).With("b", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal(second)));

        Single(Two("gebeurd", "gebeurd"), FindingCode.TriggerClash).ShouldBe(Error, "b", "a", "Elsa.Event");
        Codes(Two("gebeurd", "anders")).ShouldNotContain(FindingCode.TriggerClash);
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "PT1S")]
    [InlineData("Elsa.Timer", "interval", "00:59:59")]
    [InlineData("Elsa.Timer", "interval", "PT0S")]
    [InlineData("Elsa.Cron", "cronExpression", "* * * * * *")]
    [InlineData("Elsa.Cron", "cronExpression", "0 * * * * *")]
    [InlineData("Elsa.Cron", "cronExpression", "*/5 * * * *")]
    [InlineData("Elsa.Cron", "cronExpression", "0,1 0 8 1 1 *")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0,59 8 * * *")]
    public void A_trigger_that_begins_more_often_than_once_an_hour_cannot_be_published(string type, string input, string written)
    {
        Single(new Drawing().With("a", type, Drawing.MayStart, (input, Drawing.Literal(written))), FindingCode.TriggerTooOften).ShouldBe(Error, "a", written);
        Codes(new Drawing().With("a", type, Drawing.MayStart, (input, Drawing.Input("FEEL", written)))).ShouldContain(FindingCode.TriggerTooOften, "the clock reads the text, whatever it says to be");
        Codes(new Drawing().With("a", type, (input, Drawing.Literal(written)))).ShouldNotContain(FindingCode.TriggerTooOften, "in the middle of a flow it only waits");
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "PT1H")]
    [InlineData("Elsa.Timer", "interval", "1.00:00:00")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 * * * *")]
    [InlineData("Elsa.Cron", "cronExpression", "30 15 8-17 * * MON-FRI")]
    [InlineData("Elsa.Cron", "cronExpression", "0 30 2 L * *")]
    public void Once_an_hour_it_may_begin(string type, string input, string written) =>
        Codes(new Drawing().With("a", type, Drawing.MayStart, (input, Drawing.Literal(written)))).ShouldNotContain(FindingCode.TriggerTooOften);

    [Fact]
    public void Too_many_triggers_cannot_be_published()
    {
        var drawing = new Drawing();
        for (var number = 0; number <= DefinitionCheck.MaxTriggers; number++)
            drawing.With($"t{number}", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal($"e{number}")));

        Single(drawing, FindingCode.TooManyTriggers).ShouldBe(Error, null, "50");
    }

    [Fact]
    public void A_loop_in_which_nothing_waits_is_a_warning()
    {
        static Drawing Loop(string middle) => new Drawing().WithAll("s", "a").With("b", middle, Duration).With("c", "Elsa.FlowDecision", ("condition", Drawing.Literal("true")))
            .Connect("s -> a", "a -> b", "b -> c", "c.True -> a");

        Single(Loop("Elsa.WriteLine"), FindingCode.LoopWithoutWait).ShouldBe(Warning, "a", "a, b, c");
        Codes(Loop("Elsa.Delay")).ShouldBeEmpty();
        Single(new Drawing().WithAll("a").Connect("a -> a"), FindingCode.LoopWithoutWait).ShouldBe(Warning, "a", "a");
    }

    [Fact]
    public void A_loop_waits_when_something_inside_a_step_waits() => Codes(
        new Drawing().WithAll("s").With("als", "Elsa.If", ("condition", Drawing.Literal("true")), ("then", Drawing.Activity("wacht", "Elsa.Delay", Duration)))
            .Connect("s -> als", "als -> als")).ShouldBeEmpty();

    [Fact]
    public void Times_that_cannot_be_read_cannot_be_published()
    {
        Single(new Drawing().With("a", "Elsa.Cron", ("cronExpression", Drawing.Literal("elke dag"))), FindingCode.CronInvalid).ShouldBe(Error, "a", "elke dag");
        Single(new Drawing().With("a", "Elsa.Delay", ("timeSpan", Drawing.Literal("P1M"))), FindingCode.TimeInvalid).ShouldBe(Error, "a", "timeSpan", "P1M");
        Single(new Drawing().With("a", "Elsa.StartAt", ("dateTime", Drawing.Literal("morgen"))), FindingCode.TimeInvalid).ShouldBe(Error, "a", "dateTime", "morgen");
        Codes(new Drawing().With("a", "Elsa.Timer", ("interval", Drawing.Input("FEEL", "duration")))).ShouldBeEmpty();
    }

    [Fact]
    public void Checking_a_large_drawing_costs_in_step_with_its_size() => Growth.ShouldStayBelowSquare(2_250, AllBackToTheFirst, (definition, _) =>
        DefinitionCheck.Run(definition, Catalogues.All).Count(finding => finding.Code == FindingCode.LoopWithoutWait).ShouldBe(1));

    static WorkflowDefinition AllBackToTheFirst(int steps)
    {
        var ids = Enumerable.Range(0, steps).Select(number => $"a{number}").ToArray();
        return new Drawing().WithAll(ids).Connect([.. ids.Zip(ids.Skip(1), (from, to) => $"{from} -> {to}"), .. ids.Skip(1).Select(id => $"{id} -> a0")]).Read();
    }

    [Fact]
    public void Every_code_is_listed_once()
    {
        var constants = typeof(FindingCode).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        FindingCode.All.ShouldBe(constants, ignoreOrder: true);
        FindingCode.All.ShouldBeUnique();
    }

    static IReadOnlyList<Finding> Check(Drawing drawing) => DefinitionCheck.Run(drawing.Read(), Catalogues.All);

    static IEnumerable<string> Codes(Drawing drawing) => Check(drawing).Select(finding => finding.Code);

    static Finding Single(Drawing drawing, string code) => Check(drawing).Single(finding => finding.Code == code);
}

static class FindingAssertions
{
    public static void ShouldBe(this Finding finding, FindingSeverity severity, string? activityId, params string[] arguments)
    {
        finding.Severity.ShouldBe(severity);
        (finding.ActivityId?.Text).ShouldBe(activityId);
        finding.Arguments.ShouldBe(arguments);
    }
}
