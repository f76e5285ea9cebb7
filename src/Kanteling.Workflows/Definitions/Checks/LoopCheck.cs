namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>A loop in which nothing can wait runs until the budget of one decision is used up, unless a condition ends it.</summary>
static class LoopCheck
{
    const int MostNamed = 10;

    public static IEnumerable<Finding> Run(DrawnFlow flow)
    {
        var automatic = flow.Reachable.Where(activity => !flow.Catalogue.MayWait(activity)).ToList();
        var indexes = automatic.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var next = automatic.ConvertAll(activity => flow.Outbound(activity)
            .Where(connection => indexes.ContainsKey(connection.Target))
            .Select(connection => indexes[connection.Target]).ToArray());
        return DrawnLoops.In(next).Select(loop => loop.Order().Select(index => automatic[index].Id).ToList()).Select(loop =>
            Finding.Warning(FindingCode.LoopWithoutWait, loop[0], string.Join(", ", loop.Take(MostNamed))));
    }
}
