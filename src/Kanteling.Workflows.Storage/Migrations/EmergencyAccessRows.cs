using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>Who looked into a household without being related to it, and who was told.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class EmergencyAccessRows() : TextMigration(Text)
{
    public const string Id = "20261201104500_EmergencyAccessRows";

    const string Text = """
        CREATE TABLE emergency_access (id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, stream TEXT NOT NULL, reason TEXT NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL);
        CREATE INDEX emergency_access_by_user ON emergency_access (user_id, stream);
        CREATE TABLE emergency_notices (access TEXT NOT NULL, user_id TEXT NOT NULL, stream TEXT NOT NULL, seen_at BIGINT, PRIMARY KEY (access, user_id)) SMALL;
        CREATE INDEX emergency_notices_by_user ON emergency_notices (user_id, seen_at);
        """;
}
