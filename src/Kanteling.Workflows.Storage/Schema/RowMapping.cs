using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Schema;

/// <summary>The rows of streams, for lists. They are the engine's own records.</summary>
static class RowMapping
{
    /// <summary>Orders tasks without a due moment last, by an index.</summary>
    public const string DueOrder = "DueOrder";

    public static void Map(ModelBuilder model)
    {
        model.Entity<StreamRow>().ToTable("streams").HasKey(s => s.Id);
        model.Entity<TaskRow>().ToTable("tasks").HasKey(t => new { t.Stream, t.Id });
        model.Entity<TaskRow>().Property<long>(DueOrder);
        model.Entity<ClosedTask>().ToTable("closed_tasks").HasKey(t => new { t.Stream, t.Id });
        model.Entity<InstanceRow>().ToTable("instances").HasKey(i => new { i.Stream, i.Id });
        model.Entity<ClosedInstance>().ToTable("closed_instances").HasKey(i => new { i.Stream, i.Id });
        model.Entity<DefinitionRow>().ToTable("definitions").HasKey(d => new { d.DefinitionId, d.Version });
        model.Entity<CommitMoment>().ToTable("commits").HasKey(c => new { c.Stream, c.Version });
        model.Entity<SearchTerm>().ToTable("search_terms").HasKey(t => new { t.Stream, t.Person, t.Kind, t.Place, t.Term });
        model.Entity<DailyCount>().ToTable("daily_counts").HasKey(a => new { a.Day, a.Kind, a.Name });
        model.Entity<IncidentRow>().ToTable("incidents").HasKey(i => new { i.Stream, i.Id });
    }
}
