using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Verzoeken;

/// <summary>
/// What stands at a place in a request, as a value: what is read is looked at with it, and what <c>/openapi.json</c> says is made of it.
/// What it means (whether that household is there, whether that day can be) is asked where it is decided.
/// </summary>
public abstract record Verzoekvorm
{
    /// <summary>What belongs here, after "hier hoort".</summary>
    public abstract string Woord { get; }

    /// <summary>Why this cannot stand here; a value that says nothing is not asked.</summary>
    /// <param name="pad">Where it stands.</param>
    public abstract IEnumerable<Refusal> Fouten(JsonNode waarde, string pad);

    /// <summary>Whether it is of this kind at all, whatever else is wrong with it.</summary>
    public abstract bool Past(JsonNode waarde);

    /// <summary>Whether nothing is said: no value, or an empty text where a text belongs.</summary>
    public virtual bool IsLeeg(JsonNode? waarde) => waarde is null;

    /// <summary>For a value of another kind.</summary>
    protected Refusal Vreemd(string pad) => new(Verzoekcode.VeldVorm, [Laatste(pad), Woord], pad);

    /// <summary>The last name of a path, for a sentence.</summary>
    protected static string Laatste(string pad) => pad[(pad.LastIndexOf('.') + 1)..];

    private protected static string? AlsTekst(JsonNode? waarde) => waarde?.GetValueKind() == JsonValueKind.String ? waarde.GetValue<string>() : null;
}

/// <summary>What is written as a text; one without a letter in it says nothing.</summary>
public abstract record Tekstvorm : Verzoekvorm
{
    public override string Woord => "een tekst";

    public override bool IsLeeg(JsonNode? waarde) => waarde is null || (AlsTekst(waarde) is { } tekst && string.IsNullOrWhiteSpace(tekst));

    public override bool Past(JsonNode waarde) => AlsTekst(waarde) is not null;

    public sealed override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) =>
        AlsTekst(waarde) is not { } tekst ? [Vreemd(pad)] : Fout(tekst, pad) is { } nee ? [nee] : [];

    private protected abstract Refusal? Fout(string tekst, string pad);
}

/// <summary>A text of at most so many characters.</summary>
public sealed record Vrijetekst(int Langste) : Tekstvorm
{
    /// <summary>How it is written, where what decides about it takes nothing else: a regular expression for who calls.</summary>
    public string? Patroon { get; init; }

    private protected override Refusal? Fout(string tekst, string pad) => tekst.Length > Langste ? new(Verzoekcode.VeldTeLang, [Laatste(pad), $"{Langste}"], pad) : null;
}

/// <summary>A word of a closed list, whatever its capitals.</summary>
public sealed record Keuze(ImmutableArray<string> Woorden) : Tekstvorm
{
    /// <summary>The words of a list of the Casework.</summary>
    public static Keuze Van<T>() where T : struct, Enum => new(Lijstwoord.Alle(typeof(T)));

    private protected override Refusal? Fout(string tekst, string pad) =>
        Woorden.Contains(tekst.Trim(), StringComparer.OrdinalIgnoreCase) ? null : new(Huishoudcode.WoordOnbekend, [string.Join(", ", Woorden)], pad);
}

/// <summary>A day, as <c>2026-03-02</c>.</summary>
public sealed record Dagvorm : Tekstvorm
{
    public override string Woord => "een datum";

    private protected override Refusal? Fout(string tekst, string pad) =>
        DateOnly.TryParseExact(tekst.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new(Verzoekcode.VeldGeenDatum, [Laatste(pad)], pad);
}

/// <summary>A day, or a day and a time with its zone.</summary>
public sealed record Momentvorm : Tekstvorm
{
    public override string Woord => "een datum";

    private protected override Refusal? Fout(string tekst, string pad) => Jsonlezing.Moment(tekst.Trim()) is null ? new(Verzoekcode.VeldGeenMoment, [Laatste(pad)], pad) : null;
}

/// <summary>A whole number, from and up to.</summary>
public sealed record Getalvorm(long Laagste, long Hoogste) : Verzoekvorm
{
    public override string Woord => "een heel getal";

    public override bool Past(JsonNode waarde) => waarde.GetValueKind() == JsonValueKind.Number;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) =>
        !Past(waarde) || !decimal.TryParse(waarde.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) || getal != decimal.Truncate(getal) ? [Vreemd(pad)]
        : getal < Laagste || getal > Hoogste ? [new(Verzoekcode.VeldBereik, [Laatste(pad), $"{Laagste}", $"{Hoogste}"], pad)]
        : [];
}

/// <summary>Yes or no.</summary>
public sealed record JaNeevorm : Verzoekvorm
{
    public override string Woord => "true of false";

    public override bool Past(JsonNode waarde) => waarde.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) => Past(waarde) ? [] : [new(Verzoekcode.VeldGeenJaNee, [Laatste(pad)], pad)];
}

/// <summary>A list of at most so many; an empty one says nothing.</summary>
public sealed record Reeks(Verzoekvorm Van, int Meeste) : Verzoekvorm
{
    public override string Woord => "een lijst";

    public override bool IsLeeg(JsonNode? waarde) => waarde is null or JsonArray { Count: 0 };

    public override bool Past(JsonNode waarde) => waarde is JsonArray;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) =>
        waarde is not JsonArray lijst ? [Vreemd(pad)]
        : lijst.Count > Meeste ? [new(Verzoekcode.VeldTeVeel, [Laatste(pad), $"{Meeste}"], pad)]
        : lijst.SelectMany((rij, plek) => rij is null || (Van.IsLeeg(rij) && Van is Tekstvorm) ? [new(Verzoekcode.VeldVorm, [Laatste($"{pad}[{plek}]"), Van.Woord], $"{pad}[{plek}]")] : Van.Fouten(rij, $"{pad}[{plek}]"));
}

/// <summary>One of a few kinds: a name, or the parts of it.</summary>
public sealed record EenVan(params ImmutableArray<Verzoekvorm> Vormen) : Verzoekvorm
{
    public override string Woord => string.Join(" of ", Vormen.Select(v => v.Woord));

    public override bool IsLeeg(JsonNode? waarde) => waarde is null || Vormen.Any(v => v.Past(waarde) && v.IsLeeg(waarde));

    public override bool Past(JsonNode waarde) => Vormen.Any(v => v.Past(waarde));

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) => Vormen.FirstOrDefault(v => v.Past(waarde))?.Fouten(waarde, pad) ?? [Vreemd(pad)];
}

/// <summary>An object of which something else says what is in it: answers to a form, a document, variables.</summary>
public sealed record VrijeInhoud : Verzoekvorm
{
    public override string Woord => "een object";

    public override bool Past(JsonNode waarde) => waarde is JsonObject;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) => Past(waarde) ? [] : [Vreemd(pad)];
}

/// <summary>What an answer of ours says as well: it may come back with the rest, and is not looked at.</summary>
public sealed record Teruggelezen : Verzoekvorm
{
    public override string Woord => "wat er stond";

    public override bool Past(JsonNode waarde) => true;

    public override IEnumerable<Refusal> Fouten(JsonNode waarde, string pad) => [];
}
