using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>
/// Rows that a decision may ask for besides the case: forms, letters, guides, the calendar, the sociale kaart. Each is kept as text in
/// the settings of this installation, under the very key by which a decision asks for it. A version of a form, letter or guide never
/// changes, so it is read and parsed once; what is current is asked each time, and parsed once for each text.
/// </summary>
public sealed class Registerrijen(Settings settings)
{
    public const string FormulierPrefix = "formulier:";
    public const string BriefPrefix = "brief:";
    public const string LeidraadPrefix = "leidraad:";
    public const string SocialeKaartSleutel = SocialeKaart.Sleutel;
    readonly Recent<string, object> versies = new(1_000);
    readonly Recent<string, object> ontleed = new(200);

    /// <summary>A row by its key; null when there is none.</summary>
    public async Task<object?> LaadAsync(string key) => key switch
    {
        Given.CalendarKey => await OntleedAsync(key) ?? Kalender.Standaard,
        // A tree of JSON is not safe to share.
        SocialeKaartSleutel => await settings.FindAsync(key) is { } text ? JsonNode.Parse(text) : null,
        _ when Ontleder(key) is null => null,
        _ when key.Contains('@', StringComparison.Ordinal) => versies.Find(key) ?? await OnthoudAsync(key),
        _ => await OntleedAsync(key),
    };

    async Task<object?> OnthoudAsync(string key)
    {
        if (await OntleedAsync(key) is not { } rij)
            return null;
        versies.Keep(key, rij);
        return rij;
    }

    async Task<object?> OntleedAsync(string key)
    {
        if (await settings.FindAsync(key) is not { } text)
            return null;
        if (ontleed.Find(text) is { } bekend)
            return bekend;
        if (Ontleder(key)!(text) is not { } rij)
            return null;
        ontleed.Keep(text, rij);
        return rij;
    }

    static Func<string, object?>? Ontleder(string key) => key switch
    {
        Given.CalendarKey => text => KalenderJson.Lees(text).Kalender,
        _ when key.StartsWith(FormulierPrefix, StringComparison.Ordinal) => text => FormulierJson.Lees(text).Formulier,
        _ when key.StartsWith(BriefPrefix, StringComparison.Ordinal) => text => BriefJson.Lees(text).Brief,
        _ when key.StartsWith(LeidraadPrefix, StringComparison.Ordinal) => text => LeidraadJson.Lees(text).Leidraad,
        _ => null,
    };

    /// <summary>The form of exactly this version, or null.</summary>
    public async Task<Formulier?> FormulierAsync(string id, int versie) => (Formulier?)await LaadAsync($"{FormulierPrefix}{id}@{versie}");

    /// <summary>What there is in and around the gemeente; empty when nothing was brought in.</summary>
    public async Task<SocialeKaart> KaartAsync() => await LaadAsync(SocialeKaartSleutel) is JsonObject json ? SocialeKaart.Lees(json) : SocialeKaart.Leeg;
}
