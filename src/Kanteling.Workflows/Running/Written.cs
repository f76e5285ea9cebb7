using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>How values of others are written in events: no absent lists, moments in UTC.</summary>
static class Written
{
    public static ImmutableArray<T> List<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    public static TaskDue? Due(TaskDue? due) => due is null ? null : due with { DueAt = due.DueAt.ToUniversalTime() };
}
