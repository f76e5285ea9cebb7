using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>
/// Rows that a decision may ask for besides the case: forms, letters, guides, the calendar, the sociale kaart, kept as text in the
/// settings of this installation under the very key by which a decision asks for it; and users and teams, from their registers. The text of a version
/// of a form, letter or guide never changes: other words for it stand in its stream and are what is read. What is current is asked each time, and parsed once for each text.
/// </summary>
/// <param name="gemeente">Which one this installation serves; null when it does not say.</param>
public sealed class Registerrijen(OpenStorage storage, Gemeente? gemeente = null)
{
    public const string SocialeKaartSleutel = SocialeKaart.Sleutel;
    readonly Correctielezer correcties = new(storage.Store);
    readonly Recent<string, string> versies = new(1_000);
    readonly Recent<string, object> ontleed = new(400);

    /// <summary>A row by its key; null when there is none.</summary>
    public async Task<object?> LaadAsync(string sleutel) => sleutel switch
    {
        Given.CalendarKey => await OntleedAsync(sleutel, tekst => KalenderJson.Lees(tekst).Kalender) ?? Kalender.Standaard,
        SocialeKaartSleutel => await OntleedAsync(sleutel, tekst => JsonNode.Parse(tekst) is JsonObject json ? SocialeKaart.Lees(json) with { Hash = RegisterContent.HashOf(tekst) } : null),
        Gemeente.Sleutel => gemeente,
        _ when Given.IdAfter(Medewerker.Prefix, sleutel) is { } id => await storage.Versions.UserAsync(new(id)) is var (gebruiker, _) ? Rollen.Meegeleverd.Medewerker(gebruiker) : null,
        _ when Given.IdAfter(Wijkteam.Prefix, sleutel) is { } id => Rij(await storage.Versions.TeamAsync(new(id))),
        _ when Given.IdAfter(Wijkteam.Wijkprefix, sleutel) is { } wijk => Rij(await storage.Versions.TeamOfAsync(wijk)),
        _ when Given.IdAfter(Rolrij.Prefix, sleutel) is { } rol => Rollen.Meegeleverd.Rij(rol),
        _ => await DocumentAsync(sleutel),
    };

    static Wijkteam? Rij((Team Team, string Hash)? rij) => rij is var (team, hash) ? new Wijkteam(team.Id, team.Wijk, hash) : null;

    /// <summary>The form of exactly this version, or null.</summary>
    public async Task<Formulier?> FormulierAsync(string id, int versie) => (Formulier?)await LaadAsync(Documentsoort.Formulier.Sleutel(id, versie));

    /// <summary>The calendar as it is now.</summary>
    public async Task<Kalender> KalenderAsync() => (Kalender)(await LaadAsync(Given.CalendarKey))!;

    /// <summary>What there is in and around the gemeente; empty when nothing was brought in.</summary>
    public async Task<SocialeKaart> KaartAsync() => (SocialeKaart?)await LaadAsync(SocialeKaartSleutel) ?? SocialeKaart.Leeg;

    /// <summary>The first words of a version of a form, letter or guide, as they were brought in; null when it is not there.</summary>
    public async Task<string?> EersteTekstAsync(DocumentVersion versie)
    {
        var sleutel = versie.ToString();
        if (versies.Find(sleutel) is { } bekend)
            return bekend;
        if (await storage.Settings.FindAsync(sleutel) is not { } tekst)
            return null;
        versies.Keep(sleutel, tekst);
        return tekst;
    }

    /// <summary>The words that a version has now.</summary>
    public async Task<string?> TekstAsync(DocumentVersion versie) => await EersteTekstAsync(versie) is { } eerste ? await correcties.TekstAsync(versie) ?? eerste : null;

    /// <summary>The highest version of a form, letter or guide; null when there is none.</summary>
    public async Task<int?> NieuwsteAsync(Documentsoort soort, string id) =>
        await storage.Settings.FindAsync(soort.Sleutel(id)) is { } tekst ? (JsonNode.Parse(tekst) as JsonObject)?["versie"]?.GetValue<int>() : null;

    async Task<object?> DocumentAsync(string sleutel)
    {
        var (naam, rest) = sleutel.IndexOf(':', StringComparison.Ordinal) is > 0 and var punt ? (sleutel[..punt], sleutel[(punt + 1)..]) : (sleutel, "");
        if (Documentsoort.Met(naam) is not { } soort || rest.Length == 0)
            return null;
        (string Id, int Versie)? exact = DefinitionVersion.TryParse(rest, out var gelezen) ? (gelezen.DefinitionId.Text, gelezen.Version) : await NieuwsteAsync(soort, rest) is { } hoogste ? (rest, hoogste) : null;
        return exact is var (id, versie) && await TekstAsync(new DocumentVersion(naam, id, versie)) is { } tekst ? Ontleed(tekst, t => soort.Lees(t).MetHash(Documentverwijzing.HashVan(t))) : null;
    }

    async Task<object?> OntleedAsync(string sleutel, Func<string, object?> lees) => await storage.Settings.FindAsync(sleutel) is { } tekst ? Ontleed(tekst, lees) : null;

    object? Ontleed(string tekst, Func<string, object?> lees)
    {
        if (ontleed.Find(tekst) is { } bekend)
            return bekend;
        if (lees(tekst) is not { } rij)
            return null;
        ontleed.Keep(tekst, rij);
        return rij;
    }
}
