using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// Everybody, what is asked of roles, and the links, as they are while nobody else changes them. The law of this file: who refuses has
/// changed nothing in it yet; what was changed is saved together.
/// </summary>
public sealed class UserBook
{
    readonly KantelingDb db;
    readonly List<User> users;
    readonly List<RoleRequest> waiting;
    readonly List<AccessLink> links;
    readonly List<UserId> unproven = [];
    long last;

    internal UserBook(KantelingDb db, List<User> users, List<RoleRequest> waiting, List<AccessLink> links, long last) =>
        (this.db, this.users, this.waiting, this.links, this.last) = (db, users, waiting, links, last);

    /// <summary>Who set up a second step.</summary>
    internal IReadOnlyList<SecondStep> SecondSteps { get; init; } = [];

    /// <summary>Whose second step was taken off: their recovery codes go too, and their sessions end.</summary>
    internal IReadOnlyList<UserId> Unproven => unproven;

    public IReadOnlyList<User> Everybody => users;

    /// <summary>How open tasks are addressed.</summary>
    public required IReadOnlyList<(Taakweg Way, int Count)> Ways { get; init; }

    /// <summary>What waits for somebody.</summary>
    public IReadOnlyList<RoleRequest> Waiting => waiting;

    public IReadOnlyList<AccessLink> Links => links;

    public User? Find(UserId id) => users.Find(u => u.Id == id);

    /// <summary>Whose name to sign in by this is, whatever its capitals.</summary>
    public User? FindByName(string loginName) => users.Find(u => string.Equals(u.LoginName, loginName, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="RegisterConflictException">The id or the name is taken.</exception>
    public void Add(User user)
    {
        if (Find(user.Id) is not null || FindByName(user.LoginName) is not null)
            throw new RegisterConflictException(isTaken: true);
        users.Add(user);
        db.Users.Add(user);
    }

    /// <summary>Writes down that roles or a team change.</summary>
    /// <param name="state">Of <see cref="RoleRequest"/>: open, or alone.</param>
    public RoleRequest Ask(User user, Standing to, string reason, string state, ActorId by, DateTimeOffset now)
    {
        var request = new RoleRequest
        {
            Number = ++last, UserId = user.Id, FromRoles = user.Roles, FromActive = user.IsActive, FromTeam = user.Team, ToRoles = to.Roles, ToActive = to.IsActive, ToTeam = to.Team,
            Reason = reason, AskedBy = by, AskedAt = now, State = state,
        };
        waiting.Add(request);
        db.RoleRequests.Add(request);
        return request;
    }

    /// <summary>Gives somebody a link; the one that he had is gone.</summary>
    public void Link(UserId id, string hash, ActorId by, DateTimeOffset now, DateTimeOffset until)
    {
        if (links.Find(l => l.UserId == id) is { } had)
        {
            (had.LinkHash, had.MadeBy, had.MadeAt, had.Until) = (hash, by, now, until);
            return;
        }
        var link = new AccessLink { UserId = id, LinkHash = hash, MadeBy = by, MadeAt = now, Until = until };
        links.Add(link);
        db.AccessLinks.Add(link);
    }

    /// <summary>Takes off the second step of this user, if he has one, and signs him out everywhere.</summary>
    public void RemoveSecondStep(UserId id)
    {
        if (SecondSteps.FirstOrDefault(s => s.UserId == id) is not { } had)
            return;
        unproven.Add(id);
        db.Remove(had);
    }

    /// <summary>Takes away the link of this user, if he has one.</summary>
    public void Unlink(UserId id)
    {
        if (links.Find(l => l.UserId == id) is not { } had)
            return;
        links.Remove(had);
        db.AccessLinks.Remove(had);
    }
}

/// <summary>What somebody may do here, and for whom.</summary>
public sealed record Standing(ImmutableArray<string> Roles, bool IsActive, TeamId? Team);
