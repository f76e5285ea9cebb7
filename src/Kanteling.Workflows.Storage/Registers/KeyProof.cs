namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A key that this database was worked on with: its name, and a proof that it is that one.</summary>
sealed class KeyProof
{
    public required string Id { get; init; }

    public required string Proof { get; init; }
}
