using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>An access with who was told of it.</summary>
public sealed record ToldAccess(EmergencyAccess Access, IReadOnlyList<EmergencyNotice> Told);

/// <summary>Who looked into a household without a relation to it. It is no part of the case: as the log of reads, it says who looked.</summary>
public sealed class EmergencyAccesses
{
    readonly RegisterStore registers;

    internal EmergencyAccesses(RegisterStore registers) => this.registers = registers;

    /// <summary>The one that this user has now to this household, or null.</summary>
    public Task<EmergencyAccess?> RunningAsync(UserId user, StreamId stream, DateTimeOffset now) =>
        registers.ReadAsync(db => db.Rows<EmergencyAccess>().Where(a => a.UserId == user && a.Stream == stream && a.Until > now).OrderByDescending(a => a.Until).FirstOrDefaultAsync());

    /// <summary>Writes the access and its notices in one transaction. When this user has one to this household already, it stays as it is.</summary>
    /// <returns>The one that he has.</returns>
    public Task<EmergencyAccess> OpenAsync(EmergencyAccess access, IReadOnlyCollection<UserId> tell) => registers.WriteAsync(access.UserId.Actor, access.Since, async db =>
    {
        if (await db.Set<EmergencyAccess>().FirstOrDefaultAsync(a => a.UserId == access.UserId && a.Stream == access.Stream && a.Until > access.Since) is { } running)
            return running;
        db.Add(access);
        db.AddRange(tell.Select(user => new EmergencyNotice { Access = access.Id, UserId = user, Stream = access.Stream }));
        return access;
    });

    /// <summary>Those that this user had or was told of, the last one first.</summary>
    public async Task<IReadOnlyList<ToldAccess>> OfAsync(UserId user, int most) => await registers.ReadAsync(async db =>
    {
        var told = db.Rows<EmergencyNotice>().Where(n => n.UserId == user).Select(n => n.Access);
        var rows = await db.Rows<EmergencyAccess>().Where(a => a.UserId == user || told.Contains(a.Id)).OrderByDescending(a => a.Since).ThenBy(a => a.Id).Take(most).ToListAsync();
        var ids = rows.Select(a => a.Id).ToList();
        var notices = (await db.Rows<EmergencyNotice>().Where(n => ids.Contains(n.Access)).ToListAsync()).ToLookup(n => n.Access);
        return rows.Select(a => new ToldAccess(a, [.. notices[a.Id]])).ToList();
    });

    /// <summary>How many this user was told of and did not see yet.</summary>
    public Task<int> CountUnseenAsync(UserId user) => registers.ReadAsync(db => db.Rows<EmergencyNotice>().CountAsync(n => n.UserId == user && n.SeenAt == null));

    /// <returns>False when he was not told of this one.</returns>
    public Task<bool> SeeAsync(string access, UserId user, DateTimeOffset now) => registers.WriteAsync(user.Actor, now, async db =>
    {
        if (await db.Set<EmergencyNotice>().FirstOrDefaultAsync(n => n.Access == access && n.UserId == user) is not { } notice)
            return false;
        notice.SeenAt ??= now;
        return true;
    });

    /// <summary>Ends one before its time.</summary>
    /// <returns>False when it is not this user's.</returns>
    public Task<bool> EndAsync(string access, UserId user, DateTimeOffset now) => registers.WriteAsync(user.Actor, now, async db =>
    {
        if (await db.Set<EmergencyAccess>().FirstOrDefaultAsync(a => a.Id == access && a.UserId == user) is not { } his)
            return false;
        if (his.Until > now)
            his.Until = now;
        return true;
    });
}
