using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>The second migration: drawings that are not published yet.</summary>
[DbContext(typeof(KantelingDb))]
[Migration("20261122000000_DefinitionDrafts")]
sealed class DefinitionDrafts : Migration
{
    const string Sql = """
        CREATE TABLE definition_drafts (
          definition_id TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL, document TEXT NOT NULL, drawn_by TEXT NOT NULL,
          created_at BIGINT NOT NULL, saved_at BIGINT NOT NULL, offered_at BIGINT, version BIGINT NOT NULL);
        """;

    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(Tables.For(Sql, isSqlite: ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"));
}
