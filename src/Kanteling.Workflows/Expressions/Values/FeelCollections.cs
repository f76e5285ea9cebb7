using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>A list. Positions in FEEL start at 1, and negative ones count from the end.</summary>
public sealed record FeelList : FeelValue
{
    readonly int size;

    /// <summary>A list of these items.</summary>
    public FeelList(ImmutableArray<FeelValue> items)
    {
        Items = items.IsDefault ? [] : items;
        size = Sizes.Of(Items);
    }

    /// <summary>The list without items.</summary>
    public static FeelList Empty { get; } = new([]);

    /// <summary>The items in order.</summary>
    public ImmutableArray<FeelValue> Items { get; }

    /// <inheritdoc/>
    public override FeelType Type => new FeelType.List(FeelType.Join(Items.Select(item => item.Type)));

    internal override int Size => size;

    /// <summary>Equal when the items are equal in order.</summary>
    public bool Equals(FeelList? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

/// <summary>A context: named values in the order in which they were given. Names are case-sensitive.</summary>
public sealed record FeelContext : FeelValue
{
    readonly OrderedDictionary<string, FeelValue> entries;
    readonly int size;

    /// <summary>A context of these entries; when a name occurs twice the last one counts.</summary>
    public FeelContext(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        this.entries = new(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
            this.entries[name] = value;
        size = Sizes.Of(this.entries.Values);
    }

    /// <summary>The context without entries.</summary>
    public static FeelContext Empty { get; } = new([]);

    /// <summary>The entries in order.</summary>
    public IReadOnlyDictionary<string, FeelValue> Entries => entries;

    /// <summary>The value under this name, or null when there is none.</summary>
    public FeelValue this[string name] => entries.TryGetValue(name, out var value) ? value : FeelNull.Instance;

    /// <inheritdoc/>
    public override FeelType Type =>
        new FeelType.Context(entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Type));

    internal override int Size => size;

    /// <summary>A copy in which this name has this value.</summary>
    public FeelContext With(string name, FeelValue value) => new(entries.Append(new(name, value)));

    /// <summary>Whether the name has an entry, and which.</summary>
    public bool TryGet(string name, out FeelValue value)
    {
        var found = entries.TryGetValue(name, out var entry);
        value = entry ?? FeelNull.Instance;
        return found;
    }

    /// <summary>Equal when the same names have equal values, whatever the order.</summary>
    public bool Equals(FeelContext? other) =>
        other is not null && entries.Count == other.entries.Count
        && entries.All(entry => other.entries.TryGetValue(entry.Key, out var value) && entry.Value.Equals(value));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        entries.Aggregate(entries.Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));
}

/// <summary>Adds sizes up without overflowing: a value that shares its parts can be far larger than its memory.</summary>
static class Sizes
{
    internal static int Of(IEnumerable<FeelValue> values)
    {
        long total = 1;
        foreach (var value in values)
            total += value.Size;
        return (int)Math.Min(total, int.MaxValue);
    }
}
