namespace Kanteling.Workflows.Expressions;

/// <summary>Collects what can never work while types are inferred. After an error the type is "any", so that one mistake is told once.</summary>
sealed class Checking(string text)
{
    readonly List<FeelError> errors = [];

    internal IReadOnlyList<FeelError> Errors => errors;

    internal FeelType Report(Place place, string code, params string[] arguments)
    {
        errors.Add(FeelError.At(text, place, code, arguments));
        return FeelType.Any;
    }

    /// <summary>Reports a node whose type can never be the expected one.</summary>
    internal void Require(FeelType expected, FeelType actual, Place place)
    {
        if (!expected.MayBe(actual))
            Report(place, FeelErrorCodes.Type, expected.ToString(), actual.ToString());
    }
}
