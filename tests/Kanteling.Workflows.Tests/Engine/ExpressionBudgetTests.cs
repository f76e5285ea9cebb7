using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>What all expressions of one decision may use together.</summary>
public class ExpressionBudgetTests
{
    // Each costs more than six hundred steps and less than a thousand.
    static IEnumerable<JsonObject> Notes(string id, int count) => Enumerable.Range(0, count).Select(n => FeelNote($"{id}{n}", "string(count(for i in 1..100 return i))"));

    static Stage Computed(int notes) => new Stage(new EngineLimits { ExpressionStepsPerDecision = 3_000 }).Start(new Drawing().Build(
        Activity("Elsa.Sequence", "root", ("activities", new JsonArray([AskOf("ask"), .. Notes("n", notes), AskOf("next"), .. Notes("m", notes), AskOf("last")])))));

    [Fact]
    public void Over_it_the_cause_is_kept_and_one_incident_names_the_step()
    {
        var stage = Computed(notes: 20).Complete("ask");
        stage.Notes.ShouldBeEmpty();
        var incident = stage.Incidents.ShouldHaveSingleItem();
        incident.Code.ShouldBe("EXPRESSIONS_TOO_LARGE");
        incident.Arguments.AsTexts().ShouldHaveSingleItem().ShouldStartWith("n");
        stage.Log.OfType<TaskCompleted>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_decision_has_all_of_it_again()
    {
        var stage = Computed(notes: 3).Complete("ask").Complete("next");
        (stage.Incidents.Count(), stage.Notes.Count()).ShouldBe((0, 6));
        stage.OpenTitles.ShouldBe(["last"]);
    }

    [Fact]
    public void A_person_who_tries_again_gets_the_same_incident_and_no_failure()
    {
        var stage = Computed(notes: 20).Complete("ask");
        stage.Resolve(Resolution.Retry).Incidents.ShouldHaveSingleItem().Code.ShouldBe("EXPRESSIONS_TOO_LARGE");
    }

    [Fact]
    public void The_sentence_about_one_expression_says_the_limit_and_not_the_expression()
    {
        var stage = new Stage().Start(new Drawing().Build(FeelNote("som", "string(count(for i in 1..9000, j in 1..9000 return i))")));
        var incident = stage.Incidents.ShouldHaveSingleItem();
        Zinnen.Voor(incident.Code, [.. incident.Arguments.AsTexts()]).ShouldBe("De formule bij \"som\" is te veel werk om uit te rekenen. De grens is 10000.");
    }
}
