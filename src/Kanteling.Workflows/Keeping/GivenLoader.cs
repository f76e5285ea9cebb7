using System.Collections.Concurrent;
using System.Globalization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Keeping;

/// <summary>Loads what decisions need. Exact versions of definitions never change and are remembered; the rest is asked each time.</summary>
sealed class GivenLoader(IWorkflowStore store, History history, Func<string, Task<object?>> loadRow)
{
    readonly ConcurrentDictionary<DefinitionVersion, CompiledDefinition> compiled = new();

    /// <summary>What is known without asking the store.</summary>
    public Given Remembered { get; private set; } = Given.Nothing;

    public async Task<object?> LoadAsync(string stream, string key, CancellationToken cancellation)
    {
        var colon = key.IndexOf(':');
        var rest = key[(colon + 1)..];
        return (colon < 0 ? key : key[..colon]) switch
        {
            "published" => await DefinitionAsync(rest, null, cancellation),
            "definition" => await ExactAsync(DefinitionVersion.Parse(rest), cancellation),
            "completion" => await history.CompletionAsync(stream, long.Parse(rest, CultureInfo.InvariantCulture), cancellation),
            _ => await loadRow(key),
        };
    }

    public async Task<CompiledDefinition?> DefinitionAsync(string definitionId, int? version, CancellationToken cancellation)
    {
        if (version is { } exact && compiled.TryGetValue(new DefinitionVersion(definitionId, exact), out var known))
            return known;
        if (await store.DefinitionAsync(definitionId, version, cancellation) is not { } row)
            return null;
        var key = new DefinitionVersion(row.DefinitionId, row.Version);
        if (compiled.TryGetValue(key, out known))
            return known;
        var reading = DefinitionJson.Read(row.Document);
        return reading.Definition is null ? null : compiled.GetOrAdd(key, new CompiledDefinition(reading.Definition, row.Hash));
    }

    async Task<CompiledDefinition?> ExactAsync(DefinitionVersion version, CancellationToken cancellation)
    {
        var definition = await DefinitionAsync(version.DefinitionId, version.Version, cancellation);
        if (definition is not null)
            Remembered = Remembered.With(Given.DefinitionKey(version), definition);
        return definition;
    }
}
