using Kanteling.Workflows.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>The first migration: format 1. Written by hand: one text says what stands in both databases.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class Format1 : Migration
{
    /// <summary>As version 0.1.0 has it: from here on a change of the tables is a migration of its own.</summary>
    public const string Id = "20261130170000_Format1";

    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(Tables.For(isSqlite: ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"));
}
