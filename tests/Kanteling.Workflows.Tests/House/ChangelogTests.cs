using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>Who runs a version finds in the changelog which one it is and of when.</summary>
public sealed partial class ChangelogTests
{
    static readonly IReadOnlyList<(Version Version, DateOnly Day)> Released =
        [.. Heading().Matches(WorkingCopy.Read("CHANGELOG.md")).Select(m => (Version.Parse(m.Groups[1].Value), DateOnly.ParseExact(m.Groups[2].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    [Fact]
    public void The_newest_version_of_the_changelog_is_that_of_the_program() =>
        Released[0].Version.ToString().ShouldBe(typeof(Decider).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    [Fact]
    public void Every_version_has_its_day_and_the_newest_stands_first()
    {
        Section().Matches(WorkingCopy.Read("CHANGELOG.md")).Select(m => m.Groups[1].Value).Count(title => title != "Unreleased").ShouldBe(Released.Count, "## 0.1.0 — 2026-11-30");
        Released.ShouldBe(Released.OrderByDescending(r => r.Version).ThenByDescending(r => r.Day));
    }

    [GeneratedRegex(@"^## (\d+\.\d+\.\d+) — (\d{4}-\d{2}-\d{2})$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
