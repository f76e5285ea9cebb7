using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>Short ways to write a core question down. All of them are about persons.</summary>
static class Kernvraag
{
    public static Veld Tekst(string id, string label) => new(id, VeldSoort.Tekst, label) { MaxLengte = 200 };

    public static Veld LangeTekst(string id, string label) => new(id, VeldSoort.LangeTekst, label) { MaxLengte = 4000 };

    public static Veld Persoon(string id, string label) => new(id, VeldSoort.Persoon, label);

    public static Veld Hulpvraag(string id, string label) => new(id, VeldSoort.Hulpvraag, label);

    public static Veld Ondersteuning(string id, string label) => new(id, VeldSoort.Ondersteuning, label);

    public static Veld Aanbieder(string id, string label) => new(id, VeldSoort.Aanbieder, label);

    public static Veld Product(string id, string label) => new(id, VeldSoort.Product, label);

    public static Veld Datum(string id, string label) => new(id, VeldSoort.Datum, label);

    public static Veld JaNee(string id, string label) => new(id, VeldSoort.JaNee, label);

    public static Veld Keuze(string id, string label, params (string Waarde, string Label)[] opties) =>
        new(id, VeldSoort.Keuze, label) { Opties = [.. opties.Select(optie => new Optie(optie.Waarde, optie.Label))] };

    public static Veld Omvang(string id, string label) => new(id, VeldSoort.Vraagblok, label) { Blok = Blokken.Omvang.Naam };

    public static Veld Feit(this Veld veld) => veld with { Inhoud = VeldInhoud.Feit };

    public static Veld Verplicht(this Veld veld) => veld with { Verplicht = true };

    public static bool IsIngevuld(this JsonObject rij, string id) => !Waarde.IsLeeg(rij[id]);

    public static (string Veld, Zin Zin) Ontbreekt(string id) => (id, new(Formuliercode.AntwoordOntbreekt));

    public static IEnumerable<(string Veld, Zin Zin)> GeenRegels(JsonObject rij) => [];
}
