using Kanteling.Workflows.Web.Verzoeken;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>What Studio asks before it can show anything: types of activities, and answers that never change. Rows 1 to 11 and 30 of the contract.</summary>
static class DescriptorEndpoints
{
    const string Core = ", Elsa.Workflows.Core";
    const string Runtime = ", Elsa.Workflows.Runtime";
    static readonly object[] Nothing = [];

    /// <summary>Only what this engine evaluates; anything else would be refused at publish.</summary>
    static readonly ElsaAnswer Expressions = Items(
        Expression("Literal", "Vaste waarde", isBrowsable: false), Expression("Object", "JSON", language: "json"), Expression("Variable", "Variabele", uiHint: "variable-picker"),
        Expression("Input", "Invoer van de werkstroom", uiHint: "input-picker"), Expression("FEEL", "FEEL", language: "plaintext"));

    static readonly ElsaAnswer Variables = Items(
        Variable("String", "Tekst", "Eenvoudig"), Variable("Boolean", "Ja of nee", "Eenvoudig"), Variable("Int32", "Heel getal", "Eenvoudig"), Variable("Decimal", "Getal met komma", "Eenvoudig"),
        Variable("DateTime", "Datum en tijd", "Tijd"), Variable("DateOnly", "Datum", "Tijd"), Variable("TimeSpan", "Duur", "Tijd"), Variable("Object", "Gegevens", "Samengesteld"),
        Variable("ObjectDictionary", "Gegevens met namen", "Samengesteld"));

    static readonly ElsaAnswer Storage = Items(
        new { typeName = "Elsa.Workflows.WorkflowInstanceStorageDriver" + Core, displayName = "Bij de werkstroom", priority = 0, deprecated = false },
        new { typeName = "Elsa.Workflows.MemoryStorageDriver" + Core, displayName = "Tot er gewacht wordt", priority = 1, deprecated = false });

    static readonly ElsaAnswer Activation = Items(
        Strategy("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy" + Core, "Altijd", "Er kan altijd een nieuwe beginnen."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy" + Runtime, "Eén tegelijk", "Zolang er een loopt, begint er geen andere."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy" + Runtime, "Eén tegelijk per kenmerk", "Zolang er een loopt met dit kenmerk, begint er geen andere."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy" + Runtime, "Eén per kenmerk", "Zolang er iets loopt met dit kenmerk, begint er niets anders."));

    /// <summary>There is one: what fails waits for somebody who mends it, and the rest goes on.</summary>
    static readonly ElsaAnswer Incidents = Items(Strategy("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy" + Core, "Wachten op herstel", "Een stap die misgaat, wacht tot iemand het oplost. De rest gaat door."));

    static readonly ElsaAnswer Empty = new(new { items = Nothing, count = 0 });

    static readonly (string Path, ElsaAnswer Answer)[] Constant =
    [
        ("/descriptors/expression-descriptors", Expressions), ("/descriptors/variables", Variables), ("/descriptors/storage-drivers", Storage), ("/descriptors/workflow-activation-strategies", Activation),
        ("/descriptors/incident-strategies", Incidents), ("/descriptors/log-persistence-strategies", Empty), ("/descriptors/commit-strategies/workflows", Empty), ("/descriptors/commit-strategies/activities", Empty),
        ("/descriptors/output-converters", Empty), ("/features/installed", Empty),
    ];

    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/descriptors/activities", async (HttpContext context, ActivityDescriptors activities) => (await activities.NowAsync(context.Actor())).Antwoord(answer => answer.For(context, seconds: 0)));
        foreach (var (path, answer) in Constant)
            elsa.MapGet(path, (HttpContext context) => answer.For(context));
        // No input here asks for its options anew, and nothing here is JavaScript.
        elsa.MapPost("/descriptors/activities/{type}/options/{property}", () => ElsaJson.Answer(new { items = new { } }));
        elsa.MapPost("/scripting/javascript/type-definitions/{definitionId}", () => Results.Text("", "text/plain"));
        elsa.MapPost("/tests/activities", () => ElsaJson.Answer(new
        {
            activityState = new { }, payload = new { }, outputs = new { }, status = "Faulted", exception = new { type = "NotSupported", message = "Eén losse stap proberen kan hier niet. Gebruik Run: dan loopt de hele tekening als proef." },
        }));
    }

    static ElsaAnswer Items(params object[] items) => new(new { items, count = items.Length });

    static object Expression(string type, string displayName, bool isBrowsable = true, string? language = null, string? uiHint = null)
    {
        var properties = new Dictionary<string, string>();
        if (language is not null)
            properties["MonacoLanguage"] = language;
        if (uiHint is not null)
            properties["UIHint"] = uiHint;
        return new { type, displayName, isSerializable = true, isBrowsable, properties };
    }

    static object Variable(string typeName, string displayName, string category) => new { typeName, displayName, category, description = displayName };

    static object Strategy(string typeName, string displayName, string description) => new { typeName, displayName, description };
}
