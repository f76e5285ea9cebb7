using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Zaken.Signalen;

/// <summary>Whether the body of a signal has the shape that the API promises; what it means is asked of the household.</summary>
static class Signaalcontrole
{
    static readonly string[] Bekend = ["huishoudenId", "huishouden", "over", "signaalgever", "adres", "wat", "kanaal", Bekendenvraag.TochNieuw];
    static readonly string[] VanGever = ["naam", "organisatie", "bereikbaar", "wilAntwoord"];

    public static ImmutableArray<Refusal> Fouten(JsonObject body) => [.. Velden(body), .. Gever(body), .. Meldingcontrole.HuishoudenFouten(body, "over", Verzoekcode.SignaalOver)];

    static IEnumerable<Refusal> Velden(JsonObject body)
    {
        foreach (var naam in body.Select(p => p.Key).Where(naam => !Bekend.Contains(naam)))
            yield return Fout(naam, Verzoekcode.VeldOnbekend, naam);
        foreach (var nee in (Refusal?[])[Meldingcontrole.Tekstfout(body, "wat", Meldingcontrole.LongestText, "wat er is gezien of gehoord"), Meldingcontrole.Tekstfout(body, "kanaal", Meldingcontrole.LongestText, "hoe het signaal binnenkwam")])
        {
            if (nee is not null)
                yield return nee;
        }
    }

    static IEnumerable<Refusal> Gever(JsonObject body)
    {
        if (body.Object("signaalgever")?.Tekst("naam") is null)
            yield return Fout("signaalgever.naam", Verzoekcode.VeldOntbreekt, "wie het signaal geeft");
        foreach (var naam in (body.Object("signaalgever") ?? []).Select(p => p.Key).Where(naam => !VanGever.Contains(naam)))
            yield return Fout($"signaalgever.{naam}", Verzoekcode.VeldOnbekend, naam);
        if (body.Object("signaalgever")?["wilAntwoord"] is { } wil && !(wil is JsonValue waarde && waarde.TryGetValue<bool>(out _)))
            yield return Fout("signaalgever.wilAntwoord", Verzoekcode.VeldGeenJaNee, "wilAntwoord");
    }

    static Refusal Fout(string pad, string code, params string[] args) => new(code, [.. args], pad);
}
