namespace Kanteling.Workflows.Expressions;

/// <summary>What a function does with prepared arguments: each has the type of its parameter. C# null is FEEL's null.</summary>
delegate FeelValue? FunctionBody(FeelValue[] arguments, Evaluation evaluation);

/// <summary>A built-in function: its parameters check and prepare the arguments, so that the body need not.</summary>
/// <param name="Name">The name, with single spaces.</param>
/// <param name="Parameters">In order; a variadic one is the last.</param>
/// <param name="Infer">The type of the result, from those of the arguments.</param>
/// <param name="Body">What it does.</param>
sealed record FeelFunction(string Name, Parameter[] Parameters, Func<FeelType[], FeelType> Infer, FunctionBody Body)
{
    internal FeelFunction(string name, Parameter[] parameters, FeelType result, FunctionBody body)
        : this(name, parameters, _ => result, body)
    {
    }

    internal int Least => Parameters.Count(parameter => !parameter.Optional);

    /// <summary>C# null when there may be any number.</summary>
    internal int? Most => Parameters is [.., { Variadic: true }] ? null : Parameters.Length;

    internal bool Takes(int count) => count >= Least && (Most is not { } most || count <= most);

    internal Parameter ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];
}

/// <summary>One parameter, of one of several types.</summary>
sealed record Parameter(params FeelType[] Types)
{
    internal bool Optional { get; init; }

    internal bool Variadic { get; init; }

    /// <summary>Whether null is passed to the body; otherwise a null argument makes the whole call null.</summary>
    internal bool TakesNull { get; init; }

    /// <summary>The argument as the body wants it: a list of one for its item and an item for a list of one. C# null when it does not fit.</summary>
    internal FeelValue? Prepare(FeelValue value)
    {
        if (value is FeelNull)
            return TakesNull || Types[0] == FeelType.Any ? value : null;
        if (Array.Exists(Types, type => type.Accepts(value)))
            return value;
        if (value is FeelList { Items: [var only] } && only is not FeelNull && Array.Exists(Types, type => type.Accepts(only)))
            return only;
        return Types[0] is FeelType.List ? new FeelList([value]) : null;
    }

    internal bool MayBe(FeelType type) => Array.Exists(Types, own => own.MayBe(type));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", Types.AsEnumerable());

    internal static Parameter Any { get; } = new(FeelType.Any);

    internal static Parameter List { get; } = new(new FeelType.List(FeelType.Any));

    internal static Parameter Number { get; } = new(FeelType.Number);

    internal static Parameter Text { get; } = new(FeelType.String);

    internal static Parameter Date { get; } = new(FeelType.Date);
}
