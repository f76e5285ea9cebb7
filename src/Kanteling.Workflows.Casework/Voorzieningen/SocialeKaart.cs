using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Voorzieningen;

/// <summary>
/// What there is in and around the gemeente: providers with their contracts, and what is open to everybody. A register; a
/// decision gets it as the given row <see cref="Sleutel"/>. Format:
/// <c>{aanbieders:[{id, naam, agbCode?, contracten:[{van, totEnMet}]}], voorzieningen:[{id, naam, organisatie, omschrijving, toegang, van?, totEnMet?}],
/// producten?:[{id, naam, categorie, code?, van?, totEnMet?}]}</c>. What says no first or last day is there always.
/// </summary>
public sealed record SocialeKaart(ImmutableArray<Aanbieder> Aanbieders, ImmutableArray<Voorziening> Voorzieningen)
{
    /// <summary>Key of the given row.</summary>
    public const string Sleutel = "sociale-kaart";

    public static readonly SocialeKaart Leeg = new([], []);

    /// <summary>What can be ordered, by the codes of the gemeente; empty when the card has none.</summary>
    public ImmutableArray<Maatwerkproduct> Producten { get; init; } = [];

    /// <summary>SHA-256 of the register as it was read, so that an event can name the version it rested on.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The card of a decision; empty when this installation has none.</summary>
    public static SocialeKaart Van(Given given) => given.Find<SocialeKaart>(Sleutel) ?? Leeg;

    /// <summary>Reads the card; what it cannot read is not on it.</summary>
    public static SocialeKaart Lees(JsonObject json) => new([.. Rijen(json, "aanbieders").Select(LeesAanbieder)], [.. Rijen(json, "voorzieningen").Select(LeesVoorziening)]) { Producten = [.. Rijen(json, "producten").Select(LeesProduct).OfType<Maatwerkproduct>()] };

    /// <summary>What is on this card, so that an event can name it with the version that it rested on.</summary>
    public Reference Verwijzing(string id) => new(id, Hash);

    public Aanbieder? MetId(string aanbieder) => Aanbieders.FirstOrDefault(a => a.Id == aanbieder);

    public Voorziening? Voorziening(string id) => Voorzieningen.FirstOrDefault(v => v.Id == id);

    /// <summary>The product with this id; null when it is not on the card.</summary>
    public Maatwerkproduct? Product(string id) => Producten.FirstOrDefault(p => p.Id == id);

    static IEnumerable<JsonObject> Rijen(JsonObject json, string naam) => (json[naam] as JsonArray ?? []).OfType<JsonObject>();

    static Aanbieder LeesAanbieder(JsonObject json) => new(
        Tekst(json, "id"), Tekst(json, "naam"),
        [.. Rijen(json, "contracten").Where(c => Waarde.Dag(c["van"]) is not null).Select(c => new Contract(Waarde.Dag(c["van"])!.Value, Waarde.Dag(c["totEnMet"])))])
    {
        Agb = Agbcode.Lees(Waarde.Tekst(json["agbCode"])),
    };

    static Voorziening LeesVoorziening(JsonObject json) =>
        new(Tekst(json, "id"), Tekst(json, "naam"), Tekst(json, "organisatie"), Tekst(json, "omschrijving"), Tekst(json, "toegang")) { Van = Waarde.Dag(json["van"]), TotEnMet = Waarde.Dag(json["totEnMet"]) };

    static Maatwerkproduct? LeesProduct(JsonObject json) => Categorie(Waarde.Tekst(json["categorie"])) is not { } categorie
        ? null
        : new(Tekst(json, "id"), Tekst(json, "naam"), categorie, Productcode.Lees(Waarde.Tekst(json["code"]))) { Van = Waarde.Dag(json["van"]), TotEnMet = Waarde.Dag(json["totEnMet"]) };

    /// <summary>By its word, or by its code of two digits.</summary>
    static Productcategorie? Categorie(string? tekst) => tekst is [>= '0' and <= '9', >= '0' and <= '9'] && (Productcategorie)int.Parse(tekst, CultureInfo.InvariantCulture) is var code && Enum.IsDefined(code)
        ? code
        : Lijstwoord.Lees<Productcategorie>(tekst);

    static string Tekst(JsonObject json, string naam) => Waarde.Tekst(json[naam]) ?? "";
}

/// <summary>An organisation that may deliver maatwerk while a contract is valid (seed C6).</summary>
public sealed record Aanbieder(string Id, string Naam, ImmutableArray<Contract> Contracten)
{
    /// <summary>Eight digits (Vektis); null when the card does not say it.</summary>
    public Agbcode? Agb { get; init; }

    /// <summary>The contract under which he may deliver on this day; null when there is none.</summary>
    public Contract? ContractOp(DateOnly dag) => Contracten.FirstOrDefault(c => c.Van <= dag && !(c.TotEnMet < dag));
}

/// <param name="TotEnMet">Last day; null while it goes on.</param>
public sealed record Contract(DateOnly Van, DateOnly? TotEnMet);

/// <summary>Something that is on the card for a time.</summary>
public abstract record Kaartregel(string Id, string Naam)
{
    /// <summary>First day; null when it always was there.</summary>
    public DateOnly? Van { get; init; }

    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? TotEnMet { get; init; }

    public bool IsOp(DateOnly dag) => !(Van > dag) && !(TotEnMet < dag);
}

/// <summary>An algemene voorziening (seed C4).</summary>
/// <param name="Toegang">open or verwijzing; a test of needs would make it maatwerk (art. 1.1.1 Wmo 2015).</param>
public sealed record Voorziening(string Id, string Naam, string Organisatie, string Omschrijving, string Toegang) : Kaartregel(Id, Naam);

/// <summary>A kind of maatwerk that the gemeente has, as its contracts name it.</summary>
/// <param name="Code">Of its own product list.</param>
public sealed record Maatwerkproduct(string Id, string Naam, Productcategorie Categorie, Productcode? Code) : Kaartregel(Id, Naam);
