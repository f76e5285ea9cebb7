using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>One version of a drawing, as a list shows it.</summary>
/// <param name="Versie">Its number; of a concept the number that it will have.</param>
/// <param name="IsLaatste">The concept when there is one, else the highest version.</param>
/// <param name="IsGepubliceerd">New cases begin on it.</param>
/// <param name="IsIngetrokken">It was published, and somebody took it out of use.</param>
/// <param name="Concept">Null when it is, or was, published.</param>
public sealed record Tekeningkop(
    DefinitionId DefinitionId, int Versie, Tekeningkenmerken Kenmerken, bool IsLaatste, bool IsGepubliceerd, bool IsIngetrokken, Tekeningconcept? Concept)
{
    public string Id => Versieid.Van(DefinitionId, Versie);

    public string Naam => Kenmerken.Naam.Length > 0 ? Kenmerken.Naam : DefinitionId.Text;

    public bool IsVan(UserId gebruiker) => Concept?.Tekenaar == gebruiker;
}

/// <summary>Whose drawing it is while it is not published.</summary>
/// <param name="Tekenaar">Id of a user.</param>
/// <param name="Aangeboden">Since when it waits for somebody else to approve it; null while it does not.</param>
/// <param name="Rij">Version of the row; whoever approves says which one he saw.</param>
public sealed record Tekeningconcept(UserId Tekenaar, DateTimeOffset Begonnen, DateTimeOffset Bewaard, DateTimeOffset? Aangeboden, long Rij);

/// <summary>What a document says about itself, without its activities.</summary>
/// <param name="IsStap">Other drawings may use it as an activity.</param>
/// <param name="Gebruikt">Ids of the drawings that this one runs.</param>
/// <param name="Soorten">Every type of activity in it that is not one of ours: Studio has to be told of each.</param>
/// <param name="Waarden">What was filled in where Studio offers a list, so that the list has it.</param>
public sealed record Tekeningkenmerken(
    string Naam, string? Omschrijving, DateTimeOffset? Gemaakt, bool IsStap, string? Categorie, ImmutableArray<InputDeclaration> Invoer, ImmutableArray<OutputDeclaration> Uitvoer,
    ImmutableArray<string> Uitkomsten, ImmutableArray<DefinitionId> Gebruikt, ImmutableArray<Tekeningsoort> Soorten, ImmutableArray<(string Veld, string Waarde)> Waarden)
{
    static readonly Tekeningkenmerken Geen = new("", null, null, false, null, [], [], [], [], [], []);

    /// <summary>Reads a document that was stored by this program.</summary>
    public static Tekeningkenmerken Lees(string document)
    {
        if (DefinitionJson.Read(document).Definition is not { } d)
            return Geen;
        var nodes = d.Nodes.Values.ToList();
        return new Tekeningkenmerken(
            d.Name, d.Description, d.Document["createdAt"] is JsonValue at && at.TryGetValue<DateTimeOffset>(out var moment) ? moment : null, d.Options.UsableAsActivity, d.Options.ActivityCategory,
            [.. d.Inputs.Where(i => i.Name.Length > 0)], [.. d.Outputs.Where(u => u.Name.Length > 0)], [.. d.Outcomes],
            [.. nodes.Select(Loopt).OfType<DefinitionId>().Distinct().Order()],
            [.. nodes.Where(n => Motor.Soorten.Find(n.Type, n.Version) is null).GroupBy(n => (n.Type, n.Version)).Select(g => new Tekeningsoort(g.Key.Type, g.Key.Version, Loopt(g.First()), [.. g.SelectMany(Poorten).Distinct()]))],
            [.. nodes.SelectMany(Ingevuld).Distinct()]);
    }

    /// <summary>The drawing that an activity runs: named as plain text by one that is that drawing, as a literal by one that starts it.</summary>
    static DefinitionId? Loopt(ActivityNode node) =>
        (node.Property("workflowDefinitionId") is JsonValue plat && plat.TryGetValue<string>(out var id) ? id : node.LiteralOf("workflowDefinitionId")) is { } tekening ? new(tekening) : null;

    static IEnumerable<string> Poorten(ActivityNode node) => node.Parent?.Connections.Where(c => c.Source == node.Id).Select(c => c.Port) ?? [];

    static IEnumerable<(string, string)> Ingevuld(ActivityNode node) => Tekenkeuzes.Velden.Select(veld => (veld, node.LiteralOf(veld) ?? "")).Where(w => w.Item2.Length is > 0 and <= 100);
}

/// <summary>A type of activity in a drawing that this program does not run by itself.</summary>
/// <param name="Tekening">The drawing that it is, when it is one.</param>
/// <param name="Poorten">Where arrows leave it.</param>
public sealed record Tekeningsoort(string Type, int Versie, DefinitionId? Tekening, ImmutableArray<string> Poorten);

/// <summary>One version of a drawing, whole.</summary>
public sealed record Tekening(Tekeningkop Kop, JsonObject Document);
