using System.Collections.Immutable;

namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A person, or a program, that signs in.</summary>
public sealed class User : RegisterRow
{
    public required UserId Id { get; init; }

    /// <summary>Unique, whatever its capitals.</summary>
    public required string LoginName { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>Null for who signs in elsewhere and for programs.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>For a program: SHA-256 of its token, in hex.</summary>
    public string? TokenHash { get; set; }

    public ImmutableArray<string> Roles { get; set; } = [];

    /// <summary>Id of a <see cref="Registers.Team"/>.</summary>
    public TeamId? Team { get; set; }

    public string? Wijk { get; set; }

    public bool IsActive { get; set; } = true;
}
