using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
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
    readonly ConcurrentDictionary<string, Tekeningkenmerken> gepubliceerd = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, (long Rij, Tekeningkenmerken Kenmerken)> concepten = new(StringComparer.Ordinal);

    /// <summary>Every version of every drawing, or of one; copies to try something with are left out.</summary>
    public async Task<IReadOnlyList<Tekeningkop>> KoppenAsync(string? definitionId = null)
    {
        var (versies, rijen) = await RijenAsync(definitionId);
        var koppen = new List<Tekeningkop>(versies.Count + rijen.Count);
        var hoogste = versies.GroupBy(v => v.DefinitionId).ToDictionary(g => g.Key, g => g.Max(v => v.Version), StringComparer.Ordinal);
        var metConcept = new HashSet<string>(StringComparer.Ordinal);
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
    public async Task<Tekening?> ProefkopieAsync(string definitionId, int versie)
    {
        if (!Streams.IsTrialDefinition(definitionId) || await storage.Store.DefinitionAsync(definitionId, versie, default) is not { } rij)
            return null;
        return new Tekening(new Tekeningkop(rij.DefinitionId, rij.Version, Tekeningkenmerken.Lees(rij.Document), false, false, false, null), Ontleed(rij.Document));
    }

    /// <summary>The concept of a drawing as it is stored; one that was published meanwhile is none any more.</summary>
    public async Task<DefinitionDraft?> RijAsync(string definitionId)
    {
        var rij = await storage.Registers.ReadAsync(db => db.FirstAsync(db.DefinitionDrafts.Where(d => d.DefinitionId == definitionId)));
        return rij is not null && await IsAlGepubliceerdAsync(rij) ? null : rij;
    }

    /// <summary>The highest number that was ever published; 0 when none.</summary>
    public Task<int> HoogsteAsync(string definitionId) => storage.Registers.ReadAsync(async db =>
        (await db.ListAsync(db.Definitions.Where(d => d.DefinitionId == definitionId).Select(d => d.Version))).DefaultIfEmpty().Max());

    /// <summary>Whether a command on this drawing was carried out before.</summary>
    public async Task<bool> IsGedaanAsync(string definitionId, string commandId) =>
        await storage.Store.ConfirmAsync(Streams.OfDefinition(definitionId), commandId, default) is { Commit: { } commit } && commit.Stream == Streams.OfDefinition(definitionId);

    /// <summary>Whether anything was ever begun with it.</summary>
    public Task<bool> IsGebruiktAsync(string definitionId) => storage.Registers.ReadAsync(async db =>
        await db.FirstAsync(db.Instances.Where(i => i.DefinitionId == definitionId)) is not null || await db.FirstAsync(db.ClosedInstances.Where(i => i.DefinitionId == definitionId)) is not null);

    public static JsonObject Ontleed(string document) => (JsonObject)JsonNode.Parse(document, null, Diep)!;

    Task<(List<Versie> Versies, List<Conceptrij> Rijen)> RijenAsync(string? id) => storage.Registers.ReadAsync(async db =>
    {
        var versies = db.Definitions.Where(d => id == null ? !d.DefinitionId.StartsWith(Streams.TrialDefinitionPrefix) : d.DefinitionId == id);
        var concepten = db.DefinitionDrafts.Where(d => id == null || d.DefinitionId == id);
        return (
            await db.ListAsync(versies.Select(d => new Versie(d.DefinitionId, d.Version, d.Hash, d.IsCurrent, d.IsRetracted))),
            await db.ListAsync(concepten.Select(d => new Conceptrij(d.DefinitionId, d.Number, d.DrawnBy, d.CreatedAt, d.SavedAt, d.OfferedAt, d.Version))));
    });

    async Task<Tekeningkenmerken> KenmerkenAsync(Versie v)
    {
        if (gepubliceerd.TryGetValue(v.Hash, out var kenmerken))
            return kenmerken;
        var rij = (await storage.Store.DefinitionAsync(v.DefinitionId, v.Version, default))!;
        return gepubliceerd.GetOrAdd(v.Hash, _ => Tekeningkenmerken.Lees(rij.Document));
    }

    async Task<Tekeningkop?> ConceptAsync(Conceptrij rij, int hoogste)
    {
        var bekend = concepten.TryGetValue(rij.DefinitionId, out var gelezen) && gelezen.Rij == rij.Version;
        if (!bekend || rij.Number <= hoogste)
        {
            if (await RijAsync(rij.DefinitionId) is not { } nu)
                return null;
            gelezen = concepten[rij.DefinitionId] = (nu.Version, Tekeningkenmerken.Lees(nu.Document));
            rij = new Conceptrij(nu.DefinitionId, nu.Number, nu.DrawnBy, nu.CreatedAt, nu.SavedAt, nu.OfferedAt, nu.Version);
        }
        return new Tekeningkop(rij.DefinitionId, Math.Max(rij.Number, hoogste + 1), gelezen.Kenmerken, true, false, false, new Tekeningconcept(rij.DrawnBy, rij.CreatedAt, rij.SavedAt, rij.OfferedAt, rij.Version));
    }

    /// <summary>Publishing is one transaction and putting the concept away another; what fell between them is put away by not being seen.</summary>
    async Task<bool> IsAlGepubliceerdAsync(DefinitionDraft rij) =>
        await storage.Store.DefinitionAsync(rij.DefinitionId, rij.Number, default) is { } versie && versie.Hash == CompiledDefinition.HashOf(rij.Document);

    sealed record Versie(string DefinitionId, int Version, string Hash, bool IsCurrent, bool IsRetracted);

    sealed record Conceptrij(string DefinitionId, int Number, string DrawnBy, DateTimeOffset CreatedAt, DateTimeOffset SavedAt, DateTimeOffset? OfferedAt, long Version);
}
