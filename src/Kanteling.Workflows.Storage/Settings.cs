using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>A setting in a list, without its value, which may be large.</summary>
/// <param name="Version">Goes up at every change.</param>
public sealed record SettingHead(string Key, long Version);

/// <summary>The settings of this installation: texts by key.</summary>
public sealed class Settings
{
    readonly RegisterStore registers;

    internal Settings(RegisterStore registers) => this.registers = registers;

    /// <summary>The value under a key, or null.</summary>
    public Task<string?> FindAsync(string key) => registers.ReadAsync(db => db.Settings.Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync());

    /// <summary>Those whose key begins like this and holds no <c>@</c>: what is kept under a number besides is left out.</summary>
    public Task<List<SettingHead>> HeadsAsync(string keyPrefix) => registers.ReadAsync(db =>
        db.Settings.Where(s => s.Key.StartsWith(keyPrefix) && !s.Key.Contains("@")).Select(s => new SettingHead(s.Key, s.Version)).ToListAsync());

    public Task SetAsync(string key, string value, ActorId actor, DateTimeOffset now) => ChangeAsync(key, _ => value, actor, now);

    /// <summary>Sets a value that is a register by itself: every version of it is kept, so that decisions can name it (<see cref="RegisterVersions"/>).</summary>
    public Task SetRegisterAsync(string key, string value, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        await RegisterContent.KeepAsync(db, "settings", key, value, now);
        return await ChangeAsync(db, key, _ => value);
    });

    /// <summary>Changes a value in one transaction with reading it.</summary>
    /// <param name="change">Of the value that is there, or null, makes the next one; null leaves all as it was.</param>
    /// <returns>Whether there was a next one.</returns>
    /// <exception cref="RegisterConflictException">Somebody else changed it in the same moment.</exception>
    public Task<bool> ChangeAsync(string key, Func<string?, string?> change, ActorId actor, DateTimeOffset now) =>
        registers.WriteAsync(actor, now, db => ChangeAsync(db, key, change));

    static async Task<bool> ChangeAsync(KantelingDb db, string key, Func<string?, string?> change)
    {
        var row = await db.Settings.FirstOrDefaultAsync(s => s.Key == key);
        if (change(row?.Value) is not { } value)
            return false;
        if (row is null)
            db.Settings.Add(new Setting { Key = key, Value = value });
        else
            row.Value = value;
        return true;
    }
}
