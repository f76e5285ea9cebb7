namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// Ports that lead nowhere. A definition of a domain must reach an end, so there a case would silently be stuck: an error where a
/// person, a wait or a choice is concerned, a warning behind an automatic step, which may be a side branch. A definition of Elsa's
/// own activities may simply run out of work; only when its author drew an end is a loose port probably forgotten.
/// </summary>
static class DeadEndCheck
{
    public static IEnumerable<Finding> Run(DrawnFlow flow)
    {
        // What hangs inside another activity ends by running out of work: that is how it hands back.
        if (flow.Flowchart.Parent is not null)
            return [];
        var needsEnd = flow.Definition.NeedsEnd;
        if (!needsEnd && !flow.Reachable.Any(activity => flow.Catalogue.Has(activity, ActivityTraits.Terminal)))
            return [];
        return from activity in flow.Reachable
               where activity.Type != ActivityTypes.Fault
               let isStop = IsStop(flow, activity)
               where isStop || needsEnd
               from port in LoosePorts(flow, activity)
               select new Finding(FindingCode.DeadEnd, isStop && needsEnd ? FindingSeverity.Error : FindingSeverity.Warning, activity.Id, [port]);
    }

    static bool IsStop(DrawnFlow flow, ActivityNode activity) =>
        activity.IsOfDomain || flow.Catalogue.MayWait(activity) || flow.Catalogue.PortsOf(activity).Count > 1;

    static IEnumerable<string> LoosePorts(DrawnFlow flow, ActivityNode activity)
    {
        var connected = flow.Outbound(activity).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal);
        if (flow.Catalogue.HasOpenPorts(activity))
            return connected.Count > 0 ? [] : [ActivityTypes.DefaultPort];
        return flow.Catalogue.PortsOf(activity).Select(port => port.Name).Where(port => !connected.Contains(port));
    }
}
