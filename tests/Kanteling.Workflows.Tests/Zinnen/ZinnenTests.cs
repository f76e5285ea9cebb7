using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Tests.House;

namespace Kanteling.Workflows.Tests;

/// <summary>The catalogue against the source: no code without a sentence, no sentence without use, and every code a constant.</summary>
public partial class ZinnenTests
{
    [Fact]
    public void Every_code_of_the_engine_has_a_sentence() =>
        CodesOf(typeof(RefusalCode), typeof(ProofCode), typeof(FeelErrorCodes)).Where(code => !Zinnen.Kent(code.Value)).ShouldBeEmpty();

    /// <summary>A class that is left out has sentences that nobody reads: the page shows its codes.</summary>
    [Fact]
    public void Every_class_with_sentences_is_a_subject_of_the_catalogue() =>
        typeof(Zinnen).Assembly.GetTypes().Where(type => type.GetFields().Any(field => field.IsLiteral && field.IsDefined(typeof(TekstAttribute), false))).Except(Zinnen.Onderwerpen).ShouldBeEmpty();

    [Fact]
    public void Every_code_with_a_sentence_is_used()
    {
        var code = WorkingCopy.CSharp("src").Where(file => !file.Path.EndsWith("zinnen.cs", StringComparison.Ordinal)).Select(file => file.Code).ToList();

        CodesOf([.. Zinnen.Onderwerpen, typeof(RefusalCode), typeof(ProofCode)])
            .Where(constant => !code.Exists(text => text.Contains($"{constant.Class}.{constant.Name}", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_writes_a_code_down_that_has_a_constant()
    {
        var known = Zinnen.Codes.Concat(FindingCode.All).ToHashSet();
        var own = Zinnen.Onderwerpen.Select(type => type.Name).Concat(["RefusalCode", "ProofCode", "FindingCode", "FeelError", "EventNames", "Told"]).ToHashSet();

        WorkingCopy.CSharp("src").Where(file => !own.Contains(Path.GetFileNameWithoutExtension(file.Path)))
            .SelectMany(file => Code().Matches(file.Spoken).Where(match => known.Contains(match.Groups[1].Value)).Select(match => $"{file.Path}:{file.LineOf(match.Index)} {match.Value}"))
            .ShouldBeEmpty();
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

    /// <summary>Who reads it does not know the list that the rules are numbered in.</summary>
    [Fact]
    public void No_sentence_has_the_number_of_a_rule_in_brackets() =>
        Zinnen.Onderwerpen.SelectMany(type => type.GetFields()).Select(field => field.GetCustomAttributes(typeof(TekstAttribute), false).Cast<TekstAttribute>().FirstOrDefault()?.Tekst).OfType<string>()
            .Concat(WorkingCopy.Files("workflows").Where(path => path.EndsWith(".json", StringComparison.Ordinal)).Select(WorkingCopy.Read))
            .SelectMany(text => Number().Matches(text).Select(match => text[Math.Max(0, match.Index - 60)..(match.Index + match.Length)])).ShouldBeEmpty();

    [GeneratedRegex(@"\([A-Z]{1,2}[0-9]{1,2}(, [A-Z]{1,2}[0-9]{1,2})*\)")]
    private static partial Regex Number();

    static IEnumerable<(string Class, string Name, string Value)> CodesOf(params Type[] types) =>
        types.SelectMany(type => type.GetFields().Where(field => field.IsLiteral).Select(field => (type.Name, field.Name, (string)field.GetRawConstantValue()!)));

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Code();
}
