namespace Kanteling.Workflows.Expressions;

/// <summary>The names of an expression: those that it binds itself at this place, and those that it takes from its variables.</summary>
sealed class Names
{
    readonly HashSet<string> free = new(StringComparer.Ordinal);
    readonly List<string> bound = [];

    internal IReadOnlySet<string> Free => free;

    internal void Bind(string name) => bound.Add(name);

    internal void Unbind(int count) => bound.RemoveRange(bound.Count - count, count);

    internal void Mention(string name)
    {
        if (!bound.Contains(name))
            free.Add(name);
    }
}
