namespace Kanteling.Workflows.Expressions;

static class Logic
{
    /// <summary>True or false; null when the value is neither. A list of one stands for its item.</summary>
    internal static bool? Truth(FeelValue value) => Comparison.Single(value) is FeelBoolean boolean ? boolean.Value : null;
}
