using System.Globalization;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Feeds;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>Somebody who was found.</summary>
/// <param name="Person">Empty when it is the household: by its name, its address or its number.</param>
public sealed record SearchHit(StreamId Stream, string Person);

/// <summary>
/// People by the words of the search projection. A word may be of a person and another of the address where he lives, but not of
/// two persons. Only households that this sight is related to, so that the total is right and nobody learns of another.
/// </summary>
public sealed class SearchList
{
    internal const int MostRelations = 24;
    readonly SqlStore store;

    internal SearchList(SqlStore store) => this.store = store;

    /// <summary>The terms under which a BSN may stand: under the key of now, and those of before.</summary>
    public IEnumerable<string> HiddenBsn(string bsn) => store.Keys.Keys.Select(key => Searching.Hidden(key, bsn));

    /// <summary>A page of hits in the Dutch order of names.</summary>
    public async Task<ListPage<SearchHit>> FindAsync(Zoekvraag asked, Zicht sight, Paging paging, CancellationToken cancellation = default)
    {
        if (asked.IsLeeg)
            return new ListPage<SearchHit>([], 0);
        var values = Values(asked, sight);
        var rows = await store.ListAsync(Page, r => (Hit: new SearchHit(new(r.GetString(0)), r.GetString(1)), Total: (int)r.GetInt64(2)), cancellation, [.. values, (long)paging.Take, (long)paging.Skip]);
        var total = rows is [var first, ..] ? first.Total : paging.Skip == 0 ? 0 : (int)await store.FirstAsync(Count, r => r.GetInt64(0), cancellation, [.. values]);
        return new ListPage<SearchHit>([.. rows.Select(row => row.Hit)], total);
    }

    /// <summary>The same in every household, whoever is related to it; for who says why he asks. What is shielded is not in the table at all.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAnywhereAsync(Zoekvraag asked, int most, CancellationToken cancellation = default) =>
        asked.IsLeeg ? [] : [.. await store.ListAsync(Anywhere, r => new SearchHit(new(r.GetString(0)), r.GetString(1)), cancellation, [.. Values(asked, null), (long)most])];

    /// <summary>What is not asked is filled with what nothing answers, so that there is one text and it stays prepared.</summary>
    /// <param name="sight">Null when no relation is asked.</param>
    static List<object?> Values(Zoekvraag asked, Zicht? sight)
    {
        var values = new List<object?>();
        foreach (var (n, word) in asked.Woorden.Index())
        {
            foreach (var range in word.Bereiken)
                values.AddRange([1L << n, (long)word.Nodig, range.Van, range.Tot]);
        }
        while (values.Count < 4 * Zoekvraag.MeesteBereiken)
            values.AddRange([0L, 1L, "", ""]);
        values.AddRange(asked.Lezingen.Select(reading => (object?)reading));
        while (values.Count < 4 * Zoekvraag.MeesteBereiken + Zoekvraag.MeesteLezingen)
            values.Add(asked.Lezingen[0]);
        if (sight is null)
            return values;
        var related = Betrokkenen.Van(sight);
        if (related.Length > MostRelations)
            throw new InvalidOperationException($"Somebody with more than {MostRelations} roles.");
        values.AddRange(related);
        while (values.Count < 4 * Zoekvraag.MeesteBereiken + Zoekvraag.MeesteLezingen + MostRelations)
            values.Add("");
        return values;
    }

    static string Number(int n) => "$" + n.ToString(CultureInfo.InvariantCulture);

    const int FirstReading = 4 * Zoekvraag.MeesteBereiken + 1;
    const int FirstRelation = FirstReading + Zoekvraag.MeesteLezingen;
    const int AfterAll = FirstRelation + MostRelations;

    static readonly string Asked = string.Join(", ", Enumerable.Range(0, Zoekvraag.MeesteBereiken).Select(n => $"({Number(4 * n + 1)}, {Number(4 * n + 2)}, {Number(4 * n + 3)}, {Number(4 * n + 4)})"));
    static readonly string Whole = string.Join(" OR ", Enumerable.Range(FirstReading, Zoekvraag.MeesteLezingen).Select(n => $"(mask & {Number(n)}) = {Number(n)}"));
    static readonly string Related = string.Join(", ", Enumerable.Range(FirstRelation, MostRelations).Select(Number));

    // asked: each range of each word, walked in this order (CROSS JOIN), each by the index of terms.
    // masks: which words somebody answers, and how often is enough; with those that the whole household answers.
    // hits: who answers a reading whole. The household itself is one only when nobody in it is. Counted for each, and not EXISTS: PostgreSQL would make that
    // a join, and a plan that is kept joins everybody that was found with every household that is related, row by row (17 seconds for "jan" among 100,000).
    static readonly string Hits = HitsOf(
        $" AND (SELECT count(*) FROM search_terms r WHERE r.stream = w.stream AND r.person = '' AND r.kind = '{Zoeksoort.Betrokken}' AND r.term IN ({Related})) > 0");

    static string HitsOf(string related) => $"""
        WITH asked (bit, needed, since, until) AS (VALUES {Asked}),
        found AS (
          SELECT a.bit, a.needed, t.stream, t.person FROM asked a CROSS JOIN search_terms t WHERE t.term >= a.since AND t.term < a.until
          GROUP BY a.bit, a.needed, t.stream, t.person HAVING count(DISTINCT t.place) >= a.needed),
        masks AS (SELECT stream, person, CAST(sum(bit) AS BIGINT) AS mask FROM found GROUP BY stream, person),
        joined AS (SELECT stream, person, mask | COALESCE(max(CASE WHEN person = '' THEN mask END) OVER (PARTITION BY stream), 0) AS mask FROM masks),
        whole AS (SELECT stream, CASE WHEN person = '{Zoektermen.Huisnaam}' THEN '' ELSE person END AS person FROM joined WHERE {Whole}),
        hits AS (
          SELECT DISTINCT stream, person FROM (SELECT stream, person, count(CASE WHEN person <> '' THEN 1 END) OVER (PARTITION BY stream) AS people FROM whole) w
          WHERE (person <> '' OR people = 0){related})
        """;

    internal static readonly string Page = $"""
        {Hits}
        SELECT h.stream, h.person, count(*) OVER () FROM hits h
        LEFT JOIN search_terms o ON o.stream = h.stream AND o.person = h.person AND o.kind = '{Zoeksoort.Volgorde}'
        ORDER BY o.term, h.stream, h.person LIMIT {Number(AfterAll)} OFFSET {Number(AfterAll + 1)}
        """;

    static readonly string Anywhere = $"{HitsOf("")} SELECT stream, person FROM hits ORDER BY stream, person LIMIT {Number(FirstRelation)}";

    static readonly string Count = $"{Hits} SELECT count(*) FROM hits";
}
