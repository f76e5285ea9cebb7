using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>The first migration. Written by hand: one text says what stands in both databases.</summary>
[DbContext(typeof(KantelingDb))]
[Migration("20261101000000_FirstTables")]
sealed class FirstTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(Tables.For(isSqlite: ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"));
}
