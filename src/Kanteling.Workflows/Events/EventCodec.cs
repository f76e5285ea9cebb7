using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Events to the body of a commit and back. The body is a JSON array of <c>{"e":name,"n":number,"d":{…}}</c>; domain
/// events stand in it under their own names. It is stored as <see cref="Packing"/> has it. Older numbers are upgraded as JSON on reading; stored
/// bytes never change.
/// </summary>
public sealed class EventCodec
{
    readonly CommitJsons commits;
    readonly Dictionary<Type, EventName> byType;
    readonly Dictionary<string, EventName> byName;
    readonly ImmutableDictionary<(string Name, int Number), Func<JsonObject, JsonObject>> upgraders;

    /// <exception cref="ArgumentException">A domain event has the name of one of the engine's, or a name stands twice.</exception>
    public EventCodec(DomainCodec domain) : this(EventNames.All, EventNames.Upgraders, domain) { }

    /// <summary>With other events of the engine: what a later version would have.</summary>
    internal EventCodec(ImmutableArray<EventName> own, ImmutableDictionary<(string Name, int Number), Func<JsonObject, JsonObject>> ownUpgraders, DomainCodec domain)
    {
        upgraders = ownUpgraders.AddRange(domain.Upgraders);
        var all = own.AddRange(domain.Events);
        byType = all.ToDictionary(e => e.Type);
        byName = all.ToDictionary(e => e.Name, StringComparer.Ordinal);
        commits = new CommitJsons(new DomainStateConverter(domain));
    }

    /// <summary>How records are written outside commits: as in events, with their content inline.</summary>
    public JsonSerializerOptions Options { get; } = StoredJson.Options(new ContentConverter(), new BlobConverter(null));

    public (byte[] Body, byte[] Slots) Write(ImmutableArray<WorkflowEvent> events) => commits.With(json => Write(events, json));

    /// <summary>As it is stored, with the slots themselves, and what stands apart and has to be written in the same transaction.</summary>
    internal (byte[] Body, byte[] Slots, ImmutableArray<Slot> All, ImmutableArray<NewBlob> Blobs) WriteAll(ImmutableArray<WorkflowEvent> events) => commits.With(json =>
    {
        var (body, slots) = Write(events, json);
        return (body, slots, json.Slots.ToImmutableArray(), json.Blobs.ToImmutableArray());
    });

    (byte[] Body, byte[] Slots) Write(ImmutableArray<WorkflowEvent> events, CommitJson json)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = json.Options.Encoder, SkipValidation = true }))
        {
            writer.WriteStartArray();
            foreach (var e in events)
                WriteEvent(writer, e, json.Options);
            writer.WriteEndArray();
        }
        return (Packing.Pack(body.WrittenSpan), SlotCodec.Write(json.Slots));
    }

    void WriteEvent(Utf8JsonWriter writer, WorkflowEvent e, JsonSerializerOptions options)
    {
        var value = e is DomainEvent domainEvent ? domainEvent.Event : e;
        var name = byType[value.GetType()];
        writer.WriteStartObject();
        writer.WriteString("e", name.Name);
        writer.WriteNumber("n", name.Number);
        writer.WritePropertyName("d");
        JsonSerializer.Serialize(writer, value, name.Type, options);
        writer.WriteEndObject();
    }

    /// <summary>The events of a commit; none when it was destroyed.</summary>
    /// <exception cref="UnknownEventException">An event's name or number is not known to this program, or a word in it.</exception>
    public ImmutableArray<WorkflowEvent> Read(StoredCommit commit) => commit.Tombstone is not null ? [] : commits.With(json => Read(commit, json));

    ImmutableArray<WorkflowEvent> Read(StoredCommit commit, CommitJson json)
    {
        using var document = JsonDocument.Parse(Packing.Unpack(commit.Body), new JsonDocumentOptions { MaxDepth = 512 });
        json.Reading = commit;
        json.Slots.AddRange(SlotCodec.Read(commit.Slots));
        var events = ImmutableArray.CreateBuilder<WorkflowEvent>(document.RootElement.GetArrayLength());
        foreach (var stored in document.RootElement.EnumerateArray())
            events.Add(ReadEvent(commit, stored, json.Options));
        return events.MoveToImmutable();
    }

    WorkflowEvent ReadEvent(StoredCommit commit, JsonElement stored, JsonSerializerOptions options)
    {
        var name = stored.GetProperty("e").GetString()!;
        var number = stored.GetProperty("n").GetInt32();
        if (!byName.TryGetValue(name, out var known) || number > known.Number)
            throw new UnknownEventException(commit.Stream, commit.Version, name, number);
        try
        {
            var value = number == known.Number
                ? stored.GetProperty("d").Deserialize(known.Type, options)!
                : Upgrade(commit, name, number, known, JsonObject.Create(stored.GetProperty("d"))!).Deserialize(known.Type, options)!;
            return value as WorkflowEvent ?? new DomainEvent(value);
        }
        catch (JsonException)
        {
            // A word that a later version added to a list: this program does not know the event either.
            throw new UnknownEventException(commit.Stream, commit.Version, name, number);
        }
    }

    JsonObject Upgrade(StoredCommit commit, string name, int number, EventName known, JsonObject json)
    {
        for (; number < known.Number; number++)
        {
            if (!upgraders.TryGetValue((name, number), out var upgrade))
                throw new UnknownEventException(commit.Stream, commit.Version, name, number);
            json = upgrade(json);
        }
        return json;
    }
}

/// <summary>A stream holds an event that this program does not know; that stream stops, the program goes on.</summary>
public sealed class UnknownEventException(StreamId stream, long version, string name, int number)
    : Exception($"Stream {stream} holds event {name}/{number} at version {version}, which this program does not know.")
{
    public StreamId Stream { get; } = stream;
    public long Version { get; } = version;

    /// <summary>Name and number as stored, such as <c>TaskCompleted/2</c>.</summary>
    public string EventName { get; } = $"{name}/{number}";
}
