using Kanteling.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>A version that was published, without its document.</summary>
public sealed record DefinitionHead(DefinitionId DefinitionId, int Version, string Hash, bool IsCurrent, bool IsRetracted);

/// <summary>The documents that a version was published with.</summary>
public sealed record DefinitionManifest(DefinitionId DefinitionId, int Version, string Manifest);

/// <summary>What was ever published, and whether it is used.</summary>
public sealed class PublishedDefinitions
{
    readonly RegisterStore registers;

    internal PublishedDefinitions(RegisterStore registers) => this.registers = registers;

    /// <summary>Every version of every definition but the copies that trials run on, or every version of this one.</summary>
    public Task<List<DefinitionHead>> HeadsAsync(DefinitionId? definitionId) => registers.ReadAsync(db =>
        db.Definitions.Where(d => definitionId == null ? !((string)(object)d.DefinitionId).StartsWith(Streams.TrialDefinitionPrefix) : d.DefinitionId == definitionId)
            .Select(d => new DefinitionHead(d.DefinitionId, d.Version, d.Hash, d.IsCurrent, d.IsRetracted)).ToListAsync());

    /// <summary>The manifest of every version that was ever published, copies for trials too.</summary>
    public Task<List<DefinitionManifest>> ManifestsAsync() => registers.ReadAsync(db =>
        db.Definitions.OrderBy(d => d.DefinitionId).ThenBy(d => d.Version).Select(d => new DefinitionManifest(d.DefinitionId, d.Version, d.Manifest)).ToListAsync());

    /// <summary>The highest version that was ever published; 0 when none was.</summary>
    public Task<int> HighestAsync(DefinitionId definitionId) => registers.ReadAsync(async db =>
        await db.Definitions.Where(d => d.DefinitionId == definitionId).MaxAsync(d => (int?)d.Version) ?? 0);

    /// <summary>Whether any instance of it was ever started, trials aside.</summary>
    public Task<bool> WasStartedAsync(DefinitionId definitionId) => registers.ReadAsync(async db =>
        await db.Instances.AnyAsync(i => i.DefinitionId == definitionId) || await db.ClosedInstances.AnyAsync(i => i.DefinitionId == definitionId));

    /// <summary>How many instances of it are open, and in how many streams, trials aside.</summary>
    public Task<(int Instances, int Streams)> OpenAsync(DefinitionId definitionId) => registers.ReadAsync(async db =>
    {
        var open = db.Instances.Where(i => i.DefinitionId == definitionId);
        return (await open.CountAsync(), await open.Select(i => i.Stream).Distinct().CountAsync());
    });

    /// <summary>Every version that has open instances, and how many, trials aside.</summary>
    public Task<List<(DefinitionVersion Version, int Count)>> OpenVersionsAsync() => registers.ReadAsync(async db =>
        (await db.Instances.GroupBy(i => new { i.DefinitionId, i.DefinitionVersion }).Select(g => new { g.Key.DefinitionId, g.Key.DefinitionVersion, Count = g.Count() }).ToListAsync())
            .Select(g => (new DefinitionVersion(g.DefinitionId, g.DefinitionVersion), g.Count)).OrderBy(g => g.Item1.ToString(), StringComparer.Ordinal).ToList());

    /// <summary>How many instances of it are open, trials aside.</summary>
    public Task<int> CountOpenAsync(DefinitionId definitionId) => registers.ReadAsync(db => db.Instances.CountAsync(i => i.DefinitionId == definitionId));
}
