using System.Collections.Immutable;
using System.Text.Json;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>What households are made up of: people, streets, questions, words, and how the work goes. Data, in <c>workflows/demo/gemeente.json</c>.</summary>
/// <param name="Zaad">The same seed gives the same gemeente, on the same day.</param>
/// <param name="Gewone">How often each story is told, by <c>flow/naam</c>.</param>
/// <param name="Uitkomsten">By step: how often each outcome is chosen; a step that is not named takes any.</param>
/// <param name="Werkdagen">By step: after how many days somebody does it, from and to; <c>*</c> for any other.</param>
/// <param name="Vooruit">By name of a question about a day to come: how many days from now, from and to.</param>
/// <param name="Keuzes">By name of a question: how often each answer is chosen.</param>
/// <param name="Teksten">By name of a question: sentences to choose from; <c>*</c> for any other.</param>
sealed record Gemeentebestand(
    int Zaad, ImmutableArray<Buurt> Buurten, ImmutableArray<string> Vrouwen, ImmutableArray<string> Mannen, ImmutableArray<string> Achternamen,
    ImmutableSortedDictionary<string, int> Gewone, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Uitkomsten,
    ImmutableSortedDictionary<string, ImmutableArray<int>> Werkdagen, ImmutableSortedDictionary<string, ImmutableArray<int>> Vooruit,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Keuzes, ImmutableSortedDictionary<string, ImmutableArray<string>> Teksten,
    ImmutableArray<Thema> Themas)
{
    /// <summary>Where everybody lives.</summary>
    public required string Plaats { get; init; }

    public required ImmutableArray<string> Huisartsen { get; init; }

    /// <summary>By surname: what is spoken at home; Dutch when it is not here.</summary>
    public required ImmutableSortedDictionary<string, string> Talen { get; init; }

    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static Gemeentebestand Lees(string map)
    {
        var bestand = Path.Combine(map, "demo", "gemeente.json");
        try
        {
            return JsonSerializer.Deserialize<Gemeentebestand>(File.ReadAllText(bestand), Vorm) ?? throw new InvalidDataException($"{bestand} is leeg.");
        }
        catch (JsonException fout)
        {
            throw new InvalidDataException($"{bestand}: {fout.Message}", fout);
        }
    }

    static readonly JsonSerializerOptions Vorm = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };
}

/// <summary>A wijk with its team.</summary>
/// <param name="Gewicht">How many of the households live there, beside the others.</param>
sealed record Buurt(TeamId Team, string Wijk, int Gewicht, ImmutableArray<string> Straten);

/// <summary>What a household comes with, in its own words, and what helps.</summary>
/// <param name="Vanaf">Age from which it fits.</param>
/// <param name="Tot">Age up to which it fits.</param>
sealed record Thema(
    string Naam, int Vanaf, int Tot, ImmutableArray<string> Melding, ImmutableArray<string> Vraag, ImmutableArray<string> Belemmering, ImmutableArray<string> Resultaat,
    ImmutableArray<string> Zelf, ImmutableArray<string> Netwerk, ImmutableArray<string> Buurt, ImmutableArray<string> Maatwerk);
