namespace Kanteling.Workflows;

/// <summary>What one decision may use.</summary>
/// <param name="StepsPerDecision">Steps before a decision is taken for a loop without a wait.</param>
public sealed record EngineLimits(int StepsPerDecision = 10_000, int EventsPerDecision = 20_000, int NestedFlows = 10, int VariableLength = 256 * 1024)
{
    /// <summary>A deadline that passes later than this after its moment is marked late by standstill.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(10);

    public static readonly EngineLimits Default = new();
}
