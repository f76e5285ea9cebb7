namespace Kanteling.Workflows.Expressions;

/// <summary>FEEL's null: also the answer to every ill-typed operation.</summary>
public sealed record FeelNull : FeelValue
{
    FeelNull() { }

    /// <summary>The only null.</summary>
    public static FeelNull Instance { get; } = new();

    /// <inheritdoc/>
    public override FeelType Type => FeelType.Null;
}

/// <summary>True or false.</summary>
public sealed record FeelBoolean(bool Value) : FeelValue
{
    /// <summary>The value true.</summary>
    public static FeelBoolean True { get; } = new(true);

    /// <summary>The value false.</summary>
    public static FeelBoolean False { get; } = new(false);

    /// <inheritdoc/>
    public override FeelType Type => FeelType.Boolean;

    internal static FeelBoolean Of(bool value) => value ? True : False;

    /// <summary>Three-valued: C#'s null becomes FEEL's null.</summary>
    internal static FeelValue Of(bool? value) => value is { } known ? Of(known) : FeelNull.Instance;
}

/// <summary>A decimal number of at most 28 significant digits. 1.0 and 1 are equal and print alike.</summary>
public sealed record FeelNumber(decimal Value) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.Number;

    /// <summary>The number as an integer, when it is one that fits.</summary>
    internal bool IsInteger(out int integer)
    {
        integer = 0;
        if (Value != decimal.Truncate(Value) || Value is < int.MinValue or > int.MaxValue)
            return false;
        integer = (int)Value;
        return true;
    }
}

/// <summary>A text. Positions and lengths in FEEL count Unicode code points.</summary>
public sealed record FeelString(string Value) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.String;

    internal override int Size => 1 + Value.Length / 32;
}
