using System.Collections.Immutable;

namespace Kanteling.Workflows;

/// <summary>
/// Why a command was not accepted: a stable code, its arguments, and the field it is about. The sentence a person
/// reads is made elsewhere from the code; a refusal stores nothing.
/// </summary>
/// <param name="Code">Stable, SCREAMING_SNAKE_CASE.</param>
/// <param name="Arguments">Values for the sentence, in the order the code documents.</param>
/// <param name="Field">Path of the answer it is about, such as <c>needs[0].amount</c>, or null.</param>
public sealed record Refusal(string Code, ImmutableArray<string> Arguments, string? Field = null)
{
    /// <summary>What is wrong in detail, when this one sums it up.</summary>
    public ImmutableArray<Refusal> Details { get; init; } = [];

    public static Refusal Of(string code, params string[] arguments) => new(code, [.. arguments]);

    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments) && Details.SequenceEqual(other.Details);

    public override int GetHashCode() => HashCode.Combine(Code, Field, Arguments.Length);

    public override string ToString() => $"{Code}({string.Join(", ", Arguments)}){(Field is null ? "" : " @" + Field)}";
}
