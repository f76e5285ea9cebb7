using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>The register of teams.</summary>
public sealed class Teams
{
    readonly RegisterStore registers;

    internal Teams(RegisterStore registers) => this.registers = registers;

    public Task<List<Team>> AllAsync() => registers.ReadAsync(db => db.Teams.ToListAsync());

    /// <summary>Adds those whose id is not there yet; leaves the others as they are.</summary>
    public Task AddMissingAsync(IEnumerable<Team> teams, ActorId actor, DateTimeOffset now) => registers.WriteAsync(actor, now, async db =>
    {
        foreach (var team in teams)
        {
            if (!await db.Teams.AnyAsync(t => t.Id == team.Id))
                db.Teams.Add(new Team { Id = team.Id, Name = team.Name, Wijk = team.Wijk });
        }
        return true;
    });
}
