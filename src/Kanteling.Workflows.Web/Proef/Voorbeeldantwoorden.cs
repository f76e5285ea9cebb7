using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Web.Proef;

/// <summary>
/// Plain answers for the questions that a scenario does not answer itself, so that it names only what matters and a new
/// question in a form does not break it. The validator leads: whatever it misses is filled in, until it is content.
/// </summary>
/// <param name="kies">A number from zero up to, not including, its argument; always zero for a scenario.</param>
sealed partial class Voorbeeldantwoorden(DateTimeOffset nu, Func<string, IReadOnlyList<string>> verwijzingen, Func<int, int> kies)
{
    const int Rondes = 12;

    /// <summary>The given answers on top of what the task has already, with the rest filled in.</summary>
    public static JsonObject Vul(Proefopstelling opstelling, Case zaak, WorkTask taak, JsonObject gegeven, DateTimeOffset nu, Func<int, int>? kies = null)
    {
        var antwoorden = Samen(taak.Answers?.Value as JsonObject ?? [], gegeven);
        if (taak.Form is not { } verwijzing || Formulier(opstelling, verwijzing) is not { } formulier)
            return antwoorden;
        var omgeving = opstelling.Domein.Environment(opstelling.Gegeven(), nu);
        var voorwaarden = new Voorwaarden(formulier, opstelling.Domein.Context(zaak.Domain, taak.Dossier), omgeving);
        var voorbeelden = new Voorbeeldantwoorden(nu, soort => opstelling.Verwijzingen(zaak.Domain, soort), kies ?? (_ => 0));
        return voorbeelden.Vul(formulier, antwoorden, voorwaarden.Zichtbaar);
    }

    public static Formulier? Formulier(Proefopstelling opstelling, FormReference verwijzing) =>
        (opstelling.Rij($"formulier:{verwijzing.Id}@{verwijzing.Version}") ?? opstelling.Rij($"formulier:{verwijzing.Id}")) as Formulier;

    JsonObject Vul(Formulier formulier, JsonObject antwoorden, Func<string, JsonObject, bool?> zichtbaar)
    {
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            antwoorden = FormulierOpschoning.SchoonOp(formulier, antwoorden, zichtbaar);
            var fouten = FormulierValidatie.Valideer(formulier, antwoorden, LocalTime.DayOf(nu), zichtbaar);
            if (fouten.Count == 0 || !fouten.Any(fout => Herstel(formulier, antwoorden, fout)))
                break;
        }
        return antwoorden;
    }

    /// <summary>Fills in what one error is about; false when no example can mend it.</summary>
    bool Herstel(Formulier formulier, JsonObject antwoorden, AntwoordFout fout)
    {
        JsonNode houder = antwoorden;
        IEnumerable<Veld> velden = formulier.Velden;
        Veld? veld = null;
        var stappen = Stap().Matches(fout.Veldpad);
        foreach (var (nummer, stap) in stappen.Index())
        {
            if (velden.FirstOrDefault(v => v.Id == stap.Groups["naam"].Value) is not { } gevonden)
                return false;
            veld = Vragenblokken.Uitgewerkt(gevonden);
            if (nummer == stappen.Count - 1 && !stap.Groups["regel"].Success)
                return Zet((JsonObject)houder, veld, fout);
            houder = Binnen((JsonObject)houder, veld, stap.Groups["regel"]);
            velden = veld.Velden;
        }
        return veld is not null && houder is JsonObject groep && Zet(groep, veld with { Id = "" }, fout);
    }

    static JsonNode Binnen(JsonObject houder, Veld veld, Group regel)
    {
        if (!regel.Success)
            return houder[veld.Id] as JsonObject ?? (JsonObject)(houder[veld.Id] = new JsonObject());
        var lijst = (JsonArray)houder[veld.Id]!;
        var plek = int.Parse(regel.ValueSpan, CultureInfo.InvariantCulture);
        return lijst[plek] ??= new JsonObject();
    }

    bool Zet(JsonObject houder, Veld veld, AntwoordFout fout)
    {
        if (fout.Code == "ANTWOORD_OMVANG_ONTBREEKT")
        {
            var omvang = veld.Id.Length == 0 ? houder : houder[veld.Id] as JsonObject ?? (JsonObject)(houder[veld.Id] = new JsonObject());
            foreach (var (naam, waarde) in new JsonObject { ["aantal"] = 1 + kies(4), ["eenheid"] = "uur", ["periode"] = "week" }.ToList())
                omvang[naam] = waarde?.DeepClone();
            return true;
        }
        if (veld.Id.Length == 0)
            return false;
        if (fout.Code == "ANTWOORD_TE_WEINIG_REGELS" && houder[veld.Id] is JsonArray lijst)
            lijst.Add(Voorbeeld(veld with { Soort = VeldSoort.Groep }));
        else
            houder[veld.Id] = fout.Code switch
            {
                "ANTWOORD_TOEREIKEND_ZONDER_BIJDRAGE" => false,
                "ANTWOORD_MANTELZORG_ZONDER_AKKOORD" => true,
                _ => Voorbeeld(veld),
            };
        return true;
    }

    JsonNode Voorbeeld(Veld veld) => veld.Soort switch
    {
        VeldSoort.Tekst or VeldSoort.LangeTekst => verwijzingen(veld.Id) is { Count: > 0 } bekend ? bekend[kies(bekend.Count)] : $"Voorbeeld bij {veld.Label.TrimEnd('?', '.')}"[..Math.Min(veld.MaxLengte ?? 60, Math.Min(60, 14 + veld.Label.TrimEnd('?', '.').Length))],
        VeldSoort.Getal or VeldSoort.Bedrag => veld.Min?.Getal is > 0 and var laagste ? Math.Max(laagste, Math.Min(1 + kies(4), veld.Max?.Getal ?? 5)) : kies(4),
        VeldSoort.Datum => Dag(veld).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        VeldSoort.JaNee => kies(2) == 0,
        VeldSoort.Keuze => veld.Opties[kies(veld.Opties.Length)].Waarde,
        VeldSoort.Meerkeuze => new JsonArray([.. veld.Opties.Take((int)Math.Max(1, veld.Min?.Getal ?? 1)).Select(o => (JsonNode)o.Waarde)]),
        VeldSoort.Lijst => new JsonArray([.. Enumerable.Range(0, (int)Math.Max(1, veld.Min?.Getal ?? 1)).Select(_ => Voorbeeld(veld with { Soort = VeldSoort.Groep }))]),
        VeldSoort.Groep => new JsonObject(veld.Velden.Where(v => v.Verplicht).Select(Vragenblokken.Uitgewerkt).Select(v => KeyValuePair.Create(v.Id, (JsonNode?)Voorbeeld(v)))),
        _ => verwijzingen(veld.Soort == VeldSoort.Persoon ? "persoon" : "voorziening") is { Count: > 0 } ids ? ids[kies(ids.Count)] : "p1",
    };

    DateOnly Dag(Veld veld)
    {
        var vandaag = LocalTime.DayOf(nu);
        var (vroegst, laatst) = (veld.Min?.Dag(vandaag), veld.Max?.Dag(vandaag));
        var dag = vroegst > vandaag ? vroegst.Value : vandaag;
        return laatst < dag ? laatst.Value : dag;
    }

    static JsonObject Samen(JsonObject eerst, JsonObject erover)
    {
        var samen = (JsonObject)eerst.DeepClone();
        foreach (var (naam, waarde) in erover)
            samen[naam] = waarde?.DeepClone();
        return samen;
    }

    [GeneratedRegex(@"(?<naam>[A-Za-z0-9]+)(?:\[(?<regel>\d+)\])?")]
    private static partial Regex Stap();
}
