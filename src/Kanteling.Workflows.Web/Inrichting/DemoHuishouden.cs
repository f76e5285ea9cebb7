using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Web.Proef;

namespace Kanteling.Workflows.Web.Inrichting;

/// <summary>
/// A household of the demo gemeente: a scenario of a flow, played so far that its last step lies so many days back, and with
/// people of its own. All of them are made up.
/// </summary>
/// <param name="Flow">With <paramref name="Scenario"/>: whose steps are played.</param>
/// <param name="Stappen">How many steps, those of scenarios before it included.</param>
/// <param name="DagenGeleden">How many days ago the last of them was.</param>
sealed partial record DemoHuishouden(string Naam, string Flow, string Scenario, int Stappen, int DagenGeleden, string Vraag, ImmutableArray<string> Leden)
{
    public static readonly ImmutableArray<DemoHuishouden> Alle =
    [
        new("Mevrouw Jansen-de Boer", "toegang", "maatwerk-aangevraagd", 0, 0, "Traplopen gaat niet meer en ik zie op tegen de winter.", ["Corrie Jansen-de Boer"]),
        new("Familie El Amrani", "toegang", "netwerk-genoeg", 14, 38, "Sinds de operatie lukt het huishouden niet meer.", ["Samira El Amrani", "Youssef El Amrani"]),
        new("Wil en Henk Postma", "toegang", "deels-maatwerk-natura", 22, 182, "Het schoonmaken lukt niet meer.", ["Wil Postma", "Henk Postma"]),
        new("Tjeerd Hoekstra", "besluit", "pgb", 18, 1, "Na het ongeluk kan ik mijn dag niet meer plannen.", ["Tjeerd Hoekstra", "Marijke Hoekstra"]),
        new("Dhr. en mevr. Scholten", "besluit", "onvolledig-en-aangevuld", 17, 3, "We willen graag weer naar de kleinkinderen.", ["Joop Scholten", "Annie Scholten"]),
        new("Lies Brouwer", "toegang", "zes-weken-om", 6, 34, "Ik vergeet te eten en mijn dochter woont ver weg.", ["Lies Brouwer"]),
        new("Fatma Yildiz", "toegang", "spoed-naast-onderzoek", 2, 0, "Mijn man ligt in het ziekenhuis en ik kan niet alleen blijven.", ["Fatma Yildiz"]),
        new("Robert Maas", "toegang", "niet-bereikt-en-overgedragen", 5, 2, "De voetbalclub maakt zich zorgen om Robert.", ["Robert Maas"]),
        new("Gezin Bakker-Osei", "toegang", "cirkel-overgeslagen", 7, 1, "De schulden en de drukte thuis worden ons te veel.", ["Ama Osei"]),
        new("Kees Vermeer", "afschaling", "stap-voor-stap-naar-nulde-lijn", 25, 34, "Na de scheiding krijg ik het huis niet op orde.", ["Kees Vermeer", "Sanne Vermeer"]),
    ];

    /// <summary>Its melding and its steps with their moments, moved so that the last one lies where it should.</summary>
    public (JsonObject Invoer, DateTimeOffset Start, ImmutableArray<(DateTimeOffset Op, ScenarioStap Stap)> Stappen) Op(DateTimeOffset nu, FlowFolder map)
    {
        var scenario = map.Scenario(Flow, Scenario);
        var laatste = Momenten(scenario, Stappen).Select(m => m.Op).DefaultIfEmpty(scenario.Start).Last();
        var leven = Verschoven(scenario, Stappen, LocalTime.DayOf(nu).DayNumber - LocalTime.DayOf(laatste).DayNumber - DagenGeleden);
        return leven with { Invoer = Mensen(leven.Invoer) };
    }

    /// <summary>A scenario so many days later, every day in its answers along with it.</summary>
    /// <param name="stappen">How many of its steps.</param>
    public static (JsonObject Invoer, DateTimeOffset Start, ImmutableArray<(DateTimeOffset Op, ScenarioStap Stap)> Stappen) Verschoven(Scenario scenario, int stappen, int dagen) =>
        ((JsonObject)Verschoven(scenario.Invoer, dagen), scenario.Start.AddDays(dagen), [.. Momenten(scenario, stappen).Select(m => (m.Op.AddDays(dagen), Verschoven(m.Stap, dagen)))]);

    static ImmutableArray<(DateTimeOffset Op, ScenarioStap Stap)> Momenten(Scenario scenario, int stappen)
    {
        var momenten = ImmutableArray.CreateBuilder<(DateTimeOffset Op, ScenarioStap Stap)>();
        var nu = scenario.Start;
        foreach (var stap in scenario.Stappen.Take(stappen))
            momenten.Add((nu = ScenarioTijd.Moment(stap.Op, nu), stap));
        return momenten.ToImmutable();
    }

    JsonObject Mensen(JsonObject invoer)
    {
        invoer["vraag"] = Vraag;
        ((JsonObject)invoer["huishouden"]!)["naam"] = Naam;
        foreach (var (plek, lid) in ((JsonArray)invoer["leden"]!).OfType<JsonObject>().Index().Where(l => l.Index < Leden.Length))
            lid["naam"] = Leden[plek];
        return invoer;
    }

    static ScenarioStap Verschoven(ScenarioStap stap, int dagen) => stap is TaakStap taak ? taak with { Antwoorden = (JsonObject)Verschoven(taak.Antwoorden, dagen) } : stap;

    /// <summary>Every day of these years moves along, and the people of scenarios become those of the demo; a date of birth stays.</summary>
    static JsonNode Verschoven(JsonNode json, int dagen)
    {
        var tekst = Dag().Replace(json.ToJsonString(Json.Compact), m =>
            DateOnly.ParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(dagen).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return JsonNode.Parse(Mens().Replace(tekst, m => $"\"{DemoAccounts.Prefix}{(m.Groups[1].Value == "consulent" ? "anna" : m.Groups[1].Value)}\""))!;
    }

    /// <summary>What a scenario leaves to an example reads here as somebody would have written it.</summary>
    public static JsonObject InGewoneWoorden(JsonObject antwoorden) =>
        (JsonObject)JsonNode.Parse(Voorbeeld().Replace(antwoorden.ToJsonString(Json.Compact), "\"Dit is samen besproken en zo afgesproken.\""))!;

    [GeneratedRegex("\"Voorbeeld: [^\"]*\"")]
    private static partial Regex Voorbeeld();

    [GeneratedRegex("20(2[5-9]|3[0-9])-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Dag();

    [GeneratedRegex("\"(anna|dirk|chantal|bram|consulent)\"")]
    private static partial Regex Mens();
}
