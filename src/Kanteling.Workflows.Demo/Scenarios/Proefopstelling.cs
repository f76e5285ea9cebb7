using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>
/// Everything a trial needs besides a store: the household as domain, the kinds of activity, the forms, letters and guides of the folder, the
/// calendar this program ships with, and a small sociale kaart made up for trials.
/// </summary>
/// <param name="Rijen">Given rows by their key.</param>
public sealed record Proefopstelling(Domain Domein, ActivityKinds Soorten, Kalender Kalender, SocialeKaart Kaart, IReadOnlyDictionary<string, object> Rijen)
{
    /// <exception cref="InvalidDataException">A form, letter, guide or the sociale kaart cannot be read.</exception>
    public static Proefopstelling Van(Stroommap map)
    {
        var kaart = SocialeKaart.Lees(JsonNode.Parse(File.ReadAllText(Path.Combine(map.Pad, "proef", "sociale-kaart.json"))) as JsonObject ?? []);
        var rijen = new Dictionary<string, object>(StringComparer.Ordinal) { [Given.CalendarKey] = Kalender.Standaard, [SocialeKaart.Sleutel] = kaart };
        foreach (var formulier in Lees(map, "formulieren", FormulierJson.Lees).OrderBy(f => f.Versie))
            rijen[Documentsoort.Formulier.Sleutel(formulier.Id)] = rijen[Documentsoort.Formulier.Sleutel(formulier.Id, formulier.Versie)] = formulier;
        foreach (var brief in Lees(map, "brieven", BriefJson.Lees).OrderBy(b => b.Versie))
            rijen[Documentsoort.Brief.Sleutel(brief.Id)] = rijen[Documentsoort.Brief.Sleutel(brief.Id, brief.Versie)] = brief;
        foreach (var leidraad in Lees(map, "leidraden", LeidraadJson.Lees).OrderBy(l => l.Versie))
            rijen[Documentsoort.Leidraad.Sleutel(leidraad.Id)] = rijen[Documentsoort.Leidraad.Sleutel(leidraad.Id, leidraad.Versie)] = leidraad;
        return new Proefopstelling(HuishoudenDomein.Domein, new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle]), Kalender.Standaard, kaart, rijen);
    }

    /// <summary>The row under a key, or null. In a trial whoever is named works here, and whichever team is named is there, for the wijk of its name.</summary>
    public object? Rij(string sleutel) => Rijen.GetValueOrDefault(sleutel)
        ?? (Given.IdAfter(Medewerker.Prefix, sleutel) is { } wie ? new Medewerker(new UserReference(new(wie), "proef"), [.. Rollen.Meegeleverd.Namen], null, Rollen.Meegeleverd.Taakrecht([.. Rollen.Meegeleverd.Namen]))
            : Given.IdAfter(Wijkteam.Prefix, sleutel) is { } id ? Team(new(id)) : Given.IdAfter(Wijkteam.Wijkprefix, sleutel) is { } wijk ? new Wijkteam(new($"wijkteam-{wijk.ToLowerInvariant()}"), wijk, "proef")
            : Given.IdAfter(Rolrij.Prefix, sleutel) is { } rol ? Rollen.Meegeleverd.Rij(rol) : null);

    static Wijkteam Team(TeamId team) => new(team, WijkVan(team), "proef");

    /// <summary>"Noord" for wijkteam-noord.</summary>
    static string WijkVan(TeamId team) => Given.IdAfter("wijkteam-", team.Text) is { Length: > 0 } wijk ? char.ToUpperInvariant(wijk[0]) + wijk[1..] : team.Text;

    /// <summary>An engine that remembers nothing yet. Its clock is in UTC, as that of the program: what is stored has no other.</summary>
    public WorkflowEngine Motor(IWorkflowStore store, Func<DateTimeOffset> nu) => new(store, new EngineParts(Domein, Soorten), () => nu().ToUniversalTime(), sleutel => Task.FromResult(Rij(sleutel)));

    static IEnumerable<T> Lees<T, TBevinding>(Stroommap map, string naam, Func<string, (T?, IReadOnlyList<TBevinding>)> lees) where T : class
    {
        var ernaast = Path.Combine(map.Pad, naam);
        foreach (var bestand in Directory.Exists(ernaast) ? Directory.GetFiles(ernaast, "*.json") : [])
        {
            var (gelezen, bevindingen) = lees(File.ReadAllText(bestand));
            yield return gelezen ?? throw new InvalidDataException($"{Path.GetFileName(bestand)}: {string.Join("; ", bevindingen)}");
        }
    }
}
