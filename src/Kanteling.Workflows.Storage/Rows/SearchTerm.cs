namespace Kanteling.Workflows.Storage.Rows;

/// <summary>A word by which a household, or somebody in it, is found; or who is related to it.</summary>
/// <param name="Person">Empty when it is of the household.</param>
public sealed record SearchTerm(StreamId Stream, string Person, string Kind, long Place, string Term);
