using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Zaken.Meldingen;

/// <summary>Whether the body of a melding or a signal is as described, and what a description cannot say; what it means is asked of the household.</summary>
static class Meldingcontrole
{
    public static ImmutableArray<Refusal> Fouten(Verzoekbeschrijving beschrijving, JsonObject body) => Naast([.. Huishouden(body)], beschrijving.Fouten(body));

    /// <summary>These, and of the others those about another field.</summary>
    public static ImmutableArray<Refusal> Naast(ImmutableArray<Refusal> eerst, IEnumerable<Refusal> ook) => [.. eerst, .. ook.Where(f => !eerst.Any(e => e.Field == f.Field))];

    /// <summary>What is missing or unknown; the rest the household says with more to the point, when it says something.</summary>
    public static bool GaatVoor(Refusal fout) => fout.Code is not (Verzoekcode.VeldVorm or Verzoekcode.VeldTeLang or Verzoekcode.VeldBereik or Huishoudcode.WoordOnbekend);

    /// <summary>Which household it is, and of whom.</summary>
    static IEnumerable<Refusal> Huishouden(JsonObject body)
    {
        if (body.Tekst("huishoudenId") is null == body.Object("huishouden") is null)
            yield return new(Verzoekcode.MeldingHuishouden, [], "huishouden");
        if (body.Object("huishouden")?["leden"] is JsonArray { Count: > Meldingbeschrijving.MeesteMensen })
            yield return new(Verzoekcode.MeldingLeden, [], "huishouden.leden");
    }
}
