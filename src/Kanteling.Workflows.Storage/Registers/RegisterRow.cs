namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A row of a register: every change of it is kept in <see cref="RegisterChange"/>.</summary>
public abstract class RegisterRow
{
    /// <summary>Goes up at every change; the ETag of the row.</summary>
    public long Version { get; set; }
}
