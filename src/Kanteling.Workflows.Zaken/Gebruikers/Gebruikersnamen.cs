using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>How users are called, for lists and timelines. Remembered; a changed name shows after a restart.</summary>
public sealed class Gebruikersnamen(Users users)
{
    readonly Recent<string, string> bekend = new(10_000);

    /// <summary>The user with this id; an id that nobody has is shown as it is.</summary>
    public async Task<Wie?> VanAsync(string? id)
    {
        if (id is null)
            return null;
        if (bekend.Find(id) is { } naam)
            return new Wie(id, naam);
        if (await users.FindAsync(id) is not { } gebruiker)
            return new Wie(id, id);
        bekend.Keep(id, gebruiker.DisplayName);
        return new Wie(id, gebruiker.DisplayName);
    }

    /// <summary>Who a commit's actor is: <c>user:anna</c>, or the program itself.</summary>
    public async Task<Wie?> VanUitvoerderAsync(string actor) =>
        actor.StartsWith("user:", StringComparison.Ordinal) ? await VanAsync(actor["user:".Length..]) : new Wie(actor, "Automatisch");
}
