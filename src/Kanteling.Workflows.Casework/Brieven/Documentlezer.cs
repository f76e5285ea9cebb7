using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>Reads what letters and guides have in common, and keeps what is wrong. An unknown property is a finding: it is a typing mistake that would be silently lost.</summary>
sealed partial class Documentlezer(JsonObject wortel)
{
    public List<Bevinding> Bevindingen { get; } = [];

    /// <summary>Reads a document; null when there are findings. Never throws on its content.</summary>
    public static (T? Document, IReadOnlyList<Bevinding> Bevindingen) Lees<T>(string json, Func<Documentlezer, T> lees) where T : class
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject wortel)
                return (null, [new("", new(Briefcode.DocumentOnleesbaar, "geen object"))]);
            var lezer = new Documentlezer(wortel);
            var gelezen = lees(lezer);
            return lezer.Bevindingen.Count > 0 ? (null, lezer.Bevindingen) : (gelezen, []);
        }
        catch (Exception fout) when (fout is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, [new("", new(Briefcode.DocumentOnleesbaar, fout.Message))]);
        }
    }

    public void Vind(string pad, string code, params string[] argumenten) => Bevindingen.Add(new(pad, new(code, argumenten)));

    /// <summary>Format, id, name and version, and no property besides these and the given ones.</summary>
    public (string Id, string Naam, int Versie) Kop(int formaat, params string[] eigen)
    {
        KentAlleen(wortel, "", ["formaat", "id", "naam", "versie", .. eigen]);
        if (Waarde.Getal(wortel["formaat"]) != formaat)
            Vind("formaat", Briefcode.DocumentFormaatOnbekend, $"{formaat}");
        var (id, versie) = (Tekst("id"), Waarde.Getal(wortel["versie"]));
        if (!Id().IsMatch(id))
            Vind("id", Briefcode.DocumentIdOngeldig, id);
        if (versie is null or < 1 or > 1_000_000 || versie != decimal.Truncate(versie.Value))
            Vind("versie", Briefcode.DocumentVersieOntbreekt);
        return (id, Tekst("naam"), (int)Math.Clamp(versie ?? 0, 0, 1_000_000));
    }

    public string Tekst(string naam) => Tekst(wortel, "", naam) ?? "";

    public string? Tekst(JsonObject knoop, string pad, string naam, bool verplicht = true)
    {
        var tekst = Waarde.Tekst(knoop[naam]);
        if (verplicht ? string.IsNullOrWhiteSpace(tekst) : tekst is null && knoop[naam] is not null)
            Vind(pad + naam, Briefcode.DocumentTekstOntbreekt, naam);
        return tekst;
    }

    /// <summary>The rows of a list that may not be empty.</summary>
    public ImmutableArray<T> Rijen<T>(string naam, string[] eigenschappen, Func<JsonObject, string, T> lees)
    {
        var rijen = wortel[naam] as JsonArray ?? [];
        if (rijen.Count == 0)
            Vind(naam, Briefcode.DocumentLeeg, naam);
        return [.. rijen.Select((rij, plek) => Rij(rij as JsonObject ?? [], $"{naam}[{plek}]."))];

        T Rij(JsonObject rij, string pad)
        {
            KentAlleen(rij, pad, eigenschappen);
            return lees(rij, pad);
        }
    }

    /// <summary>A list of texts; may be missing.</summary>
    public ImmutableArray<string> Teksten(string naam) => [.. (wortel[naam] as JsonArray ?? []).Select(Waarde.Tekst).OfType<string>()];

    void KentAlleen(JsonObject knoop, string pad, string[] bekend)
    {
        foreach (var naam in knoop.Select(eigenschap => eigenschap.Key).Except(bekend))
            Vind(pad + naam, Briefcode.DocumentEigenschapOnbekend, naam);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$")]
    private static partial Regex Id();
}
