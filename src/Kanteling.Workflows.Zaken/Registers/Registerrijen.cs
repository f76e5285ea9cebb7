using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>
/// Rows that a decision may ask for besides the case: forms, letters, guides, the calendar, the sociale kaart. Each is kept as text in
/// the settings of this installation, under the very key by which a decision asks for it.
/// </summary>
public sealed class Registerrijen(Settings settings)
{
    public const string FormulierPrefix = "formulier:";
    public const string BriefPrefix = "brief:";
    public const string LeidraadPrefix = "leidraad:";
    public const string SocialeKaartSleutel = SocialeKaart.Sleutel;

    /// <summary>A row by its key; null when there is none.</summary>
    public async Task<object?> LaadAsync(string key) => key switch
    {
        Given.CalendarKey => await settings.FindAsync(key) is { } text ? KalenderJson.Lees(text).Kalender : Kalender.Standaard,
        SocialeKaartSleutel => await settings.FindAsync(key) is { } text ? JsonNode.Parse(text) : null,
        _ when key.StartsWith(FormulierPrefix, StringComparison.Ordinal) => await settings.FindAsync(key) is { } text ? FormulierJson.Lees(text).Formulier : null,
        _ when key.StartsWith(BriefPrefix, StringComparison.Ordinal) => await settings.FindAsync(key) is { } text ? BriefJson.Lees(text).Brief : null,
        _ when key.StartsWith(LeidraadPrefix, StringComparison.Ordinal) => await settings.FindAsync(key) is { } text ? LeidraadJson.Lees(text).Leidraad : null,
        _ => null,
    };

    /// <summary>The form of exactly this version, or null.</summary>
    public async Task<Formulier?> FormulierAsync(string id, int versie) => (Formulier?)await LaadAsync($"{FormulierPrefix}{id}@{versie}");

    /// <summary>What there is in and around the gemeente; empty when nothing was brought in.</summary>
    public async Task<SocialeKaart> KaartAsync() => await LaadAsync(SocialeKaartSleutel) is JsonObject json ? SocialeKaart.Lees(json) : SocialeKaart.Leeg;
}
