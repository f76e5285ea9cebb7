using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// Every type of activity that may stand in a drawing, as Studio reads it. The law of this file: each type and version that
/// occurs anywhere is in the list, browsable or not, because Studio cannot open a drawing with one that is not. It is asked
/// after every save, so it is made anew only when something in it changed.
/// </summary>
public sealed class ActivityDescriptors(Tekeningbeheer tekeningen, Tekenkeuzes keuzes)
{
    static readonly ImmutableArray<ActivityDescriptor> Known = [.. Motor.Soorten.Descriptors.Select(Elsawoorden.InHetNederlands).OrderBy(d => d.Type, StringComparer.Ordinal).ThenBy(d => d.Version)];
    readonly Lock turn = new();
    (string Key, ElsaAnswer Answer)? made;

    public async Task<Uitslag<ElsaAnswer>> NowAsync(Actor actor)
    {
        if (!(await tekeningen.VersiesAsync(actor)).Lukt(out var koppen, out var nee))
            return nee;
        var lists = await keuzes.NuAsync(koppen.SelectMany(k => k.Kenmerken.Waarden));
        var key = KeyOf(koppen, lists);
        lock (turn)
        {
            if (made is { } known && known.Key == key)
                return known.Answer;
        }
        var items = Items(koppen, lists);
        var answer = new ElsaAnswer(new { items, count = items.Count });
        lock (turn)
            made = (key, answer);
        return answer;
    }

    /// <summary>What the list depends on; a concept only by the strange types in it.</summary>
    static string KeyOf(IReadOnlyList<Tekeningkop> koppen, IReadOnlyDictionary<string, ImmutableArray<Tekenkeuze>> lists)
    {
        var text = new StringBuilder();
        foreach (var k in koppen.Where(k => k is { Concept: null, Kenmerken.IsStap: true }).OrderBy(k => k.Id, StringComparer.Ordinal))
            text.Append(k.Id).Append(k.IsGepubliceerd).Append('\n');
        foreach (var s in Strange(koppen))
            text.Append(s.Type).Append('@').Append(s.Versie).Append(s.Tekening?.Text).AppendJoin(',', s.Poorten).Append('\n');
        foreach (var (name, list) in lists.OrderBy(l => l.Key, StringComparer.Ordinal))
            text.Append(name).AppendJoin(';', list).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static List<JsonObject> Items(IReadOnlyList<Tekeningkop> koppen, IReadOnlyDictionary<string, ImmutableArray<Tekenkeuze>> lists)
    {
        List<JsonObject> items = [.. Known.Select(d => DescriptorJson.Of(d, lists)), DescriptorJson.Hidden("Elsa.Workflow", 1, "Werkstroom", "De werkstroom zelf.", isContainer: true), DescriptorJson.Hidden("Elsa.NotFoundActivity", 1, "Onbekende stap", "Dit programma kent deze soort stap niet.")];
        var flows = koppen.Where(k => k is { Concept: null, Kenmerken.IsStap: true }).ToList();
        items.AddRange(flows.Select(DescriptorJson.OfFlow));
        var named = flows.Select(k => (k.DefinitionId.Text, k.Versie)).ToHashSet();
        foreach (var strange in Strange(koppen).Where(s => !named.Contains((s.Type, s.Versie)) && s.Type is not ("Elsa.Workflow" or "Elsa.NotFoundActivity")))
            items.Add(DescriptorJson.OfStrange(strange, koppen.FirstOrDefault(k => k.DefinitionId == strange.Tekening && k.IsLaatste)?.Naam));
        return items;
    }

    static IEnumerable<Tekeningsoort> Strange(IReadOnlyList<Tekeningkop> koppen) => koppen.SelectMany(k => k.Kenmerken.Soorten)
        .GroupBy(s => (s.Type, s.Versie)).OrderBy(g => g.Key.Type, StringComparer.Ordinal).ThenBy(g => g.Key.Versie)
        .Select(g => g.First() with { Poorten = [.. g.SelectMany(s => s.Poorten).Distinct().Order(StringComparer.Ordinal)] });
}
