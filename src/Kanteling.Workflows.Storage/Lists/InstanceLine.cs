namespace Kanteling.Workflows.Storage.Lists;

/// <summary>An instance, open or closed, as one list shows both.</summary>
public sealed record InstanceLine
{
    public required StreamId Stream { get; init; }
    public required InstanceId Id { get; init; }
    public required DefinitionId DefinitionId { get; init; }
    public required int DefinitionVersion { get; init; }
    public string? Correlation { get; init; }
    public string? Name { get; init; }

    /// <summary>running, suspended, finished, cancelled or faulted.</summary>
    public required string Status { get; init; }

    /// <summary>How many are open.</summary>
    public int Incidents { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last commit of its stream while it is open; the one that closed it afterwards.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; for an open one the moment of <see cref="UpdatedAt"/>, which means nothing.</summary>
    public required DateTimeOffset ClosedAt { get; init; }
    public bool IsOpen { get; init; }
}

public enum InstanceColumn { CreatedAt, UpdatedAt, FinishedAt, Definition }

public enum Comparison { Is, IsNot, LessThan, GreaterThan, LessThanOrEqual, GreaterThanOrEqual }

public sealed record MomentQuestion(InstanceColumn Column, Comparison Comparison, DateTimeOffset Moment);

/// <summary>What a list of instances is asked. What is null or empty does not narrow it.</summary>
/// <param name="Trials">Only trials, only what is no trial, or both.</param>
/// <param name="Related">Only of streams that one of these is related to: terms of <see cref="Casework.Inzage.Betrokkenen"/>. Never of a shielded one.</param>
/// <param name="WithoutKind">Not of streams of this kind.</param>
/// <param name="Statuses">Of <see cref="InstanceLine.Status"/>.</param>
/// <param name="Text">Part of the stream's or the definition's id.</param>
/// <param name="Correlation">Asked of trials alone: of others a label may be a name.</param>
public sealed record InstanceSearch(
    bool? Trials = null, IReadOnlyCollection<string>? Related = null, string? WithoutKind = null, IReadOnlyCollection<DefinitionId>? DefinitionIds = null,
    int? DefinitionVersion = null, IReadOnlyCollection<string>? Statuses = null, bool? HasIncidents = null, string? Text = null, string? Correlation = null,
    IReadOnlyCollection<MomentQuestion>? Moments = null, InstanceColumn OrderBy = InstanceColumn.CreatedAt, bool Descending = false);
