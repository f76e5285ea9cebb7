using System.Collections.Immutable;

namespace Kanteling.Workflows;

/// <summary>
/// A step cannot go on: it becomes an incident with this code, and the step's effects are dropped. The arguments stand
/// in the hashed body and can never be destroyed, so they name drawing, input and type, and never a value.
/// </summary>
public sealed class StepFailed(string code, params string[] arguments) : Exception(code)
{
    public string Code { get; } = code;
    public ImmutableArray<string> Arguments { get; } = [.. arguments];

    /// <summary>Trying again starts the step anew, because what it was resumed with will not get better.</summary>
    public bool StartsAgain { get; init; }
}
