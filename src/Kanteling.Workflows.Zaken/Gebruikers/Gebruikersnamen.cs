using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>How users are called, for lists and timelines. Remembered; a changed name shows after a restart.</summary>
public sealed class Gebruikersnamen(Users users)
{
    readonly Recent<UserId, string> bekend = new(10_000);

    /// <summary>The user with this id; an id that nobody has is shown as it is.</summary>
    public async Task<Wie?> VanAsync(UserId? gevraagd)
    {
        if (gevraagd is not { } id)
            return null;
        if (bekend.Find(id) is { } naam)
            return new Wie(id.Text, naam);
        if (await users.FindAsync(id) is not { } gebruiker)
            return new Wie(id.Text, id.Text);
        bekend.Keep(id, gebruiker.DisplayName);
        return new Wie(id.Text, gebruiker.DisplayName);
    }

    /// <summary>Who a commit's actor is: <c>user:anna</c>, or the program itself.</summary>
    public async Task<Wie?> VanUitvoerderAsync(ActorId actor) =>
        actor.User is { } gebruiker ? await VanAsync(gebruiker) : new Wie(actor.Text, "Automatisch");
}
