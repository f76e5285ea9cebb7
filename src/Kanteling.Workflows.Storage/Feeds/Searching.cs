using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>
/// The words by which people are found, as one table of terms. It holds names, so an erasure deletes the rows of its stream in
/// its own transaction; they are made again from what is left.
/// </summary>
static class Searching
{
    public const string Name = "search";

    public static readonly Projection Projection = new(Name, 3, "DELETE FROM search_terms", "", _ => [])
    {
        States = new(
            Zicht.Gewoon,
            "DELETE FROM search_terms WHERE stream = $1 AND EXISTS (SELECT 1 FROM streams WHERE id = $1 AND version = $2)",
            "INSERT INTO search_terms (stream, person, kind, place, term) SELECT id, $3, $4, $5, $6 FROM streams WHERE id = $1 AND version = $2",
            "SELECT person, kind, place, term FROM search_terms WHERE stream = $1 ORDER BY person, kind, place, term",
            "SELECT DISTINCT stream FROM search_terms t WHERE NOT EXISTS (SELECT 1 FROM streams s WHERE s.id = t.stream)",
            Rows),
    };

    /// <summary>The term of a BSN: a hash under a key of this database, so that nobody reads or guesses it from the table.</summary>
    public static string Hidden(RingKey key, string bsn) => $"#{key.Id}:{key.IdFor("bsn", bsn)}";

    static IEnumerable<object?[]> Rows(Case now, RingKey key) =>
        Zoektermen.Van(now, HuishoudenDomein.Domein, bsn => Hidden(key, bsn))
            .OrderBy(t => t.Persoon, StringComparer.Ordinal).ThenBy(t => t.Soort, StringComparer.Ordinal).ThenBy(t => t.Plek).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Select(t => (object?[])[t.Persoon, t.Soort, (long)t.Plek, t.Term]);
}
