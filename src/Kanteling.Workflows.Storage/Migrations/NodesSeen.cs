using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>Which programs work on this database: their version, and when they were last heard of. Says nothing of anybody.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class NodesSeen() : TextMigration(Text)
{
    public const string Id = "20261201060000_NodesSeen";

    const string Text = """
        CREATE TABLE nodes (name TEXT NOT NULL PRIMARY KEY, version TEXT NOT NULL, schema TEXT NOT NULL, started_at BIGINT NOT NULL, seen_at BIGINT NOT NULL) SMALL;
        """;
}
