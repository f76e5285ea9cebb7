namespace Kanteling.Workflows.Storage.Commits;

/// <summary>One statement and its values: long, string, byte[], an id or null, for $1, $2 and on.</summary>
/// <param name="Sql">One of a fixed set of texts, never composed at run time: statements stay prepared by their text.</param>
readonly record struct Step(string Sql, params object?[] Values)
{
    /// <summary>The value as a database takes it.</summary>
    public static object? Bare(object? value) => value switch
    {
        INumberId id => id.Number,
        ITextId id => id.Text ?? throw new InvalidOperationException($"A {id.GetType().Name} has no text."),
        _ => value,
    };
}
