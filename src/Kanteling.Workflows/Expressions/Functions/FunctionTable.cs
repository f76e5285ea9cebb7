using System.Collections.Frozen;

namespace Kanteling.Workflows.Expressions;

/// <summary>All functions of the language.</summary>
static class FunctionTable
{
    static readonly FrozenDictionary<string, FeelFunction> All = new[]
    {
        ConversionFunctions.All, ListFunctions.All, AggregateFunctions.All, TextFunctions.All,
        NumberFunctions.All, TimeFunctions.All, CalendarFunctions.All, ContextFunctions.All,
    }.SelectMany(family => family).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    internal static IEnumerable<FeelFunction> Functions => All.Values;

    internal static FeelFunction? Find(string name) => All.GetValueOrDefault(name);
}

/// <summary>Recognises function names of several words, such as <c>date and time</c>.</summary>
static class FunctionNames
{
    static readonly FrozenDictionary<string, string[][]> ByFirstWord = FunctionTable.Functions
        .Select(function => function.Name.Split(' '))
        .Where(words => words.Length > 1)
        .GroupBy(words => words[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>How many words from here are the name of a function that is called; 0 when none is.</summary>
    internal static int LengthAt(List<Token> tokens, int at)
    {
        if (ByFirstWord.TryGetValue(tokens[at].Text, out var names))
        {
            foreach (var words in names)
            {
                if (StandsAt(words, tokens, at))
                    return words.Length;
            }
        }
        return tokens[at].Kind == TokenKind.Name && tokens[at + 1].Is("(") ? 1 : 0;
    }

    static bool StandsAt(string[] words, List<Token> tokens, int at)
    {
        if (at + words.Length >= tokens.Count || !tokens[at + words.Length].Is("("))
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!tokens[at + i].IsWord || tokens[at + i].Text != words[i])
                return false;
        }
        return true;
    }
}
