using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Keys;

/// <summary>
/// Whether the keys that were given are those of this database. With others it would not know a request again, and begin a
/// household twice without a word; so it does not open at all. A new current key is noted at its first use.
/// </summary>
static class KeyProofs
{
    /// <summary>Whether this database was worked on before.</summary>
    public static Task<bool> AnyAsync(KantelingDb db, CancellationToken cancellation) => db.Set<KeyProof>().AnyAsync(cancellation);

    /// <exception cref="KeysRefusedException">A key that this database was worked on with is missing, or is another one.</exception>
    public static async Task CheckAsync(KantelingDb db, KeyRing keys, CancellationToken cancellation)
    {
        var noted = await db.Set<KeyProof>().AsNoTracking().ToListAsync(cancellation);
        foreach (var proof in noted)
        {
            if (keys.Keys.FirstOrDefault(k => k.Id == proof.Id)?.Proof() != proof.Proof)
                throw new KeysRefusedException(KeysRefusal.NotItsOwn, proof.Id);
        }
        var unknown = keys.Keys.Where(k => noted.TrueForAll(n => n.Id != k.Id)).ToList();
        if (unknown.Count == 0)
            return;
        foreach (var key in unknown)
            await db.Database.ExecuteSqlAsync($"INSERT INTO key_proofs (id, proof) VALUES ({key.Id}, {key.Proof()}) ON CONFLICT DO NOTHING", cancellation);
        // Another node may have been first, with the same key or with another under its name.
        await CheckAsync(db, keys, cancellation);
    }
}
