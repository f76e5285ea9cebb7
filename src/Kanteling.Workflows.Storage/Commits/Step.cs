namespace Kanteling.Workflows.Storage.Commits;

/// <summary>One statement and its values: long, string, byte[] or null, for $1, $2 and on.</summary>
/// <param name="Sql">One of a fixed set of texts, never composed at run time: statements stay prepared by their text.</param>
readonly record struct Step(string Sql, params object?[] Values);
