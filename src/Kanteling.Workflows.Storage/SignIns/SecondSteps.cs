using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.SignIns;

/// <param name="Secret">Null when no key of the database opens it any more: then no code of the app is right, and recovery codes are not either.</param>
/// <param name="IsConfirmed">It is asked at signing in.</param>
/// <param name="RecoveryCodes">How many are left.</param>
public sealed record KnownSecondStep(byte[]? Secret, bool IsConfirmed, int RecoveryCodes);

/// <summary>
/// What people set up to sign in with besides their password. A code is used once: of two that bring the same one in the same moment
/// one is first. Nothing in these rows is of use to who has only a copy of the database.
/// </summary>
public sealed class SecondSteps
{
    const string Purpose = "second-step";
    const string CodePurpose = "recovery-code";

    readonly RegisterStore registers;
    readonly KeyRing keys;

    internal SecondSteps(RegisterStore registers, KeyRing keys) => (this.registers, this.keys) = (registers, keys);

    /// <summary>What this user set up, also when he did not confirm it yet; null when nothing.</summary>
    /// <exception cref="StorageUnavailableException" />
    public Task<KnownSecondStep?> FindAsync(UserId user) => registers.ReadAsync(async db =>
        await db.Rows<SecondStep>().FirstOrDefaultAsync(s => s.UserId == user) is { } row
            ? new KnownSecondStep(keys.Find(row.KeyId)?.Unseal(PurposeOf(user), row.Secret), row.ConfirmedAt is not null, await db.Rows<RecoveryCode>().CountAsync(c => c.UserId == user))
            : null);

    /// <summary>Sets up a new secret, in place of one that was not confirmed.</summary>
    /// <returns>False when one was: that is turned off first.</returns>
    public async Task<bool> BeginAsync(UserId user, byte[] secret, DateTimeOffset now)
    {
        var (key, bytes) = (keys.Current.Id, keys.Current.Seal(PurposeOf(user), secret));
        return await registers.WriteAsync(user.Actor, now, db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO second_steps (user_id, key_id, secret, last_step) VALUES ({user.Text}, {key}, {bytes}, 0)
            ON CONFLICT (user_id) DO UPDATE SET key_id = {key}, secret = {bytes}, last_step = 0 WHERE second_steps.confirmed_at IS NULL
            """)) == 1;
    }

    /// <summary>From now on it is asked; who is signed in as this user elsewhere proved too little.</summary>
    /// <param name="step">Of the code that proved it, which is used by it.</param>
    /// <param name="session">Where he does it, which stays.</param>
    /// <returns>False when it was not waiting for that.</returns>
    public Task<bool> ConfirmAsync(UserId user, long step, IReadOnlyCollection<string> codes, string? session, DateTimeOffset now) => registers.WriteAsync(user.Actor, now, async db =>
    {
        await SessionEnds.HoldAsync(db, user);
        if (await db.Database.ExecuteSqlAsync($"UPDATE second_steps SET confirmed_at = {now.UtcTicks}, last_step = {step} WHERE user_id = {user.Text} AND confirmed_at IS NULL") == 0)
            return false;
        await ReplaceAsync(db, user, codes);
        await SessionEnds.EndOthersAsync(db, user, session ?? "", SessionEnd.SecondStepChanged, now);
        return true;
    }, together: true);

    /// <summary>Other recovery codes; the old ones are good for nothing, and neither are his sessions elsewhere.</summary>
    public Task ReplaceCodesAsync(UserId user, IReadOnlyCollection<string> codes, string? session, DateTimeOffset now) => registers.WriteAsync(user.Actor, now, async db =>
    {
        await SessionEnds.HoldAsync(db, user);
        await ReplaceAsync(db, user, codes);
        await SessionEnds.EndOthersAsync(db, user, session ?? "", SessionEnd.SecondStepChanged, now);
        return true;
    }, together: true);

    /// <summary>It is asked no more, as its user wants it himself, which is kept as a change of the register; his sessions elsewhere end.</summary>
    public Task TurnOffAsync(UserId user, string? session, DateTimeOffset now) => registers.WriteAsync(user.Actor, now, async db =>
    {
        await SessionEnds.HoldAsync(db, user);
        if (await db.Set<SecondStep>().FirstOrDefaultAsync(s => s.UserId == user) is { } row)
            db.Remove(row);
        await RemoveCodesAsync(db, user);
        return await SessionEnds.EndOthersAsync(db, user, session ?? "", SessionEnd.SecondStepChanged, now);
    }, together: true);

    /// <summary>Uses the code of this time step.</summary>
    /// <returns>False when it, or a later one, was used.</returns>
    public async Task<bool> UseStepAsync(UserId user, long step, DateTimeOffset now) => await registers.WriteAsync(user.Actor, now, db =>
        db.Database.ExecuteSqlAsync($"UPDATE second_steps SET last_step = {step} WHERE user_id = {user.Text} AND last_step < {step}")) == 1;

    /// <summary>Uses a recovery code.</summary>
    /// <returns>False when it is none of his, or was used.</returns>
    public async Task<bool> UseCodeAsync(UserId user, string code, DateTimeOffset now)
    {
        var hashes = keys.Keys.Select(key => HashOf(key, user, code)).ToList();
        return await registers.WriteAsync(user.Actor, now, db => db.Set<RecoveryCode>().Where(c => c.UserId == user && hashes.Contains(c.Hash)).ExecuteDeleteAsync()) == 1;
    }

    /// <summary>Recovery codes without a second step open nothing, and do not stay.</summary>
    internal static Task<int> RemoveCodesAsync(KantelingDb db, UserId user) => db.Database.ExecuteSqlAsync($"DELETE FROM recovery_codes WHERE user_id = {user.Text}");

    async Task ReplaceAsync(KantelingDb db, UserId user, IReadOnlyCollection<string> codes)
    {
        await RemoveCodesAsync(db, user);
        foreach (var hash in codes.Select(code => HashOf(keys.Current, user, code)))
            await db.Database.ExecuteSqlAsync($"INSERT INTO recovery_codes (user_id, hash) VALUES ({user.Text}, {hash})");
    }

    // Sealed for one user: a row that is copied to another opens nothing.
    static string PurposeOf(UserId user) => $"{Purpose} {user.Text}";

    static string HashOf(RingKey key, UserId user, string code) => key.IdFor(CodePurpose, $"{user.Text} {code}");
}
