using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>What the rows hold.</summary>
/// <param name="Last">Number of the last one; 0 when there is none.</param>
/// <param name="Texts">Those that open, oldest first.</param>
/// <param name="Closed">How many do not: their key is gone, or they were changed.</param>
public sealed record SealedTexts(long Last, ImmutableArray<string> Texts, int Closed);

/// <summary>
/// Keys that the program makes for itself and that every node has to have (for cookies and forms). They lie in the database, so that
/// they come along with it, and sealed with its keys, so that who has only a backup has none of them. Never in the feed, the audit or an export.
/// </summary>
public sealed class SealedKeys
{
    const string Purpose = "sealed-keys";

    readonly RegisterStore registers;
    readonly KeyRing keys;

    internal SealedKeys(RegisterStore registers, KeyRing keys) => (this.registers, this.keys) = (registers, keys);

    /// <exception cref="StorageUnavailableException" />
    public async Task<SealedTexts> ReadAsync()
    {
        var rows = await registers.ReadAsync(db => db.Rows<SealedKey>().OrderBy(k => k.Number).ToListAsync());
        var open = rows.Select(row => keys.Find(row.KeyId)?.Unseal(Purpose, row.Bytes)).OfType<byte[]>().Select(Encoding.UTF8.GetString).ToImmutableArray();
        return new(rows is [.., var last] ? last.Number : 0, open, rows.Count - open.Length);
    }

    /// <summary>Adds one, sealed with the current key of the database.</summary>
    /// <param name="after">The last one that its maker knew.</param>
    /// <returns>False when another node was first: read again.</returns>
    /// <exception cref="StorageUnavailableException" />
    public async Task<bool> AddAsync(string text, long after)
    {
        var (id, bytes) = (keys.Current.Id, keys.Current.Seal(Purpose, Encoding.UTF8.GetBytes(text)));
        try
        {
            return await registers.WriteAsync(new("sealed-keys"), DateTimeOffset.UnixEpoch, db =>
                db.Database.ExecuteSqlAsync($"INSERT INTO sealed_keys (number, key_id, bytes) VALUES ({after + 1}, {id}, {bytes}) ON CONFLICT DO NOTHING")) == 1;
        }
        catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
        {
            throw StorageUnavailableException.For(reason);
        }
    }
}
