using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>The lists that pages and programs show. Who may see a row is not decided here.</summary>
public sealed class WorkLists
{
    readonly RegisterStore registers;

    internal WorkLists(RegisterStore registers) => this.registers = registers;

    public Task<ListPage<TaskRow>> TasksAsync(TaskQuestion question, Paging paging, CancellationToken cancellation = default) =>
        PageAsync(db => Ordered(Matching(db.Rows<TaskRow>(), question)), paging, cancellation);

    /// <summary>Open tasks that this sight reaches, in the order of <see cref="TasksAsync"/>.</summary>
    /// <param name="role">Only those that are addressed to this role; null for all.</param>
    public Task<ListPage<TaskRow>> SeenTasksAsync(Zicht sight, Kring around, string? role, Paging paging) =>
        PageAsync(db => Ordered(OfRole(TaskSight.Seen(db, sight, around), role)), paging, CancellationToken.None);

    /// <summary>Every way in which open tasks are addressed, with how many there are.</summary>
    public Task<List<(Taakweg Way, int Count)>> WaysAsync() => registers.ReadAsync(TaskSight.WaysAsync);

    /// <summary>The open tasks that are addressed so, the oldest first.</summary>
    public Task<ListPage<TaskRow>> TasksOfWayAsync(Taakweg way, Paging paging) => PageAsync(db => TaskSight.OfWay(db, way).OrderBy(t => t.OpenedAt).ThenBy(t => t.Stream).ThenBy(t => t.Id), paging, CancellationToken.None);

    /// <summary>The streams in which somebody has an open task.</summary>
    public Task<List<StreamId>> StreamsOfAsync(UserId user) => registers.ReadAsync(db => db.Tasks.Where(t => t.Assignee == user).Select(t => t.Stream).Distinct().ToListAsync());

    /// <summary>How many open tasks this sight reaches.</summary>
    public Task<int> CountSeenTasksAsync(Zicht sight, Kring around) => registers.ReadAsync(db => TaskSight.Seen(db, sight, around).CountAsync());

    public Task<ListPage<ClosedTask>> ClosedTasksAsync(ClosedTaskQuestion question, Paging paging, CancellationToken cancellation = default) =>
        PageAsync(db => db.ClosedTasksOf(question.Stream)
            .Where(t => question.ClosedBy == null || t.ClosedBy == question.ClosedBy)
            .Where(t => question.Dossier == null || t.Dossier == question.Dossier)
            .Where(t => question.Since == null || t.ClosedAt >= question.Since)
            .Where(t => !question.Without.Contains(t.Stream))
            .OrderByDescending(t => t.ClosedAt).ThenBy(t => t.Stream).ThenByDescending(t => t.Id), paging, cancellation);

    public Task<ListPage<InstanceRow>> InstancesAsync(InstanceQuestion question, Paging paging, CancellationToken cancellation = default) =>
        PageAsync(db => db.InstancesOf(question.Stream)
            .Where(i => question.DefinitionId == null || i.DefinitionId == question.DefinitionId)
            .Where(i => question.DefinitionVersion == null || i.DefinitionVersion == question.DefinitionVersion)
            .Where(i => question.Dossier == null || i.Dossier == question.Dossier)
            .Where(i => question.Status == null || i.Status == question.Status)
            .OrderBy(i => i.StartedAt).ThenBy(i => i.Stream).ThenBy(i => i.Id), paging, cancellation);

    public Task<ListPage<ClosedInstance>> ClosedInstancesAsync(ClosedInstanceQuestion question, Paging paging, CancellationToken cancellation = default) =>
        PageAsync(db => db.ClosedInstancesOf(question.Stream)
            .Where(i => question.DefinitionId == null || i.DefinitionId == question.DefinitionId)
            .Where(i => question.Since == null || i.ClosedAt >= question.Since)
            .OrderByDescending(i => i.ClosedAt).ThenBy(i => i.Stream).ThenByDescending(i => i.Id), paging, cancellation);

    public Task<ListPage<IncidentRow>> IncidentsAsync(IncidentQuestion question, Paging paging, CancellationToken cancellation = default) =>
        PageAsync(db => Ordered(db.IncidentsOf(question.Stream).Where(i => question.Code == null || i.Code == question.Code)), paging, cancellation);

    /// <summary>Open incidents that this sight reaches: those of shielded streams only for who repairs everywhere. The oldest first.</summary>
    public Task<ListPage<IncidentRow>> SeenIncidentsAsync(Zicht sight, Paging paging) => PageAsync(db => Ordered(sight.HersteltOveral
        ? db.Incidents
        : db.Incidents.Where(i => !db.Streams.Any(s => s.Id == i.Stream && s.Kind == Zicht.Afgeschermd))), paging, CancellationToken.None);

    static IQueryable<TaskRow> Matching(IQueryable<TaskRow> tasks, TaskQuestion question)
    {
        // Each condition only when asked: a condition that is always there keeps an index from being used.
        if (!question.Roles.IsDefaultOrEmpty)
        {
            var roles = question.Roles.ToList();
            tasks = tasks.Where(t => t.Role != null && roles.Contains(t.Role));
        }
        if (question.Team is { } team)
            tasks = tasks.Where(t => t.Team == team);
        if (question.Assignee is { } assignee)
            tasks = tasks.Where(t => t.Assignee == assignee);
        if (question.Dossier is { } dossier)
            tasks = tasks.Where(t => t.Dossier == dossier);
        if (question.DueBefore is { } before)
            tasks = tasks.Where(t => EF.Property<long>(t, RowMapping.DueOrder) < before.UtcTicks);
        if (question.OnlyUnassigned)
            tasks = tasks.Where(t => t.Assignee == null);
        // Last, so that only the rows that all the rest leaves are looked at for it: measured, that costs nothing.
        return question.Stream is { } stream ? tasks.Where(t => t.Stream == stream) : tasks.Where(t => !((string)(object)t.Stream).StartsWith(Workflows.Streams.TrialPrefix));
    }

    static IQueryable<IncidentRow> Ordered(IQueryable<IncidentRow> incidents) => incidents.OrderBy(i => i.At).ThenBy(i => i.Stream).ThenBy(i => i.Id);

    static IQueryable<TaskRow> OfRole(IQueryable<TaskRow> tasks, string? role) => role is null ? tasks : tasks.Where(t => t.Role == role);

    static IQueryable<TaskRow> Ordered(IQueryable<TaskRow> tasks) =>
        tasks.OrderBy(t => EF.Property<long>(t, RowMapping.DueOrder)).ThenBy(t => t.OpenedAt).ThenBy(t => t.Stream).ThenBy(t => t.Id);

    /// <summary>A page that is not full is the last one, and says itself how many there are; only of the others the rest is counted.</summary>
    Task<ListPage<T>> PageAsync<T>(Func<KantelingDb, IQueryable<T>> query, Paging paging, CancellationToken cancellation) => registers.ReadAsync(async db =>
    {
        var rows = await query(db).Skip(paging.Skip).Take(paging.Take).ToListAsync(cancellation);
        var isLast = rows.Count < paging.Take && (rows.Count > 0 || paging.Skip == 0);
        return new ListPage<T>([.. rows], isLast ? paging.Skip + rows.Count : await query(db).CountAsync(cancellation));
    });
}
