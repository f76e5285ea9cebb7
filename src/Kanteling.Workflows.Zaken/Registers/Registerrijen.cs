using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>
/// Rows that a decision may ask for besides the case: forms, letters, guides, the calendar, the sociale kaart, kept as text in the
/// settings of this installation under the very key by which a decision asks for it; and users and teams, from their registers. A version of a form, letter or guide never
/// changes, so it is read and parsed once; what is current is asked each time, and parsed once for each text.
/// </summary>
public sealed class Registerrijen(Settings instellingen, RegisterVersions kentallen)
{
    public const string FormulierPrefix = "formulier:";
    public const string BriefPrefix = "brief:";
    public const string LeidraadPrefix = "leidraad:";
    public const string SocialeKaartSleutel = SocialeKaart.Sleutel;
    static readonly string Medewerker = Given.ReferenceKey(ReferenceKind.User, "");
    readonly Recent<string, object> versies = new(1_000);
    readonly Recent<string, object> ontleed = new(200);

    /// <summary>A row by its key; null when there is none.</summary>
    public async Task<object?> LaadAsync(string sleutel) => sleutel switch
    {
        Given.CalendarKey => await OntleedAsync(sleutel) ?? Kalender.Standaard,
        _ when Given.IdAfter(Medewerker, sleutel) is { } id => await kentallen.UserAsync(id),
        _ when Given.IdAfter(Wijkteam.Prefix, sleutel) is { } id => await kentallen.TeamAsync(id) is var (team, hash) ? new Wijkteam(team.Id, team.Wijk, hash) : null,
        _ when Ontleder(sleutel) is null => null,
        _ when sleutel.Contains('@', StringComparison.Ordinal) => versies.Find(sleutel) ?? await OnthoudAsync(sleutel),
        _ => await OntleedAsync(sleutel),
    };

    async Task<object?> OnthoudAsync(string sleutel)
    {
        if (await OntleedAsync(sleutel) is not { } rij)
            return null;
        versies.Keep(sleutel, rij);
        return rij;
    }

    async Task<object?> OntleedAsync(string sleutel)
    {
        if (await instellingen.FindAsync(sleutel) is not { } tekst)
            return null;
        if (ontleed.Find(tekst) is { } bekend)
            return bekend;
        if (Ontleder(sleutel)!(tekst) is not { } rij)
            return null;
        ontleed.Keep(tekst, rij);
        return rij;
    }

    static Func<string, object?>? Ontleder(string sleutel) => sleutel switch
    {
        SocialeKaartSleutel => tekst => JsonNode.Parse(tekst) is JsonObject json ? SocialeKaart.Lees(json) with { Hash = RegisterContent.HashOf(tekst) } : null,
        Given.CalendarKey => tekst => KalenderJson.Lees(tekst).Kalender,
        _ when sleutel.StartsWith(FormulierPrefix, StringComparison.Ordinal) => tekst => FormulierJson.Lees(tekst).Formulier,
        _ when sleutel.StartsWith(BriefPrefix, StringComparison.Ordinal) => tekst => BriefJson.Lees(tekst).Brief,
        _ when sleutel.StartsWith(LeidraadPrefix, StringComparison.Ordinal) => tekst => LeidraadJson.Lees(tekst).Leidraad,
        _ => null,
    };

    /// <summary>The form of exactly this version, or null.</summary>
    public async Task<Formulier?> FormulierAsync(string id, int versie) => (Formulier?)await LaadAsync($"{FormulierPrefix}{id}@{versie}");

    /// <summary>The calendar as it is now.</summary>
    public async Task<Kalender> KalenderAsync() => (Kalender)(await LaadAsync(Given.CalendarKey))!;

    /// <summary>What there is in and around the gemeente; empty when nothing was brought in.</summary>
    public async Task<SocialeKaart> KaartAsync() => (SocialeKaart?)await LaadAsync(SocialeKaartSleutel) ?? SocialeKaart.Leeg;
}
