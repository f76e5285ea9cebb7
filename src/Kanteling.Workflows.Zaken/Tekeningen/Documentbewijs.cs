using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Proves that every form, letter and guide that a version of a flow was published with is there, and says what it said then, or what
/// two persons made of it. It only reads.
/// </summary>
public sealed class Documentbewijs(OpenStorage storage)
{
    readonly Registerrijen rijen = new(storage);
    readonly Correctielezer correcties = new(storage.Store);

    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public async Task<ImmutableArray<string>> DraaiAsync()
    {
        var fouten = ImmutableArray.CreateBuilder<string>();
        var gelezen = new Dictionary<DocumentVersion, HashSet<string>?>();
        foreach (var versie in await storage.Definitions.ManifestsAsync())
        {
            foreach (var pin in Manifest.Read(versie.Manifest))
            {
                if (!gelezen.TryGetValue(pin.Document(), out var teksten))
                    gelezen[pin.Document()] = teksten = await TekstenAsync(pin.Document());
                if (teksten?.Contains(pin.Hash) != true)
                    fouten.Add(Zinnen.Voor(teksten is null ? Documentcode.DocumentWeg : Documentcode.DocumentGewijzigd, [$"{pin.Kind} {pin.Id}", $"{pin.Version}", new DefinitionVersion(versie.DefinitionId, versie.Version).ToString()]));
            }
        }
        return fouten.ToImmutable();
    }

    /// <summary>The hashes of all that a version ever said with two persons' consent; null when it is not there.</summary>
    async Task<HashSet<string>?> TekstenAsync(DocumentVersion versie)
    {
        if (await rijen.EersteTekstAsync(versie) is not { } eerste)
            return null;
        var teksten = new HashSet<string>(StringComparer.Ordinal) { Documentverwijzing.HashVan(eerste) };
        foreach (var correctie in (await correcties.VanAsync(versie)).Where(c => c.IsApproved && teksten.Contains(c.Replaces)))
            teksten.Add(correctie.Hash);
        return teksten;
    }
}
