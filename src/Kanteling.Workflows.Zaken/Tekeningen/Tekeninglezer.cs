using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Reads drawings. The law of this file: a list never reads a document twice. A published version never changes, so what it
/// says of itself is remembered by its hash, and that of a concept by the version of its row.
/// </summary>
public sealed class Tekeninglezer(OpenStorage storage)
{
    static readonly JsonDocumentOptions Diep = new() { MaxDepth = 520 };
    readonly Recent<string, Tekeningkenmerken> gepubliceerd = new(1_000);
    readonly Recent<DefinitionId, Gelezenconcept> concepten = new(1_000);

    /// <summary>Every version of every drawing, or of one; copies to try something with are left out.</summary>
    public async Task<IReadOnlyList<Tekeningkop>> KoppenAsync(DefinitionId? definitionId = null)
    {
        var (versies, rijen) = (await storage.Definitions.HeadsAsync(definitionId), await storage.DefinitionDrafts.HeadsAsync(definitionId));
        var koppen = new List<Tekeningkop>(versies.Count + rijen.Count);
        var hoogste = versies.GroupBy(v => v.DefinitionId).ToDictionary(g => g.Key, g => g.Max(v => v.Version));
        var metConcept = new HashSet<DefinitionId>();
        foreach (var rij in rijen)
        {
            if (await ConceptAsync(rij, hoogste.GetValueOrDefault(rij.DefinitionId)) is { } concept)
            {
                koppen.Add(concept);
                metConcept.Add(concept.DefinitionId);
            }
        }
        foreach (var v in versies)
            koppen.Add(new Tekeningkop(v.DefinitionId, v.Version, await KenmerkenAsync(v), v.Version == hoogste[v.DefinitionId] && !metConcept.Contains(v.DefinitionId), v.IsCurrent && !v.IsRetracted, v.IsRetracted, null));
        return koppen;
    }

    /// <summary>The document of one of those.</summary>
    public async Task<JsonObject?> DocumentAsync(Tekeningkop kop)
    {
        var tekst = kop.Concept is null
            ? (await storage.Store.DefinitionAsync(kop.DefinitionId, kop.Versie, default))?.Document
            : (await RijAsync(kop.DefinitionId))?.Document;
        return tekst is null ? null : Ontleed(tekst);
    }

    /// <summary>A copy that runs in a trial, by its own id.</summary>
    public async Task<Tekening?> ProefkopieAsync(DefinitionId definitionId, int versie)
    {
        if (!Streams.IsTrialDefinition(definitionId) || await storage.Store.DefinitionAsync(definitionId, versie, default) is not { } rij)
            return null;
        return new Tekening(new Tekeningkop(rij.DefinitionId, rij.Version, Tekeningkenmerken.Lees(rij.Document), false, false, false, null), Ontleed(rij.Document));
    }

    /// <summary>The concept of a drawing as it is stored; one that was published meanwhile is none any more.</summary>
    public async Task<DefinitionDraft?> RijAsync(DefinitionId definitionId)
    {
        var rij = await storage.DefinitionDrafts.FindAsync(definitionId);
        return rij is not null && await IsAlGepubliceerdAsync(rij) ? null : rij;
    }

    /// <summary>The highest number that was ever published; 0 when none.</summary>
    public Task<int> HoogsteAsync(DefinitionId definitionId) => storage.Definitions.HighestAsync(definitionId);

    /// <summary>Whether anything was ever begun with it.</summary>
    public Task<bool> IsGebruiktAsync(DefinitionId definitionId) => storage.Definitions.WasStartedAsync(definitionId);

    public static JsonObject Ontleed(string document) => (JsonObject)JsonNode.Parse(document, null, Diep)!;

    async Task<Tekeningkenmerken> KenmerkenAsync(DefinitionHead v)
    {
        if (gepubliceerd.Find(v.Hash) is { } kenmerken)
            return kenmerken;
        var rij = (await storage.Store.DefinitionAsync(v.DefinitionId, v.Version, default))!;
        return gepubliceerd.Of(v.Hash, () => Tekeningkenmerken.Lees(rij.Document));
    }

    async Task<Tekeningkop?> ConceptAsync(DefinitionDraftHead rij, int hoogste)
    {
        var gelezen = concepten.Find(rij.DefinitionId);
        if (gelezen?.Rij != rij.Version || rij.Number <= hoogste)
        {
            if (await RijAsync(rij.DefinitionId) is not { } nu)
                return null;
            gelezen = new Gelezenconcept(nu.Version, Tekeningkenmerken.Lees(nu.Document));
            concepten.Keep(rij.DefinitionId, gelezen);
            rij = new DefinitionDraftHead(nu.DefinitionId, nu.Number, nu.DrawnBy, nu.CreatedAt, nu.SavedAt, nu.OfferedAt, nu.Version);
        }
        return new Tekeningkop(rij.DefinitionId, Math.Max(rij.Number, hoogste + 1), gelezen.Kenmerken, true, false, false, new Tekeningconcept(rij.DrawnBy, rij.CreatedAt, rij.SavedAt, rij.OfferedAt, rij.Version));
    }

    /// <summary>Publishing is one transaction and putting the concept away another; what fell between them is put away by not being seen.</summary>
    async Task<bool> IsAlGepubliceerdAsync(DefinitionDraft rij) =>
        await storage.Store.DefinitionAsync(rij.DefinitionId, rij.Number, default) is { } versie && versie.Hash == CompiledDefinition.HashOf(rij.Document);

    /// <param name="Rij">Version of the row that was read.</param>
    sealed record Gelezenconcept(long Rij, Tekeningkenmerken Kenmerken);
}
