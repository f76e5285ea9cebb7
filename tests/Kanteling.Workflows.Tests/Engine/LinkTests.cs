using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>A link to another stream, and what the domain makes of it.</summary>
public class LinkTests
{
    [Fact]
    public void The_domain_may_add_what_it_means()
    {
        var stage = new Stage();
        stage.Must(new LinkStream(new("s2"), "twin", "same", new JsonObject { ["word"] = "linked" }));
        stage.Log.OfType<StreamLinked>().ShouldHaveSingleItem().Reason!.AsString().ShouldBe("same");
        stage.Notes.ShouldBe(["linked"]);
    }

    [Fact]
    public void A_link_that_means_nothing_to_the_domain_is_only_a_link()
    {
        var stage = new Stage();
        stage.Must(new LinkStream(new("s2"), "twin", null));
        stage.Log.ShouldHaveSingleItem().ShouldBeOfType<StreamLinked>().Reason.ShouldBeNull();
        stage.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_of_the_domain_may_refuse_it() =>
        new Stage().Refused(new LinkStream(new("s2"), "twin", null, new JsonObject { ["word"] = "forbidden" })).Code.ShouldBe("WORD_FORBIDDEN");

    [Fact]
    public void A_link_that_nobody_can_refuse_is_kept_and_what_it_means_waits_for_somebody()
    {
        var stage = new Stage();
        var events = stage.Must(new LinkStream(new("s2"), "twin", "same", new JsonObject { ["word"] = "forbidden" }), person: false);
        events.Select(e => e.GetType()).ShouldBe([typeof(StreamLinked), typeof(IncidentRaised)]);
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Code, incident.Instance, incident.Pending.Kind).ShouldBe(("WORD_FORBIDDEN", null, PendingKind.Link));
        stage.Refused(new ResolveIncident(incident.Id, Resolution.Retry, "again")).Code.ShouldBe("WORD_FORBIDDEN");
        stage.Start(new Drawing("mend").Start().Note("pardon").End().Connect("start → pardon → end").Build());
        stage.Resolve(Resolution.Retry).Notes.ShouldBe(["pardon", "forbidden"]);
        stage.Incidents.ShouldBeEmpty();
    }
}
