using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>
/// Brings the question of a link to the other stream, and its answer back. The law of this file: the ids of both commands follow from
/// the message, and the other stream keeps its answer; so whoever brings it, how often and from which node, it is one answer.
/// </summary>
public sealed class Links(WorkflowEngine engine, IWorkflowStore store)
{
    /// <summary>Finishes a link that just began, or was begun before by the same command.</summary>
    /// <param name="begun">What the engine answered to <see cref="LinkStream"/>.</param>
    /// <returns>Null when it was no pair, or when the other could not be asked now: then the message stays.</returns>
    public async Task<LinkAnswer?> FinishAsync(Answer.Done begun, CancellationToken cancellation = default)
    {
        return begun.Events.OfType<LinkBegun>().FirstOrDefault() is { } x
            ? await FinishAsync(begun.Stream, new PendingLink(x.Message.Id, x.Other, x.Relation, x.By), x.Message.Body, cancellation)
            : null;
    }

    /// <summary>Finishes what a stream still waits for, as after a crash; nothing when it waits for nothing.</summary>
    public async Task FinishAsync(StreamId stream, CancellationToken cancellation = default)
    {
        if (await engine.ReadAsync(stream, cancellation) is { Link: { } link } waiting && waiting.Messages.TryGetValue(link.Message, out var message))
            await FinishAsync(stream, link, message.Body, cancellation);
    }

    /// <summary>Asks the other stream, and tells nobody yet.</summary>
    /// <returns>Whether the stream still waits for this answer, and the answer; null when the other could not be asked now.</returns>
    public async Task<(bool IsWaiting, LinkAnswer? Answer)> AskAsync(StreamId stream, MessageId message, CancellationToken cancellation = default)
    {
        if (await engine.ReadAsync(stream, cancellation) is not { Link: { } link } waiting || link.Message != message || !waiting.Messages.TryGetValue(message, out var asked))
            return (false, null);
        return (true, await AskAsync(stream, link, asked.Body, cancellation));
    }

    async Task<LinkAnswer?> FinishAsync(StreamId stream, PendingLink link, Content body, CancellationToken cancellation)
    {
        if (await AskAsync(stream, link, body, cancellation) is not { } answer)
            return null;
        // Told before by whoever brought it first: then there is nothing to tell.
        await engine.ExecuteAsync(stream, "", answer.Reply(link.Message), Asking.Message(ReplyKey(stream, link.Message)), cancellation);
        return answer;
    }

    async Task<LinkAnswer?> AskAsync(StreamId stream, PendingLink link, Content body, CancellationToken cancellation)
    {
        var said = body.AsObject();
        var command = new AnswerLink(stream, said["relation"]?.ToString() ?? "", said["reason"]?.ToString(), said["payload"] as JsonObject);
        var asking = Asking.Message($"link:{stream}-{link.Message}") with { Actor = link.By };
        // A pair is of one kind, also when the other begins by it.
        var kind = (await store.LoadAsync(stream, cancellation))?.Head.Kind ?? "";
        return await engine.ExecuteAsync(link.Other, kind, command, asking, cancellation) switch
        {
            Answer.Done { Events: [LinkRefused refused, ..] } done => new LinkAnswer(false, done.Events, LinkReasons.Read(refused.Reasons.Value)),
            Answer.Done done => new LinkAnswer(true, done.Events, []),
            // Busy, written by a newer program, or destroyed: what it said, or would say, is not known here.
            Answer.Refused refused when refused.Refusals.All(r => r.Code is RefusalCode.StreamBusy or RefusalCode.StreamUnreadable or RefusalCode.AnswerDestroyed) => null,
            Answer.Refused refused => new LinkAnswer(false, [], refused.Refusals),
            var other => throw new InvalidOperationException($"No such answer: {other.GetType().Name}."),
        };
    }

    /// <summary>The key under which a stream is told how a message of it ended: the same for whoever tells it.</summary>
    public static string ReplyKey(StreamId stream, MessageId message) => $"reply:{stream}-{message}";
}

/// <summary>What the other stream said.</summary>
/// <param name="Events">What happened there.</param>
/// <param name="Refusals">Why not; empty when it is linked, or when the reasons were erased.</param>
public sealed record LinkAnswer(bool IsLinked, ImmutableArray<WorkflowEvent> Events, ImmutableArray<Refusal> Refusals)
{
    /// <summary>As the first stream is told.</summary>
    public ReceiveReply Reply(MessageId message) => new(message, IsLinked ? LinkOutcome.Linked : LinkOutcome.Refused, Body: IsLinked ? null : LinkReasons.Write(Refusals));
}
