using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// What goes out of the program without what nobody needs there. The law of this file: whatever is written of a run, of an event or of the answers
/// of a task passes here, and in it is no BSN and no address that is kept secret, wherever it stands: by the name of its field, and in any text when
/// it is the BSN of somebody of the household. Who handles something in the household sees the end of a BSN, others no digit.
/// </summary>
public sealed partial class Verborgen
{
    const string Weg = "afgeschermd", VeldBsn = "bsn", VeldAdres = "adres";

    readonly bool behandelt;
    readonly ImmutableHashSet<string> nummers;
    readonly ImmutableArray<string> adressen;

    Verborgen(Huishouden h, bool behandelt)
    {
        this.behandelt = behandelt;
        nummers = [.. h.Personen.Select(p => Bsn.Van(p.Bsn)?.Cijfers).OfType<string>()];
        ZonderAdres = h.HeeftGeheimAdres && !behandelt;
        adressen = ZonderAdres && Adres.Van(h.Adres) is { } adres ? [.. new[] { adres.Regel, adres.Straatregel }.OfType<string>().Where(regel => regel.Length > 0)] : [];
    }

    /// <summary>Whether the address of this household is kept from who asks.</summary>
    public bool ZonderAdres { get; }

    /// <param name="behandelt">Whether who asks handles something here: <see cref="Bevoegdheid.Behandelt"/>.</param>
    public static Verborgen Van(Huishouden h, bool behandelt) => new(h, behandelt);

    /// <summary>What was stored, or is shown of it.</summary>
    public JsonNode? In(JsonNode? json)
    {
        switch (json)
        {
            case JsonArray lijst:
                return new JsonArray([.. lijst.Select(In)]);
            // A content: its value is JSON in a text.
            case JsonObject inhoud when inhoud.All(veld => veld.Key is "dossier" or "kind" or "text") && inhoud["kind"] is { } kind && inhoud["text"] is { } tekst:
                var zonder = (JsonObject)inhoud.DeepClone();
                zonder["text"] = Veld(kind.ToString(), JsonNode.Parse(tekst.ToString()))?.ToJsonString(Json.Compact) ?? "null";
                return zonder;
            case JsonObject groep:
                return new JsonObject(groep.Select(veld => KeyValuePair.Create(veld.Key, Veld(veld.Key, veld.Value))));
            case JsonValue waarde:
                return waarde.ToString() is var geheel && In(geheel) is var rest && rest == geheel ? waarde.DeepClone() : JsonValue.Create(rest);
            default:
                return null;
        }
    }

    /// <summary>What stands under a name.</summary>
    public JsonNode? Veld(string naam, JsonNode? waarde) => naam switch
    {
        VeldBsn when waarde is JsonValue => Bsn.Lees(waarde.ToString()) is { } bsn ? Einde(bsn) : Weg,
        // A step's own input of this name says for whom its task is.
        VeldAdres when ZonderAdres && waarde is not null && (waarde as JsonObject)?["kind"] is null && Taakadres.Gelezen(waarde.ToString()) is null => Weg,
        _ => In(waarde),
    };

    /// <summary>A text, with what is in it replaced.</summary>
    public string In(string tekst)
    {
        var zonder = nummers.IsEmpty ? tekst : Cijferreeks().Replace(tekst, reeks => Bsn.Lees(reeks.Value) is { } bsn && nummers.Contains(bsn.Cijfers) ? Einde(bsn) : reeks.Value);
        return adressen.Aggregate(zonder, (rest, adres) => rest.Replace(adres, Weg, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Answers of a task that is open again, for its form: who treats nothing here gets them without what is not his to see, so that no mask is sent back as an answer.</summary>
    public JsonObject Antwoorden(JsonObject antwoorden) => behandelt ? (JsonObject)antwoorden.DeepClone() : Zonder(antwoorden, veld => veld == VeldBsn || (ZonderAdres && veld == VeldAdres));

    /// <summary>The same for a program, which never gets a BSN.</summary>
    public JsonObject AntwoordenZonderBsn(JsonObject antwoorden) => Zonder(Antwoorden(antwoorden), veld => veld == VeldBsn);

    static JsonObject Zonder(JsonObject groep, Func<string, bool> weg) => new(groep.Where(veld => !weg(veld.Key)).Select(veld => KeyValuePair.Create(veld.Key, Zonder(veld.Value, weg))));

    static JsonNode? Zonder(JsonNode? json, Func<string, bool> weg) => json switch
    {
        JsonObject groep => Zonder(groep, weg),
        JsonArray lijst => new JsonArray([.. lijst.Select(deel => Zonder(deel, weg))]),
        _ => json?.DeepClone(),
    };

    string Einde(Bsn bsn) => behandelt ? bsn.Verborgen : Weg;

    /// <summary>Eight or nine digits as people type a BSN.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\-]?[0-9]){7,8}(?![0-9])")]
    private static partial Regex Cijferreeks();
}
