namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A team of professionals, often of one wijk.</summary>
public sealed class Team : RegisterRow
{
    public required TeamId Id { get; init; }

    public required string Name { get; set; }

    public string? Wijk { get; set; }
}
