using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>By which surname somebody wants to be called: iWmo COD700, codes 1 to 4 (the order of that list is code 3 before 4: partner first).</summary>
public enum Naamgebruik { Eigen, Partner, PartnerEigen, EigenPartner }

/// <summary>A surname in its two parts: <c>van der</c> and <c>Berg</c>.</summary>
public sealed record Achternaam(string? Tussenvoegsel, string Geslachtsnaam)
{
    public string Volledig => Tussenvoegsel is null ? Geslachtsnaam : $"{Tussenvoegsel} {Geslachtsnaam}";

    /// <summary>Null when there is no geslachtsnaam.</summary>
    internal static Achternaam? Lees(JsonObject json) =>
        Persoonsnaam.Deel(json, "geslachtsnaam") is { } naam ? new(Persoonsnaam.Deel(json, "tussenvoegsel"), naam) : null;
}

/// <summary>
/// The name of a person, in the parts of the BRP. A name that nobody took apart is kept whole (<see cref="Geheel"/>): what was told at
/// a melding by telephone, and everything that 0.1.0 stored. In a slot it is a JSON string (whole) or a JSON object:
/// <c>{voornamen?, voorletters?, roepnaam?, tussenvoegsel?, geslachtsnaam, partner?: {tussenvoegsel?, geslachtsnaam}, naamgebruik?}</c>.
/// </summary>
public sealed record Persoonsnaam
{
    /// <summary>The name as it was told; null when it was taken apart.</summary>
    public string? Geheel { get; init; }

    public string? Voornamen { get; init; }

    public string? Voorletters { get; init; }

    public string? Roepnaam { get; init; }

    /// <summary>Null when only the first name is known, or when it was not taken apart.</summary>
    public Achternaam? Eigen { get; init; }

    public Achternaam? Partner { get; init; }

    public Naamgebruik Naamgebruik { get; init; }

    public string? Tussenvoegsel => Eigen?.Tussenvoegsel;

    public string? Geslachtsnaam => Eigen?.Geslachtsnaam;

    /// <summary>The surname as this person wants to be called; null when there is none that is known apart.</summary>
    public string? Achternaam => Eigen is null || Partner is null ? (Eigen ?? Partner)?.Volledig : Naamgebruik switch
    {
        Naamgebruik.Eigen => Eigen.Volledig,
        Naamgebruik.Partner => Partner.Volledig,
        Naamgebruik.PartnerEigen => $"{Partner.Volledig}-{Eigen.Volledig}",
        Naamgebruik.EigenPartner => $"{Eigen.Volledig}-{Partner.Volledig}",
    };

    /// <summary>As pages say it: the name by which somebody is called, with the surname of his choice.</summary>
    public string Volledig => Geheel ?? Samen(Roepnaam ?? Voornamen ?? Voorletters, Achternaam);

    /// <summary>As a letter addresses: initials, with the surname of his choice. Whole when it was not taken apart.</summary>
    public string Formeel => Geheel ?? Samen(Voorletters ?? Letters(Voornamen) ?? Letters(Roepnaam), Achternaam);

    /// <summary>First names for who has to know exactly, with the name by which somebody is called: <c>Wilhelmina Johanna (Wil)</c>.</summary>
    public string? AlleVoornamen => (Voornamen, Roepnaam) switch
    {
        (null, var roepnaam) => roepnaam ?? Voorletters,
        (var voornamen, null) => voornamen,
        var (voornamen, roepnaam) => voornamen.Split(' ').Contains(roepnaam, StringComparer.OrdinalIgnoreCase) ? voornamen : $"{voornamen} ({roepnaam})",
    };

    /// <summary>Null when there is no name, or it was erased.</summary>
    public static Persoonsnaam? Van(Content? content) => Lees(content?.Value);

    /// <summary>Null when this names nobody. Never throws; a part that is not a text is not there.</summary>
    public static Persoonsnaam? Lees(JsonNode? json) => json switch
    {
        JsonObject delen => Lees(delen),
        _ when Schoon(Waarde.Tekst(json)) is { } geheel => new() { Geheel = geheel },
        _ => null,
    };

    static Persoonsnaam? Lees(JsonObject json)
    {
        var naam = new Persoonsnaam
        {
            Geheel = Deel(json, "geheel"), Voornamen = Deel(json, "voornamen"), Voorletters = Punten(Deel(json, "voorletters")), Roepnaam = Deel(json, "roepnaam"),
            Eigen = Huishoudens.Achternaam.Lees(json), Partner = Huishoudens.Achternaam.Lees(json["partner"] as JsonObject ?? []),
            Naamgebruik = Lijstwoord.Lees<Naamgebruik>(Waarde.Tekst(json["naamgebruik"])) ?? Naamgebruik.Eigen,
        };
        var delen = naam with { Geheel = null };
        // What was taken apart goes before what was told, so that there is one name.
        return delen.Volledig.Length > 0 ? delen : naam.Geheel is { } geheel ? new() { Geheel = geheel } : null;
    }

    /// <summary>
    /// A guess at the parts of a name that was told whole, for a person to check: the first word, small words, and the rest. Never
    /// kept without somebody who looked.
    /// </summary>
    public Persoonsnaam Uiteen()
    {
        if (Geheel?.Split(' ') is not { } woorden)
            return this;
        var (voor, na) = woorden.Length > 1 ? (woorden[0], woorden[1..]) : (null, woorden);
        var klein = na.TakeWhile((woord, plek) => plek < na.Length - 1 && char.IsLower(woord.TrimStart('\'', '’')[..1] is [var letter] ? letter : 'A')).ToArray();
        var eigen = new Achternaam(klein.Length > 0 ? string.Join(' ', klein) : null, string.Join(' ', na[klein.Length..]));
        return new() { Voorletters = voor?.Contains('.') == true ? voor : null, Roepnaam = voor?.Contains('.') == false ? voor : null, Eigen = eigen };
    }

    public JsonNode ToJson()
    {
        if (Geheel is not null)
            return JsonValue.Create(Geheel);
        var json = new JsonObject();
        Zet(json, "voornamen", Voornamen);
        Zet(json, "voorletters", Voorletters);
        Zet(json, "roepnaam", Roepnaam);
        Zet(json, Eigen);
        if (Partner is not null)
        {
            var partner = new JsonObject();
            Zet(partner, Partner);
            json["partner"] = partner;
            json["naamgebruik"] = Naamgebruik.Woord();
        }
        return json;
    }

    static void Zet(JsonObject json, Achternaam? naam)
    {
        Zet(json, "tussenvoegsel", naam?.Tussenvoegsel);
        Zet(json, "geslachtsnaam", naam?.Geslachtsnaam);
    }

    static void Zet(JsonObject json, string deel, string? tekst)
    {
        if (tekst is not null)
            json[deel] = tekst;
    }

    internal static string? Deel(JsonObject json, string deel) => Schoon(Waarde.Tekst(json[deel]));

    /// <summary>One space between words and none around; null when nothing is left.</summary>
    internal static string? Schoon(string? tekst) =>
        tekst is not null && string.Join(' ', tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } schoon ? schoon : null;

    static string Samen(params string?[] delen) => string.Join(' ', delen.OfType<string>());

    static string? Letters(string? namen) => namen is null ? null : string.Concat(namen.Split(' ', '-').Where(n => n.Length > 0).Select(n => char.ToUpperInvariant(n[0]) + "."));

    /// <summary>As people type them (<c>WJ</c>, <c>w.j.</c>, <c>W. J.</c>) to <c>W.J.</c>; <c>Th.</c> stays.</summary>
    static string? Punten(string? letters)
    {
        if (letters?.Replace(" ", "", StringComparison.Ordinal) is not { Length: > 0 } dicht)
            return null;
        var delen = dicht.Contains('.') ? dicht.Split('.', StringSplitOptions.RemoveEmptyEntries) : dicht.All(char.IsUpper) || dicht.Length == 1 ? [.. dicht.Select(l => l.ToString())] : [dicht];
        return string.Concat(delen.Select(d => char.ToUpperInvariant(d[0]) + d[1..] + "."));
    }
}
