using System.Collections.Immutable;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>Part of a list.</summary>
/// <param name="Total">How many rows the whole list has.</param>
public sealed record ListPage<T>(ImmutableArray<T> Items, int Total);

/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
public readonly record struct Paging(int Skip, int Take);
