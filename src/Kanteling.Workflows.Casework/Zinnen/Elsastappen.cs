using System.Collections.Frozen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>What is shown of one activity of Elsa.</summary>
/// <param name="Invoer">Title and help by name of the input.</param>
sealed record Elsastap(string Naam, string Uitleg, (string Naam, string Titel, string Uitleg)[] Invoer);

/// <summary>The words of each of Elsa's own activities, by type.</summary>
static class Elsastappen
{
    const string Correlatie = "Kenmerk";
    static readonly (string, string, string) Voorwaarde = ("Condition", "Voorwaarde", "Een vraag waarop het antwoord ja of nee is.");
    static readonly (string, string, string) Gevallen = ("Cases", "Gevallen", "Elk geval heeft een naam en een voorwaarde. Ze worden van boven naar beneden bekeken.");
    static readonly (string, string, string) Hoe = ("Mode", "Welke gevallen?", "Alleen het eerste geval dat klopt, of elk geval dat klopt.");
    static readonly (string, string, string) Rijen = ("Items", "Waarvoor?", "De lijst die wordt doorlopen.");

    static readonly (string, string, string)[] Andere =
    [
        ("WorkflowDefinitionId", "Werkstroom", "Welke werkstroom begint."),
        ("CorrelationId", Correlatie, "Het kenmerk van wat er begint."),
        ("Input", "Wat krijgt hij mee?", "De gegevens waarmee de werkstroom begint."),
        ("WaitForCompletion", "Erop wachten?", "Ga pas verder als die werkstroom klaar is."),
    ];

    public static readonly FrozenDictionary<string, Elsastap> Alle = new Dictionary<string, Elsastap>
    {
        [ActivityTypes.Flowchart] = new("Plaat", "Stappen met pijlen ertussen.", []),
        [ActivityTypes.Sequence] = new("Na elkaar", "Stappen, de een na de ander.", []),
        [ActivityTypes.Parallel] = new("Naast elkaar", "Stappen tegelijk, tot ze allemaal klaar zijn.", []),
        [ActivityTypes.Fork] = new("Takken", "Takken tegelijk, tot ze allemaal of tot een ervan klaar is.", [("JoinMode", "Waarop wachten?", "Op alle takken, of op wie het eerst komt.")]),
        [ActivityTypes.FlowNode] = new("Plek", "Een plek voor één stap.", []),
        [ActivityTypes.Start] = new("Begin", "Hier begint de werkstroom.", []),
        [ActivityTypes.End] = new("Einde", "Hier eindigt de werkstroom.", []),
        [ActivityTypes.If] = new("Als", "Doet het een of het ander.", [Voorwaarde]),
        [ActivityTypes.Switch] = new("Kiezen", "Doet wat bij het geval hoort dat klopt.", [Gevallen, Hoe]),
        [ActivityTypes.FlowDecision] = new("Ja of nee?", "Gaat verder bij Ja of bij Nee.", [Voorwaarde]),
        [ActivityTypes.FlowSwitch] = new("Welk geval?", "Gaat verder bij het geval dat klopt, en anders bij Anders.", [Gevallen, Hoe]),
        [ActivityTypes.FlowFork] = new("Splitsen", "Gaat op alle takken tegelijk verder.", [("Branches", "Takken", "De namen van de takken.")]),
        [ActivityTypes.FlowJoin] = new("Samenkomst", "Hier komen takken bij elkaar.", [("Mode", "Waarop wachten?", "Kies een vaste waarde. Een samenkomst die per geval anders wacht, kan niet.")]),
        [ActivityTypes.While] = new("Zolang", "Herhaalt de inhoud zolang de voorwaarde klopt.", [Voorwaarde]),
        [ActivityTypes.For] = new("Tellen", "Herhaalt de inhoud voor een rij getallen.",
            [("Start", "Vanaf", "Het eerste getal."), ("End", "Tot en met", "Het laatste getal."), ("Step", "Stap", "Het verschil tussen twee getallen."), ("OuterBoundInclusive", "Laatste getal ook", "Of het laatste getal zelf meedoet.")]),
        [ActivityTypes.ForEach] = new("Voor elk", "Herhaalt de inhoud voor elke regel van een lijst.", [Rijen]),
        [ActivityTypes.ParallelForEach] = new("Voor elk tegelijk", "Doet de inhoud voor alle regels van een lijst tegelijk.", [Rijen]),
        [ActivityTypes.Break] = new("Herhaling stoppen", "Stopt de herhaling eromheen.", []),
        [ActivityTypes.Delay] = new("Even wachten", "Wacht zo lang.", [("TimeSpan", "Hoe lang?", "Zoals P3D voor drie dagen, of 00:30:00 voor een half uur.")]),
        [ActivityTypes.Timer] = new("Steeds na een tijd", "Begint of gaat verder, steeds na dezelfde tijd.", [("Interval", "Hoe vaak?", "De tijd tussen twee keren, zoals P1D.")]),
        [ActivityTypes.Cron] = new("Op vaste tijden", "Begint of gaat verder op vaste tijden.", [("CronExpression", "Tijdschema", "Zes velden, met de seconden vooraan. Nederlandse tijd.")]),
        [ActivityTypes.StartAt] = new("Op een moment", "Begint of gaat verder op één moment.", [("DateTime", "Wanneer?", "De dag en de tijd.")]),
        [ActivityTypes.Event] = new("Als dit gebeurt", "Begint of gaat verder als de gebeurtenis er is.", [("EventName", "Gebeurtenis", "De naam van de gebeurtenis.")]),
        [ActivityTypes.PublishEvent] = new("Laten gebeuren", "Maakt een gebeurtenis bekend.",
            [("EventName", "Gebeurtenis", "De naam van de gebeurtenis."), ("CorrelationId", Correlatie, "Alleen voor wie dit kenmerk heeft."), ("IsLocalEvent", "Alleen hier", "Alleen voor deze werkstroom zelf."), ("Payload", "Wat gaat er mee?", "De gegevens bij de gebeurtenis.")]),
        [ActivityTypes.RunTask] = new("Taak buiten de deur", "Vraagt iemand of iets buiten dit programma om een resultaat.", [("TaskName", "Naam van de taak", "Wat er gevraagd wordt."), ("Payload", "Wat gaat er mee?", "De gegevens bij de vraag.")]),
        [ActivityTypes.SetVariable] = new("Waarde onthouden", "Geeft een variabele een waarde.", [("Variable", "Variabele", "Welke variabele."), ("Value", "Waarde", "De nieuwe waarde.")]),
        [ActivityTypes.Correlate] = new("Kenmerk geven", "Geeft deze werkstroom een kenmerk.", [("CorrelationId", Correlatie, "Het kenmerk.")]),
        [ActivityTypes.SetName] = new("Naam geven", "Geeft deze werkstroom een naam.", [("Value", "Naam", "Zet hier geen namen van inwoners in.")]),
        [ActivityTypes.Finish] = new("Meteen klaar", "De hele werkstroom is nu klaar, ook wat nog loopt.", []),
        [ActivityTypes.Fault] = new("Fout melden", "De werkstroom eindigt met een fout.", [("Code", "Code", "Een vaste code."), ("Category", "Soort", "Wat voor fout het is."), ("FaultType", "Van wie?", "Waar de fout vandaan komt."), ("Message", "Melding", "Wat er aan de hand is.")]),
        [ActivityTypes.WriteLine] = new("Aantekening", "Legt een regel tekst vast.", [("Text", "Tekst", "Zet hier geen gegevens van inwoners in.")]),
        [ActivityTypes.Complete] = new("Afronden", "Rondt deze werkstroom af met een uitkomst.", [("Outcomes", "Uitkomsten", "Waar de werkstroom op uitkomt.")]),
        [ActivityTypes.SetOutput] = new("Resultaat geven", "Geeft een uitvoer van deze werkstroom een waarde.", [("OutputName", "Uitvoer", "Welke uitvoer."), ("OutputValue", "Waarde", "De waarde.")]),
        [ActivityTypes.DispatchWorkflow] = new("Werkstroom beginnen", "Begint een andere werkstroom, en wacht er eventueel op.", Andere),
        [ActivityTypes.ExecuteWorkflow] = new("Werkstroom uitvoeren", "Voert een andere werkstroom uit.", Andere),
        [ActivityTypes.SendHttpRequest] = new("Ander systeem vragen", "Vraagt iets aan een programma buiten dit programma, en gaat verder bij hoe het antwoordde.",
            [("Url", "Webadres", "Een adres van een toegestane server."), ("Method", "Werkwoord", "Wat voor verzoek het is."), ("Content", "Inhoud", "Wat er verstuurd wordt, als JSON."), ("Authorization", "Sleutel", "De naam van het geheim dat meegaat.")]),
    }.ToFrozenDictionary();
}
