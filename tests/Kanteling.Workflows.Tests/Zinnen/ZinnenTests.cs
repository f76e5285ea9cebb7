using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests;

/// <summary>The catalogue against the source: every code that the Casework writes down has a sentence, and no sentence is left over.</summary>
public partial class ZinnenTests
{
    [Fact]
    public void Every_code_in_the_source_has_a_sentence_and_every_sentence_is_used()
    {
        var codes = Codes("src/Kanteling.Workflows.Casework").ToHashSet();

        codes.Count.ShouldBeGreaterThan(30);
        codes.Where(code => !Zinnen.Kent(code)).ShouldBeEmpty();
        codes.UnionWith(typeof(FeelErrorCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!));
        codes.Where(code => !Zinnen.Kent(code)).ShouldBeEmpty();
        var bronnen = new[] { "src/Kanteling.Workflows", "src/Kanteling.Workflows.Casework", "src/Kanteling.Workflows.Zaken", "src/Kanteling.Workflows.Demo", "src/Kanteling.Workflows.Web" }.SelectMany(Bronbestanden).Select(File.ReadAllText).ToList();
        Zinnen.Codes.Where(code => !bronnen.Exists(bron => bron.Contains($"\"{code}\"", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_starts_with_a_capital_and_takes_its_arguments() =>
        new Zin("TERMIJN_FEESTDAG", "dinsdag 5 mei 2026", "Bevrijdingsdag").ToString().ShouldBe("Dinsdag 5 mei 2026 is Bevrijdingsdag.");

    [Fact]
    public void An_unknown_code_or_a_missing_argument_still_gives_text()
    {
        Zinnen.Voor("NIET_BEKEND", "x").ShouldBe("NIET_BEKEND (x)");
        Zinnen.Voor("TERMIJN_FEESTDAG", "{1}").ShouldBe("{1} is ….");
    }

    static IEnumerable<string> Codes(string kamer) => Bronbestanden(kamer)
        .SelectMany(bestand => Code().Matches(File.ReadAllText(bestand)))
        .Select(match => match.Groups[1].Value);

    static IEnumerable<string> Bronbestanden(string kamer)
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (map is not null && !File.Exists(Path.Combine(map.FullName, "Kanteling.Workflows.sln")))
            map = map.Parent;
        return Directory.EnumerateFiles(Path.Combine(map!.FullName, kamer), "*.cs", SearchOption.AllDirectories)
            .Where(bestand => !Path.GetFileName(bestand).StartsWith("Zinnen.", StringComparison.Ordinal)
                && !bestand.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Code();
}
