namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A key of the program itself, sealed with a key of the database.</summary>
sealed class SealedKey
{
    /// <summary>From 1, in the order in which they were made.</summary>
    public long Number { get; init; }

    /// <summary>The name of the key that opens it.</summary>
    public required string KeyId { get; init; }

    public required byte[] Bytes { get; init; }
}
