using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// The questions of a form of which the answer is not told on (seed K8). A question in a group or a list that is not told on, is not told on either.
/// What the inwoner does not want told on is one, whatever the form says of it: the word has no other meaning.
/// </summary>
public static class Afgeschermdevelden
{
    /// <summary>What stands in the place of an answer, for a person.</summary>
    public const string Zin = "Afgeschermd: de inwoner wil dit niet doorgeven.";

    /// <summary>The id of the question of which the answer is a fact of the procedure.</summary>
    public const string NietDoorgeven = "nietDoorgeven";

    /// <summary>The ids of those questions, wherever in the form they stand.</summary>
    public static ImmutableHashSet<string> Namen(Formulier formulier) => [.. Namen(formulier.Velden, false)];

    static IEnumerable<string> Namen(IEnumerable<Veld> velden, bool binnen) => velden.SelectMany(veld =>
    {
        var weg = binnen || Is(veld);
        var onder = Namen(Vragenblokken.Uitgewerkt(veld).Velden, weg);
        return weg ? onder.Prepend(veld.Id) : onder;
    });

    /// <summary>The answers without those of these questions.</summary>
    public static JsonObject Zonder(Formulier formulier, JsonObject antwoorden) => Zonder(formulier.Velden, antwoorden, "", []);

    /// <summary>Where such an answer stands: the paths of the fields, as an error names them.</summary>
    public static ImmutableArray<string> Paden(Formulier formulier, JsonObject antwoorden)
    {
        var weg = new List<string>();
        Zonder(formulier.Velden, antwoorden, "", weg);
        return [.. weg];
    }

    /// <summary>
    /// What somebody answered who did not get those answers, with them: he cannot have wished away what he did not see. What he
    /// filled in there himself stays his. A row is known by what he did see of it; of a row that he changed or took away, nothing comes back.
    /// </summary>
    /// <param name="bewaard">The answers as they were kept.</param>
    public static JsonObject Aangevuld(Formulier formulier, JsonObject antwoorden, JsonObject bewaard) => Aangevuld(formulier.Velden, antwoorden, bewaard);

    static bool Is(Veld veld) => veld.Inhoud == VeldInhoud.Afgeschermd || veld.Id == NietDoorgeven;

    static JsonObject Zonder(IReadOnlyCollection<Veld> velden, JsonObject groep, string pad, List<string> weg)
    {
        var zonder = new JsonObject();
        foreach (var (naam, antwoord) in groep)
        {
            var (veld, hier) = (velden.FirstOrDefault(v => v.Id == naam), VeldLezer.In(pad, naam));
            if (veld is null || !Is(veld))
                zonder[naam] = veld is null ? antwoord?.DeepClone() : Binnen(Vragenblokken.Uitgewerkt(veld), antwoord, hier, weg);
            else if (!Waarde.IsLeeg(antwoord))
                weg.Add(hier);
        }
        return zonder;
    }

    static JsonNode? Binnen(Veld veld, JsonNode? antwoord, string pad, List<string> weg) => antwoord switch
    {
        JsonObject groep when !veld.Velden.IsEmpty => Zonder(veld.Velden, groep, pad, weg),
        JsonArray rijen when !veld.Velden.IsEmpty => new JsonArray([.. rijen.Select((rij, plek) => Binnen(veld, rij, $"{pad}[{plek}]", weg))]),
        _ => antwoord?.DeepClone(),
    };

    static JsonObject Aangevuld(IReadOnlyCollection<Veld> velden, JsonObject groep, JsonObject bewaard)
    {
        var vol = (JsonObject)groep.DeepClone();
        foreach (var veld in velden.Select(Vragenblokken.Uitgewerkt))
        {
            if (Is(veld) && Waarde.IsLeeg(vol[veld.Id]) && !Waarde.IsLeeg(bewaard[veld.Id]))
                vol[veld.Id] = bewaard[veld.Id]!.DeepClone();
            else if (!Is(veld) && bewaard[veld.Id] is JsonObject eerder && vol[veld.Id] is null or JsonObject && Aangevuld(veld.Velden, vol[veld.Id] as JsonObject ?? [], eerder) is { Count: > 0 } samen)
                vol[veld.Id] = samen;
            else if (!Is(veld) && bewaard[veld.Id] is JsonArray rijen && vol[veld.Id] is JsonArray nu)
                vol[veld.Id] = Rijen(veld, nu, rijen);
        }
        return vol;
    }

    static JsonArray Rijen(Veld veld, JsonArray nu, JsonArray bewaard)
    {
        var over = bewaard.OfType<JsonObject>().ToList();
        return new JsonArray(
        [
            .. nu.Select(rij =>
            {
                if (rij is not JsonObject json || over.FirstOrDefault(b => JsonNode.DeepEquals(Gezien(veld, b), Gezien(veld, json))) is not { } eerder)
                    return rij?.DeepClone();
                over.Remove(eerder);
                return Aangevuld(veld.Velden, json, eerder);
            }),
        ]);
    }

    /// <summary>What of a row was seen, without what was left empty.</summary>
    static JsonNode? Gezien(Veld veld, JsonObject rij) => new JsonObject(Zonder(veld.Velden, rij, "", []).Where(v => !Waarde.IsLeeg(v.Value)).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone())));
}
