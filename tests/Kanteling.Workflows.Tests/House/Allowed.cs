namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// The exceptions to the walls, read from <c>allowed.txt</c> beside this file: a line is a rule, a path and a
/// reason. An exception is a line in a review, not a change to a test.
/// </summary>
sealed record Allowed(string Rule, string Path, string Reason)
{
    public static IReadOnlyList<Allowed> All { get; } =
        Parse(WorkingCopy.Read("tests/Kanteling.Workflows.Tests/House/allowed.txt"));

    public static IReadOnlyList<Allowed> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => parts is [var rule, var path, var reason]
                ? new Allowed(rule, path, reason)
                : throw new FormatException($"allowed.txt: rule, path and reason, but it says: {string.Join(' ', parts)}"))];

    public static bool Covers(string rule, string path) =>
        All.Any(entry => entry.Rule == rule && path.StartsWith(entry.Path, StringComparison.Ordinal));
}
