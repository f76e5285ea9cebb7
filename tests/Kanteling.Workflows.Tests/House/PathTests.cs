using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>A file that a document names is there: who follows the word finds the thing.</summary>
public sealed partial class PathTests
{
    static readonly string[] Documents = ["README.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md"];

    [Fact]
    public void Every_path_that_a_document_names_exists() =>
        Documents.Where(path => File.Exists(Path.Combine(WorkingCopy.Root, path)))
            .Concat(WorkingCopy.Files("workflows").Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
            .SelectMany(document => Paths(WorkingCopy.Read(document)).Where(path => !Exists(path)).Select(path => $"{document}: {path}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("See `src/A/B.cs` and [it](tests/run).", "src/A/B.cs", "tests/run")]
    [InlineData("`workflows/toegang/`, `designer/x.json:12` and `src/A.*`", "workflows/toegang/", "designer/x.json:12", "src/A.*")]
    [InlineData("[there](./src/A#part) but src/B and `other/C` not")]
    [InlineData("Run `tests/run Quartz` here.", "tests/run")]
    public void A_path_is_found(string text, params string[] paths) => Paths(text).ShouldBe(text.Contains("./") ? ["src/A"] : paths);

    static IEnumerable<string> Paths(string text) => Named().Matches(text).Select(match => match.Groups["path"].Value);

    // A star or a name in angle brackets stands for many; then its folder has to be there. A line number goes off.
    static bool Exists(string path)
    {
        var plain = Line().Replace(path, "");
        var open = plain.IndexOfAny(['*', '<', '{', '…']);
        var there = Path.Combine(WorkingCopy.Root, open < 0 ? plain : plain[..(plain.LastIndexOf('/', open) + 1)]);
        return File.Exists(there) || Directory.Exists(there);
    }

    [GeneratedRegex(@"(?:`|\]\()(?:\./)?(?<path>(?:src|tests|workflows|designer)/[^\s`)#]*)")]
    private static partial Regex Named();

    [GeneratedRegex(@":\d+(?:-\d+)?$")]
    private static partial Regex Line();
}
