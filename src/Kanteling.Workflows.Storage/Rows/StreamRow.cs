namespace Kanteling.Workflows.Storage.Rows;

/// <summary>A stream in a list.</summary>
/// <param name="Kind">The host's word for what it is.</param>
/// <param name="Label">How a person recognises it.</param>
public sealed record StreamRow(StreamId Id, string Kind, long Version, string? Label);
