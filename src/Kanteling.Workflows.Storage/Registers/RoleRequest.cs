using System.Collections.Immutable;

namespace Kanteling.Workflows.Storage.Registers;

/// <summary>That somebody gets other roles or another team: asked by one person and decided by another, or granted by one while there was no other.</summary>
public sealed class RoleRequest : RegisterRow
{
    /// <summary>Waits for a second person.</summary>
    public const string Open = "open";

    public const string Approved = "approved";

    public const string Withdrawn = "withdrawn";

    /// <summary>Done without a second person, and not looked at by one yet.</summary>
    public const string Alone = "alone";

    /// <summary>Done without a second person, who looked at it afterwards.</summary>
    public const string Confirmed = "confirmed";

    public required long Number { get; init; }

    /// <summary>Whose roles and team.</summary>
    public required UserId UserId { get; init; }

    public required ImmutableArray<string> FromRoles { get; init; }

    public required bool FromActive { get; init; }

    public TeamId? FromTeam { get; init; }

    public required ImmutableArray<string> ToRoles { get; init; }

    public required bool ToActive { get; init; }

    public TeamId? ToTeam { get; init; }

    public required string Reason { get; init; }

    public required ActorId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string State { get; set; }

    public ActorId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Whether somebody still has to look at it.</summary>
    public bool IsWaiting => State is Open or Alone;
}
