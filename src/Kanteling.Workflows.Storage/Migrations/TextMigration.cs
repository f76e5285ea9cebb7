using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>A migration that is one text for both databases, as <see cref="Tables.For(string, bool)"/> reads it.</summary>
abstract class TextMigration(string text) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(Tables.For(text, isSqlite: ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"));
}
