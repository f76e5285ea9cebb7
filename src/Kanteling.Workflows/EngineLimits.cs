namespace Kanteling.Workflows;

/// <summary>What one decision may use.</summary>
/// <param name="StepsPerDecision">Steps before a decision is taken for a loop without a wait.</param>
public sealed record EngineLimits(int StepsPerDecision = 10_000, int EventsPerDecision = 20_000, int NestedFlows = 10, int VariableLength = Blob.Threshold)
{
    /// <summary>A deadline that passes later than this after its moment is marked late by standstill.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A pending deadline that has not passed so long after its moment is stuck: a sweep takes what is due within seconds, and a failure is tried
    /// again within a minute. While the program stands still everything that is due is; after its first sweep it is not any more.
    /// </summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most that a person may fill in or write in one act, in bytes of JSON: what a fold needs has to fit in a slot.</summary>
    public int ContentLength { get; init; } = Blob.Threshold;

    /// <summary>What all expressions of one decision may use together, in the steps of <see cref="Expressions.FeelBudget"/>, of which each has a budget of its own.</summary>
    public int ExpressionStepsPerDecision { get; init; } = 3_000_000;

    public static readonly EngineLimits Default = new();
}
