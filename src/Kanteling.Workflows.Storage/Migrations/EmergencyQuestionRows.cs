using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>Who asked, before a look without a relation, which household somebody lives in, why, and which were shown.</summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class EmergencyQuestionRows() : TextMigration(Text)
{
    public const string Id = "20261201144500_EmergencyQuestionRows";

    const string Text = """
        CREATE TABLE emergency_questions (id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, at BIGINT NOT NULL, reason TEXT NOT NULL);
        CREATE INDEX emergency_questions_by_user ON emergency_questions (user_id, at);
        CREATE TABLE emergency_shown (question TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (question, stream)) SMALL;
        CREATE INDEX emergency_shown_by_stream ON emergency_shown (stream);
        """;
}
