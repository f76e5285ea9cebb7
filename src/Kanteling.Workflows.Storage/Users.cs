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

    /// <summary>The active program whose token has this hash.</summary>
    public Task<User?> FindByTokenAsync(string tokenHash) => registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.TokenHash == tokenHash && u.IsActive));

    /// <summary>How many active users have an id that begins like this.</summary>
    public Task<int> CountActiveAsync(string idPrefix) => registers.ReadAsync(db => db.Users.CountAsync(u => ((string)(object)u.Id).StartsWith(idPrefix) && u.IsActive));

    /// <exception cref="RegisterConflictException">The id or the name is taken.</exception>
    public Task AddAsync(User user, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, db => Task.FromResult(db.Users.Add(user)));

    /// <summary>Gives a program another token.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public Task SetTokenAsync(UserId id, string tokenHash, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id) ?? throw new InvalidOperationException($"No user {id}.");
        return user.TokenHash = tokenHash;
    });
}
