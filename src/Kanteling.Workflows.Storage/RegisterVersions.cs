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

    /// <summary>The user as a decision may name him; null when there is none, or when he is no longer active.</summary>
    public async Task<UserReference?> UserAsync(UserId id) =>
        await registers.ReadAsync(db => db.Users.FirstOrDefaultAsync(u => u.Id == id && u.IsActive)) is { } user ? new UserReference(id, RegisterContent.HashOf(RegisterContent.Of(user)!)) : null;

    /// <summary>The team and its hash, as a decision may name it; null when there is none.</summary>
    public async Task<(Team Team, string Hash)?> TeamAsync(TeamId id) =>
        await registers.ReadAsync(db => db.Teams.FirstOrDefaultAsync(t => t.Id == id)) is { } team ? (team, RegisterContent.HashOf(RegisterContent.Of(team)!)) : null;

    /// <summary>What a hash stands for; null when this database never had it.</summary>
    public Task<RegisterVersion?> FindAsync(string hash) => registers.ReadAsync(db => db.RegisterVersions.FirstOrDefaultAsync(v => v.Hash == hash));
}
