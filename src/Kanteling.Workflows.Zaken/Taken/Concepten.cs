using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Taken;

/// <param name="BewaardOp">Real time.</param>
public sealed record Concept(JsonObject Antwoorden, DateTimeOffset BewaardOp);

/// <summary>Half-filled forms, kept on the server for one person; gone when the task is done.</summary>
public sealed class Concepten(RegisterStore registers, TimeProvider real)
{
    public async Task<Concept?> LeesAsync(Actor actor, FoundTask taak)
    {
        var (stream, number, user) = (taak.Household.Stream, taak.Number, actor.Id);
        var draft = await registers.ReadAsync(db => db.FirstAsync(db.Drafts.Where(d => d.Stream == stream && d.Task == number && d.UserId == user)));
        return draft is null || taak.Open is null ? null : new Concept((JsonObject)JsonNode.Parse(draft.Answers)!, draft.SavedAt);
    }

    public Task BewaarAsync(Actor actor, FoundTask taak, JsonObject antwoorden)
    {
        var (stream, number, user, now) = (taak.Household.Stream, taak.Number, actor.Id, real.GetUtcNow());
        return registers.WriteAsync("user:" + user, now, async db =>
        {
            var text = antwoorden.ToJsonString(Json.Compact);
            if (await db.FirstAsync(db.Drafts.Where(d => d.Stream == stream && d.Task == number && d.UserId == user)) is { } draft)
                (draft.Answers, draft.SavedAt) = (text, now);
            else
                db.Drafts.Add(new Draft { Stream = stream, Task = number, UserId = user, Answers = text, SavedAt = now });
            return true;
        });
    }

    /// <summary>The task is done: what anybody kept of it goes.</summary>
    public Task WisAsync(Actor actor, FoundTask taak)
    {
        var (stream, number) = (taak.Household.Stream, taak.Number);
        return registers.WriteAsync("user:" + actor.Id, real.GetUtcNow(), async db =>
        {
            db.Drafts.RemoveRange(await db.ListAsync(db.Drafts.Where(d => d.Stream == stream && d.Task == number)));
            return true;
        });
    }
}
