using System.Text;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>
/// Text that nobody wrote: words of the flows' own pages, drawn by how often they stand there. No sentence comes twice, so it is
/// harder to compress than what people write (46% of its length for 5 KB, where those pages themselves come to 42%). The same for the same number.
/// </summary>
static partial class DutchWords
{
    static readonly string[] Words = [.. Directory.EnumerateFiles(Stroommap.Vind().Pad, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(m => m.Value))];

    /// <param name="number">Whose text it is.</param>
    public static string Text(int number, int length)
    {
        var random = new Random(number);
        var text = new StringBuilder(length + 20);
        while (text.Length < length)
            text.Append(Words[random.Next(Words.Length)]).Append(' ');
        return text.ToString(0, length);
    }

    [GeneratedRegex("[A-Za-zÀ-ÿ'-]+[.,;:]?")]
    private static partial Regex Word();
}
