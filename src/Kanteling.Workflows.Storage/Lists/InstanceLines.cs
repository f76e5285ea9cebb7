using System.Linq.Expressions;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>
/// Open and closed instances in one list. They stand in two tables; a page is the best of the first rows of both, so each is
/// asked for no more than the page needs. Who may see a row is not decided here.
/// </summary>
public sealed class InstanceLines
{
    readonly RegisterStore registers;

    internal InstanceLines(RegisterStore registers) => this.registers = registers;

    public Task<ListPage<InstanceLine>> FindAsync(InstanceSearch search, Paging paging, CancellationToken cancellation = default) => registers.ReadAsync(async db =>
    {
        var (found, total) = (new List<InstanceLine>(), 0);
        foreach (var lines in new[] { Open(db, search), Closed(db, search) })
        {
            if (lines is null)
                continue;
            total += await lines.CountAsync(cancellation);
            found.AddRange(await Ordered(lines, search).Take(paging.Skip + paging.Take).ToListAsync(cancellation));
        }
        found.Sort((a, b) => Compare(a, b, search));
        return new ListPage<InstanceLine>([.. found.Skip(paging.Skip).Take(paging.Take)], total);
    });

    /// <summary>The ids of definitions that trials run on or ran on.</summary>
    public Task<List<DefinitionId>> TrialDefinitionsAsync(CancellationToken cancellation = default) => registers.ReadAsync(db =>
        db.Rows<InstanceRow>().Where(i => ((string)(object)i.Stream).StartsWith(Workflows.Streams.TrialPrefix)).Select(i => i.DefinitionId)
            .Union(db.Rows<ClosedInstance>().Where(i => ((string)(object)i.Stream).StartsWith(Workflows.Streams.TrialPrefix)).Select(i => i.DefinitionId)).ToListAsync(cancellation));

    static IQueryable<InstanceLine>? Open(KantelingDb db, InstanceSearch search) =>
        !Wants(search, "running", "suspended") || (search.Moments ?? []).Any(m => m.Column == InstanceColumn.FinishedAt) ? null : Narrowed(
            from i in db.Rows<InstanceRow>()
            join s in db.Rows<StreamRow>() on i.Stream equals s.Id
            join c in db.Rows<CommitMoment>() on new { Stream = s.Id, s.Version } equals new { c.Stream, c.Version }
            select new InstanceLine
            {
                Stream = i.Stream, Id = i.Id, DefinitionId = i.DefinitionId, DefinitionVersion = i.DefinitionVersion, Correlation = i.Correlation, Name = i.Name,
                Status = i.Status, Incidents = i.Incidents, StartedAt = i.StartedAt, UpdatedAt = c.At, ClosedAt = c.At, IsOpen = true,
            }, db, search);

    static IQueryable<InstanceLine>? Closed(KantelingDb db, InstanceSearch search) =>
        !Wants(search, "finished", "cancelled", "faulted") || search.HasIncidents == true || search.Correlation is not null ? null : Narrowed(
            db.Rows<ClosedInstance>().Select(i => new InstanceLine
            {
                Stream = i.Stream, Id = i.Id, DefinitionId = i.DefinitionId, DefinitionVersion = i.DefinitionVersion,
                Status = i.Status, Incidents = 0, StartedAt = i.StartedAt, UpdatedAt = i.ClosedAt, ClosedAt = i.ClosedAt,
            }), db, search);

    static bool Wants(InstanceSearch search, params string[] statuses) => search.Statuses is null || search.Statuses.Any(statuses.Contains);

    static IQueryable<InstanceLine> Narrowed(IQueryable<InstanceLine> lines, KantelingDb db, InstanceSearch q)
    {
        if (q.Trials is { } trials)
            lines = trials ? lines.Where(l => ((string)(object)l.Stream).StartsWith(Workflows.Streams.TrialPrefix)) : lines.Where(l => !((string)(object)l.Stream).StartsWith(Workflows.Streams.TrialPrefix));
        if (q.Related is { } related)
            lines = lines.Where(l => db.Rows<SearchTerm>().Any(t => t.Stream == l.Stream && t.Person == "" && t.Kind == Zoeksoort.Betrokken && related.Contains(t.Term)));
        if (q.WithoutKind is { } kind)
            lines = lines.Where(l => !db.Rows<StreamRow>().Any(s => s.Id == l.Stream && s.Kind == kind));
        if (q.DefinitionIds is { } definitions)
        {
            // One parameter for the whole list: a drawing that is tried often has many copies, and a statement has so many parameters and no more.
            lines = lines.Where(l => EF.Parameter(definitions).Contains(l.DefinitionId));
        }
        if (q.DefinitionVersion is { } version)
            lines = lines.Where(l => l.DefinitionVersion == version);
        if (q.Statuses is { } statuses)
            lines = lines.Where(l => statuses.Contains(l.Status));
        if (q.HasIncidents is { } incidents)
            lines = incidents ? lines.Where(l => l.Incidents > 0) : lines.Where(l => l.Incidents == 0);
        if (q.Text is { } text)
            lines = lines.Where(l => ((string)(object)l.Stream).Contains(text) || ((string)(object)l.DefinitionId).Contains(text));
        if (q.Correlation is { } correlation)
            lines = lines.Where(l => l.Correlation == correlation && ((string)(object)l.Stream).StartsWith(Workflows.Streams.TrialPrefix));
        return (q.Moments ?? []).Aggregate(lines, At);
    }

    static IQueryable<InstanceLine> At(IQueryable<InstanceLine> lines, MomentQuestion q)
    {
        Expression<Func<InstanceLine, DateTimeOffset>> column = q.Column switch
        {
            InstanceColumn.UpdatedAt => l => l.UpdatedAt,
            InstanceColumn.FinishedAt => l => l.ClosedAt,
            _ => l => l.StartedAt,
        };
        var kind = q.Comparison switch
        {
            Comparison.IsNot => ExpressionType.NotEqual,
            Comparison.LessThan => ExpressionType.LessThan,
            Comparison.GreaterThan => ExpressionType.GreaterThan,
            Comparison.LessThanOrEqual => ExpressionType.LessThanOrEqual,
            Comparison.GreaterThanOrEqual => ExpressionType.GreaterThanOrEqual,
            _ => ExpressionType.Equal,
        };
        return lines.Where(Expression.Lambda<Func<InstanceLine, bool>>(Expression.MakeBinary(kind, column.Body, Expression.Constant(q.Moment)), column.Parameters));
    }

    static IQueryable<InstanceLine> Ordered(IQueryable<InstanceLine> lines, InstanceSearch q) => q.OrderBy switch
    {
        InstanceColumn.UpdatedAt => By(lines, l => l.UpdatedAt, q.Descending),
        InstanceColumn.FinishedAt => By(lines, l => l.ClosedAt, q.Descending),
        InstanceColumn.Definition => By(lines, l => l.DefinitionId, q.Descending),
        _ => By(lines, l => l.StartedAt, q.Descending),
    };

    static IQueryable<InstanceLine> By<TKey>(IQueryable<InstanceLine> lines, Expression<Func<InstanceLine, TKey>> key, bool descending) =>
        (descending ? lines.OrderByDescending(key) : lines.OrderBy(key)).ThenBy(l => l.Stream).ThenBy(l => l.Id);

    /// <summary>The same order for the rows of both tables together. What is open has no end yet: it comes after everything that has.</summary>
    static int Compare(InstanceLine a, InstanceLine b, InstanceSearch q)
    {
        var order = q.OrderBy switch
        {
            InstanceColumn.UpdatedAt => a.UpdatedAt.CompareTo(b.UpdatedAt),
            InstanceColumn.FinishedAt => a.IsOpen == b.IsOpen ? a.ClosedAt.CompareTo(b.ClosedAt) : a.IsOpen.CompareTo(b.IsOpen),
            InstanceColumn.Definition => a.DefinitionId.CompareTo(b.DefinitionId),
            _ => a.StartedAt.CompareTo(b.StartedAt),
        };
        if (order != 0)
            return q.Descending ? -order : order;
        var stream = a.Stream.CompareTo(b.Stream);
        return stream != 0 ? stream : a.Id.CompareTo(b.Id);
    }
}
