using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>What a trial begins with when nothing was given: people who cannot be mistaken for anybody.</summary>
static class Proefinvoer
{
    /// <param name="type">The activity with which the drawing begins.</param>
    public static JsonObject Voor(string? type) => type switch
    {
        "Kanteling.Melding" => new JsonObject
        {
            ["huishouden"] = Household(), ["client"] = "Proefpersoon Een", ["vraag"] = "Dit is een proef: hulp in het huishouden.", ["kanaal"] = "telefoon",
            ["melder"] = new JsonObject { ["soort"] = "zelf", ["naam"] = "Proefpersoon Een" },
        },
        "Kanteling.Signaal" => new JsonObject
        {
            ["huishouden"] = Household(), ["over"] = "Proefpersoon Een", ["wat"] = "Dit is een proef: de gordijnen blijven dicht.", ["kanaal"] = "telefoon",
            ["signaalgever"] = new JsonObject { ["naam"] = "Proefbuurman", ["organisatie"] = "Proefstraat", ["bereikbaar"] = "niet echt" },
        },
        _ => [],
    };

    static JsonObject Household() => new()
    {
        ["naam"] = "Proefhuishouden",
        ["leden"] = new JsonArray(
            new JsonObject { ["naam"] = "Proefpersoon Een", ["geboortedatum"] = "1950-01-01" },
            new JsonObject { ["naam"] = "Proefpersoon Twee", ["geboortedatum"] = "1952-02-02" }),
    };
}
