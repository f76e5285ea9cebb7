using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bekenden;

namespace Kanteling.Workflows.Zaken.Meldingen;

/// <summary>Whether the body of a melding has the shape that the API promises; what it means is asked of the household.</summary>
static class Meldingcontrole
{
    public const int LongestText = 20_000;
    public const int MostPeople = 30;
    static readonly string[] Known = ["huishoudenId", "huishouden", "client", "melder", "adres", "vraag", "kanaal", "ontvangenOp", "spoed", Bekendenvraag.TochNieuw];

    public static ImmutableArray<Refusal> Fouten(JsonObject body) => [.. Body(body), .. HuishoudenFouten(body, "client", Verzoekcode.MeldingClient)];

    static IEnumerable<Refusal> Body(JsonObject body)
    {
        foreach (var naam in body.Select(p => p.Key).Where(naam => !Known.Contains(naam)))
            yield return Fout(naam, Verzoekcode.VeldOnbekend, naam);
        foreach (var nee in (Refusal?[])[Tekstfout(body, "vraag", LongestText, "wat de inwoner vraagt"), Tekstfout(body, "kanaal", LongestText, "hoe de melding binnenkwam")])
        {
            if (nee is not null)
                yield return nee;
        }
        if (body["ontvangenOp"] is not null && body.Moment("ontvangenOp") is null)
            yield return Fout("ontvangenOp", Verzoekcode.VeldGeenMoment, "ontvangenOp");
        if (body["melder"] is { } melder && (melder as JsonObject)?.Tekst("naam") is null)
            yield return Fout("melder.naam", Verzoekcode.VeldOntbreekt, "wie de melding doet");
        if (body["spoed"] is { } spoed && !(spoed is JsonValue waarde && waarde.TryGetValue<bool>(out _)))
            yield return Fout("spoed", Verzoekcode.VeldGeenJaNee, "spoed");
    }

    /// <summary>Which household it is, whether it is a new one for certain, and of whom; also for a signal.</summary>
    /// <param name="wie">The field that names the person.</param>
    public static IEnumerable<Refusal> HuishoudenFouten(JsonObject body, string wie, string wieOntbreekt)
    {
        var leden = body.Object("huishouden")?["leden"] as JsonArray;
        if (body.Tekst("huishoudenId") is null == body.Object("huishouden") is null)
        {
            yield return Fout("huishouden", Verzoekcode.MeldingHuishouden);
        }
        else if (body.Object("huishouden") is { } huishouden)
        {
            if (huishouden.Tekst("naam") is null)
                yield return Fout("huishouden.naam", Verzoekcode.VeldOntbreekt, "hoe het huishouden heet");
            if (leden is not { Count: > 0 and <= MostPeople })
                yield return Fout("huishouden.leden", Verzoekcode.MeldingLeden);
        }
        for (var i = 0; i < leden?.Count && i < MostPeople; i++)
        {
            // What is said of somebody is looked at where it is read; here only whether he is named at all.
            if ((leden[i] as JsonObject)?["naam"] is not JsonObject && (leden[i] as JsonObject)?.Tekst("naam") is null)
                yield return Fout($"huishouden.leden[{i}].naam", Verzoekcode.VeldOntbreekt, "hoe deze persoon heet");
        }
        if (body[Bekendenvraag.TochNieuw] is { } nieuw && !(nieuw is JsonValue woord && woord.TryGetValue<bool>(out _)))
            yield return Fout(Bekendenvraag.TochNieuw, Verzoekcode.VeldGeenJaNee, Bekendenvraag.TochNieuw);
        if (body[wie] is not JsonValue)
            yield return Fout(wie, wieOntbreekt);
    }

    /// <summary>Why this is no text that can be kept; null when it is one.</summary>
    /// <param name="wat">What is not said when it is not there, after "Vul in".</param>
    public static Refusal? Tekstfout(JsonObject body, string veld, int langste, string wat) => body.Tekst(veld) switch
    {
        null => Fout(veld, Verzoekcode.VeldOntbreekt, wat),
        { } tekst when tekst.Length > langste => Fout(veld, Persoonscode.PersoonstekstTeLang, $"{langste}"),
        _ => null,
    };

    static Refusal Fout(string pad, string code, params string[] args) => new(code, [.. args], pad);
}
