using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Delivers every message whose time has come, at least once, and tells the sending stream how it ended. Messages of one
/// stream to other streams go in order; HTTP requests go on beside them, so that a slow host holds nobody up. What fails
/// for an unknown reason stays leased and is delivered again when the lease ended, under the same id.
/// </summary>
public sealed class MessageDelivery(Cases cases, TimerOptions options, TimerHealth health, HttpDelivery http) : IAsyncDisposable
{
    /// <summary>Messages that make messages without end are left for the next run.</summary>
    const int MostRounds = 1_000;

    readonly InternalDelivery inner = new(cases, options, health);
    readonly OneAtATime turn = new();
    readonly CancellationTokenSource stopping = new();
    readonly ConcurrentDictionary<(StreamId Stream, MessageId Id), DateTimeOffset> postponed = new();
    readonly ConcurrentDictionary<long, Task> requests = new();
    long lastRequest;

    /// <summary>Delivers what is due. HTTP requests may still be under way when it returns.</summary>
    /// <returns>How many messages were taken.</returns>
    /// <exception cref="Exception">The store could not say what is due.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        using var held = await turn.EnterAsync(cancellation);
        return await TakeAllAsync(cancellation);
    }

    /// <summary>Delivers what is due, and waits for every HTTP request and for all that follows from it.</summary>
    public async Task DrainAsync(CancellationToken cancellation = default)
    {
        using var held = await HoldAsync(cancellation);
        await DrainHeldAsync(cancellation);
    }

    /// <summary>Keeps this delivery from running until the hold is disposed.</summary>
    internal Task<IDisposable> HoldAsync(CancellationToken cancellation) => turn.EnterAsync(cancellation);

    internal async Task DrainHeldAsync(CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var taken = await TakeAllAsync(cancellation);
            await Task.WhenAll(requests.Values).WaitAsync(cancellation);
            if (taken == 0)
                return;
        }
    }

    /// <summary>When the first message that this node put back is due again; or null. What was due before and was not there to take, another node has.</summary>
    internal DateTimeOffset? NextRetry(DateTimeOffset now)
    {
        foreach (var (message, at) in postponed)
        {
            if (at <= now)
                postponed.TryRemove(message, out _);
        }
        return postponed.IsEmpty ? null : postponed.Values.Min();
    }

    /// <summary>Stops the requests under way; they are sent again, under the same id, by whoever takes them next.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(requests.Values);
    }

    async Task<int> TakeAllAsync(CancellationToken cancellation)
    {
        var total = 0;
        for (var round = 0; round < MostRounds && options.SideBySide - requests.Count is > 0 and var places; round++)
        {
            var (now, real) = (cases.Clock.Now, cases.Clock.RealNow);
            var until = real + options.Lease + options.Http.Timeout;
            var taken = await cases.Store.ClaimMessagesAsync(now, real, until, options.Node, places, cancellation);
            if (taken.IsEmpty)
                break;
            total += taken.Length;
            foreach (var request in taken.Where(m => m.Message.Kind == MessageKind.Http))
                Begin(request);
            // Finished also when the program stops: a lease that it left behind would hold the next start up.
            var starts = new EventStarts(cases);
            await Task.WhenAll(taken.Where(m => m.Message.Kind != MessageKind.Http).GroupBy(m => m.Message.Stream)
                .Select(messages => InOrderAsync(messages, starts)));
        }
        return total;
    }

    void Begin(ClaimedMessage claimed)
    {
        var number = Interlocked.Increment(ref lastRequest);
        var request = DeliverAsync(claimed, AskAsync, stopping.Token);
        requests[number] = request;
        _ = request.ContinueWith(_ => requests.TryRemove(number, out var _), TaskScheduler.Default);
    }

    async Task InOrderAsync(IEnumerable<ClaimedMessage> messages, EventStarts starts)
    {
        foreach (var claimed in messages)
        {
            await DeliverAsync(claimed, (c, id, ct) => c.Message.Kind switch
            {
                MessageKind.StartInstance => inner.StartAsync(c.Message, id, ct),
                MessageKind.LinkStream => inner.LinkAsync(c.Message, ct),
                _ => inner.PublishAsync(c.Message, id, starts, ct),
            }, CancellationToken.None);
        }
    }

    /// <summary>One attempt, and what follows from it. It never throws: what went wrong is in the health, and the lease gives the next try.</summary>
    async Task DeliverAsync(ClaimedMessage claimed, Func<ClaimedMessage, string, CancellationToken, Task<Delivery>> attempt, CancellationToken cancellation)
    {
        var message = claimed.Message;
        try
        {
            postponed.TryRemove((message.Stream, message.Id), out _);
            switch (await attempt(claimed, $"{message.Stream}-{message.Id}", cancellation))
            {
                case Delivery.Ended ended:
                    await ReplyAsync(message, ended);
                    break;
                case Delivery.Later later:
                    await cases.Store.PostponeMessageAsync(message.Stream, message.Id, later.NotBefore, cancellation);
                    postponed[(message.Stream, message.Id)] = later.NotBefore;
                    break;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program stops. Nothing was acknowledged, so whoever takes the message next delivers it again.
        }
        catch (Exception exception)
        {
            health.Failed("message", message.Stream, message.Id, exception.GetType().Name, exception);
        }
    }

    async Task<Delivery> AskAsync(ClaimedMessage claimed, string id, CancellationToken cancellation)
    {
        // Attempts that never came to an end count too: a message must not bring the program down for ever.
        if (claimed.Attempts >= options.Http.Attempts)
            return new Delivery.Ended(DeliveryOutcome.Spent, null, new JsonObject { ["reason"] = NotAskedReason.AttemptsSpent });
        var attempt = await http.SendAsync(claimed.Message, id, cancellation);
        return attempt.MayRetry && claimed.Attempts + 1 < options.Http.Attempts
            ? new Delivery.Later(cases.Clock.Now + options.Http.RetryAfter(claimed.Attempts + 1))
            : new Delivery.Ended(attempt.Outcome, attempt.Status, attempt.Body);
    }

    /// <summary>Tells the sending stream. Not cut off by stopping: an answer in hand is better kept than asked again.</summary>
    async Task ReplyAsync(MessageRow message, Delivery.Ended ended)
    {
        var command = new ReceiveReply(message.Id, ended.Outcome, ended.Status, ended.Body);
        var asking = Asking.Message(Links.ReplyKey(message.Stream, message.Id));
        var answer = await cases.Engine.ExecuteAsync(message.Stream, options.StreamKind, command, asking, CancellationToken.None);
        // Told before by another node, or by this one before it crashed; then the first word counts.
        if (answer is Answer.Refused refused && !refused.IsOnly(RefusalCode.MessageNotPending, RefusalCode.CommandIdReused))
            health.Failed("message", message.Stream, message.Id, refused.Codes);
        else
            health.Succeeded(message.Stream, message.Id);
    }
}
