namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>The arrows of one flowchart: they exist, leave by a port that exists, lead somewhere, and lead back only where that is allowed.</summary>
static class FlowchartCheck
{
    public static IEnumerable<Finding> Run(DrawnFlow flow) =>
    [
        .. flow.Flowchart.DuplicateConnections.Select(connection => Finding.Warning(FindingCode.ConnectionDuplicate, connection.Source, Arrow(connection))),
        .. flow.Flowchart.Connections.SelectMany(connection => Ends(flow, connection)),
        .. flow.Activities.Except(flow.Reachable).Select(activity => Finding.Warning(FindingCode.ActivityUnreachable, activity.Id)),
        .. flow.Graphs.SelectMany(InvalidReturns),
        .. DeadEndCheck.Run(flow),
        .. LoopCheck.Run(flow),
        .. flow.Graphs.SelectMany(graph => MeetingCheck.Run(flow, graph)),
    ];

    static IEnumerable<Finding> Ends(DrawnFlow flow, Connection connection)
    {
        var source = flow.Find(connection.Source);
        if (source is null || flow.Find(connection.Target) is null)
            yield return Finding.Warning(FindingCode.ConnectionToUnknownActivity, (source ?? flow.Flowchart).Id, Arrow(connection));
        if (source is null || flow.Catalogue.HasOpenPorts(source))
            yield break;
        var ports = flow.Catalogue.PortsOf(source);
        if (ports.All(port => port.Name != connection.Port))
            yield return Finding.Error(FindingCode.PortUnknown, source.Id, connection.Port, string.Join(", ", ports.Select(port => port.Name)));
    }

    static IEnumerable<Finding> InvalidReturns(FlowGraph graph) =>
        from activity in graph.Reachable
        from connection in graph.Outbound(activity.Id)
        where graph.IsBackward(connection) && !graph.IsValidBackward(connection)
        select Finding.Error(FindingCode.BackwardConnectionInvalid, connection.Source, Arrow(connection));

    static string[] Arrow(Connection connection) => [connection.Source.Text, connection.Port, connection.Target.Text];
}
