using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>GLOSSARY.md says what is: a word once, and beside it the name that it really has in the code.</summary>
public sealed partial class GlossaryTests
{
    const string None = "–";

    static readonly IReadOnlyList<Row> Rows = Parse(WorkingCopy.Read("GLOSSARY.md"));

    [Fact]
    public void Every_term_stands_once_over_all_tables()
    {
        Rows.Count.ShouldBeGreaterThan(50);
        Twice(Rows).ShouldBeEmpty();
    }

    [Fact]
    public void Every_identifier_exists_in_the_product()
    {
        var known = Room.All.SelectMany(room => room.Types).SelectMany(type =>
            type.MemberNames.SelectMany(member => new[] { member, $"{type.Name}.{member}" }).Prepend(type.Name)).ToHashSet();
        (from row in Rows
         where row.Identifiers != None
         from name in Names().Matches(row.Identifiers).Select(match => match.Groups[1].Value).DefaultIfEmpty("")
         where !known.Contains(name)
         select $"{row.Term}: {(name.Length == 0 ? "neither an identifier nor " + None : name)}").ShouldBeEmpty();
    }

    [Fact]
    public void A_row_is_read()
    {
        var rows = Parse("# x\n\n| term | meaning | source | identifier | avoid |\n|---|---|---|---|---|\n| a, b | one | – | `A`, `B.C` | d |\n| b | two | – | – | d |\n");
        rows.ShouldBe([new("a, b", "`A`, `B.C`"), new("b", "–")]);
        Twice(rows).ShouldBe(["b"]);
    }

    static IEnumerable<string> Twice(IEnumerable<Row> rows) =>
        rows.SelectMany(row => row.Term.Split(", ")).GroupBy(term => term, StringComparer.OrdinalIgnoreCase).Where(term => term.Count() > 1).Select(term => term.Key);

    static IReadOnlyList<Row> Parse(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal) && !line.StartsWith("| term ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Select(cells => new Row(cells[0], cells[3]))];

    sealed record Row(string Term, string Identifiers);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
