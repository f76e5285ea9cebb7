using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// What kind of value is expected or certain. <see cref="Any"/> means "not known": it fits everywhere, as does <see cref="Null"/>.
/// </summary>
public abstract record FeelType
{
    private protected FeelType() { }

    /// <summary>Not known.</summary>
    public static FeelType Any { get; } = new Simple("any");

    /// <summary>Only null.</summary>
    public static FeelType Null { get; } = new Simple("null");

    /// <summary>True or false.</summary>
    public static FeelType Boolean { get; } = new Simple("boolean");

    /// <summary>A decimal number.</summary>
    public static FeelType Number { get; } = new Simple("number");

    /// <summary>A text.</summary>
    public static FeelType String { get; } = new Simple("string");

    /// <summary>A calendar date.</summary>
    public static FeelType Date { get; } = new Simple("date");

    /// <summary>A time of day.</summary>
    public static FeelType Time { get; } = new Simple("time");

    /// <summary>A moment.</summary>
    public static FeelType DateTime { get; } = new Simple("date and time");

    /// <summary>A duration of days and time.</summary>
    public static FeelType DayTimeDuration { get; } = new Simple("days and time duration");

    /// <summary>A duration of years and months.</summary>
    public static FeelType MonthsDuration { get; } = new Simple("years and months duration");

    /// <summary>Whether nothing certain is known, so that anything may follow.</summary>
    internal bool IsOpen => this == Any || this == Null;

    /// <summary>The name of the type in DMN's words.</summary>
    public sealed override string ToString() => this switch
    {
        Simple simple => simple.Name,
        List list => $"list<{list.Element}>",
        Range range => $"range<{range.Element}>",
        _ => "context",
    };

    /// <summary>A kind without parts.</summary>
    sealed record Simple(string Name) : FeelType;

    /// <summary>A list of which every item has this type.</summary>
    public sealed record List(FeelType Element) : FeelType;

    /// <summary>A range between two values of this type.</summary>
    public sealed record Range(FeelType Element) : FeelType;

    /// <summary>A context with these fields; when it is closed, no other field exists.</summary>
    public sealed record Context(ImmutableDictionary<string, FeelType> Fields, bool Closed = true) : FeelType
    {
        /// <summary>A context of which nothing is known.</summary>
        public static Context Open { get; } = new(ImmutableDictionary<string, FeelType>.Empty, Closed: false);

        /// <summary>A closed context with these fields.</summary>
        public static Context Of(params ReadOnlySpan<(string Name, FeelType Type)> fields)
        {
            var types = ImmutableDictionary.CreateBuilder<string, FeelType>(StringComparer.Ordinal);
            foreach (var (name, type) in fields)
                types[name] = type;
            return new(types.ToImmutable());
        }

        /// <summary>Equal when closed alike and the same fields have equal types.</summary>
        public bool Equals(Context? other) =>
            other is not null && Closed == other.Closed && Fields.Count == other.Fields.Count
            && Fields.All(field => other.Fields.TryGetValue(field.Key, out var type) && type == field.Value);

        /// <inheritdoc/>
        public override int GetHashCode() =>
            Fields.Aggregate(Fields.Count, (hash, field) => hash ^ HashCode.Combine(field.Key, field.Value));
    }

    /// <summary>The one type that all of these share, ignoring nulls; otherwise any.</summary>
    internal static FeelType Join(params IEnumerable<FeelType> types)
    {
        var known = types.Where(type => type != Null).Distinct().Take(2).ToArray();
        return known is [var only] ? only : Any;
    }

    /// <summary>Whether this value is of this type as far as its outside goes; null always is.</summary>
    internal bool Accepts(FeelValue value) => value is FeelNull || this switch
    {
        List => value is FeelList,
        Context => value is FeelContext,
        Range => value is FeelRange,
        _ => this == Any || value is not (FeelList or FeelContext or FeelRange) && value.Type == this,
    };

    /// <summary>Whether a value of the other type can ever be used here; a list of one item stands for its item.</summary>
    internal bool MayBe(FeelType other) => (this, other) switch
    {
        _ when IsOpen || other.IsOpen => true,
        (List to, List from) => to.Element.MayBe(from.Element),
        (List to, _) => to.Element.MayBe(other),
        (_, List from) => MayBe(from.Element),
        (Range to, Range from) => to.Element.MayBe(from.Element),
        (Context, Context) => true,
        _ => this == other,
    };
}
