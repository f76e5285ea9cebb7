namespace Kanteling.Workflows.Expressions;

enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// <summary>
/// Arithmetic on decimals. Overflow and division by zero give null. A power takes a whole exponent between -999 and 999: a root would
/// need binary floating point, whose last digits differ from machine to machine.
/// </summary>
static class Arithmetic
{
    const int OverflowSteps = 50;
    const int LargestExponent = 999;
    const string Symbols = "+-*/";

    internal static Operation Operation(string symbol) => symbol.Length == 2 ? Expressions.Operation.Power : (Operation)Symbols.IndexOf(symbol[0], StringComparison.Ordinal);

    internal static string Symbol(Operation operation) => operation == Expressions.Operation.Power ? "**" : Symbols[(int)operation].ToString();

    internal static FeelValue Apply(Operation operation, FeelValue left, FeelValue right, Evaluation evaluation) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => Calculate(operation, a.Value, b.Value, evaluation),
        (FeelString a, FeelString b) when operation == Expressions.Operation.Add => Concatenate(a.Value, b.Value, evaluation),
        (FeelNull, _) or (_, FeelNull) => FeelNull.Instance,
        _ => TimeArithmetic.Apply(operation, left, right, evaluation),
    };

    /// <summary>What overflows is null. An exception costs time, so it costs steps.</summary>
    static FeelValue Calculate(Operation operation, decimal left, decimal right, Evaluation evaluation)
    {
        try
        {
            return Numbers(operation, left, right) is { } number ? new FeelNumber(number) : FeelNull.Instance;
        }
        catch (OverflowException)
        {
            evaluation.Charge(OverflowSteps);
            return FeelNull.Instance;
        }
    }

    /// <summary>The sum of numbers that may overflow.</summary>
    internal static FeelValue Add(FeelValue left, FeelValue right, Evaluation evaluation) =>
        Apply(Expressions.Operation.Add, left, right, evaluation);

    static FeelString Concatenate(string left, string right, Evaluation evaluation)
    {
        evaluation.RequireText((long)left.Length + right.Length);
        return new FeelString(left + right);
    }

    static decimal? Numbers(Operation operation, decimal left, decimal right) => operation switch
    {
        Expressions.Operation.Add => left + right,
        Expressions.Operation.Subtract => left - right,
        Expressions.Operation.Multiply => left * right,
        Expressions.Operation.Divide => right == 0 ? null : left / right,
        _ => Power(left, right),
    };

    static decimal? Power(decimal number, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent) || Math.Abs(exponent) > LargestExponent || number == 0 && exponent < 0)
            return null;
        var result = 1m;
        var factor = number;
        for (var left = (int)Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
                result *= factor;
            if (left > 1)
                factor *= factor;
        }
        return exponent >= 0 ? result : result == 0 ? null : 1 / result;
    }
}
