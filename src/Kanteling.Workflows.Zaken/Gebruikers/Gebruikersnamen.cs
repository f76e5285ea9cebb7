using System.Collections.Concurrent;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>How users are called, for lists and timelines. Remembered; a changed name shows after a restart.</summary>
public sealed class Gebruikersnamen(Users users)
{
    readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The user with this id; an id that nobody has is shown as it is.</summary>
    public async Task<Wie?> VanAsync(string? id)
    {
        if (id is null)
            return null;
        if (!known.TryGetValue(id, out var name) && await users.FindAsync(id) is { } user)
            known[id] = name = user.DisplayName;
        return new Wie(id, name ?? id);
    }

    /// <summary>Who a commit's actor is: <c>user:anna</c>, or the program itself.</summary>
    public async Task<Wie?> VanUitvoerderAsync(string actor) =>
        actor.StartsWith("user:", StringComparison.Ordinal) ? await VanAsync(actor["user:".Length..]) : new Wie(actor, "Automatisch");
}
