using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

public class A_linear_flow
{
    [Fact]
    public void Runs_until_it_waits_for_a_person_and_then_to_its_end()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Ask("b", "Yes", "No").Note("c").End().Connect("start → a → b.Yes → c → end").Build());
        stage.OpenTitles.ShouldBe(["b"]);
        stage.Complete("b", "Yes");
        stage.Notes.ShouldBe(["a", "c"]);
        stage.Finished!.Status.ShouldBe(Instances.InstanceStatus.Finished);
        stage.Case.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void Stops_with_an_incident_when_it_runs_out_of_work_before_an_end()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("b", "Yes", "No").End().Connect("start → b.Yes → end").Build());
        stage.Complete("b", "No");
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("NO_END_REACHED");
        stage.Finished.ShouldBeNull();
    }

    [Fact]
    public void A_loop_without_a_wait_keeps_the_cause_and_becomes_one_incident_that_names_it()
    {
        var stage = new Stage(new EngineLimits(StepsPerDecision: 200)).Start(new Drawing().Start().Ask("b").Note("c").Note("d").End()
            .Connect("start → b → c → d → c", "d.Never → end").Build());
        stage.Complete("b");
        stage.Notes.ShouldBeEmpty();
        var incident = stage.Incidents.ShouldHaveSingleItem();
        incident.Code.ShouldBe("LOOP_WITHOUT_WAIT");
        incident.Arguments.AsTexts().ShouldContain("c");
        stage.Log.OfType<Events.TaskCompleted>().ShouldHaveSingleItem();
    }
}
