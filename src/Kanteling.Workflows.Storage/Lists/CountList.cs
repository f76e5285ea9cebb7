using Kanteling.Workflows.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>How much was done per day, trials aside. A projection: it may be a moment behind.</summary>
public sealed class CountList
{
    readonly RegisterStore registers;

    internal CountList(RegisterStore registers) => this.registers = registers;

    /// <summary>From this day on, the last day first.</summary>
    public Task<List<DailyCount>> SinceAsync(DateOnly day) => registers.ReadAsync(db =>
        db.DailyCounts.Where(a => a.Day >= day).OrderByDescending(a => a.Day).ThenBy(a => a.Kind).ThenBy(a => a.Name).ToListAsync());
}
