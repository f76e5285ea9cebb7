using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// A case as one snapshot part, <c>case</c>: a JSON object with <c>format</c> (the number of the domain's format), <c>from</c> (the commits of which it names long texts),
/// <c>head</c> (numbers, terms, messages, published versions, what the stream itself waits for), <c>domain</c>, <c>files</c> when there are any, and <c>i{n}</c> for each open instance; packed as one (see
/// <see cref="Packing"/>). A long text is not repeated: the snapshot names the slot that it stands in (see <see cref="LongTexts"/>). When a number is not of
/// today's format, or what is named is gone, the case is folded from its stream instead.
/// </summary>
public sealed class SnapshotCodec(Domain domain, EventCodec events)
{
    /// <summary>Name of the one part.</summary>
    public const string Part = "case";

    const int Format = 1;

    readonly ConcurrentBag<(NamedContentConverter Content, JsonSerializerOptions Options)> free = [];

    sealed record Head(
        long NextId, DateTimeOffset LastAt, ImmutableSortedDictionary<DeadlineId, Deadline> Terms, ImmutableSortedDictionary<MessageId, Message> Messages,
        ImmutableSortedDictionary<int, PublishedDefinition> Published, ImmutableSortedDictionary<IncidentId, Incident>? Incidents, ImmutableSortedDictionary<string, DateTimeOffset>? PassedOver, ImmutableSortedDictionary<CorrectionId, Correction>? Corrections,
        PendingLink? Link = null, PendingRetraction? Retraction = null)
    {
        /// <summary>What hardly any stream has is left out: it is written with every commit.</summary>
        public static Head Of(Case c) => new(
            c.NextId, c.LastAt, c.Terms, c.Messages, c.Published, c.Incidents.IsEmpty ? null : c.Incidents, c.PassedOver.IsEmpty ? null : c.PassedOver, c.Corrections.IsEmpty ? null : c.Corrections,
            c.Link, c.Retraction);
    }

    /// <returns>The snapshot, and of these texts those that it names.</returns>
    public (SnapshotPart Part, LongTexts Named) Write(Case c, LongTexts texts) => With(texts, (content, options) =>
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }))
            Write(writer, c, options);
        return (new SnapshotPart(Format, Packing.Pack([.. Start(content.Named), .. json.WrittenSpan[1..]])), texts.Only(content.Named));
    });

    void Write(Utf8JsonWriter writer, Case c, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("head");
        JsonSerializer.Serialize(writer, Head.Of(c), options);
        writer.WritePropertyName("domain");
        JsonSerializer.Serialize(writer, c.Domain, domain.Codec.State, options);
        if (!c.Files.IsEmpty)
        {
            writer.WritePropertyName("files");
            JsonSerializer.Serialize(writer, c.Files, options);
        }
        foreach (var (id, instance) in c.Instances)
        {
            writer.WritePropertyName($"i{id}");
            JsonSerializer.Serialize(writer, instance, options);
        }
        writer.WriteEndObject();
    }

    /// <summary>What has to be known before the rest is read; which commits are named is known when all is written.</summary>
    byte[] Start(IEnumerable<SlotAddress> named)
    {
        var commits = string.Join(',', named.Select(place => place.Version).Distinct().Order().Select(version => version.ToString(CultureInfo.InvariantCulture)));
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"format\":{domain.Codec.StateFormat},\"from\":[{commits}],"));
    }

    public ImmutableSortedDictionary<string, SnapshotPart> All(Case c, LongTexts? texts = null) =>
        ImmutableSortedDictionary.Create<string, SnapshotPart>(StringComparer.Ordinal).Add(Part, Write(c, texts ?? LongTexts.None).Part);

    /// <summary>The commits of which a snapshot names texts; none when it cannot be read.</summary>
    public ImmutableArray<long> Commits(StoredStream stored) => Read(stored, (ref reader) =>
    {
        var commits = ImmutableArray.CreateBuilder<long>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            commits.Add(reader.GetInt64());
        return commits.ToImmutable();
    }, []);

    /// <summary>
    /// The case, or null when it is of another format, was spoilt, names a text that is not there, or has a word that is newer than this program, and the
    /// stream must be folded instead; folding names the event that has it.
    /// </summary>
    /// <param name="texts">Those of the commits that it names.</param>
    public Case? Read(StoredStream stored, LongTexts? texts = null) =>
        With(texts ?? LongTexts.None, (_, options) => Read(stored, (ref reader) => Read(stored.Head, ref reader, options), null));

    /// <summary>Whether an earlier program wrote it in a format of before: nobody reads it any more, and the next commit of its stream replaces it.</summary>
    public bool IsOfBefore(StoredStream stored)
    {
        if (stored.Parts.GetValueOrDefault(Part) is not { } part || part.Format != Format)
            return stored.Parts.GetValueOrDefault(Part)?.Format < Format;
        try
        {
            var reader = new Utf8JsonReader(Packing.Unpack(part.Bytes).Span, new JsonReaderOptions { MaxDepth = events.Options.MaxDepth });
            return Is(ref reader, JsonTokenType.StartObject) && Is(ref reader, "format"u8) && Is(ref reader, JsonTokenType.Number) && reader.GetInt32() < domain.Codec.StateFormat;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    delegate T Reading<T>(ref Utf8JsonReader reader);

    /// <summary>Reads on from the beginning of the list of commits, when the formats are those of today.</summary>
    T Read<T>(StoredStream stored, Reading<T> read, T otherwise)
    {
        if (stored.Parts.GetValueOrDefault(Part) is not { Format: Format } part)
            return otherwise;
        try
        {
            var reader = new Utf8JsonReader(Packing.Unpack(part.Bytes).Span, new JsonReaderOptions { MaxDepth = events.Options.MaxDepth });
            return Is(ref reader, JsonTokenType.StartObject) && Is(ref reader, "format"u8) && Is(ref reader, JsonTokenType.Number) && reader.GetInt32() == domain.Codec.StateFormat
                && Is(ref reader, "from"u8) && Is(ref reader, JsonTokenType.StartArray) ? read(ref reader) : otherwise;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return otherwise;
        }
    }

    static bool Is(ref Utf8JsonReader reader, JsonTokenType token) => reader.Read() && reader.TokenType == token;

    static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => Is(ref reader, JsonTokenType.PropertyName) && reader.ValueTextEquals(name);

    Case? Read(StreamHead stream, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var instances = ImmutableSortedDictionary.CreateBuilder<InstanceId, Instance>();
        (Head? head, object? state, ImmutableSortedDictionary<FileId, AttachedFile>? files) = (null, null, null);
        reader.Skip();
        while (Is(ref reader, JsonTokenType.PropertyName))
        {
            var name = reader.GetString()!;
            if (name == "head")
                head = JsonSerializer.Deserialize<Head>(ref reader, options);
            else if (name == "domain")
                state = JsonSerializer.Deserialize(ref reader, domain.Codec.State, options);
            else if (name == "files")
                files = JsonSerializer.Deserialize<ImmutableSortedDictionary<FileId, AttachedFile>>(ref reader, options);
            else if (JsonSerializer.Deserialize<Instance>(ref reader, options) is { } instance)
                instances[instance.Id] = instance;
        }
        if (head is null || state is null)
            return null;
        var read = new Case(stream.Stream, stream.Version, head.NextId, head.LastAt, state, instances.ToImmutable(), head.Terms, head.Messages, head.Published);
        return read with { Incidents = head.Incidents ?? read.Incidents, PassedOver = head.PassedOver ?? read.PassedOver, Files = files ?? read.Files, Corrections = head.Corrections ?? read.Corrections, Link = head.Link, Retraction = head.Retraction };
    }

    /// <summary>Options of the serializer are dear to make and cheap to use again; one write or read has them to itself.</summary>
    T With<T>(LongTexts texts, Func<NamedContentConverter, JsonSerializerOptions, T> use)
    {
        if (!free.TryTake(out var json))
            json = Make();
        try
        {
            json.Content.Texts = texts;
            return use(json.Content, json.Options);
        }
        finally
        {
            json.Content.Texts = LongTexts.None;
            json.Content.Named.Clear();
            free.Add(json);
        }
    }

    static (NamedContentConverter, JsonSerializerOptions) Make()
    {
        var content = new NamedContentConverter();
        return (content, StoredJson.Options(content, new BlobConverter(null)));
    }
}
