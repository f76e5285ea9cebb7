namespace Kanteling.Workflows.Storage.Registers;

/// <summary>
/// What a row of a register said, for as long as the database lasts: decisions name it by its hash. Written in the transaction
/// of the change, once for each content; never changed.
/// </summary>
public sealed class RegisterVersion
{
    /// <summary>SHA-256 of the content, base64url.</summary>
    public required string Hash { get; init; }

    /// <summary>The table.</summary>
    public required string Register { get; init; }

    public required string RowKey { get; init; }

    /// <summary>JSON; no secrets.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}
