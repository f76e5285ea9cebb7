using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage.Migrations;

/// <summary>
/// The words by which people are found. The place of its projection stands there from the beginning, so that an erasure always
/// has a row to hold the projection up by.
/// </summary>
[DbContext(typeof(KantelingDb))]
[Migration(Id)]
sealed class SearchTerms() : TextMigration(Text)
{
    public const string Id = "20261130220000_SearchTerms";

    const string Text = """
        CREATE TABLE search_terms (
          stream TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, place BIGINT NOT NULL, term TEXT NOT NULL,
          PRIMARY KEY (stream, person, kind, place, term)) SMALL;
        CREATE INDEX search_terms_by_term ON search_terms (term, stream, person, place);
        INSERT INTO projections (name, format, epoch, xact, number) VALUES ('search', 0, 0, 0, 0);
        """;
}
