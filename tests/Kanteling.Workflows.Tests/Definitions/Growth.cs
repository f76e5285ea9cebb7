using System.Diagnostics;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>
/// Whether work grows in step with its size. No absolute time: the same work on four times as much, each the best of a few,
/// may cost at most about sixteen times as much, which is where a square would be.
/// </summary>
static class Growth
{
    const int Times = 4;
    const double Square = Times * Times;

    /// <param name="make">Made anew for each round, outside the measuring: what was computed once is remembered.</param>
    public static void ShouldStayBelowSquare(int small, Func<int, WorkflowDefinition> make, Action<WorkflowDefinition, int> work)
    {
        var ratio = double.MaxValue;
        for (var round = 0; round < 5 && ratio >= Square; round++)
            ratio = Math.Min(ratio, Cost(small * Times) / Cost(small));
        ratio.ShouldBeLessThan(Square);

        double Cost(int size) => Enumerable.Range(0, 3).Min(_ =>
        {
            var definition = make(size);
            var watch = Stopwatch.StartNew();
            work(definition, size);
            return watch.Elapsed.TotalMicroseconds;
        });
    }
}
