using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Lists;

namespace Kanteling.Workflows.App.Tests.Zoeken;

/// <summary>Households put straight into the table of terms, as the projection would write them: thousands in a moment.</summary>
static class Planting
{
    public static readonly Zicht Anna = new(new("anna"), new("noord"), []);

    /// <summary>A household in which one person lives, or more.</summary>
    public static Huishouden Household(string? name, string? address, params Persoon[] people) => Huishouden.Leeg with
    {
        Naam = Content.Of(null, "naam", name ?? "Huishouden"), Adres = address is null ? null : Content.Of(null, "adres", address), Personen = [.. people],
    };

    public static Persoon Person(int number, JsonNode name, string? born = null) =>
        new(new($"p{number}"), Content.Of(null, "naam", name)!, born is null ? null : Content.Of(null, "geboortedatum", born), null, []);

    public static Task PlantAsync(OpenStorage storage, string stream, Huishouden household, string related = "!t:noord") => PlantAsync(storage, [(stream, household, related)]);

    public static async Task PlantAsync(OpenStorage storage, IReadOnlyCollection<(string Stream, Huishouden Household, string Related)> households)
    {
        var store = (SqlStore)storage.Store;
        var steps = new List<Step>();
        foreach (var (stream, household, related) in households)
        {
            steps.Add(new("INSERT INTO streams (id, kind, version, hash) VALUES ($1, 'huishouden', 1, $2)", stream, new byte[32]));
            steps.AddRange(Zoektermen.Van(Vindbaar.Van(new(stream), household), bsn => Searching.Hidden(store.Keys.Current, bsn))
                .Append(new Zoekterm("", Zoeksoort.Betrokken, 0, related))
                .Select(t => new Step(Searching.Projection.States!.Add, stream, 1L, t.Persoon, t.Soort, (long)t.Plek, t.Term)));
        }
        (await store.WriteIfAsync(new("UPDATE projections SET number = number WHERE name = 'search'"), steps, default)).ShouldBeTrue();
    }

    public static Task<ListPage<SearchHit>> FindAsync(OpenStorage storage, string typed, Zicht? sight = null, Paging? paging = null) =>
        storage.Search.FindAsync(Zoekvraag.Lees(typed, storage.Search.HiddenBsn), sight ?? Anna, paging ?? new Paging(0, 1_000));
}
