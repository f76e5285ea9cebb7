using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>
/// What the circles take off the need: a row per hulpvraag, person and contribution. The law of this block: a
/// contribution is concrete (who, what, how much: CRVB:2018:3243), or the row says why there is none; without one nothing
/// is sufficient; a row that was skipped has a reason; and mantelzorg counts only with the mantelzorger's own yes.
/// Which port a step takes is computed from these rows, never chosen.
/// </summary>
public static class Cirkelrijen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "cirkelrijen";

    const string Mantelzorg = "mantelzorg";
    static readonly string[] Concreet = ["wie", "watDoet", "omvang"];

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Hulpvraag("hulpvraag", "Welke hulpvraag?").Verplicht(),
        Kernvraag.Persoon("persoon", "Voor wie?").Verplicht(),
        Kernvraag.Keuze("soort", "Wat bekeken we?",
            ("eigenKracht", "Eigen kracht"), ("algemeenGebruikelijk", "Iets dat voor iedereen gewoon te koop is"),
            ("gebruikelijkeHulp", "Gebruikelijke hulp van huisgenoten"), (Mantelzorg, "Mantelzorg"), ("netwerk", "Hulp uit het netwerk"),
            ("algemeneVoorziening", "Een voorziening voor iedereen"), ("voorliggend", "Een andere wet of regeling"),
            ("wijkteam", "Hulp van het wijkteam zelf")).Verplicht(),
        Kernvraag.JaNee("overgeslagen", "Overgeslagen?"),
        Kernvraag.Tekst("wie", "Wie helpt?"),
        Kernvraag.LangeTekst("watDoet", "Wat doet deze persoon of organisatie?"),
        Kernvraag.Omvang("omvang", "Hoeveel?"),
        Kernvraag.LangeTekst("reden", "Waarom niet, of niet genoeg?"),
        Kernvraag.JaNee("mantelzorgerAkkoord", "Zegt de mantelzorger zelf ja?"),
        Kernvraag.JaNee("toereikend", "Is dit genoeg?"),
    ], Regels);

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject rij)
    {
        if (Waarde.JaNee(rij["overgeslagen"]) == true)
            return rij.IsIngevuld("reden") ? [] : [("reden", new Zin(Formuliercode.AntwoordRedenOntbreekt))];
        var oordeel = rij.IsIngevuld("toereikend") ? [] : new[] { Kernvraag.Ontbreekt("toereikend") };
        return (Concreet.Any(rij.IsIngevuld) ? Bijdrage(rij) : GeenBijdrage(rij)).Concat(oordeel);
    }

    static IEnumerable<(string Veld, Zin Zin)> Bijdrage(JsonObject rij)
    {
        foreach (var deel in Concreet.Where(deel => !rij.IsIngevuld(deel)))
            yield return Kernvraag.Ontbreekt(deel);
        if (Waarde.Tekst(rij["soort"]) == Mantelzorg && Waarde.JaNee(rij["mantelzorgerAkkoord"]) != true)
            yield return ("mantelzorgerAkkoord", new(Formuliercode.AntwoordMantelzorgZonderAkkoord));
    }

    static IEnumerable<(string Veld, Zin Zin)> GeenBijdrage(JsonObject rij)
    {
        if (!rij.IsIngevuld("reden"))
            yield return ("reden", new(Formuliercode.AntwoordOmvangOfReden));
        if (Waarde.JaNee(rij["toereikend"]) == true)
            yield return ("toereikend", new(Formuliercode.AntwoordToereikendZonderBijdrage));
    }
}
