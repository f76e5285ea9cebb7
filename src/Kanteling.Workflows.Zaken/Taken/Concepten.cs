using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Taken;

/// <param name="BewaardOp">Real time.</param>
public sealed record Concept(JsonObject Antwoorden, DateTimeOffset BewaardOp);

/// <summary>Half-filled forms, kept on the server for one person; gone when the task is done.</summary>
public sealed class Concepten(Drafts drafts, TimeProvider werkelijk)
{
    public async Task<Concept?> LeesAsync(Actor actor, GevondenTaak taak)
    {
        var draft = await drafts.FindAsync(taak.Huishouden.Stream, taak.Nummer, actor.Id);
        return draft is null || taak.Open is null ? null : new Concept((JsonObject)JsonNode.Parse(draft.Answers)!, draft.SavedAt);
    }

    public Task BewaarAsync(Actor actor, GevondenTaak taak, JsonObject antwoorden) => drafts.KeepAsync(
        new Draft { Stream = taak.Huishouden.Stream, Task = taak.Nummer, UserId = actor.Id, Answers = antwoorden.ToJsonString(Json.Compact), SavedAt = werkelijk.GetUtcNow() }, actor.Id.Actor);

    /// <summary>The task is done: what anybody kept of it goes.</summary>
    public Task WisAsync(Actor actor, GevondenTaak taak) => drafts.RemoveAsync(taak.Huishouden.Stream, taak.Nummer, actor.Id.Actor, werkelijk.GetUtcNow());
}
