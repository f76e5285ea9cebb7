using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Messages from stream to stream. Every command it gives has an id made of the message's own, so that a message that is
/// delivered again, after a crash between delivery and reply, changes nothing.
/// </summary>
sealed class InternalDelivery(Cases cases, TimerOptions options, TimerHealth health)
{
    /// <summary>Between two looks at an event that nobody wanted yet: in proportion to its age, so that a week is some hundreds of looks.</summary>
    static readonly (TimeSpan Shortest, TimeSpan Longest) Look = (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(30));

    static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    /// <summary>Starts an instance in a stream of its own.</summary>
    public async Task<Delivery> StartAsync(MessageRow message, string id, CancellationToken cancellation)
    {
        if (Body(message) is not { } body || body["definitionId"]?.GetValue<string>() is not { } definition)
            return Refuse(message, NotAskedReason.MessageEmpty);
        var command = new StartInstance(new(definition), body["input"] as JsonObject ?? [], StartActivity: body["startActivity"]?.GetValue<string>() is { } start ? new ActivityId(start) : null);
        return await BeginAsync(command, $"message:{id}", cancellation) switch
        {
            Answer.Refused refused when refused.IsOnly(RefusalCode.StreamBusy) => new Delivery.Later(cases.Clock.Now + Busy),
            Answer.Refused refused => Refuse(message, refused.Codes),
            _ => new Delivery.Ended(DeliveryOutcome.Delivered),
        };
    }

    /// <summary>Asks the other of a pair whether it can be linked too.</summary>
    public async Task<Delivery> LinkAsync(MessageRow message, CancellationToken cancellation)
    {
        var (isWaiting, answer) = await new Links(cases.Engine, cases.Store).AskAsync(message.Stream, message.Id, cancellation);
        if (answer is null)
            return isWaiting ? new Delivery.Later(cases.Clock.Now + Busy) : new Delivery.Ended(DeliveryOutcome.Delivered);
        if (!answer.IsLinked)
            health.Refused("message", message.Stream, message.Id, new Answer.Refused(answer.Refusals).Codes);
        var reply = answer.Reply(message.Id);
        return new Delivery.Ended(reply.Outcome, Body: reply.Body);
    }

    /// <summary>Brings an event to every stream that waits for it, and to every definition that starts by it.</summary>
    public async Task<Delivery> PublishAsync(MessageRow message, string id, EventStarts starts, CancellationToken cancellation)
    {
        if (Body(message) is not { } body)
            return Refuse(message, NotAskedReason.MessageEmpty);
        var (correlation, payload) = (body["correlation"]?.GetValue<string>(), body["payload"]);
        var answers = new List<Answer>();
        foreach (var stream in (await cases.Store.SubscribersAsync(message.Target, correlation, cancellation)).Select(s => s.Stream).Distinct())
            answers.Add(await AskAsync(stream, new ReceiveEvent(message.Target, correlation, payload, id), $"{id}→{stream}", cancellation));
        foreach (var start in await starts.ForAsync(message.Target))
        {
            var command = new StartInstance(start.DefinitionId, InputOf(payload), Correlation: correlation, StartActivity: start.Activity);
            answers.Add(await BeginAsync(command, $"{id}→{start.DefinitionId}/{start.Activity}", cancellation));
        }
        return Sum(message, correlation, answers);
    }

    /// <summary>Streams that went on meanwhile refuse without harm; whoever was busy is asked again with all others, to whom that is nothing new.</summary>
    Delivery Sum(MessageRow message, string? correlation, List<Answer> answers)
    {
        var refused = answers.OfType<Answer.Refused>().Where(r => !r.IsOnly(RefusalCode.EventNotAwaited)).ToList();
        if (refused.Any(r => r.IsOnly(RefusalCode.StreamBusy)))
            return new Delivery.Later(cases.Clock.Now + Busy);
        foreach (var refusal in refused)
            health.Refused("message", message.Stream, message.Id, refusal.Codes);
        if (answers.Any(a => a is Answer.Done))
            return new Delivery.Ended(DeliveryOutcome.Delivered);
        if (refused.Count > 0)
            return new Delivery.Ended(DeliveryOutcome.Refused, Body: Reason(refused[0].Codes));
        var (now, until) = (cases.Clock.Now, message.NotBefore + options.EventPatience);
        return correlation is null || now >= until ? new Delivery.Ended(DeliveryOutcome.Unmatched) : new Delivery.Later(NextLook(now, message.NotBefore, until));
    }

    static DateTimeOffset NextLook(DateTimeOffset now, DateTimeOffset since, DateTimeOffset until)
    {
        var wait = (now - since) / 4;
        wait = wait < Look.Shortest ? Look.Shortest : wait > Look.Longest ? Look.Longest : wait;
        return now + wait < until ? now + wait : until;
    }

    Task<Answer> AskAsync(StreamId stream, Command command, string key, CancellationToken cancellation) =>
        cases.Engine.ExecuteAsync(stream, options.StreamKind, command, Asking.Message(key), cancellation);

    /// <summary>In a stream whose id follows from the message, so that delivering it again begins nothing new.</summary>
    async Task<Answer> BeginAsync(StartInstance command, string key, CancellationToken cancellation)
    {
        var asking = Asking.Message(key);
        StreamId Started(RingKey key) => new(key.IdFor("start", asking));
        var ring = await cases.Engine.KeyOfAsync(asking, Started, cancellation);
        return await cases.Engine.ExecuteAsync(Started(ring), options.StreamKind, command, asking, cancellation);
    }

    Delivery.Ended Refuse(MessageRow message, string codes)
    {
        health.Refused("message", message.Stream, message.Id, codes);
        return new Delivery.Ended(DeliveryOutcome.Refused, Body: Reason(codes));
    }

    /// <summary>The body, or null when it was erased.</summary>
    static JsonObject? Body(MessageRow message) => JsonNode.Parse(message.Body) as JsonObject;

    static JsonObject Reason(string codes) => new() { ["reason"] = codes };

    /// <summary>An instance's input is an object; another payload stands in it as <c>payload</c>.</summary>
    static JsonObject InputOf(JsonNode? payload) => payload switch
    {
        JsonObject input => input.DeepClone().AsObject(),
        null => [],
        _ => new JsonObject { ["payload"] = payload.DeepClone() },
    };
}
