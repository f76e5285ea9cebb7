using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>
/// Who is signed in, who tried, and how often it went wrong. A session is found by the hash of what its cookie holds, and a count by a
/// keyed hash of what was typed: neither is of use to who has only a copy of the database.
/// </summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class SignInRows() : TextMigration(Text)
{
    public const string Id = "20261201103000_SignInRows";

    const string Text = """
        CREATE TABLE sessions (
          id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, begun_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
          ended_at BIGINT, ended_why TEXT, device TEXT NOT NULL, address TEXT NOT NULL);
        CREATE INDEX sessions_by_user ON sessions (user_id, begun_at);
        CREATE INDEX sessions_by_end ON sessions (ends_at);

        CREATE TABLE sign_ins (
          id TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, user_id TEXT, address TEXT NOT NULL, device TEXT NOT NULL, outcome TEXT NOT NULL);
        CREATE INDEX sign_ins_by_user ON sign_ins (user_id, at);
        CREATE INDEX sign_ins_by_time ON sign_ins (at);

        CREATE TABLE sign_in_counts (
          key TEXT NOT NULL PRIMARY KEY, failures BIGINT NOT NULL, since_at BIGINT NOT NULL, last_at BIGINT NOT NULL, free_at BIGINT NOT NULL);
        CREATE INDEX sign_in_counts_by_time ON sign_in_counts (last_at);
        """;
}
