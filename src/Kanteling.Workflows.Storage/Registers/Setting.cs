namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A setting of this installation, such as how far the clock of a demonstration was moved.</summary>
public sealed class Setting : RegisterRow
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}
