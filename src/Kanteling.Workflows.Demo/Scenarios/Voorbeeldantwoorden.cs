using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>What somebody sits before: a task, and what he chose in it.</summary>
readonly record struct Taakvraag(Case Zaak, WorkTask Taak, string? Uitkomst);

/// <summary>
/// Plain answers for the questions that a scenario does not answer itself, so that it names only what matters and a new
/// question in a form does not break it. The validator leads: whatever it misses is filled in, until it is content. A
/// wandering household also answers what it need not, and mends what a step refuses.
/// </summary>
sealed partial class Voorbeeldantwoorden
{
    const int Rondes = 12;
    readonly Formulier? formulier;
    readonly Func<string, JsonObject, bool?> zichtbaar;
    readonly Voorbeeld voorbeeld;
    readonly DateOnly vandaag;

    /// <param name="kies">A number from zero up to, not including, its argument; null always takes the first.</param>
    public Voorbeeldantwoorden(Proefopstelling opstelling, Taakvraag vraag, DateTimeOffset nu, Func<int, int>? kies = null)
    {
        var (zaak, taak, uitkomst) = vraag;
        var huishouden = (Huishouden)zaak.Domain;
        vandaag = LocalTime.DayOf(nu);
        formulier = taak.Form is { } form ? opstelling.Rij(Documentsoort.Formulier.Sleutel(form.Id, form.Version)) as Formulier : null;
        voorbeeld = new Voorbeeld(vandaag, veld => Bekend(opstelling, huishouden, taak.Dossier, veld), kies ?? (_ => 0));
        zichtbaar = formulier is null ? (_, _) => null : Taakformulier.Voorwaarden(formulier, huishouden, taak.Dossier, uitkomst, opstelling.Kalender, nu).Zichtbaar;
        Begin = taak.Answers?.Value as JsonObject ?? [];
    }

    /// <summary>What the task has filled in already.</summary>
    public JsonObject Begin { get; }

    /// <summary>Answers to questions that the form does not ask.</summary>
    public IReadOnlyList<string> Onbekend(JsonObject gegeven) => formulier is null ? [] : [.. gegeven.Select(g => g.Key).Where(naam => formulier.Velden.All(v => v.Id != naam))];

    /// <summary>The given answers on top of what the task has already, with the rest filled in.</summary>
    public JsonObject Vul(JsonObject gegeven)
    {
        var antwoorden = (JsonObject)Begin.DeepClone();
        foreach (var (naam, waarde) in gegeven)
            antwoorden[naam] = waarde?.DeepClone();
        return Aangevuld(antwoorden);
    }

    /// <summary>Answers to what is asked, and here and there to what need not be answered.</summary>
    public JsonObject Strooi()
    {
        var antwoorden = (JsonObject)Begin.DeepClone();
        voorbeeld.Strooi(formulier?.Velden ?? [], antwoorden);
        return Aangevuld(antwoorden);
    }

    /// <summary>Other answers where a step refused these.</summary>
    public JsonObject Hersteld(JsonObject antwoorden, IEnumerable<Refusal> weigeringen)
    {
        var anders = (JsonObject)antwoorden.DeepClone();
        foreach (var weigering in weigeringen)
        {
            if (weigering.Field is { } pad)
                Herstel(anders, pad, weigering.Code);
            else
                voorbeeld.AndereDagen(formulier?.Velden ?? [], anders);
        }
        return Aangevuld(anders);
    }

    JsonObject Aangevuld(JsonObject antwoorden)
    {
        for (var ronde = 0; formulier is not null && ronde < Rondes; ronde++)
        {
            antwoorden = FormulierOpschoning.SchoonOp(formulier, antwoorden, zichtbaar);
            var fouten = FormulierValidatie.Valideer(formulier, antwoorden, vandaag, zichtbaar);
            if (fouten.Count == 0 || fouten.Count(fout => Herstel(antwoorden, fout.Veldpad, fout.Code)) == 0)
                break;
        }
        return antwoorden;
    }

    /// <summary>Changes what one error is about; false when no example can mend it.</summary>
    bool Herstel(JsonObject antwoorden, string pad, string code)
    {
        var houder = antwoorden;
        IEnumerable<Veld> velden = formulier?.Velden ?? [];
        var stappen = Stap().Matches(pad);
        foreach (var (nummer, stap) in stappen.Index())
        {
            if (velden.FirstOrDefault(v => v.Id == stap.Groups["naam"].Value) is not { } gevonden)
                return false;
            var veld = Vragenblokken.Uitgewerkt(gevonden);
            if (nummer == stappen.Count - 1 && !stap.Groups["regel"].Success)
                return voorbeeld.Zet(houder, veld, code);
            if (Binnen(houder, veld, stap.Groups["regel"]) is not { } binnen)
                return false;
            (houder, velden) = (binnen, veld.Velden);
        }
        return false;
    }

    static JsonObject? Binnen(JsonObject houder, Veld veld, Group regel)
    {
        if (!regel.Success)
            return houder[veld.Id] as JsonObject ?? (JsonObject)(houder[veld.Id] = new JsonObject());
        var plek = int.Parse(regel.ValueSpan, CultureInfo.InvariantCulture);
        return houder[veld.Id] is JsonArray lijst && plek < lijst.Count ? lijst[plek] as JsonObject : null;
    }

    /// <summary>What may be referred to by a field.</summary>
    static IReadOnlyList<string> Bekend(Proefopstelling opstelling, Huishouden h, DossierId? dossier, Veld veld) => Veldsoorten.Verwijst(veld) switch
    {
        Verwijzing.Persoon => [.. h.Personen.Select(p => p.Id.Text)],
        Verwijzing.Hulpvraag => [.. dossier is not { } id ? [] : h.HulpvragenVan(id).Select(v => v.Id.Text)],
        Verwijzing.Ondersteuning => [.. dossier is not { } id ? [] : h.OndersteuningVan(id).Select(o => o.Id.Text)],
        Verwijzing.Medewerker => ["consulent"],
        Verwijzing.Wijkteam => ["noord"],
        Verwijzing.Aanbieder => [.. opstelling.Kaart.Aanbieders.Select(a => a.Id)],
        Verwijzing.Voorziening => [.. opstelling.Kaart.Voorzieningen.Select(v => v.Id)],
        Verwijzing.Product => [.. opstelling.Kaart.Producten.Select(p => p.Id)],
        null => [],
    };

    [GeneratedRegex(@"(?<naam>[A-Za-z0-9]+)(?:\[(?<regel>\d+)\])?")]
    private static partial Regex Stap();
}
