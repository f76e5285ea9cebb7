using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>Commits and rows made by hand, with defaults, so that a test names only what matters.</summary>
static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly RowChanges NoRows = new([], [], [], [], [], [], [], [], [], [], [], [], [], [], []);

    public static CommitRequest Commit(
        string stream, long expected, RowChanges? rows = null, string? command = null, string? label = "Label", ImmutableArray<Slot> slots = default,
        params KeyValuePair<string, SnapshotPart?>[] parts)
    {
        var commandId = command ?? $"{stream}-command-{expected + 1}-{Guid.NewGuid():N}";
        var body = Encoding.UTF8.GetBytes($$"""[{"e":"Test","command":"{{commandId}}"}]""");
        return new CommitRequest(
            "household", expected,
            new StoredCommit(new(stream), expected + 1, StoredCommit.CurrentFormat, StoredCommit.NewNonce(), new(commandId), new("anna"), Now.AddMinutes(expected), body,
                slots.IsDefault ? Array.Empty<byte>() : SlotCodec.Write(slots), SHA256.HashData(body)) { Seal = SHA256.HashData(Encoding.UTF8.GetBytes(commandId)) },
            [.. parts], rows ?? NoRows, label, IsPerson: true);
    }

    public static KeyValuePair<string, SnapshotPart?> Part(string name, string? text, int format = 1) =>
        new(name, text is null ? null : new SnapshotPart(format, Encoding.UTF8.GetBytes(text)));

    public static KeyValuePair<string, SnapshotPart?> PackedPart(string name, string text) => new(name, new SnapshotPart(1, Packing.Pack(Encoding.UTF8.GetBytes(text))));

    public static Slot Slot(string text) => new(new("d1"), "answers", [.. new byte[Events.Slot.SaltLength]], [.. Encoding.UTF8.GetBytes(text)]);

    public static TaskRow OpenTask(string stream, long id = 1, DateTimeOffset? due = null, string? role = "consulent", string? team = null, string? assignee = null, string? label = "Label") => new(
        new(stream), new TaskId(id), new(2), "toegang", 3, "step-1", new("d1"), 1, "A step", null, role, team is { } its ? new TeamId(its) : null, assignee is { } text ? new UserId(text) : null, due is { } d ? DateOnly.FromDateTime(d.DateTime) : null, due, Now, false, label);

    public static ClosedTask Closed(string stream, long id = 1, long version = 2) => new(
        new(stream), new TaskId(id), new(2), "toegang", 3, "step-1", new("d1"), "A step", new("anna"), Now, "completed", "Done", new("anna"), Now.AddHours(1), version);

    public static DeadlineRow Deadline(string stream, long id, DateTimeOffset due) =>
        new(new(stream), new DeadlineId(id), new(2), new("d1"), DeadlineFor.Task, "due", DateOnly.FromDateTime(due.DateTime), due);

    public static InstanceRow Instance(string stream, long id = 2, string status = "running") =>
        new(new(stream), new InstanceId(id), "toegang", 3, new("d1"), null, "c1", "A name", status, 0, Now);

    public static ClosedInstance ClosedInstance(string stream, long id = 2) => new(new(stream), new InstanceId(id), "toegang", 3, new("d1"), Now, "finished", Now.AddHours(1));

    public static IncidentRow Incident(string stream, long id = 5) => new(new(stream), new IncidentId(id), new(2), "step-1", null, "NO_RESULT", ["a", "b \"c\""], Now, "Label");

    /// <summary>Of the stream itself: a date of the domain of which the consequences were dropped.</summary>
    public static IncidentRow TermIncident(string stream, long id = 15) => new(new(stream), new IncidentId(id), null, null, "k", "WORD_FORBIDDEN", [], Now, "Label");

    public static SubscriptionRow Subscription(string stream, long id, string name, string? correlation) => new(new(stream), new WaitId(id), new(2), name, correlation);

    public static MessageRow Message(string stream, long id, DateTimeOffset? notBefore = null) =>
        new(new(stream), new MessageId(id), MessageKind.Http, "example", """{"a":1}""", notBefore ?? Now);

    public static DefinitionRow Definition(string stream, string id, int version, bool current, bool retracted = false) =>
        new(id, version, new(stream), "hash" + version, "{}", """[{"kind":"form","id":"needs","version":2,"hash":"h"}]""", current, retracted);

    /// <summary>One of everything that a stream can have.</summary>
    public static RowChanges EveryRow(string stream) => NoRows with
    {
        Tasks = [OpenTask(stream, 1, Now.AddDays(2), team: "noord", assignee: "anna"), OpenTask(stream, 11)],
        ClosedTasks = [Closed(stream, 12)],
        Deadlines = [Deadline(stream, 3, Now.AddDays(2))],
        Instances = [Instance(stream)],
        ClosedInstances = [ClosedInstance(stream, 22)],
        Incidents = [Incident(stream), TermIncident(stream)],
        Subscriptions = [Subscription(stream, 6, "Moved", "c1"), Subscription(stream, 7, "Moved", null)],
        Claims = [new ClaimRow(stream + "/a", new(stream), new(2)), new ClaimRow(stream + "/b", new(stream), new(2))],
        Messages = [Message(stream, 8)],
        Definitions = [Definition(stream, stream + "-def", 1, current: false), Definition(stream, stream + "-def", 2, current: true)],
    };

    /// <summary>What a rebuild of a stream with <see cref="EveryRow"/> as its only commit would say.</summary>
    public static RebuiltStream Rebuilt(CommitRequest request)
    {
        var rows = request.Rows;
        var commit = request.Commit;
        return new RebuiltStream(
            new StreamHead(commit.Stream, request.Kind, commit.Version, [.. commit.Hash.Span]), request.Label,
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, request.ChangedParts.Select(p => KeyValuePair.Create(p.Key, p.Value!))),
            new StreamRows(rows.Tasks, rows.Deadlines, rows.Instances, rows.Incidents, rows.Subscriptions, rows.Claims, rows.Messages),
            rows.ClosedTasks, rows.ClosedInstances, rows.Definitions);
    }

    /// <summary>For comparing: the same rows are the same text.</summary>
    public static string Text(RebuiltStream? rebuilt) => JsonSerializer.Serialize(rebuilt);
}
