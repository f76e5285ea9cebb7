using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Altijdmogelijk;

/// <summary>What is asked before something begins, what is wrong with the answers, and what they become.</summary>
public static class Mogelijkvragen
{
    public const int LangsteTekst = 20_000;

    public static ImmutableArray<Refusal> Fouten(Mogelijknu nu, JsonObject antwoorden) =>
    [
        .. antwoorden.Select(a => a.Key).Where(naam => naam != "bevestigd" && !nu.Mogelijkheid.Vraagt.Any(v => Mogelijkheid.Veld(v) == naam)).Select(naam => Fout(naam, Verzoekcode.VeldOnbekend, naam)),
        .. nu.Mogelijkheid.Vraagt.Select(v => Fout(v, nu, Tekst(antwoorden, Mogelijkheid.Veld(v)))).OfType<Refusal>(),
        .. nu.Mogelijkheid.Stopt && antwoorden["bevestigd"]?.ToString() != "true" ? [Fout("bevestigd", Mogelijkheidcode.MogelijkBevestigen)] : Array.Empty<Refusal>(),
    ];

    static Refusal? Fout(Gevraagd vraag, Mogelijknu nu, string? antwoord)
    {
        var (veld, label) = (Mogelijkheid.Veld(vraag), Vraag(vraag).TrimEnd('?'));
        return vraag switch
        {
            _ when antwoord is null => Fout(veld, Verzoekcode.VeldOntbreekt, Wat(vraag)),
            Gevraagd.Persoon when !nu.Personen.Contains(new PersoonId(antwoord)) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Ondersteuning when !nu.Ondersteuning.Contains(new OndersteuningId(antwoord)) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Dossier when !nu.Dossiers.Contains(new DossierId(antwoord)) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Datum when !DateOnly.TryParseExact(antwoord, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => Fout(veld, Verzoekcode.VeldGeenDatum, label),
            Gevraagd.Datum when !(Waarde.Dag(JsonValue.Create(antwoord)) >= OnvolledigeDatum.Vroegste) => Fout(veld, Huishoudcode.DagBuitenBereik),
            Gevraagd.Toelichting when antwoord.Length > LangsteTekst => Fout(veld, Formuliercode.AntwoordTeLang, label, $"{LangsteTekst}"),
            _ => null,
        };
    }

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);

    /// <summary>The input that the flow begins with: what it always gets, and the answers.</summary>
    public static JsonObject Invoer(Mogelijkheid m, JsonObject antwoorden)
    {
        var invoer = (JsonObject)m.Invoer.DeepClone();
        foreach (var veld in m.Vraagt.Where(v => v != Gevraagd.Dossier).Select(Mogelijkheid.Veld))
        {
            if (Tekst(antwoorden, veld) is { } antwoord)
                invoer[veld] = antwoord;
        }
        return invoer;
    }

    /// <summary>What was chosen, else that of the support, else the procedure of this moment.</summary>
    public static DossierId? Dossier(Mogelijkheid m, Huishouden h, JsonObject antwoorden) =>
        (m.Vraagt.Contains(Gevraagd.Dossier) && Tekst(antwoorden, "dossier") is { } gekozen ? new DossierId(gekozen) : (DossierId?)null)
        ?? h.MetId(Tekst(antwoorden, "ondersteuning") is { } steun ? new OndersteuningId(steun) : null)?.Dossier ?? Mogelijkheden.Huidig(h);

    static string? Tekst(JsonObject antwoorden, string veld) =>
        antwoorden[veld] is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    /// <summary>How it is asked.</summary>
    public static string Vraag(Gevraagd vraag) => vraag switch
    {
        Gevraagd.Persoon => "Om wie gaat het?",
        Gevraagd.Ondersteuning => "Om welke ondersteuning gaat het?",
        Gevraagd.Dossier => "Om welke procedure gaat het?",
        Gevraagd.Datum => "Op welke dag?",
        _ => "Wat is er aan de hand?",
    };

    /// <summary>What is not said yet.</summary>
    static string Wat(Gevraagd vraag) => vraag switch
    {
        Gevraagd.Persoon => "om wie het gaat",
        Gevraagd.Ondersteuning => "om welke ondersteuning het gaat",
        Gevraagd.Dossier => "om welke procedure het gaat",
        Gevraagd.Datum => "op welke dag",
        _ => "wat er aan de hand is",
    };
}
