using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Storage.Commits;

/// <summary>Rows as the readers of both databases give them; the order is that of the columns in <see cref="Sql"/>.</summary>
static class Stored
{
    public static object? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static object? Of(DateTimeOffset? moment) => moment?.UtcTicks;

    public static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    public static StoredCommit Commit(DbDataReader r) => CommitFrom(r, 0) with { Slots = Bytes(r, 11) };

    /// <summary>A commit without its slots.</summary>
    public static StoredCommit Course(DbDataReader r) => CommitFrom(r, 0) with { IsCourse = true };

    /// <summary>A commit with its seal in the last column, if that is kept yet.</summary>
    public static StoredCommit SealedFrom(DbDataReader r, int at) => CommitFrom(r, at) with { Slots = Bytes(r, at + 11), Seal = r.IsDBNull(at + 12) ? default : Bytes(r, at + 12) };

    static StoredCommit CommitFrom(DbDataReader r, int at) => new(
        new(r.GetString(at)), r.GetInt64(at + 1), (byte)r.GetInt64(at + 2), Bytes(r, at + 3), new(r.GetString(at + 4)), new(r.GetString(at + 5)), Moment(r.GetInt64(at + 6)),
        Bytes(r, at + 7), default, Bytes(r, at + 8))
    {
        Tombstone = r.IsDBNull(at + 9) ? null : new Tombstone(Bytes(r, at + 9), r.GetString(at + 10)),
    };

    public static Declaration Declaration(DbDataReader r) => new(
        new(r.GetString(0)), r.GetString(1), r.GetInt64(2), Bytes(r, 3), new(r.GetString(4)), new(r.GetString(5)), Moment(r.GetInt64(6)), Moment(r.GetInt64(7)), r.GetString(8),
        r.GetString(9), Bytes(r, 10));

    public static StreamHead Head(DbDataReader r) => new(new(r.GetString(0)), r.GetString(1), r.GetInt64(2), [.. Bytes(r, 3)]);

    public static (StreamHead Head, string? Label) LabelledHead(DbDataReader r) => (Head(r), Text(r, 4));

    public static KeyValuePair<string, SnapshotPart> Part(DbDataReader r) => PartFrom(r, 0);

    public static KeyValuePair<string, SnapshotPart> PartFrom(DbDataReader r, int at) =>
        new(r.GetString(at), new SnapshotPart((int)r.GetInt64(at + 1), Bytes(r, at + 2)));

    public static TaskRow Task(DbDataReader r) => new(
        new(r.GetString(0)), Id<TaskId>(r, 1), Id<InstanceId>(r, 2), r.GetString(3), (int)r.GetInt64(4), r.GetString(5), TextOrNone<DossierId>(r, 6), (int)r.GetInt64(7), r.GetString(8),
        Text(r, 9), Text(r, 10), TextOrNone<TeamId>(r, 11), TextOrNone<UserId>(r, 12), Day(r, 13), Number(r, 14) is { } due ? Moment(due) : null, Moment(r.GetInt64(15)),
        r.GetInt64(16) == 1, Text(r, 17));

    public static ClosedTask ClosedTask(DbDataReader r) => new(
        new(r.GetString(0)), Id<TaskId>(r, 1), Id<InstanceId>(r, 2), r.GetString(3), (int)r.GetInt64(4), r.GetString(5), TextOrNone<DossierId>(r, 6), r.GetString(7), TextOrNone<UserId>(r, 8),
        Moment(r.GetInt64(9)), r.GetString(10), Text(r, 11), new(r.GetString(12)), Moment(r.GetInt64(13)), r.GetInt64(14));

    public static DeadlineRow Deadline(DbDataReader r) => new(
        new(r.GetString(0)), Id<DeadlineId>(r, 1), IdOrNone<InstanceId>(r, 2), TextOrNone<DossierId>(r, 3), Enum.Parse<DeadlineFor>(r.GetString(4)), r.GetString(5), Day(r, 6), Moment(r.GetInt64(7)));

    public static InstanceRow Instance(DbDataReader r) => new(
        new(r.GetString(0)), Id<InstanceId>(r, 1), r.GetString(2), (int)r.GetInt64(3), TextOrNone<DossierId>(r, 4), IdOrNone<InstanceId>(r, 5), Text(r, 6), Text(r, 7), r.GetString(8),
        (int)r.GetInt64(9), Moment(r.GetInt64(10)));

    public static ClosedInstance ClosedInstance(DbDataReader r) => new(
        new(r.GetString(0)), Id<InstanceId>(r, 1), r.GetString(2), (int)r.GetInt64(3), TextOrNone<DossierId>(r, 4), Moment(r.GetInt64(5)), r.GetString(6), Moment(r.GetInt64(7)));

    public static IncidentRow Incident(DbDataReader r) => new(
        new(r.GetString(0)), Id<IncidentId>(r, 1), IdOrNone<InstanceId>(r, 2), Text(r, 3), Text(r, 4), r.GetString(5), Texts(r.GetString(6)), Moment(r.GetInt64(7)), Text(r, 8));

    public static SubscriptionRow Subscription(DbDataReader r) => new(new(r.GetString(0)), Id<WaitId>(r, 1), Id<InstanceId>(r, 2), r.GetString(3), Text(r, 4));

    public static ClaimRow Claim(DbDataReader r) => new(r.GetString(0), new(r.GetString(1)), Id<InstanceId>(r, 2));

    public static MessageRow Message(DbDataReader r) => new(
        new(r.GetString(0)), Id<MessageId>(r, 1), Enum.Parse<MessageKind>(r.GetString(2)), r.GetString(3), r.GetString(4), Moment(r.GetInt64(5)));

    public static ClaimedMessage ClaimedMessage(DbDataReader r) => new(Message(r), (int)r.GetInt64(6));

    public static DefinitionRow Definition(DbDataReader r) => new(
        r.GetString(0), (int)r.GetInt64(1), new(r.GetString(2)), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6) == 1, r.GetInt64(7) == 1);

    public static ImmutableArray<string> Texts(string json) => JsonSerializer.Deserialize<ImmutableArray<string>>(json, Json.Compact);

    public static byte[] Bytes(DbDataReader r, int at) => r.GetFieldValue<byte[]>(at);

    static string? Text(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    static T Id<T>(DbDataReader r, int at) where T : struct, INumberId<T> => T.Of(r.GetInt64(at));

    static T? IdOrNone<T>(DbDataReader r, int at) where T : struct, INumberId<T> => r.IsDBNull(at) ? null : Id<T>(r, at);

    static T? TextOrNone<T>(DbDataReader r, int at) where T : struct, ITextId<T> => r.IsDBNull(at) ? null : T.Of(r.GetString(at));

    static long? Number(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetInt64(at);

    static DateOnly? Day(DbDataReader r, int at) =>
        Text(r, at) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
