using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// Who somebody is and how to reach him, made up: a name in its parts, a BSN of the range for tests that passes the elfproef, a telephone
/// that nobody has. Of some people little is known, as in any gemeente: only a year, no number, no doctor. Draws from dice of its own,
/// so that what a story decides stays as it is.
/// </summary>
sealed class Verzonnengegevens(Gemeentebestand gemeente, Random dobbel)
{
    readonly HashSet<string> gegeven = new(StringComparer.Ordinal);
    readonly string huisarts = gemeente.Huisartsen[dobbel.Next(gemeente.Huisartsen.Length)];

    public void Vul(IReadOnlyList<JsonObject> leden)
    {
        foreach (var lid in leden.Where(lid => lid["naam"] is JsonValue))
            Vul(lid, leden);
    }

    public JsonObject Adres(string straat, int nummer)
    {
        var adres = new JsonObject { ["straat"] = straat, ["huisnummer"] = nummer };
        if (Een(8))
            adres["huisletter"] = "a";
        (adres["postcode"], adres["woonplaats"]) = (string.Concat("9999", char.ToUpperInvariant(straat[0]), char.ToUpperInvariant(straat[^1])), gemeente.Plaats);
        return adres;
    }

    void Vul(JsonObject lid, IReadOnlyList<JsonObject> leden)
    {
        var naam = new Persoonsnaam { Geheel = lid["naam"]!.ToString() }.Uiteen();
        var geboren = OnvolledigeDatum.Lees(lid["geboortedatum"]?.ToString());
        var (vrouw, man) = (gemeente.Vrouwen.Contains(naam.Roepnaam ?? ""), gemeente.Mannen.Contains(naam.Roepnaam ?? ""));
        var kind = geboren?.Jaar > 2007;
        // A name that a melding was told with has to stay what people say.
        if (vrouw && !kind && leden.Count > 1 && Een(3))
            naam = naam with { Eigen = new(null, gemeente.Achternamen.Where(n => !n.Contains(' ')).ElementAt(dobbel.Next(20))), Partner = naam.Eigen, Naamgebruik = Naamgebruik.Partner };
        lid["naam"] = naam.ToJson();
        if (geboren is { IsVolledig: true } dag && !kind && gemeente.Talen.ContainsKey(naam.Geslachtsnaam ?? "") && Een(3))
            lid["geboortedatum"] = dag.Jaar.ToString(CultureInfo.InvariantCulture);
        if (vrouw || man)
            lid["geslacht"] = (vrouw ? Geslacht.Vrouw : Geslacht.Man).Woord();
        if (!Een(6))
            lid["bsn"] = Bsn();
        if (!kind && !Een(5))
            lid["telefoon"] = string.Create(CultureInfo.InvariantCulture, $"06 0000{dobbel.Next(10_000):0000}");
        if (!kind && Een(3))
            (lid["mail"], lid["voorkeur"]) = (string.Create(CultureInfo.InvariantCulture, $"{(naam.Roepnaam ?? "inwoner").ToLowerInvariant()}{dobbel.Next(10, 99)}@voorbeeld.nl"), Contactwijze.Mail.Woord());
        if (gemeente.Talen.TryGetValue(naam.Geslachtsnaam ?? "", out var taal))
            lid["taal"] = taal;
        if (!Een(4))
            lid["huisarts"] = huisarts;
        if (kind && leden[0] != lid)
            lid["gezag"] = new JsonArray(new JsonObject { ["soort"] = Gezagsoort.Ouder.Woord(), ["door"] = 0 });
    }

    string Bsn()
    {
        while (true)
        {
            var cijfers = string.Create(CultureInfo.InvariantCulture, $"9990{dobbel.Next(100_000):00000}");
            if (Casework.Huishoudens.Bsn.Lees(cijfers) is not null && gegeven.Add(cijfers))
                return cijfers;
        }
    }

    bool Een(int op) => dobbel.Next(op) == 0;
}
