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
    public async Task<IReadOnlyList<ToldAccess>> OfAsync(UserId user, int most) => await registers.ReadAsync(db => ToldAsync(db, Of(db, user), most));

    /// <summary>Those that this user has now, the one that ends first at the top.</summary>
    public async Task<IReadOnlyList<ToldAccess>> RunningAsync(UserId user, DateTimeOffset now) =>
        await registers.ReadAsync(async db => (await ToldAsync(db, db.Rows<EmergencyAccess>().Where(a => a.UserId == user && a.Until > now), int.MaxValue)).OrderBy(a => a.Access.Until).ToList());

    /// <summary>One that this user had or was told of; null when he was neither.</summary>
    public Task<ToldAccess?> FindAsync(string access, UserId user) => registers.ReadAsync(async db => (await ToldAsync(db, Of(db, user).Where(a => a.Id == access), 1)).FirstOrDefault());

    /// <summary>Whether this user ever had one or was told of one.</summary>
    public Task<bool> AnyAsync(UserId user) => registers.ReadAsync(db => Of(db, user).AnyAsync());

    /// <summary>What was looked at under one, in order of time.</summary>
    /// <param name="mark">How what was looked at ends in the log of reads, when it was so.</param>
    public Task<List<DossierRead>> LooksAsync(EmergencyAccess access, string mark, int most) => registers.ReadAsync(db => db.Rows<DossierRead>()
        .Where(r => r.Stream == access.Stream && r.UserId == access.UserId && r.At >= access.Since && r.At <= access.Until && r.What.EndsWith(mark)).OrderBy(r => r.At).Take(most).ToListAsync());

    static IQueryable<EmergencyAccess> Of(KantelingDb db, UserId user)
    {
        var told = db.Rows<EmergencyNotice>().Where(n => n.UserId == user).Select(n => n.Access);
        return db.Rows<EmergencyAccess>().Where(a => a.UserId == user || told.Contains(a.Id));
    }

    static async Task<List<ToldAccess>> ToldAsync(KantelingDb db, IQueryable<EmergencyAccess> accesses, int most)
    {
        var rows = await accesses.OrderByDescending(a => a.Since).ThenBy(a => a.Id).Take(most).ToListAsync();
        var ids = rows.Select(a => a.Id).ToList();
        var notices = (await db.Rows<EmergencyNotice>().Where(n => ids.Contains(n.Access)).ToListAsync()).ToLookup(n => n.Access);
        return rows.ConvertAll(a => new ToldAccess(a, [.. notices[a.Id]]));
    }

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
