using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>What one decision has at hand.</summary>
/// <param name="Case">The case before the command.</param>
/// <param name="Now">The moment of the decision; never before the last one of the stream.</param>
sealed record Situation(Case Case, Given Given, Asking Asking, DateTimeOffset Now);
