using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// Every version of what decisions may name: users, teams, and settings that are a register by themselves. The law of this file: a
/// version is kept before a decision can name it, in the transaction that makes it (<see cref="RegisterContent"/>).
/// </summary>
public sealed class RegisterVersions
{
    readonly RegisterStore registers;

    internal RegisterVersions(RegisterStore registers) => this.registers = registers;

    /// <summary>The user and his reference, as a decision may name him; null when there is none, or when he is no longer active.</summary>
    public async Task<(User User, UserReference Reference)?> UserAsync(UserId id) =>
        await registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.Id == id && u.IsActive)) is { } user ? (user, ReferenceTo(user)) : null;

    /// <summary>The version of a user that an event names.</summary>
    public static UserReference ReferenceTo(User user) => new(user.Id, RegisterContent.HashOf(RegisterContent.Of(user)!));

    /// <summary>The first team that has this wijk; null when none has.</summary>
    public async Task<(Team Team, string Hash)?> TeamOfAsync(string wijk) =>
        await registers.ReadAsync(db => db.Teams.Where(t => t.Wijk == wijk).OrderBy(t => t.Id).FirstOrDefaultAsync()) is { } team ? (team, RegisterContent.HashOf(RegisterContent.Of(team)!)) : null;

    /// <summary>Which of these hashes this database never had.</summary>
    public async Task<IReadOnlySet<string>> MissingAsync(IReadOnlyCollection<string> hashes)
    {
        var missing = hashes.ToHashSet(StringComparer.Ordinal);
        foreach (var some in hashes.Chunk(200))
            missing.ExceptWith(await registers.ReadAsync(db => db.RegisterVersions.Where(v => some.Contains(v.Hash)).Select(v => v.Hash).ToListAsync()));
        return missing;
    }

    /// <summary>The team and its hash, as a decision may name it; null when there is none.</summary>
    public async Task<(Team Team, string Hash)?> TeamAsync(TeamId id) =>
        await registers.ReadAsync(db => db.Teams.FirstOrDefaultAsync(t => t.Id == id)) is { } team ? (team, RegisterContent.HashOf(RegisterContent.Of(team)!)) : null;

    /// <summary>What a hash stands for; null when this database never had it.</summary>
    public Task<RegisterVersion?> FindAsync(string hash) => registers.ReadAsync(db => db.RegisterVersions.FirstOrDefaultAsync(v => v.Hash == hash));
}
