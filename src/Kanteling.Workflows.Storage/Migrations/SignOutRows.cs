using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>How often all sessions of somebody were ended, which says until when a browser that knew him counts.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class SignOutRows() : TextMigration(Text)
{
    public const string Id = "20261201143000_SignOutRows";

    const string Text = "CREATE TABLE sign_outs (user_id TEXT NOT NULL PRIMARY KEY, times BIGINT NOT NULL) SMALL;";
}
