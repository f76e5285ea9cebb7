using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Voorzieningen;

/// <summary>
/// What there is in and around the gemeente: providers with their contracts, and what is open to everybody. A register; a
/// decision gets it as the given row <see cref="Sleutel"/>. Format:
/// <c>{aanbieders:[{id, naam, agbCode?, contracten:[{van, totEnMet}]}], voorzieningen:[{id, naam, organisatie, omschrijving, toegang}],
/// producten?:[{id, naam, categorie, code?, van?, totEnMet?}]}</c>.
/// </summary>
public sealed record SocialeKaart(ImmutableArray<Aanbieder> Aanbieders, ImmutableArray<Voorziening> Voorzieningen)
{
    /// <summary>Key of the given row.</summary>
    public const string Sleutel = "sociale-kaart";

    public static readonly SocialeKaart Leeg = new([], []);

    /// <summary>What maatwerk there is, by the gemeente's own list; empty when it has none.</summary>
    public ImmutableArray<Maatwerkproduct> Producten { get; init; } = [];

    /// <summary>SHA-256 of the register as it was read, so that an event can name the version it rested on.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The card of a decision; empty when this installation has none.</summary>
    public static SocialeKaart Van(Given given) => given.Find<SocialeKaart>(Sleutel) ?? Leeg;

    /// <summary>Reads the card; what it cannot read is not on it.</summary>
    public static SocialeKaart Lees(JsonObject json) => new([.. Rijen(json, "aanbieders").Select(LeesAanbieder)], [.. Rijen(json, "voorzieningen").Select(LeesVoorziening)])
    {
        Producten = [.. Rijen(json, "producten").Select(LeesProduct).OfType<Maatwerkproduct>()],
    };

    /// <summary>An aanbieder or voorziening, so that an event can name it; null when it is not on the card.</summary>
    public Reference? Verwijzing(string id) => MetId(id) is not null || Voorzieningen.Any(v => v.Id == id) ? new Reference(id, Hash) : null;

    /// <summary>The product with this id, so that an event can name it; null when it is not on the card.</summary>
    public Product? Product(string id) => Producten.FirstOrDefault(p => p.Id == id) is { } product ? new Product(new Reference(id, Hash), product.Categorie, product.Code) : null;

    /// <summary>Whether a product may be given on this day; false when it is not on the card.</summary>
    public bool IsProductOp(string id, DateOnly dag) => Producten.Any(p => p.Id == id && !(dag < p.Van) && !(dag > p.TotEnMet));

    public Aanbieder? MetId(string aanbieder) => Aanbieders.FirstOrDefault(a => a.Id == aanbieder);

    static IEnumerable<JsonObject> Rijen(JsonObject json, string naam) => (json[naam] as JsonArray ?? []).OfType<JsonObject>();

    static Aanbieder LeesAanbieder(JsonObject json) => new(
        Tekst(json, "id"), Tekst(json, "naam"),
        [.. Rijen(json, "contracten").Where(c => Waarde.Dag(c["van"]) is not null).Select(c => new Contract(Waarde.Dag(c["van"])!.Value, Waarde.Dag(c["totEnMet"])))])
    {
        Agb = Agbcode.Lees(Waarde.Tekst(json["agbCode"])),
    };

    static Maatwerkproduct? LeesProduct(JsonObject json) => Lijstwoord.Lees<Productcategorie>(Waarde.Tekst(json["categorie"])) is { } categorie
        ? new(Tekst(json, "id"), Tekst(json, "naam"), categorie, Productcode.Lees(Waarde.Tekst(json["code"])), Waarde.Dag(json["van"]), Waarde.Dag(json["totEnMet"]))
        : null;

    static Voorziening LeesVoorziening(JsonObject json) =>
        new(Tekst(json, "id"), Tekst(json, "naam"), Tekst(json, "organisatie"), Tekst(json, "omschrijving"), Tekst(json, "toegang"));

    static string Tekst(JsonObject json, string naam) => Waarde.Tekst(json[naam]) ?? "";
}

/// <summary>An organisation that may deliver maatwerk while a contract is valid (seed C6).</summary>
public sealed record Aanbieder(string Id, string Naam, ImmutableArray<Contract> Contracten)
{
    /// <summary>By which he is known in messages; null when the card does not say.</summary>
    public Agbcode? Agb { get; init; }

    /// <summary>The contract under which he may deliver on this day; null when there is none.</summary>
    public Contract? ContractOp(DateOnly dag) => Contracten.FirstOrDefault(c => c.Van <= dag && !(c.TotEnMet < dag));
}

/// <param name="TotEnMet">Last day; null while it goes on.</param>
public sealed record Contract(DateOnly Van, DateOnly? TotEnMet);

/// <summary>An algemene voorziening (seed C4).</summary>
/// <param name="Toegang">open or verwijzing; a test of needs would make it maatwerk (art. 1.1.1 Wmo 2015).</param>
public sealed record Voorziening(string Id, string Naam, string Organisatie, string Omschrijving, string Toegang);

/// <summary>A kind of maatwerk that the gemeente has.</summary>
/// <param name="Code">Of its own product list.</param>
/// <param name="Van">First day on which it may be given; null for always.</param>
/// <param name="TotEnMet">Last such day; null while it goes on.</param>
public sealed record Maatwerkproduct(string Id, string Naam, Productcategorie Categorie, Productcode? Code, DateOnly? Van, DateOnly? TotEnMet);
