using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Taken;

/// <param name="BewaardOp">Real time.</param>
public sealed record Concept(JsonObject Antwoorden, DateTimeOffset BewaardOp);

/// <summary>Half-filled forms, kept on the server for one person; gone when the task is done.</summary>
public sealed class Concepten(Drafts drafts, TimeProvider real)
{
    public async Task<Concept?> LeesAsync(Actor actor, FoundTask taak)
    {
        var draft = await drafts.FindAsync(taak.Household.Stream, taak.Number, actor.Id);
        return draft is null || taak.Open is null ? null : new Concept((JsonObject)JsonNode.Parse(draft.Answers)!, draft.SavedAt);
    }

    public Task BewaarAsync(Actor actor, FoundTask taak, JsonObject antwoorden) => drafts.KeepAsync(
        new Draft { Stream = taak.Household.Stream, Task = taak.Number, UserId = actor.Id, Answers = antwoorden.ToJsonString(Json.Compact), SavedAt = real.GetUtcNow() }, "user:" + actor.Id);

    /// <summary>The task is done: what anybody kept of it goes.</summary>
    public Task WisAsync(Actor actor, FoundTask taak) => drafts.RemoveAsync(taak.Household.Stream, taak.Number, "user:" + actor.Id, real.GetUtcNow());
}
