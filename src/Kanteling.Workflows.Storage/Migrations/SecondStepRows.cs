using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>The secret of somebody's second step, sealed with a key of the database, and keyed hashes of his recovery codes.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class SecondStepRows() : TextMigration(Text)
{
    public const string Id = "20261201104500_SecondStepRows";

    const string Text = """
        CREATE TABLE second_steps (
          user_id TEXT NOT NULL PRIMARY KEY, key_id TEXT NOT NULL, secret BYTES NOT NULL, confirmed_at BIGINT, last_step BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 0);

        CREATE TABLE recovery_codes (user_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (user_id, hash)) SMALL;
        """;
}
