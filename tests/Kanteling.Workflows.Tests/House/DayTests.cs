using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// A day is a day in Amsterdam. Who takes it of a moment in UTC is a day behind between midnight and one, or two in summer,
/// and only then; so it is looked for in the text and not left to a test that runs at night.
/// </summary>
public sealed partial class DayTests
{
    [Fact]
    public void A_day_is_made_of_a_moment_by_LocalTime_only() =>
        WorkingCopy.CSharp("src").Concat(WorkingCopy.CSharp("tests")).Where(file => !Allowed.Covers("day", file.Path))
            .SelectMany(DaysOfUtc).ShouldBeEmpty("LocalTime.DayOf says which day it is");

    [Theory]
    [InlineData("var day = DateOnly.FromDateTime(DateTime.UtcNow);", true)]
    [InlineData("var day = DateTimeOffset.UtcNow.ToString(\"yyyy-MM-dd\");", true)]
    [InlineData("var day = $\"{DateTimeOffset.UtcNow:yyyy-MM-dd}\";", true)]
    [InlineData("var day = real.GetUtcNow().Date;", true)]
    [InlineData("var day = moment.UtcDateTime.DayOfWeek;", true)]
    [InlineData("var day = DateTime.Today;", true)]
    [InlineData("var day = LocalTime.DayOf(real.GetUtcNow());", false)]
    [InlineData("var moment = DateTimeOffset.UtcNow.ToString(\"O\");", false)]
    [InlineData("var later = DateTimeOffset.UtcNow.AddDays(2);", false)]
    public void A_day_of_UTC_is_found(string code, bool found) =>
        DaysOfUtc(SourceFile.Parse("Sample.cs", code)).Any().ShouldBe(found);

    static IEnumerable<string> DaysOfUtc(SourceFile file) =>
        DayOfUtc().Matches(file.Spoken).Select(match => $"{file.Path}:{file.LineOf(match.Index)} {match.Value}");

    [GeneratedRegex("""
        \bDateOnly\.FromDateTime\b|\bDateTime\.Today\b
        |\b(?:UtcNow|UtcDateTime|GetUtcNow\(\))(?:\.(?:Date|Day|DayOfWeek|DayOfYear|Month|Year)\b|\.ToString\("(?:d"|yyyy-MM-dd")|:yyyy-MM-dd\})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DayOfUtc();
}
