namespace Kanteling.Workflows.Storage.Rows;

/// <summary>The moment of a commit, without what is in it.</summary>
public sealed record CommitMoment(StreamId Stream, long Version, DateTimeOffset At);
