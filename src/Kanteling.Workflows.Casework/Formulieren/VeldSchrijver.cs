using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Writes the fields of a form; what a field does not say is left out.</summary>
static class VeldSchrijver
{
    public static JsonArray Schrijf(IEnumerable<Veld> velden) => Lijst(velden, veld => Schrijf(veld, null));

    static JsonNode Schrijf(Veld veld, Vragenblok? omhullend)
    {
        var json = new JsonObject { ["id"] = veld.Id };
        var kern = omhullend?.Kern.FirstOrDefault(vraag => vraag.Id == veld.Id);
        Zet(json, "soort", kern is null ? FormulierJson.Naam(veld.Soort) : null);
        Zet(json, "label", veld.Label);
        Zet(json, "hulp", veld.Hulp);
        if (kern is null)
            Eigenschappen(json, veld);
        return json;
    }

    static void Eigenschappen(JsonObject json, Veld veld)
    {
        Zet(json, "verplicht", veld.Verplicht ? JsonValue.Create(true) : null);
        Zet(json, "zichtbaarAls", veld.ZichtbaarAls);
        Zet(json, "bron", veld.Bron);
        Zet(json, "inhoud", FormulierJson.Naam(veld.Inhoud));
        Zet(json, "opties", veld.Opties.IsEmpty ? null : Lijst(veld.Opties, Schrijf));
        Zet(json, "blok", veld.Blok);
        var blok = Vragenblokken.Met(veld.Blok);
        Zet(json, "velden", veld.Velden.IsEmpty ? null : Lijst(veld.Velden, binnen => Schrijf(binnen, blok)));
        Zet(json, "min", veld.Min?.Schrijf());
        Zet(json, "max", veld.Max?.Schrijf());
        Zet(json, "maxLengte", veld.MaxLengte is { } lengte ? JsonValue.Create(lengte) : null);
    }

    static JsonNode Schrijf(Optie optie) => new JsonObject { ["waarde"] = optie.Waarde, ["label"] = optie.Label };

    static JsonArray Lijst<T>(IEnumerable<T> delen, Func<T, JsonNode> schrijf) => new([.. delen.Select(schrijf)]);

    static void Zet(JsonObject json, string naam, JsonNode? waarde)
    {
        if (waarde is not null)
            json[naam] = waarde;
    }
}
