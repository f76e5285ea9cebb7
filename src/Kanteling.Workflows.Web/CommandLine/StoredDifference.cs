using System.Collections.Immutable;
using System.Text.Json;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>What of a stream is stored otherwise than its commits say.</summary>
static class StoredDifference
{
    /// <summary>The first kind of row that differs; null when nothing does.</summary>
    public static string? Of(RebuiltStream rebuilt, RebuiltStream stored) =>
        rebuilt.Label != stored.Label ? "de naam"
        : Parts(rebuilt, stored)
        ?? Rows("een taak", rebuilt.Rows.Tasks, stored.Rows.Tasks)
        ?? Rows("een termijn", rebuilt.Rows.Deadlines, stored.Rows.Deadlines)
        ?? Rows("een werkstroom", rebuilt.Rows.Instances, stored.Rows.Instances)
        ?? Rows("een incident", rebuilt.Rows.Incidents, stored.Rows.Incidents)
        ?? Rows("een abonnement", rebuilt.Rows.Subscriptions, stored.Rows.Subscriptions)
        ?? Rows("een claim", rebuilt.Rows.Claims, stored.Rows.Claims)
        ?? Rows("een bericht", rebuilt.Rows.Messages, stored.Rows.Messages)
        ?? Rows("een gesloten taak", rebuilt.ClosedTasks, stored.ClosedTasks)
        ?? Rows("een gesloten werkstroom", rebuilt.ClosedInstances, stored.ClosedInstances)
        ?? Rows("een definitie", rebuilt.Definitions, stored.Definitions);

    static string? Parts(RebuiltStream rebuilt, RebuiltStream stored) =>
        rebuilt.Parts.Keys.Concat(stored.Parts.Keys).Distinct().FirstOrDefault(name => !Same(rebuilt.Parts.GetValueOrDefault(name), stored.Parts.GetValueOrDefault(name))) is { } part
            ? $"de momentopname {part}"
            : null;

    // A part of an older format is made anew when it is next loaded; it is not wrong.
    static bool Same(SnapshotPart? rebuilt, SnapshotPart? stored) =>
        stored is not null && rebuilt is not null ? stored.Format != rebuilt.Format || stored.Bytes.Span.SequenceEqual(rebuilt.Bytes.Span) : stored is null && rebuilt is null;

    // By their text: databases give rows back in an order of their own, and moments in UTC.
    static string? Rows<T>(string what, ImmutableArray<T> rebuilt, ImmutableArray<T> stored) =>
        rebuilt.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(stored.Select(Text).Order(StringComparer.Ordinal)) ? null : what;

    static string Text<T>(T row) => JsonSerializer.Serialize(row, Options);

    static readonly JsonSerializerOptions Options = new() { Converters = { new UtcMoments() } };

    sealed class UtcMoments : System.Text.Json.Serialization.JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.UtcTicks);
    }
}
