using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// One version of a definition, ready to run: read once, its expressions parsed once. What is drawn is bounded by the drawing;
/// a step may also make expressions itself, and those beyond <see cref="MostExpressions"/> are parsed each time.
/// </summary>
public sealed class CompiledDefinition(WorkflowDefinition definition, string hash, ImmutableArray<Pin> pins)
{
    const int MostExpressions = 2_000;
    readonly ConcurrentDictionary<string, FeelParse> expressions = new(StringComparer.Ordinal);

    public WorkflowDefinition Definition { get; } = definition;

    /// <summary>SHA-256 of the stored document, in hex.</summary>
    public string Hash { get; } = hash;

    /// <summary>The documents that this version was published with.</summary>
    public ImmutableArray<Pin> Pins { get; } = pins;

    public DefinitionVersion Key => Definition.Key;

    /// <summary>The version of a document that steps of this version use; null when it was published without it.</summary>
    public Pin? Pin(string kind, string id) => Pins.FirstOrDefault(pin => pin.Kind == kind && pin.Id == id);

    /// <exception cref="StepFailed">ACTIVITY_NOT_IN_DEFINITION.</exception>
    public ActivityNode Node(ActivityId activity) =>
        Definition.Nodes.TryGetValue(activity, out var node) ? node : throw new StepFailed(RefusalCode.ActivityNotInDefinition, activity.Text, Key.ToString());

    /// <exception cref="StepFailed">EXPRESSION_INVALID.</exception>
    public FeelExpression Feel(string text)
    {
        if (!expressions.TryGetValue(text, out var parse))
        {
            parse = Expressions.Feel.Parse(text);
            if (expressions.Count < MostExpressions)
                expressions.TryAdd(text, parse);
        }
        return parse.Expression ?? throw new StepFailed(RefusalCode.ExpressionInvalid, text, parse.Errors[0].Code);
    }

    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
