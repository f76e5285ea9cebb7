using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class FlowGraphTests
{
    [Fact]
    public void A_line_is_all_forward()
    {
        var graph = new Drawing().WithAll("a", "b", "c").Connect("a -> b", "b -> c").Graph();

        graph.Start!.Id.Text.ShouldBe("a");
        graph.Reachable.Select(activity => activity.Id.Text).ShouldBe(["a", "b", "c"]);
        graph.ForwardInbound(new("c")).Single().Source.Text.ShouldBe("b");
        graph.Outbound(new("c")).ShouldBeEmpty();
        graph.Ancestors(new("c")).Select(id => id.Text).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void A_diamond_meets_over_two_forward_connections()
    {
        var graph = new Drawing().WithAll("a", "b", "c", "d").Connect("a -> b", "a -> c", "b -> d", "c -> d").Graph();

        graph.ForwardInbound(new("d")).Select(connection => connection.Source.Text).ShouldBe(["b", "c"]);
        graph.Ancestors(new("d")).Select(id => id.Text).ShouldBe(["a", "b", "c"], ignoreOrder: true);
        graph.Outbound(new("a")).ShouldAllBe(connection => !graph.IsBackward(connection));
    }

    [Fact]
    public void A_loop_back_to_a_step_that_every_path_passes_is_valid()
    {
        var graph = new Drawing().WithAll("a", "b", "c").Connect("a -> b", "b -> c", "c.Opnieuw -> b").Graph();
        var back = graph.Outbound(new("c")).Single();

        graph.IsBackward(back).ShouldBeTrue();
        graph.IsValidBackward(back).ShouldBeTrue();
        graph.ForwardInbound(new("b")).Single().Source.Text.ShouldBe("a");
    }

    [Fact]
    public void A_loop_back_into_one_of_two_branches_is_invalid()
    {
        var graph = new Drawing().WithAll("a", "b", "c", "d").Connect("a -> b", "a -> c", "b -> d", "c -> d", "d.Opnieuw -> b").Graph();
        var back = graph.Outbound(new("d")).Single();

        graph.IsBackward(back).ShouldBeTrue();
        graph.IsValidBackward(back).ShouldBeFalse();
    }

    [Fact]
    public void A_loop_over_a_diamond_back_to_the_split_is_valid()
    {
        var graph = new Drawing().WithAll("s", "a", "b", "c", "d").Connect("s -> a", "a -> b", "a -> c", "b -> d", "c -> d", "d -> a").Graph();

        graph.IsValidBackward(graph.Outbound(new("d")).Single()).ShouldBeTrue();
    }

    [Fact]
    public void A_connection_to_itself_is_a_valid_way_back()
    {
        var graph = new Drawing().WithAll("a").Connect("a.Opnieuw -> a").Graph();

        graph.IsValidBackward(graph.Outbound(new("a")).Single()).ShouldBeTrue();
        graph.ForwardInbound(new("a")).ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_sideways_to_an_earlier_level_is_forward()
    {
        // b is expanded before d, yet d -> b closes no cycle.
        var graph = new Drawing().WithAll("a", "b", "c", "d").Connect("a -> b", "a -> c", "c -> d", "d -> b").Graph();

        graph.IsBackward(graph.Outbound(new("d")).Single()).ShouldBeFalse();
        graph.ForwardInbound(new("b")).Count.ShouldBe(2);
        graph.InForwardOrder().Select(id => id.Text).ShouldBe(["a", "c", "d", "b"]);
    }

    [Fact]
    public void What_nothing_leads_to_is_unreachable_and_counts_nowhere()
    {
        var graph = new Drawing().WithAll("a", "b", "los").Connect("a -> b", "los -> b").Graph();

        graph.IsReachable(new("los")).ShouldBeFalse();
        graph.ForwardInbound(new("b")).Single().Source.Text.ShouldBe("a");
        graph.IsBackward(graph.Outbound(new("los")).Single()).ShouldBeFalse();
    }

    [Fact]
    public void The_trigger_that_fired_is_the_start_and_changes_what_is_backward()
    {
        var drawing = new Drawing().WithAll("a", "b", "c").Connect("a -> b", "b -> c", "c -> a");
        var definition = drawing.Read();

        definition.Root.GraphFrom(new("c")).Start!.Id.Text.ShouldBe("c");
        definition.Root.GraphFrom(new("c")).Outbound(new("b")).Single().ShouldSatisfyAllConditions(
            connection => definition.Root.GraphFrom(new("c")).IsBackward(connection).ShouldBeTrue(),
            connection => definition.Root.GraphFrom(new("a")).IsBackward(connection).ShouldBeFalse());
    }

    [Fact]
    public void The_start_is_chosen_in_the_order_of_Elsa()
    {
        var drawing = new Drawing().WithAll("a").With("trigger", "Elsa.Event", Drawing.MayStart).With("begin", "Elsa.Start").Connect("begin -> a");
        drawing.Graph("a").Start!.Id.Text.ShouldBe("a");
        drawing.Graph().Start!.Id.Text.ShouldBe("begin");
        drawing.Graph("elders").Start!.Id.Text.ShouldBe("begin");

        drawing.Root["start"] = "trigger";
        drawing.Graph().Start!.Id.Text.ShouldBe("trigger");

        new Drawing().WithAll("a").With("trigger", "Elsa.Event", Drawing.MayStart).Graph().Start!.Id.Text.ShouldBe("trigger");
        new Drawing().WithAll("a", "b").Connect("b -> a").Graph().Start!.Id.Text.ShouldBe("b");
        new Drawing().WithAll("a", "b").Connect("b -> a", "a -> b").Graph().Start!.Id.Text.ShouldBe("a");
    }

    [Fact]
    public void A_flowchart_without_activities_has_no_start()
    {
        var graph = new Drawing().Graph();

        graph.Start.ShouldBeNull();
        graph.Reachable.ShouldBeEmpty();
    }

    [Fact]
    public void A_nested_flowchart_has_a_graph_of_its_own()
    {
        var inner = new Drawing().WithAll("x", "y").Connect("x -> y").Root;
        inner["id"] = "binnen";
        var definition = new Drawing().With("als", "Elsa.If", ("then", inner.DeepClone())).WithAll("na").Connect("als -> na").Read();

        definition.Nodes[new("binnen")].GraphFrom(null).Reachable.Select(activity => activity.Id.Text).ShouldBe(["x", "y"]);
        definition.Root.GraphFrom(null).Reachable.Select(activity => activity.Id.Text).ShouldBe(["als", "na"]);
        definition.Nodes[new("y")].NodeId.ShouldBe("Workflow1:fc:als:binnen:y");
    }

    [Fact]
    public void The_graph_is_made_once_per_start()
    {
        var root = new Drawing().WithAll("a", "b").Connect("a -> b").Read().Root;

        root.GraphFrom(null).ShouldBeSameAs(root.GraphFrom(new("a")));
        root.GraphFrom(new("b")).ShouldNotBeSameAs(root.GraphFrom(new("a")));
        Should.Throw<InvalidOperationException>(() => root.Children[0].GraphFrom(null));
    }

    [Fact]
    public void The_directions_are_those_of_the_definition_for_any_drawing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var ids = Enumerable.Range(0, random.Next(1, 9)).Select(number => new ActivityId($"a{number}")).ToArray();
            var arrows = Enumerable.Range(0, random.Next(0, 16)).Select(_ => $"{ids[random.Next(ids.Length)]} -> {ids[random.Next(ids.Length)]}").Distinct().ToArray();
            var graph = new Drawing().WithAll([.. ids.Select(id => id.Text)]).Connect(arrows).Graph("a0");

            Forward(graph, new("a0")).ShouldBe(ids.SelectMany(graph.Outbound).Where(connection => graph.IsReachable(connection.Source) && !graph.IsBackward(connection)), ignoreOrder: true, $"seed {seed}");
            foreach (var back in ids.SelectMany(graph.Outbound).Where(graph.IsBackward))
                graph.IsValidBackward(back).ShouldBe(!CanAvoid(graph, new("a0"), back.Source, back.Target), $"seed {seed}: {back}");
        }
    }

    [Fact]
    public void A_long_chain_with_a_way_back_costs_in_step_with_its_length() => Growth.ShouldStayBelowSquare(2_250, Chain, (definition, length) =>
    {
        var (graph, last) = (definition.Root.GraphFrom(null), new ActivityId($"a{length - 1}"));
        graph.IsValidBackward(graph.Outbound(last).Single()).ShouldBeTrue();
        graph.Ancestors(last).Count.ShouldBe(length - 1);
    });

    static WorkflowDefinition Chain(int length)
    {
        var ids = Enumerable.Range(0, length).Select(number => $"a{number}").ToArray();
        return new Drawing().WithAll(ids).Connect([.. ids.Zip(ids.Skip(1), (from, to) => $"{from} -> {to}"), $"{ids[^1]}.Opnieuw -> a1"]).Read();
    }

    // The definition, word by word: breadth-first, accept what closes no cycle over what was accepted.
    static List<Connection> Forward(FlowGraph graph, ActivityId start)
    {
        var accepted = new List<Connection>();
        var reached = new List<ActivityId> { start };
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var connection in graph.Outbound(reached[next]))
            {
                if (Leads(accepted, connection.Target, connection.Source))
                    continue;
                accepted.Add(connection);
                if (!reached.Contains(connection.Target))
                    reached.Add(connection.Target);
            }
        }
        return accepted;
    }

    static bool Leads(List<Connection> connections, ActivityId from, ActivityId to) =>
        from == to || connections.Where(connection => connection.Source == from).Any(connection => Leads(connections, connection.Target, to));

    static bool CanAvoid(FlowGraph graph, ActivityId start, ActivityId from, ActivityId avoided) =>
        from != avoided && (from == start || graph.ForwardInbound(from).Any(connection => CanAvoid(graph, start, connection.Source, avoided)));
}
