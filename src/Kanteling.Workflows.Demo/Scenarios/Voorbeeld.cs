using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>An example of an answer for each kind of field.</summary>
/// <param name="bekend">What a field may refer to.</param>
/// <param name="kies">A number from zero up to, not including, its argument.</param>
sealed class Voorbeeld(DateOnly vandaag, Func<Veld, IReadOnlyList<string>> bekend, Func<int, int> kies)
{
    const int TekstLengte = 80;
    static readonly int[] Afstanden = [0, 1, 30, 90, 200, -1, -10, -60, -400, -1000];

    /// <summary>Gives a field another answer, after an error with this code; false when it has none.</summary>
    public bool Zet(JsonObject houder, Veld veld, string code)
    {
        switch (code)
        {
            case Formuliercode.AntwoordOmvangOntbreekt:
            case Besluitcode.BesluitZonderOmvang:
                houder[veld.Id] = Omvang();
                return true;
            // Nobody has to say these, and an example would be of somebody.
            case Persoonscode.BsnOnjuist or Persoonscode.BsnGeenNegenCijfers or Persoonscode.TelefoonOnjuist or Persoonscode.MailOnjuist or Persoonscode.PersoonMetZichzelf or Persoonscode.PostcodeOnjuist
                or Persoonscode.HuisnummerOnjuist or Persoonscode.HuisletterOnjuist or Persoonscode.ToevoegingOnjuist or Persoonscode.NummeraanduidingOnjuist:
                return houder.Remove(veld.Id);
            case Formuliercode.AntwoordTeWeinigRegels when houder[veld.Id] is JsonArray lijst:
                lijst.Add(Van(veld with { Soort = VeldSoort.Groep }));
                return true;
            case Formuliercode.AntwoordToereikendZonderBijdrage:
                houder[veld.Id] = false;
                return true;
        }
        houder[veld.Id] = (veld.Soort, houder[veld.Id]) switch
        {
            (VeldSoort.JaNee, JsonValue nu) => !nu.GetValue<bool>(),
            (VeldSoort.Getal, JsonValue) => Kleiner(houder[veld.Id]!),
            (VeldSoort.Datum, JsonValue) => AndereDag(houder),
            _ => Van(veld),
        };
        return true;
    }

    /// <summary>Answers, here and there, what is not answered yet, or chooses otherwise.</summary>
    public void Strooi(IEnumerable<Veld> velden, JsonObject antwoorden)
    {
        foreach (var veld in velden.Select(Vragenblokken.Uitgewerkt))
        {
            if (antwoorden[veld.Id] is null)
            {
                if (!veld.Verplicht && kies(3) == 0)
                    antwoorden[veld.Id] = Van(veld);
            }
            else if (veld.Soort == VeldSoort.Keuze && kies(8) == 0)
            {
                antwoorden[veld.Id] = Van(veld);
            }
            else if (antwoorden[veld.Id] is JsonObject groep)
            {
                Strooi(veld.Velden, groep);
            }
            else if (antwoorden[veld.Id] is JsonArray lijst)
            {
                foreach (var regel in lijst.OfType<JsonObject>())
                    Strooi(veld.Velden, regel);
            }
        }
    }

    /// <summary>Other days: what is refused without naming a field is as a rule an order of days.</summary>
    public void AndereDagen(IEnumerable<Veld> velden, JsonObject antwoorden)
    {
        foreach (var veld in velden.Select(Vragenblokken.Uitgewerkt))
        {
            if (veld.Soort == VeldSoort.Datum && antwoorden[veld.Id] is JsonValue && kies(2) == 0)
            {
                antwoorden[veld.Id] = AndereDag(antwoorden);
            }
            else if (antwoorden[veld.Id] is JsonArray lijst)
            {
                foreach (var regel in lijst.OfType<JsonObject>())
                    AndereDagen(veld.Velden, regel);
            }
        }
    }

    /// <summary>A day near or far, or the same as another day beside it: between two days there may be room for one only.</summary>
    JsonNode AndereDag(JsonObject houder)
    {
        var ernaast = houder.Select(a => a.Value?.ToString()).Where(t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)).ToList();
        return ernaast.Count > 0 && kies(3) == 0 ? ernaast[kies(ernaast.Count)]! : Schrijf(vandaag.AddDays(Afstanden[kies(Afstanden.Length)]));
    }

    public JsonNode Van(Veld veld) => veld.Blok == Casework.Formulieren.Blokken.Omvang.Naam ? Omvang() : veld.Blok == Casework.Formulieren.Blokken.Adressen.Naam ? Adres() : veld.Soort switch
    {
        VeldSoort.Tekst or VeldSoort.LangeTekst => Ingekort($"Voorbeeld: {veld.Label.TrimEnd('?', '.')}", Math.Min(veld.MaxLengte ?? TekstLengte, TekstLengte)),
        VeldSoort.Getal or VeldSoort.Bedrag => Math.Clamp(1 + kies(4), veld.Min?.Getal ?? 0, veld.Max?.Getal ?? 1_000_000),
        VeldSoort.Datum => Schrijf(Dag(veld)),
        VeldSoort.OnvolledigeDatum => $"{1930 + kies(80)}",
        VeldSoort.JaNee => kies(2) == 0,
        VeldSoort.Keuze => veld.Opties[kies(veld.Opties.Length)].Waarde,
        VeldSoort.Meerkeuze => new JsonArray([.. veld.Opties.Take((int)(veld.Min?.Getal ?? 1)).Select(o => (JsonNode)o.Waarde)]),
        VeldSoort.Lijst => new JsonArray([.. Enumerable.Range(0, (int)Math.Max(1, veld.Min?.Getal ?? 1)).Select(_ => Van(veld with { Soort = VeldSoort.Groep }))]),
        VeldSoort.Groep => new JsonObject(veld.Velden.Where(v => v.Verplicht).Select(Vragenblokken.Uitgewerkt).Select(v => KeyValuePair.Create(v.Id, (JsonNode?)Van(v)))),
        VeldSoort.Persoon or VeldSoort.Hulpvraag or VeldSoort.Ondersteuning or VeldSoort.Medewerker or VeldSoort.Wijkteam or VeldSoort.Voorziening or VeldSoort.Aanbieder or VeldSoort.Product or VeldSoort.Vraagblok =>
            bekend(veld) is { Count: > 0 } ids ? ids[kies(ids.Count)] : "",
    };

    JsonObject Adres() => new() { ["straat"] = "Voorbeeldstraat", ["huisnummer"] = $"{1 + kies(90)}", ["woonplaats"] = "Voorbeeld" };

    JsonObject Omvang() => new() { ["aantal"] = 1 + kies(4), ["eenheid"] = "uur", ["periode"] = "week" };

    /// <summary>Half of it: what is refused in numbers is as a rule too much.</summary>
    static JsonNode Kleiner(JsonNode getal) => Math.Max(0.25m, decimal.Parse(getal.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) / 2);

    DateOnly Dag(Veld veld)
    {
        var (vroegst, laatst) = (veld.Min?.Dag(vandaag), veld.Max?.Dag(vandaag));
        var dag = vroegst > vandaag ? vroegst.Value : vandaag;
        return laatst < dag ? laatst.Value : dag;
    }

    static string Schrijf(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Ingekort(string tekst, int lengte) => tekst.Length <= lengte ? tekst : tekst[..lengte];
}
