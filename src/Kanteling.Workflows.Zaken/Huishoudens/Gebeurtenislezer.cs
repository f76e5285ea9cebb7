using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>One command in a household, with all that followed from it in the same commit.</summary>
/// <param name="Versie">Its place in the stream, from 1.</param>
/// <param name="Hash">Of the chain, in hex.</param>
public sealed record Vastlegging(long Versie, DateTimeOffset Op, Wie? Door, string Hash, IReadOnlyList<Feit> Feiten);

/// <param name="Naam">Stored name.</param>
/// <param name="Gegevens">With the content filled in, where it was not erased, and how a day was computed in sentences.</param>
public sealed record Feit(string Naam, int Nummer, JsonNode? Gegevens);

/// <summary>The commits of a household, the last one first.</summary>
public sealed class Gebeurtenislezer(WorkflowEngine engine, IWorkflowStore store, Gebruikersnamen namen, Registerrijen rijen)
{
    readonly Recent<Kalender, JsonSerializerOptions> vormen = new(4);

    /// <param name="verborgen">What of this household is kept from who asks.</param>
    public async Task<Lijst<Vastlegging>> VanAsync(StreamId stream, Paging paging, Verborgen verborgen)
    {
        // Versions have no gaps, so the page is known before anything is read.
        var (laatste, _) = await store.ConfirmAsync(stream, new(""), default);
        var tot = laatste - paging.Skip;
        var pagina = tot < 1 ? [] : await store.HistoryAsync(stream, new HistoryRange(Math.Max(1, tot - paging.Take + 1), tot), default).ToListAsync();
        var vorm = await VormAsync();
        return new Lijst<Vastlegging>(await Task.WhenAll(pagina.AsEnumerable().Reverse().Select(commit => VanAsync(commit, vorm, verborgen))), (int)laatste);
    }

    async Task<Vastlegging> VanAsync(StoredCommit commit, JsonSerializerOptions vorm, Verborgen verborgen)
    {
        var feiten = commit.Tombstone is { } weg ? [new Feit("Vernietigd", 1, new JsonObject { ["grond"] = weg.Ground })] : Feiten(commit, vorm, verborgen);
        return new Vastlegging(commit.Version, commit.At, await namen.VanUitvoerderAsync(commit.Actor), Convert.ToHexStringLower(commit.Hash.Span), feiten);
    }

    List<Feit> Feiten(StoredCommit commit, JsonSerializerOptions vorm, Verborgen verborgen)
    {
        using var stored = JsonDocument.Parse(Packing.Unpack(commit.Body));
        var events = engine.Codec.Read(commit);
        var hier = verborgen.Bij(commit, events);
        return [.. events.Zip(stored.RootElement.EnumerateArray(), (e, s) => new Feit(s.GetProperty("e").GetString()!, s.GetProperty("n").GetInt32(), hier.In(Gegevens(e, vorm))))];
    }

    /// <summary>What a way of writing learns about its types is dear, so it is kept as long as the calendar stays.</summary>
    async Task<JsonSerializerOptions> VormAsync()
    {
        var kalender = await rijen.KalenderAsync();
        return vormen.Of(kalender, () => Uitlegvorm.In(engine.Codec.Options, kalender));
    }

    static JsonNode? Gegevens(WorkflowEvent e, JsonSerializerOptions vorm)
    {
        var waarde = e is DomainEvent domain ? domain.Event : e;
        return JsonSerializer.SerializeToNode(waarde, waarde.GetType(), vorm);
    }
}
