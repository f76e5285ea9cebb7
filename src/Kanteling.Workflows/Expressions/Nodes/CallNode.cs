using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>A call of a built-in function. An unknown function, a wrong number of arguments or an argument of the wrong type gives null.</summary>
sealed class CallNode(string name, Place namePlace, Place place, Node[] arguments) : Node(place, arguments)
{
    readonly FeelFunction? function = FunctionTable.Find(name);

    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        if (function is null || !function.Takes(arguments.Length))
            return FeelNull.Instance;
        var values = new FeelValue[arguments.Length];
        var fits = true;
        for (var i = 0; i < values.Length; i++)
        {
            var value = function.ParameterAt(i).Prepare(arguments[i].Evaluate(scope, evaluation));
            fits &= value is not null;
            values[i] = value ?? FeelNull.Instance;
        }
        evaluation.Resume(Place);
        foreach (var value in values)
            evaluation.Charge(value is FeelList list ? list.Items.Length : value.Size);
        return fits ? function.Body(values, evaluation) ?? FeelNull.Instance : FeelNull.Instance;
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var types = arguments.Select(argument => argument.Infer(scope, checking)).ToArray();
        if (function is null)
            return checking.Report(namePlace, FeelErrorCodes.UnknownFunction, name);
        if (!function.Takes(types.Length))
            return checking.Report(Place, FeelErrorCodes.Arity, name, Text(function.Least), function.Most is { } most ? Text(most) : "*", Text(types.Length));
        for (var i = 0; i < types.Length; i++)
        {
            if (!function.ParameterAt(i).MayBe(types[i]))
                checking.Report(arguments[i].Place, FeelErrorCodes.Type, function.ParameterAt(i).ToString(), types[i].ToString());
        }
        return function.Infer(types);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
