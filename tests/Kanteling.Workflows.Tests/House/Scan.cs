using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>The scanners behind the walls. Each gives sentences "path:line what"; nothing found is an empty list.</summary>
static partial class Scan
{
    /// <summary>Places in code (not in strings or comments) where a pattern occurs.</summary>
    public static IEnumerable<string> Code(SourceFile file, Regex pattern) =>
        pattern.Matches(file.Code).Select(match => $"{file.Path}:{file.LineOf(match.Index)} {match.Value.Trim()}");

    /// <summary>The names of types that a file declares, with the offset of the name.</summary>
    public static IEnumerable<(string Name, int At)> TypeNames(SourceFile file) =>
        TypeDeclaration().Matches(file.Code).Select(match => match.Groups["name"]).Select(name => (name.Value, name.Index));

    /// <summary>Types with a name that ends in a word that says nothing.</summary>
    public static IEnumerable<string> EmptyNames(SourceFile file) =>
        TypeNames(file).Where(type => SaysNothing(type.Name, file))
            .Select(type => $"{file.Path}:{file.LineOf(type.At)} {type.Name}");

    /// <summary>Words of identifiers and strings, taken apart at capitals, that are in a list of words.</summary>
    public static IEnumerable<string> Words(SourceFile file, IReadOnlySet<string> words) =>
        Word().Matches(file.Spoken).Where(match => words.Contains(match.Value.ToLowerInvariant()))
            .Select(match => $"{file.Path}:{file.LineOf(match.Index)} {match.Value}");

    /// <summary>Lines of any text that carry a mark of unfinished work.</summary>
    public static IEnumerable<string> Unfinished(string path, string text) =>
        UnfinishedMark().Matches(text).Select(match => $"{path}:{text.AsSpan(0, match.Index).Count('\n') + 1} {match.Value}");

    public static IEnumerable<string> EmptyFolders(IEnumerable<string> folders) =>
        folders.Where(folder => folder.Split('/').Any(NothingFolders.Contains));

    static readonly HashSet<string> NothingFolders =
        new(StringComparer.OrdinalIgnoreCase) { "Services", "Helpers", "Managers", "Common", "Utils", "Utilities", "Shared", "Misc" };

    // "Service" is the word for what runs in the background, and only for that.
    static bool SaysNothing(string name, SourceFile file) =>
        NothingName().IsMatch(name)
        || (name.EndsWith("Service", StringComparison.Ordinal) && !BackgroundWork().IsMatch(file.Code));

    [GeneratedRegex(@"\b(?:class|interface|enum|struct|record(?:\s+struct|\s+class)?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("(?:Manager|Helper|Helpers|Util|Utils|Impl|Base|Data|Info|Common|Shared)$")]
    private static partial Regex NothingName();

    [GeneratedRegex(@"\b(?:BackgroundService|IHostedService|IHostedLifecycleService)\b")]
    private static partial Regex BackgroundWork();

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})")]
    private static partial Regex Word();

    // Written apart, so that this file does not carry the marks that it looks for.
    [GeneratedRegex(@"\b(?:TO" + @"DO|HA" + @"CK|FIX" + @"ME|X" + @"XX)\b")]
    private static partial Regex UnfinishedMark();
}
