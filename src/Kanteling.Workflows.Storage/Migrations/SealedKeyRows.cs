using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>The keys that the program makes for itself, sealed. Numbered, so that of two nodes that make the next one in the same moment one is first.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class SealedKeyRows() : TextMigration(Text)
{
    public const string Id = "20261201064500_SealedKeyRows";

    const string Text = "CREATE TABLE sealed_keys (number BIGINT NOT NULL PRIMARY KEY, key_id TEXT NOT NULL, bytes BYTES NOT NULL);";
}
