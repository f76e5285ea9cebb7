using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>A link to another stream, and what the domain makes of it.</summary>
public class LinkTests
{
    [Fact]
    public void The_domain_may_add_what_it_means()
    {
        var stage = new Stage();
        stage.Must(new LinkStream("s2", "twin", "same", new JsonObject { ["word"] = "linked" }));
        stage.Log.OfType<StreamLinked>().ShouldHaveSingleItem().Reason!.AsString().ShouldBe("same");
        stage.Notes.ShouldBe(["linked"]);
    }

    [Fact]
    public void A_link_that_means_nothing_to_the_domain_is_only_a_link()
    {
        var stage = new Stage();
        stage.Must(new LinkStream("s2", "twin", null));
        stage.Log.ShouldHaveSingleItem().ShouldBeOfType<StreamLinked>().Reason.ShouldBeNull();
        stage.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_of_the_domain_may_refuse_it() =>
        new Stage().Refused(new LinkStream("s2", "twin", null, new JsonObject { ["word"] = "forbidden" })).Code.ShouldBe("WORD_FORBIDDEN");
}
