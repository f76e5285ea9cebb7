using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kanteling.Workflows.Instances;

/// <summary>How a day was computed, step by step; two are equal when they tell the same. Nothing told is the default.</summary>
[CollectionBuilder(typeof(Explanation), nameof(Of))]
public readonly struct Explanation : IEquatable<Explanation>, IReadOnlyList<Told>
{
    readonly ImmutableArray<Told> told;

    Explanation(ImmutableArray<Told> told) => this.told = told;

    ImmutableArray<Told> All => told.IsDefault ? [] : told;

    public int Count => All.Length;

    public Told this[int index] => All[index];

    public static Explanation Of(params ReadOnlySpan<Told> told) => new([.. told]);

    public bool Equals(Explanation other) => All.SequenceEqual(other.All);

    public override bool Equals(object? obj) => obj is Explanation other && Equals(other);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);

    public IEnumerator<Told> GetEnumerator() => All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(Explanation left, Explanation right) => left.Equals(right);

    public static bool operator !=(Explanation left, Explanation right) => !left.Equals(right);

    public override string ToString() => string.Join("; ", All);
}
