using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>Reads scenario format 1. Whatever is wrong comes back as a sentence with its place, never as an exception; a property that nobody knows is wrong too, since it is a typing mistake.</summary>
public static class ScenarioJson
{
    const string Consulent = "consulent";

    /// <summary>The scenario, or null when there are errors.</summary>
    public static (Scenario? Scenario, ImmutableArray<Scenariofout> Fouten) Lees(string json)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = false, AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Disallow };
            if (JsonNode.Parse(json, null, options) is not JsonObject root)
                return (null, [new Scenariofout("", "Een scenario is een JSON-object.")]);
            var lezer = new Scenariolezer(root, "", []);
            var scenario = Lees(lezer);
            return lezer.Fouten.Count == 0 ? (scenario, []) : (null, [.. lezer.Fouten]);
        }
        catch (JsonException fout)
        {
            return (null, [new Scenariofout("", $"Dit is geen JSON: regel {fout.LineNumber + 1}, plaats {fout.BytePositionInLine + 1}.")]);
        }
    }

    static Scenario Lees(Scenariolezer l)
    {
        l.KentAlleen("formaat", "naam", "flow", "versie", "start", "vandaag", "melding", "invoer", "vooraf", "stappen", "verwacht");
        if (l.Heel("formaat") != Scenario.Formaat)
            l.Fout("formaat", $"Dit programma leest alleen formaat {Scenario.Formaat}.");
        var vooraf = l.Tekst("vooraf");
        if (vooraf is null == l.Tekst("start") is null)
            l.Fout("start", "Een scenario heeft een start, of een scenario vooraf; een van beide.");
        return new Scenario(
            l.Nodig("naam"), new(l.Nodig("flow")), Moment(l), Invoer(l), vooraf,
            [.. l.Lijst("stappen").Select(Stap)], l.Groep("verwacht") is { } verwacht ? Verwachting(verwacht) : Kanteling.Workflows.Demo.Scenarios.Verwachting.Niets)
        {
            Vandaag = l.Dag("vandaag"),
            Versie = l.Heel("versie"),
        };
    }

    static DateTimeOffset Moment(Scenariolezer l)
    {
        if (l.Tekst("start") is not { } tekst)
            return default;
        if (!DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment) || !tekst.Contains('T', StringComparison.Ordinal))
            l.Fout("start", "Schrijf datum en tijd met tijdzone, zoals 2026-03-02T09:00:00+01:00.");
        return moment;
    }

    static JsonObject Invoer(Scenariolezer l) => l.Object("melding") ?? l.Object("invoer") ?? [];

    static Scenariostap Stap(Scenariolezer l)
    {
        var verwacht = l.Groep("verwacht") is { } groep ? Verwachting(groep) : null;
        var op = Op(l);
        if (l.Tekst("taak") is { } taak)
        {
            l.KentAlleen("op", "taak", "flow", "door", "uitkomst", "antwoorden", "aanvullen", "verwacht");
            return new Taakstap(op, verwacht, new(taak), Flow(l), l.Tekst("door") ?? Consulent, l.Tekst("uitkomst"), l.Object("antwoorden") ?? [], l.JaNee("aanvullen") ?? true);
        }
        if (l.Tekst("wacht") is { } wacht)
        {
            l.KentAlleen("wacht", "verwacht");
            if (!Scenariotijd.IsDuur(wacht))
                l.Fout("wacht", "Schrijf een duur, zoals P6W of P3D.");
            return new Wachtstap(verwacht, wacht);
        }
        if (l.Tekst("gebeurtenis") is { } gebeurtenis)
        {
            l.KentAlleen("op", "gebeurtenis", "inhoud", "door", "verwacht");
            return new Gebeurtenisstap(op, verwacht, gebeurtenis, l.Waarde("inhoud"), l.Tekst("door") ?? Consulent);
        }
        if (l.Tekst("begin") is { } begin)
        {
            l.KentAlleen("op", "begin", "invoer", "door", "verwacht");
            return new Beginstap(op, verwacht, new(begin), l.Object("invoer") ?? [], l.Tekst("door") ?? Consulent);
        }
        if (l.Tekst("terugdraaien") is { } terug)
        {
            l.KentAlleen("op", "terugdraaien", "flow", "reden", "door", "verwacht");
            return new Terugdraaistap(op, verwacht, new(terug), Flow(l), l.Nodig("reden"), l.Tekst("door") ?? Consulent);
        }
        l.Fout("", "Een stap noemt een taak, wacht, gebeurtenis, begin of terugdraaien.");
        return new Wachtstap(null, "P0D");
    }

    static DefinitionId? Flow(Scenariolezer l) => l.Tekst("flow") is { } flow ? new(flow) : null;

    static ImmutableArray<ActivityId> Stappen(ImmutableArray<string> ids) => [.. ids.Select(ActivityId.Of)];

    static string? Op(Scenariolezer l)
    {
        var op = l.Tekst("op");
        if (op is not null && !Scenariotijd.IsPlek(op))
            l.Fout("op", "Schrijf een dag, zoals 2026-03-09, of een duur na de vorige stap, zoals +P6W.");
        return op;
    }

    static Verwachting Verwachting(Scenariolezer l)
    {
        l.KentAlleen("einde", "taken", "termijnen", "waar", "nietGebeurd", "welGebeurd", "weigering");
        return new Verwachting(Einde(l), l.Teksten("taken") is { } taken ? Stappen(taken) : null, [.. l.Lijst("termijnen").Select(Termijn)], l.Teksten("waar") ?? [], Stappen(l.Teksten("nietGebeurd") ?? []), Stappen(l.Teksten("welGebeurd") ?? []),
            l.Groep("weigering") is { } weigering ? Weigering(weigering) : null);
    }

    static string Weigering(Scenariolezer l)
    {
        l.KentAlleen("code");
        return l.Nodig("code");
    }

    static ImmutableSortedDictionary<string, string> Einde(Scenariolezer l)
    {
        if (l.Waarde("einde") is not JsonObject perFlow)
            return l.Tekst("einde") is { } einde ? ImmutableSortedDictionary<string, string>.Empty.Add("", einde) : ImmutableSortedDictionary<string, string>.Empty;
        var lezer = l.Groep("einde")!;
        return perFlow.ToImmutableSortedDictionary(p => p.Key, p => lezer.Nodig(p.Key));
    }

    static VerwachteTermijn Termijn(Scenariolezer l)
    {
        l.KentAlleen("termijn", "laatsteDag");
        var naam = l.Nodig("termijn");
        return new VerwachteTermijn(naam, l.Dag("laatsteDag"));
    }
}
