using System.Globalization;
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
        DecideAsync(book =>
        {
            var user = book.Find(id) ?? throw new InvalidOperationException($"No user {id}.");
            if (mayNot(book.Everybody, book.Ways) is { } why)
                return why;
            change(user);
            return null;
        }, actor, now);

    /// <summary>
    /// Looks at everybody, and changes users, what is asked of their roles, their links and their second steps: one transaction, in which nobody else does and no commit comes in between.
    /// </summary>
    /// <param name="decide">Looks, and changes when nothing stands against it.</param>
    public Task<T> DecideAsync<T>(Func<UserBook, T> decide, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        var book = new UserBook(
            db, await db.Users.OrderBy(u => u.Id).ToListAsync(), await db.RoleRequests.Where(r => r.State == RoleRequest.Open || r.State == RoleRequest.Alone).OrderBy(r => r.Number).ToListAsync(),
            await db.AccessLinks.ToListAsync(), await db.RoleRequests.MaxAsync(r => (long?)r.Number) ?? 0)
        {
            Ways = await TaskSight.WaysAsync(db), SecondSteps = await db.Set<SecondStep>().ToListAsync(),
        };
        var answer = decide(book);
        foreach (var user in book.Unproven)
        {
            await SignIns.SecondSteps.RemoveCodesAsync(db, user);
            await SessionEnds.EndAsync(db, user, SessionEnd.Ended, now);
        }
        return answer;
    }, holdTasks: true);

    /// <summary>What waits for somebody, the longest first.</summary>
    public Task<List<RoleRequest>> WaitingAsync() =>
        registers.ReadAsync(db => db.RoleRequests.Where(r => r.State == RoleRequest.Open || r.State == RoleRequest.Alone).OrderBy(r => r.Number).ToListAsync());

    public Task<RoleRequest?> RequestAsync(long number) => registers.ReadAsync(db => db.RoleRequests.FirstOrDefaultAsync(r => r.Number == number));

    /// <summary>Everything that was ever asked, the newest first.</summary>
    public Task<ListPage<RoleRequest>> RequestsAsync(Paging paging) => registers.ReadAsync(async db => new ListPage<RoleRequest>(
        [.. await db.RoleRequests.OrderByDescending(r => r.Number).Skip(paging.Skip).Take(paging.Take).ToListAsync()], await db.RoleRequests.CountAsync()));

    /// <summary>The link with this hash, also when its time is over.</summary>
    public Task<AccessLink?> LinkAsync(string hash) => registers.ReadAsync(db => db.AccessLinks.FirstOrDefaultAsync(l => l.LinkHash == hash));

    public Task<AccessLink?> LinkOfAsync(UserId id) => registers.ReadAsync(db => db.AccessLinks.FirstOrDefaultAsync(l => l.UserId == id));

    /// <summary>What was changed of this user, of his roles, his link and his second step, the newest first.</summary>
    public Task<ListPage<RegisterChange>> ChangesAsync(UserId id, Paging paging) => registers.ReadAsync(async db =>
    {
        var numbers = (await db.RoleRequests.Where(r => r.UserId == id).Select(r => r.Number).ToListAsync()).ConvertAll(n => n.ToString(CultureInfo.InvariantCulture));
        var changes = db.RegisterChanges.AsNoTracking().Where(c => ((c.Register == "users" || c.Register == "access_links" || c.Register == "second_steps") && c.RowKey == id.Text) || (c.Register == "role_requests" && numbers.Contains(c.RowKey)));
        return new ListPage<RegisterChange>([.. await changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Position).Skip(paging.Skip).Take(paging.Take).ToListAsync()], await changes.CountAsync());
    });

    /// <summary>Gives a program another token.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public Task SetTokenAsync(UserId id, string tokenHash, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id) ?? throw new InvalidOperationException($"No user {id}.");
        return user.TokenHash = tokenHash;
    });
}
