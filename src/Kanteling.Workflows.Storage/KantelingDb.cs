using System.Collections.Immutable;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// The database as EF Core sees it: the registers, which it writes, and the rows of streams, which it only reads
/// (the commit path writes those). Get one from <see cref="RegisterStore"/>, which knows who may write when.
/// </summary>
sealed class KantelingDb(DbContextOptions<KantelingDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<RoleRequest> RoleRequests => Set<RoleRequest>();

    public DbSet<AccessLink> AccessLinks => Set<AccessLink>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DefinitionDraft> DefinitionDrafts => Set<DefinitionDraft>();

    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();

    public DbSet<RegisterVersion> RegisterVersions => Set<RegisterVersion>();

    public DbSet<DossierRead> DossierReads => Set<DossierRead>();

    // Rows of streams, read only. What has no stream in its name leaves the trials out: whoever makes a list, a count or a figure
    // need not think of them. A pattern at the beginning of the id, so that no index is left for it and nothing is joined;
    // an id has no StartsWith, so it is taken as the text that its column has.

    /// <summary>Streams by their labels.</summary>
    public IQueryable<StreamRow> Streams => Rows<StreamRow>().Where(s => !((string)(object)s.Id).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<TaskRow> Tasks => Rows<TaskRow>().Where(t => !((string)(object)t.Stream).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<ClosedTask> ClosedTasks => Rows<ClosedTask>().Where(t => !((string)(object)t.Stream).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<InstanceRow> Instances => Rows<InstanceRow>().Where(i => !((string)(object)i.Stream).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<ClosedInstance> ClosedInstances => Rows<ClosedInstance>().Where(i => !((string)(object)i.Stream).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<IncidentRow> Incidents => Rows<IncidentRow>().Where(i => !((string)(object)i.Stream).StartsWith(Workflows.Streams.TrialPrefix));

    public IQueryable<DailyCount> DailyCounts => Rows<DailyCount>();

    /// <summary>Of this stream, also when it is a trial; of all but the trials when there is none.</summary>
    public IQueryable<TaskRow> TasksOf(StreamId? stream) => stream is null ? Tasks : Rows<TaskRow>().Where(t => t.Stream == stream);

    /// <inheritdoc cref="TasksOf" />
    public IQueryable<ClosedTask> ClosedTasksOf(StreamId? stream) => stream is null ? ClosedTasks : Rows<ClosedTask>().Where(t => t.Stream == stream);

    /// <inheritdoc cref="TasksOf" />
    public IQueryable<InstanceRow> InstancesOf(StreamId? stream) => stream is null ? Instances : Rows<InstanceRow>().Where(i => i.Stream == stream);

    /// <inheritdoc cref="TasksOf" />
    public IQueryable<ClosedInstance> ClosedInstancesOf(StreamId? stream) => stream is null ? ClosedInstances : Rows<ClosedInstance>().Where(i => i.Stream == stream);

    /// <inheritdoc cref="TasksOf" />
    public IQueryable<IncidentRow> IncidentsOf(StreamId? stream) => stream is null ? Incidents : Rows<IncidentRow>().Where(i => i.Stream == stream);

    /// <summary>Trials and all, for who says himself which streams he wants.</summary>
    internal IQueryable<T> Rows<T>() where T : class => Set<T>().AsNoTracking();

    /// <summary>Every version that was ever published. The document is large: choose columns.</summary>
    public IQueryable<DefinitionRow> Definitions => Set<DefinitionRow>().AsNoTracking();

    /// <summary>All rows of a query, for those who do not know EF Core.</summary>
    public Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellation = default) => query.ToListAsync(cancellation);

    /// <summary>The first row of a query, or null.</summary>
    public Task<T?> FirstAsync<T>(IQueryable<T> query, CancellationToken cancellation = default) => query.FirstOrDefaultAsync(cancellation);

    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation = default) => query.CountAsync(cancellation);

    /// <summary>Says which version of a row the user saw; saving fails when somebody changed it since.</summary>
    public void Expect(RegisterRow row, long version) => Entry(row).Property(r => r.Version).OriginalValue = version;

    protected override void OnModelCreating(ModelBuilder model)
    {
        RegisterMapping.Map(model);
        RowMapping.Map(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(ColumnNames.Of(property.Name));
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<DateOnly>().HaveConversion<IsoDay>();
        conventions.Properties<bool>().HaveConversion<long>();
        conventions.Properties<int>().HaveConversion<long>();
        conventions.Properties<TaskId>().HaveConversion<IdNumber<TaskId>>();
        conventions.Properties<InstanceId>().HaveConversion<IdNumber<InstanceId>>();
        conventions.Properties<IncidentId>().HaveConversion<IdNumber<IncidentId>>();
        conventions.Properties<StreamId>().HaveConversion<IdText<StreamId>>();
        conventions.Properties<DossierId>().HaveConversion<IdText<DossierId>>();
        conventions.Properties<DefinitionId>().HaveConversion<IdText<DefinitionId>>();
        conventions.Properties<ActivityId>().HaveConversion<IdText<ActivityId>>();
        conventions.Properties<UserId>().HaveConversion<IdText<UserId>>();
        conventions.Properties<ActorId>().HaveConversion<IdText<ActorId>>();
        conventions.Properties<TeamId>().HaveConversion<IdText<TeamId>>();
        conventions.Properties<ImmutableArray<string>>().HaveConversion<JsonTexts, JsonTextsComparer>();
    }
}
