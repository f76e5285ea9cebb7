namespace Kanteling.Workflows.Storage;

/// <summary>A change of a register was not saved.</summary>
public sealed class RegisterConflictException(bool isTaken, Exception? inner = null)
    : Exception(isTaken ? "A row with this key or name exists already." : "The row was changed or removed since it was read.", inner)
{
    /// <summary>True: a key or name is taken (409). False: somebody was first (412).</summary>
    public bool IsTaken { get; } = isTaken;
}
