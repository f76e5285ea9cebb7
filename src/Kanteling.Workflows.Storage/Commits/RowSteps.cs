using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Storage.Commits;

/// <summary>What a commit changes beside its own row, as statements. Claims are apart: they can refuse the commit.</summary>
static class RowSteps
{
    public static IEnumerable<Step> Of(CommitRequest request)
    {
        var stream = request.Commit.Stream;
        foreach (var (name, part) in request.ChangedParts)
            yield return part is null ? new(Sql.RemovePart, stream, name) : Part(stream, name, part);
        foreach (var step in Closing(stream, request.Rows).Concat(Opening(stream, request.Rows)))
            yield return step;
    }

    /// <summary>Replaces everything derived from a stream. The claims come last; one that is held elsewhere fails.</summary>
    public static IEnumerable<Step> Of(RebuiltStream rebuilt)
    {
        var stream = rebuilt.Head.Stream;
        foreach (var forget in Sql.Forget)
            yield return new(forget, stream);
        foreach (var (name, part) in rebuilt.Parts)
            yield return Part(stream, name, part);
        foreach (var task in rebuilt.ClosedTasks)
            yield return Closed(task);
        foreach (var instance in rebuilt.ClosedInstances)
            yield return Closed(instance);
        foreach (var step in Writing(rebuilt.Rows).Concat(rebuilt.Definitions.Select(Definition)))
            yield return step;
        foreach (var claim in rebuilt.Rows.Claims)
            yield return Take(claim);
    }

    public static Step Take(ClaimRow claim) => new(Sql.TakeClaim, claim.Key, claim.Stream, claim.Instance);

    public static Step Seal(StoredCommit commit) => new(Sql.WriteSeal, commit.At.UtcTicks, commit.Stream, commit.Version, Bytes(commit.Seal));

    /// <summary>A value for a BLOB or bytea; the array itself when the memory is a whole one.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Array!.Length == segment.Count ? segment.Array : memory.ToArray();

    /// <summary>A commit of which something was taken away.</summary>
    public static Step Left(StoredCommit c) => new(
        Sql.WriteLeft, c.Stream, c.Version, Bytes(c.Nonce), Bytes(c.Body), Bytes(c.Slots), c.Tombstone is { } gone ? Bytes(gone.BodyHash) : null, c.Tombstone?.Ground);

    /// <summary>What goes along with an erasure, beside the commits that it touches.</summary>
    public static IEnumerable<Step> Along(StreamId stream, Erased erased)
    {
        yield return new(Sql.HoldSearch);
        yield return new(Sql.ForgetSearch, stream);
        yield return new(Sql.ForgetSealsOf, stream);
        yield return new(erased.Dossiers.IsEmpty ? Sql.ForgetDrafts : Sql.ForgetDraftsOfClosed, stream);
        foreach (var step in BlobSteps.Erased(stream, erased))
            yield return step;
        foreach (var dossier in erased.Dossiers)
            yield return new(Sql.ForgetLooks, stream, dossier);
        if (!erased.Bodies.IsEmpty || !erased.Dossiers.IsEmpty)
            yield return new(Sql.ProjectAnew);
    }

    /// <summary>Everything of a stream goes; its declaration stays, and the feed tells of it.</summary>
    /// <param name="audit">The row in the feed, as the database has it.</param>
    public static IEnumerable<Step> Destroying(Declaration d, Step audit)
    {
        yield return new(Sql.HoldSearch);
        foreach (var forget in Sql.Forget.Concat(Sql.Destroy).Append(Sql.ForgetSearch))
            yield return new(forget, d.Stream);
        yield return new(Sql.ProjectAnew);
        yield return new(
            Sql.WriteDeclaration, d.Stream, d.Kind, d.Version, Bytes(d.Hash), d.CommandId, d.Actor, d.FirstAt.UtcTicks, d.At.UtcTicks, d.Ground, d.KeyId, Bytes(d.Signature));
        yield return audit;
    }

    static IEnumerable<Step> Closing(StreamId stream, RowChanges rows)
    {
        foreach (var task in rows.ClosedTasks)
        {
            yield return new(Sql.RemoveTask, stream, task.Id);
            yield return Closed(task);
        }
        foreach (var instance in rows.ClosedInstances)
        {
            yield return new(Sql.RemoveInstance, stream, instance.Id);
            yield return Closed(instance);
        }
        foreach (var id in rows.GoneDeadlines)
            yield return new(Sql.RemoveDeadline, stream, id);
        foreach (var id in rows.GoneIncidents)
            yield return new(Sql.RemoveIncident, stream, id);
        foreach (var id in rows.GoneSubscriptions)
            yield return new(Sql.RemoveSubscription, stream, id);
        foreach (var id in rows.GoneMessages)
            yield return new(Sql.RemoveMessage, stream, id);
    }

    static IEnumerable<Step> Opening(StreamId stream, RowChanges rows)
    {
        // What is open again is no longer closed.
        foreach (var task in rows.Tasks)
            yield return new(Sql.RemoveClosedTask, stream, task.Id);
        foreach (var instance in rows.Instances)
            yield return new(Sql.RemoveClosedInstance, stream, instance.Id);
        var open = new StreamRows(rows.Tasks, rows.Deadlines, rows.Instances, rows.Incidents, rows.Subscriptions, rows.Claims, rows.Messages);
        foreach (var step in Writing(open).Concat(rows.Definitions.Select(Definition)))
            yield return step;
    }

    static IEnumerable<Step> Writing(StreamRows rows) =>
        rows.Tasks.Select(Open).Concat(rows.Deadlines.Select(Deadline)).Concat(rows.Instances.Select(Instance))
            .Concat(rows.Incidents.Select(Incident)).Concat(rows.Subscriptions.Select(Subscription)).Concat(rows.Messages.Select(Message));

    static Step Part(StreamId stream, string name, SnapshotPart part) => new(Sql.WritePart, stream, name, (long)part.Format, Bytes(part.Bytes));

    static Step Open(TaskRow t) => new(Sql.WriteTask, t.Stream, t.Id, t.Instance, t.DefinitionId, (long)t.DefinitionVersion, t.ActivityId, t.Dossier,
        (long)t.Version, t.Title, t.Relation, t.Role, t.Team, t.Assignee, Stored.Of(t.LastDay), Stored.Of(t.DueAt), t.OpenedAt.UtcTicks,
        t.IsEscalated ? 1L : 0L, t.Label, t.DueAt?.UtcTicks ?? long.MaxValue);

    static Step Closed(ClosedTask t) => new(Sql.WriteClosedTask, t.Stream, t.Id, t.Instance, t.DefinitionId, (long)t.DefinitionVersion, t.ActivityId, t.Dossier,
        t.Title, t.Assignee, t.OpenedAt.UtcTicks, t.Status, t.Outcome, t.ClosedBy, t.ClosedAt.UtcTicks, t.Version);

    static Step Deadline(DeadlineRow d) => new(Sql.WriteDeadline, d.Stream, d.Id, d.Instance, d.Dossier, d.For.ToString(), d.Key, Stored.Of(d.LastDay),
        d.DueAt.UtcTicks, 0L, null);

    static Step Instance(InstanceRow i) => new(Sql.WriteInstance, i.Stream, i.Id, i.DefinitionId, (long)i.DefinitionVersion, i.Dossier, i.Parent,
        i.Correlation, i.Name, i.Status, (long)i.Incidents, i.StartedAt.UtcTicks);

    static Step Closed(ClosedInstance i) => new(Sql.WriteClosedInstance, i.Stream, i.Id, i.DefinitionId, (long)i.DefinitionVersion, i.Dossier,
        i.StartedAt.UtcTicks, i.Status, i.ClosedAt.UtcTicks);

    static Step Incident(IncidentRow i) => new(Sql.WriteIncident, i.Stream, i.Id, i.Instance, i.ActivityId, i.Term, i.Code,
        JsonSerializer.Serialize(i.Arguments, Json.Compact), i.At.UtcTicks, i.Label);

    static Step Subscription(SubscriptionRow s) => new(Sql.WriteSubscription, s.Stream, s.Id, s.Instance, s.Name, s.Correlation);

    static Step Message(MessageRow m) => new(Sql.WriteMessage, m.Stream, m.Id, m.Kind.ToString(), m.Target, m.Body, m.NotBefore.UtcTicks,
        m.NotBefore.UtcTicks, 0L, 0L, null);

    static Step Definition(DefinitionRow d) => new(Sql.WriteDefinition, d.DefinitionId, (long)d.Version, d.Stream, d.Hash, d.Document, d.Manifest,
        d.IsCurrent ? 1L : 0L, d.IsRetracted ? 1L : 0L);
}
