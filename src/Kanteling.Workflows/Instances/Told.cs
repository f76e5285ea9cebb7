using System.Collections.Immutable;

namespace Kanteling.Workflows.Instances;

/// <summary>
/// Something that a person is told about a case, as it is kept: a stable code with typed arguments, never words. What is
/// stored cannot be erased, so it holds nothing that somebody typed; the domain makes a sentence of it when it is read.
/// </summary>
/// <param name="Code">SCREAMING_SNAKE, from a closed list of the domain.</param>
/// <param name="Arguments">In the order in which the sentence names them.</param>
/// <exception cref="ArgumentException">The code is none.</exception>
public sealed record Told(string Code, params ImmutableArray<Argument> Arguments)
{
    /// <summary>No code is longer than this.</summary>
    public const int LongestCode = 64;

    /// <summary>What is read where something stands that this program cannot read. It is never made otherwise.</summary>
    public const string UnreadableCode = "TOLD_UNREADABLE";

    public static readonly Told Unreadable = new(UnreadableCode);

    public string Code { get; } = IsCode(Code) ? Code : throw new ArgumentException($"'{Code}' is no code: words are not stored.", nameof(Code));

    public ImmutableArray<Argument> Arguments { get; } = Arguments.IsDefault ? [] : Arguments;

    /// <summary>Whether this is a code by its form: capitals, digits and underscores, a capital first.</summary>
    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= LongestCode } && char.IsAsciiLetterUpper(text[0]) && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    public bool Equals(Told? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Code.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    public override string ToString() => Arguments.IsEmpty ? Code : $"{Code}({string.Join(", ", Arguments)})";
}

/// <summary>One of a few kinds of value that a sentence may be made with. There is none for text.</summary>
public abstract record Argument
{
    public static implicit operator Argument(DateOnly day) => new DayArgument(day);

    public static implicit operator Argument(DateTimeOffset moment) => new MomentArgument(moment);

    public static implicit operator Argument(decimal number) => new NumberArgument(number);

    public static implicit operator Argument(int number) => new NumberArgument(number);

    public static implicit operator Argument(Told word) => new WordArgument(word);
}

public sealed record DayArgument(DateOnly Day) : Argument;

/// <param name="Moment">Kept in UTC.</param>
public sealed record MomentArgument(DateTimeOffset Moment) : Argument
{
    public DateTimeOffset Moment { get; } = Moment.ToUniversalTime();
}

public sealed record NumberArgument(decimal Number) : Argument;

/// <summary>A word of a closed list, which may take arguments of its own.</summary>
public sealed record WordArgument(Told Word) : Argument;
