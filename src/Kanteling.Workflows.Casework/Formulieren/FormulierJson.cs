using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Form format 1, read and written. What is read without findings has also passed <see cref="FormulierControle"/>.</summary>
public static class FormulierJson
{
    /// <summary>Names of <see cref="VeldSoort"/> in the format.</summary>
    internal static readonly ImmutableDictionary<string, VeldSoort> Soorten = Enum.GetValues<VeldSoort>().ToImmutableDictionary(Naam);

    /// <summary>Names of <see cref="VeldInhoud"/> in the format.</summary>
    internal static readonly ImmutableDictionary<string, VeldInhoud> Inhouden = Enum.GetValues<VeldInhoud>().ToImmutableDictionary(Naam);

    /// <summary>Reads a form from text; null when there are findings. Never throws on its content.</summary>
    public static (Formulier? Formulier, IReadOnlyList<FormulierBevinding> Bevindingen) Lees(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject wortel ? Lees(wortel) : (null, [new("", new(Formuliercode.FormulierOnleesbaar, "geen object"))]);
        }
        catch (Exception fout) when (fout is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, [new("", new(Formuliercode.FormulierOnleesbaar, fout.Message))]);
        }
    }

    /// <summary>Writes a form; the same form gives the same text.</summary>
    public static JsonObject Schrijf(Formulier formulier)
    {
        var wortel = new JsonObject
        {
            ["formaat"] = Formulier.Formaat,
            ["id"] = formulier.Id,
            ["naam"] = formulier.Naam,
            ["versie"] = formulier.Versie,
        };
        if (formulier.Inleiding is { } inleiding)
            wortel["inleiding"] = inleiding;
        wortel["velden"] = VeldSchrijver.Schrijf(formulier.Velden);
        return wortel;
    }

    internal static string Naam<T>(T waarde) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(waarde.ToString());

    static (Formulier?, IReadOnlyList<FormulierBevinding>) Lees(JsonObject wortel)
    {
        var lezer = new VeldLezer([]);
        lezer.KentAlleen(wortel, "", "formaat", "id", "naam", "versie", "inleiding", "velden");
        if (Waarde.Getal(wortel["formaat"]) != Formulier.Formaat)
            lezer.Vind("formaat", Formuliercode.FormulierFormaatOnbekend, $"{Formulier.Formaat}");
        var formulier = new Formulier(
            lezer.Tekst(wortel, "", "id", verplicht: true) ?? "",
            lezer.Tekst(wortel, "", "naam", verplicht: true) ?? "",
            lezer.Getal(wortel, "", "versie") ?? 0,
            lezer.Velden(wortel, "", null, 1),
            lezer.Tekst(wortel, "", "inleiding", verplicht: false));
        var bevindingen = lezer.Bevindingen.Count > 0 ? lezer.Bevindingen : FormulierControle.Controleer(formulier);
        return bevindingen.Count > 0 ? (null, bevindingen) : (formulier, []);
    }
}
