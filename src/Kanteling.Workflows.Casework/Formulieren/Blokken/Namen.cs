using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>The name of a person in its parts, as <see cref="Persoonsnaam"/> keeps it.</summary>
public static class Namen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "naam";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Groep,
    [
        Kernvraag.Tekst("roepnaam", "Roepnaam"),
        Kernvraag.Tekst("voorletters", "Voorletters"),
        Kernvraag.Tekst("voornamen", "Alle voornamen"),
        Kernvraag.Tekst("tussenvoegsel", "Tussenvoegsel"),
        Kernvraag.Tekst("geslachtsnaam", "Achternaam").Verplicht(),
        new("partner", VeldSoort.Groep, "Naam van de partner")
        {
            Velden = [Kernvraag.Tekst("tussenvoegsel", "Tussenvoegsel"), Kernvraag.Tekst("geslachtsnaam", "Achternaam")],
        },
        Kernvraag.Keuze("naamgebruik", "Welke achternaam gebruikt deze persoon?",
            ("eigen", "Eigen naam"), ("partner", "Naam van de partner"), ("partnerEigen", "Naam van de partner, dan eigen naam"), ("eigenPartner", "Eigen naam, dan naam van de partner")),
    ], Regels);

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject naam)
    {
        var partner = naam["partner"] as JsonObject ?? [];
        var gebruikt = Lijstwoord.Lees<Naamgebruik>(Waarde.Tekst(naam["naamgebruik"])) is not (null or Naamgebruik.Eigen);
        return !partner.IsIngevuld("geslachtsnaam") && (gebruikt || partner.IsIngevuld("tussenvoegsel")) ? [("partner.geslachtsnaam", new Zin(Formuliercode.AntwoordPartnernaamOntbreekt))] : [];
    }
}
