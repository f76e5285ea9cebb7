namespace Kanteling.Workflows.Expressions;

/// <summary>An interval between two comparable values.</summary>
/// <param name="Start">Where it starts; C# null when it has no lower bound, as in <c>&lt; 5</c>.</param>
/// <param name="StartIncluded">Whether the start belongs to it.</param>
/// <param name="End">Where it ends; C# null when it has no upper bound.</param>
/// <param name="EndIncluded">Whether the end belongs to it.</param>
public sealed record FeelRange(FeelValue? Start, bool StartIncluded, FeelValue? End, bool EndIncluded) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => new FeelType.Range((Start ?? End ?? FeelNull.Instance).Type);

    internal override int Size => 1 + (Start?.Size ?? 0) + (End?.Size ?? 0);

    /// <summary>Whether the value lies in it; C# null when they cannot be compared.</summary>
    internal bool? Contains(FeelValue value) => ThreeValued.And(AboveStart(value), BelowEnd(value));

    bool? AboveStart(FeelValue value) =>
        Start is null ? true : Comparison.Order(value, Start) is { } order ? order > 0 || StartIncluded && order == 0 : null;

    bool? BelowEnd(FeelValue value) =>
        End is null ? true : Comparison.Order(value, End) is { } order ? order < 0 || EndIncluded && order == 0 : null;
}
