using System.Data.Common;
using System.Globalization;
using Kanteling.Workflows.Storage.Schema;
using Kanteling.Workflows.Storage.Sqlite;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>A projection from nothing, in a database in memory: beside a server that runs, and also where nothing may be written.</summary>
static class Rebuild
{
    /// <summary>Its rows as they should be at this position.</summary>
    public static async Task<List<string>> MakeAsync(Projection projection, Feed feed, FeedPosition until, CancellationToken cancellation)
    {
        using var session = SqliteSession.InMemory();
        using (var make = session.Connection.CreateCommand())
        {
            make.CommandText = Tables.For(Tables.Projected, isSqlite: true);
            make.ExecuteNonQuery();
        }
        var position = default(FeedPosition);
        while (until.IsAfter(position) && await feed.ReadAsync(position, Projections.AtOnce, cancellation) is [.., { Position: var last }] page)
        {
            foreach (var step in projection.Write([.. page.TakeWhile(row => !row.Position.IsAfter(until))]))
                session.Run(step);
            position = last;
        }
        var rows = new List<string>();
        using var r = session.Ask(projection.Content);
        while (r.Read())
            rows.Add(Text(r));
        return rows;
    }

    /// <summary>A row, to compare.</summary>
    public static string Text(DbDataReader r) =>
        string.Join('\u001f', Enumerable.Range(0, r.FieldCount).Select(n => Convert.ToString(r.GetValue(n), CultureInfo.InvariantCulture)));
}
