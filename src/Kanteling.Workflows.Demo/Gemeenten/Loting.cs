namespace Kanteling.Workflows.Demo.Gemeenten;

static class Loting
{
    /// <summary>One of these, by weight.</summary>
    public static T Trek<T>(Random dobbel, IEnumerable<(T Wat, int Gewicht)> loten)
    {
        var alle = loten.ToList();
        var lot = dobbel.Next(alle.Sum(l => l.Gewicht));
        return alle.First(l => (lot -= l.Gewicht) < 0).Wat;
    }
}
