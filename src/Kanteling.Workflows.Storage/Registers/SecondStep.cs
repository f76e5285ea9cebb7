namespace Kanteling.Workflows.Storage.Registers;

/// <summary>With what somebody proves, besides his password, that it is him. That it was taken off is kept as a change of a register; its codes come and go.</summary>
sealed class SecondStep : RegisterRow
{
    public required UserId UserId { get; init; }

    /// <summary>The name of the key of the database that opens it.</summary>
    public required string KeyId { get; init; }

    public required byte[] Secret { get; init; }

    /// <summary>Null until a code of it was right: until then it is not asked.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The time step of the last code that was used; it and those before it are used no more.</summary>
    public long LastStep { get; init; }
}

/// <summary>A code that is used once, in place of one of the app.</summary>
sealed class RecoveryCode
{
    public required UserId UserId { get; init; }

    public required string Hash { get; init; }
}
