using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>The register of people and programs that sign in.</summary>
public sealed class Users
{
    readonly RegisterStore registers;

    internal Users(RegisterStore registers) => this.registers = registers;

    /// <summary>Everybody, by name.</summary>
    public Task<List<User>> AllAsync() => registers.ReadAsync(db => db.Users.OrderBy(u => u.DisplayName).ToListAsync());

    /// <summary>The user with this id, also when he is no longer active.</summary>
    public Task<User?> FindAsync(UserId id) => registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.Id == id));

    public Task<User?> FindActiveAsync(UserId id) => registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.Id == id && u.IsActive));

    /// <summary>The active user who signs in by this name, whatever its capitals.</summary>
    public Task<User?> FindByLoginAsync(string loginName)
    {
        var name = loginName.ToLowerInvariant();
        return registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.LoginName.ToLower() == name && u.IsActive));
    }

    /// <summary>Who has this name to sign in by, whatever its capitals, also when he is no longer active.</summary>
    public Task<User?> FindByNameAsync(string loginName)
    {
        var name = loginName.ToLowerInvariant();
        return registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.LoginName.ToLower() == name));
    }

    /// <summary>The active program whose token has this hash.</summary>
    public Task<User?> FindByTokenAsync(string tokenHash) => registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.TokenHash == tokenHash && u.IsActive));

    /// <summary>How many active users have an id that begins like this.</summary>
    public Task<int> CountActiveAsync(string idPrefix) => registers.ReadAsync(db => db.Users.CountAsync(u => ((string)(object)u.Id).StartsWith(idPrefix) && u.IsActive));

    /// <exception cref="RegisterConflictException">The id or the name is taken.</exception>
    public Task AddAsync(User user, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, db => Task.FromResult(db.Users.Add(user)));

    /// <summary>Changes a user, unless something that is open stands against it. Looking and writing are one transaction, and no commit comes in between.</summary>
    /// <param name="mayNot">Of everybody as they are, and of how open tasks are addressed: why it is not done; null to do it.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public Task<T?> ChangeAsync<T>(UserId id, Func<IReadOnlyList<User>, IReadOnlyList<(Taakweg Way, int Count)>, T?> mayNot, Action<User> change, ActorId actor, DateTimeOffset now) where T : class =>
        registers.WriteAsync(actor, now, async db =>
        {
            var everybody = await db.Users.ToListAsync();
            var user = everybody.Find(u => u.Id == id) ?? throw new InvalidOperationException($"No user {id}.");
            if (mayNot(everybody, await TaskSight.WaysAsync(db)) is { } why)
                return why;
            change(user);
            return null;
        }, holdTasks: true);

    /// <summary>Gives a program another token.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public Task SetTokenAsync(UserId id, string tokenHash, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id) ?? throw new InvalidOperationException($"No user {id}.");
        return user.TokenHash = tokenHash;
    });
}
