using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// An address in the words of the BAG. One that nobody took apart is kept whole (<see cref="Geheel"/>), as everything that 0.1.0 stored.
/// In a slot it is a JSON string (whole) or a JSON object:
/// <c>{straat?, huisnummer?, huisletter?, huisnummertoevoeging?, postcode?, woonplaats?, nummeraanduiding?}</c>.
/// </summary>
public sealed partial record Adres
{
    /// <summary>How long a street or a town may be.</summary>
    public const int Langste = 80;

    /// <summary>How long what comes after a number may be.</summary>
    public const int LangsteToevoeging = 4;

    /// <summary>The address as it was told; null when it was taken apart.</summary>
    public string? Geheel { get; init; }

    /// <summary>Name of the openbare ruimte.</summary>
    public string? Straat { get; init; }

    public int? Huisnummer { get; init; }

    public string? Huisletter { get; init; }

    public string? Huisnummertoevoeging { get; init; }

    /// <summary>Four digits and two capitals, without a space.</summary>
    public string? Postcode { get; init; }

    public string? Woonplaats { get; init; }

    /// <summary>Id of the nummeraanduiding in the BAG, sixteen digits; null when nobody looked it up.</summary>
    public string? Nummeraanduiding { get; init; }

    /// <summary><c>12a-bis</c>; null without a number.</summary>
    public string? Nummer => Huisnummer is not { } nummer ? null
        : string.Create(CultureInfo.InvariantCulture, $"{nummer}{Huisletter}{(Huisnummertoevoeging is { } meer ? $"-{meer}" : "")}");

    /// <summary>Street and number.</summary>
    public string? Straatregel => Samen(" ", Straat, Nummer);

    /// <summary>Postcode and town.</summary>
    public string? Plaatsregel => Samen("  ", Postcode is { Length: 6 } p ? $"{p[..4]} {p[4..]}" : Postcode, Woonplaats);

    /// <summary>On one line, for a page.</summary>
    public string Regel => Geheel ?? (Straat is null ? Samen(" ", Plaatsregel?.Replace("  ", " ", StringComparison.Ordinal), Nummer) : Samen(", ", Straatregel, Plaatsregel?.Replace("  ", " ", StringComparison.Ordinal))) ?? "";

    /// <summary>Null when there is no address, or it was erased.</summary>
    public static Adres? Van(Content? content) => Lees(content?.Value);

    /// <summary>Null when this says no address. Never throws; whether its parts can be is asked with <see cref="Vreemd"/>.</summary>
    public static Adres? Lees(JsonNode? json) => json switch
    {
        JsonObject delen => Lees(delen),
        _ when Persoonsnaam.Schoon(Waarde.Tekst(json)) is { } geheel => new() { Geheel = geheel },
        _ => null,
    };

    static Adres? Lees(JsonObject json)
    {
        var (nummer, letter, meer) = Delen(Waarde.Getal(json["huisnummer"]) is { } getal ? getal.ToString(CultureInfo.InvariantCulture) : Persoonsnaam.Deel(json, "huisnummer"));
        var adres = new Adres
        {
            Straat = Persoonsnaam.Deel(json, "straat"), Huisnummer = nummer, Huisletter = Persoonsnaam.Deel(json, "huisletter") ?? letter,
            Huisnummertoevoeging = Persoonsnaam.Deel(json, "huisnummertoevoeging") ?? meer, Postcode = Persoonsnaam.Deel(json, "postcode")?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            Woonplaats = Persoonsnaam.Deel(json, "woonplaats"), Nummeraanduiding = Persoonsnaam.Deel(json, "nummeraanduiding"),
        };
        return adres == new Adres() ? Persoonsnaam.Deel(json, "geheel") is { } geheel ? new() { Geheel = geheel } : null : adres;
    }

    /// <summary>Names of the parts that cannot be as they stand.</summary>
    public static IEnumerable<string> Vreemd(JsonObject json)
    {
        var adres = Lees(json) ?? new();
        if (!Waarde.IsLeeg(json["huisnummer"]) && adres.Huisnummer is null)
            yield return "huisnummer";
        if (adres.Postcode is { } postcode && !Postcodevorm().IsMatch(postcode))
            yield return "postcode";
        if (adres.Huisletter is { } letter && letter is not [>= 'A' and <= 'Z' or >= 'a' and <= 'z'])
            yield return "huisletter";
        if (adres.Huisnummertoevoeging is { Length: > LangsteToevoeging })
            yield return "huisnummertoevoeging";
        if (adres.Nummeraanduiding is { } id && !(id.Length == 16 && id.All(char.IsAsciiDigit)))
            yield return "nummeraanduiding";
        if (adres.Straat is { Length: > Langste })
            yield return "straat";
        if (adres.Woonplaats is { Length: > Langste })
            yield return "woonplaats";
    }

    public JsonNode ToJson()
    {
        if (Geheel is not null)
            return JsonValue.Create(Geheel);
        var json = new JsonObject();
        foreach (var (deel, waarde) in new (string, JsonNode?)[]
        {
            ("straat", Straat), ("huisnummer", Huisnummer), ("huisletter", Huisletter), ("huisnummertoevoeging", Huisnummertoevoeging), ("postcode", Postcode),
            ("woonplaats", Woonplaats), ("nummeraanduiding", Nummeraanduiding),
        })
        {
            if (waarde is not null)
                json[deel] = waarde;
        }
        return json;
    }

    /// <summary>As people type a number: <c>12</c>, <c>12a</c>, <c>12-2</c>, <c>12 bis</c>.</summary>
    static (int? Nummer, string? Letter, string? Meer) Delen(string? getypt)
    {
        if (getypt is null || Nummervorm().Match(getypt) is not { Success: true } vorm)
            return default;
        return (int.Parse(vorm.Groups["nummer"].ValueSpan, CultureInfo.InvariantCulture), Deel("letter"), Deel("meer"));

        string? Deel(string naam) => vorm.Groups[naam] is { Success: true, Length: > 0 } deel ? deel.Value : null;
    }

    static string? Samen(string tussen, params string?[] delen) => delen.OfType<string>().ToList() is { Count: > 0 } er ? string.Join(tussen, er) : null;

    [GeneratedRegex("^[1-9][0-9]{3}[A-Z]{2}$")]
    private static partial Regex Postcodevorm();

    [GeneratedRegex(@"^(?<nummer>[1-9][0-9]{0,4})(?:\s?(?<letter>[A-Za-z])(?![A-Za-z0-9]))?(?:[\s\-/]*(?<meer>[A-Za-z0-9]{1,4}))?$")]
    private static partial Regex Nummervorm();
}
