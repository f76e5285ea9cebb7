using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Altijdmogelijk;

/// <summary>
/// Reads the list <em>altijd mogelijk</em> out of a definition (<c>customProperties["kanteling:altijdMogelijk"]</c>) and says
/// what is wrong with it. The first argument of every finding is the id of the line, or its number when it has none.
/// </summary>
public static class MogelijkhedenJson
{
    /// <summary>Where it stands in a definition.</summary>
    public const string Eigenschap = "kanteling:altijdMogelijk";

    static readonly string[] Teksten = ["id", "naam", "uitleg", "gevolg", "flow"];
    static readonly string[] Bekend = [.. Teksten, "invoer", "vraagt", "wanneer", "wie", "groep", "waaromNiet", "stopt", "vaker", "afgeschermd"];

    /// <summary>The lines that can be read, and what is wrong.</summary>
    /// <param name="bestaat">Whether a flow with this id is known; one that is not is only worth a warning, because it may come later.</param>
    public static (ImmutableArray<Mogelijkheid> Lijst, ImmutableArray<Finding> Bevindingen) Lees(WorkflowDefinition definitie, Func<DefinitionId, bool> bestaat)
    {
        var (lijst, bevindingen) = Lees(definitie.CustomProperties, bestaat);
        return ([.. lijst.Select(m => m with { In = definitie.DefinitionId })], bevindingen);
    }

    /// <inheritdoc cref="Lees(WorkflowDefinition, Func{DefinitionId, bool})"/>
    public static (ImmutableArray<Mogelijkheid> Lijst, ImmutableArray<Finding> Bevindingen) Lees(JsonObject eigenschappen, Func<DefinitionId, bool> bestaat)
    {
        if (eigenschappen[Eigenschap] is not { } json)
            return ([], []);
        if (json is not JsonArray regels)
            return ([], [Fout(Mogelijkheidcode.MogelijkGeenLijst, Eigenschap)]);
        var (lijst, bevindingen) = (ImmutableArray.CreateBuilder<Mogelijkheid>(), ImmutableArray.CreateBuilder<Finding>());
        foreach (var (nummer, regel) in regels.Index())
        {
            var fouten = Bevindingen(regel, nummer, bestaat).ToList();
            if (regel is JsonObject j && lijst.Any(m => m.Id == Tekst(j, "id")))
                fouten.Add(Fout(Mogelijkheidcode.MogelijkIdDubbel, Tekst(j, "id")!));
            if (fouten.TrueForAll(f => f.Severity != FindingSeverity.Error))
                lijst.Add(Regel((JsonObject)regel!));
            bevindingen.AddRange(fouten);
        }
        return (lijst.ToImmutable(), bevindingen.ToImmutable());
    }

    static Mogelijkheid Regel(JsonObject j) => new(
        Tekst(j, "id")!, Tekst(j, "naam")!, Tekst(j, "uitleg")!, Tekst(j, "gevolg")!, new(Tekst(j, "flow")!), (JsonObject?)(j["invoer"] as JsonObject)?.DeepClone() ?? [],
        [.. Woorden(j, "vraagt").Select(w => Enum.Parse<Gevraagd>(w, ignoreCase: true))], Tekst(j, "wanneer"), [.. Woorden(j, "wie")])
    {
        Groep = Tekst(j, "groep"),
        WaaromNiet = Tekst(j, "waaromNiet"),
        Stopt = Waar(j, "stopt"),
        Vaker = Waar(j, "vaker"),
        Afgeschermd = Waar(j, "afgeschermd"),
    };

    static IEnumerable<Finding> Bevindingen(JsonNode? regel, int nummer, Func<DefinitionId, bool> bestaat)
    {
        if (regel is not JsonObject j)
            return [Fout(Mogelijkheidcode.MogelijkGeenRegel, $"{nummer + 1}")];
        var id = Tekst(j, "id") ?? $"{nummer + 1}";
        return
        [
            .. j.Select(p => p.Key).Where(naam => !Bekend.Contains(naam)).Select(naam => Fout(Mogelijkheidcode.MogelijkEigenschapOnbekend, id, naam)),
            .. Teksten.Where(naam => Tekst(j, naam) is null).Select(naam => Fout(Mogelijkheidcode.MogelijkTekstOntbreekt, id, naam)),
            .. id.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')) ? Array.Empty<Finding>() : [Fout(Mogelijkheidcode.MogelijkIdOngeldig, id)],
            .. Woorden(j, "vraagt").Where(w => !Enum.GetNames<Gevraagd>().Contains(w, StringComparer.OrdinalIgnoreCase)).Select(w => Fout(Mogelijkheidcode.MogelijkVraagtOnbekend, id, w)),
            .. Woorden(j, "wie").Any() ? Array.Empty<Finding>() : [Fout(Mogelijkheidcode.MogelijkTekstOntbreekt, id, "wie")],
            .. Voorwaarde(id, Tekst(j, "wanneer")),
            .. Tekst(j, "flow") is { } flow && !bestaat(new(flow)) ? [new Finding(Mogelijkheidcode.MogelijkFlowOnbekend, FindingSeverity.Warning, null, [id, flow])] : Array.Empty<Finding>(),
        ];
    }

    /// <summary>Types are those of the gegevenslijst, so that a name that is not there is found before anybody reads it.</summary>
    static IEnumerable<Finding> Voorwaarde(string id, string? feel)
    {
        if (feel is null)
            return [];
        var gelezen = Feel.Parse(feel);
        var gekeken = gelezen.Expression?.Check(HuishoudenContext.Schema);
        var fouten = gelezen.Errors.Concat(gekeken?.Errors ?? []).Select(f => Fout(Mogelijkheidcode.MogelijkWanneerFout, id, $"{f.Column}", Zinnen.Voor(f.Code, f.Arguments))).ToList();
        return fouten.Count > 0 || gekeken!.Type == FeelType.Boolean || gekeken.Type == FeelType.Any || gekeken.Type == FeelType.Null ? fouten : [Fout(Mogelijkheidcode.MogelijkWanneerGeenJaNee, id)];
    }

    static string? Tekst(JsonObject j, string naam) => j[naam] is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    static bool Waar(JsonObject j, string naam) => j[naam] is JsonValue waarde && waarde.TryGetValue<bool>(out var waar) && waar;

    static IEnumerable<string> Woorden(JsonObject j, string naam) => (j[naam] as JsonArray ?? []).Select(w => w?.ToString() ?? "");

    static Finding Fout(string code, params string[] argumenten) => new(code, FindingSeverity.Error, null, argumenten);
}
