using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Events;

/// <summary>Stable names for stored domain events and the format of the stored state.</summary>
/// <param name="State">The type of the state.</param>
/// <param name="StateFormat">Goes up when the state's shape changes; an older snapshot is then rebuilt from the stream.</param>
public sealed record DomainCodec(Type State, int StateFormat, ImmutableArray<EventName> Events)
{
    /// <summary>Makes the record of today from the JSON of an older number, by (name, number) to the next number.</summary>
    public ImmutableDictionary<(string Name, int Number), Func<JsonObject, JsonObject>> Upgraders { get; init; } =
        ImmutableDictionary<(string, int), Func<JsonObject, JsonObject>>.Empty;

    /// <summary>Makes the state of the next format from the JSON of an older one, by its number. Snapshots do without: only a state that stands in an event needs it.</summary>
    public ImmutableDictionary<int, Func<JsonObject, JsonObject>> StateUpgraders { get; init; } = ImmutableDictionary<int, Func<JsonObject, JsonObject>>.Empty;
}

/// <summary>The stored name and number of an event's type.</summary>
public sealed record EventName(string Name, int Number, Type Type);
