using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// A case as snapshot parts: <c>head</c> (numbers, terms, messages, published versions, what the stream itself waits for), <c>domain</c>, <c>files</c>
/// when there are any, and <c>i{n}</c> for each open instance. A commit writes only the parts that changed. Each part has a format number; when one is not
/// of today's format, the case is rebuilt from its stream instead.
/// </summary>
public sealed class SnapshotCodec(Domain domain, EventCodec events)
{
    const int HeadFormat = 1;
    const int InstanceFormat = 1;
    const int FilesFormat = 1;

    sealed record Head(
        long NextId, DateTimeOffset LastAt, ImmutableSortedDictionary<DeadlineId, Deadline> Terms, ImmutableSortedDictionary<MessageId, Message> Messages,
        ImmutableSortedDictionary<int, PublishedDefinition> Published, ImmutableSortedDictionary<IncidentId, Incident>? Incidents, ImmutableSortedDictionary<string, DateTimeOffset>? PassedOver)
    {
        /// <summary>What hardly any stream has is left out: the head is written with every commit.</summary>
        public static Head Of(Case c) => new(
            c.NextId, c.LastAt, c.Terms, c.Messages, c.Published, c.Incidents.IsEmpty ? null : c.Incidents, c.PassedOver.IsEmpty ? null : c.PassedOver);
    }

    /// <param name="all">Write every part, also those that did not change: for a new stream, or one whose parts are of an older format.</param>
    public ImmutableArray<KeyValuePair<string, SnapshotPart?>> Changed(Case before, Case after, bool all)
    {
        var parts = ImmutableArray.CreateBuilder<KeyValuePair<string, SnapshotPart?>>();
        parts.Add(new("head", Write(HeadFormat, Head.Of(after))));
        if (all || !ReferenceEquals(before.Domain, after.Domain))
            parts.Add(new("domain", new SnapshotPart(domain.Codec.StateFormat, JsonSerializer.SerializeToUtf8Bytes(after.Domain, domain.Codec.State, events.Options))));
        if (!ReferenceEquals(before.Files, after.Files) || (all && !after.Files.IsEmpty))
            parts.Add(new("files", Write(FilesFormat, after.Files)));
        foreach (var (id, instance) in after.Instances)
        {
            if (all || !ReferenceEquals(before.Instances.GetValueOrDefault(id), instance))
                parts.Add(new(PartOf(id), Write(InstanceFormat, instance)));
        }
        foreach (var id in before.Instances.Keys)
        {
            if (!after.Instances.ContainsKey(id))
                parts.Add(new(PartOf(id), null));
        }
        return parts.ToImmutable();
    }

    public ImmutableSortedDictionary<string, SnapshotPart> All(Case c) =>
        Changed(c, c, all: true).ToImmutableSortedDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);

    /// <summary>
    /// The case, or null when a part is of another format, or has a word that is newer than this program, and the stream must be folded
    /// instead; folding names the event that has it.
    /// </summary>
    public Case? Read(StoredStream stored)
    {
        try
        {
            return ReadParts(stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    Case? ReadParts(StoredStream stored)
    {
        if (stored.Parts.GetValueOrDefault("head") is not { Format: HeadFormat } headPart || stored.Parts.GetValueOrDefault("domain") is not { } domainPart
            || domainPart.Format != domain.Codec.StateFormat || stored.Parts.Any(p => (p.Key[0] == 'i' && p.Value.Format != InstanceFormat) || (p.Key == "files" && p.Value.Format != FilesFormat)))
        {
            return null;
        }
        var head = Read<Head>(headPart);
        var instances = stored.Parts.Where(p => p.Key[0] == 'i').Select(p => Read<Instance>(p.Value)).ToImmutableSortedDictionary(i => i.Id, i => i);
        var state = JsonSerializer.Deserialize(domainPart.Bytes.Span, domain.Codec.State, events.Options)!;
        var read = new Case(stored.Head.Stream, stored.Head.Version, head.NextId, head.LastAt, state, instances, head.Terms, head.Messages, head.Published);
        return read with { Incidents = head.Incidents ?? read.Incidents, PassedOver = head.PassedOver ?? read.PassedOver, Files = stored.Parts.GetValueOrDefault("files") is { } files ? Read<ImmutableSortedDictionary<FileId, AttachedFile>>(files) : read.Files };
    }

    static string PartOf(InstanceId instance) => $"i{instance}";

    SnapshotPart Write<T>(int format, T value) => new(format, JsonSerializer.SerializeToUtf8Bytes(value, events.Options));

    T Read<T>(SnapshotPart part) => JsonSerializer.Deserialize<T>(part.Bytes.Span, events.Options)!;
}
