using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>Changes of roles, which are of two persons, and the links with which somebody chooses a password.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class RoleRequests() : TextMigration(Text)
{
    public const string Id = "20261201110000_RoleRequests";

    const string Text = """
        CREATE TABLE role_requests (
          number BIGINT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, from_roles TEXT NOT NULL, from_active BIGINT NOT NULL, from_team TEXT, to_roles TEXT NOT NULL, to_active BIGINT NOT NULL, to_team TEXT,
          reason TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at BIGINT NOT NULL, state TEXT NOT NULL, decided_by TEXT, decided_at BIGINT, version BIGINT NOT NULL);
        CREATE INDEX role_requests_by_user ON role_requests (user_id);

        CREATE TABLE access_links (
          user_id TEXT NOT NULL PRIMARY KEY, link_hash TEXT NOT NULL UNIQUE, made_by TEXT NOT NULL, made_at BIGINT NOT NULL, until BIGINT NOT NULL, version BIGINT NOT NULL);
        """;
}
