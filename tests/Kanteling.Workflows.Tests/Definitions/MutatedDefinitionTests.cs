using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>Whatever arrives, reading and checking answer with findings. Seeded: a failure names the number that repeats it.</summary>
public class MutatedDefinitionTests
{
    static readonly string[] Oddities =
    [
        "null", "0", "-1", "1e999", "\"\"", "\"Done\"", "[]", "{}", "[[]]", "true", "{\"type\":\"x\",\"id\":\"a\"}", "{\"$values\":[{}]}", "\"fc\"", "\"\\ud800\"",
        "{\"typeName\":1,\"expression\":{\"type\":[],\"value\":{}}}", "{\"typeName\":null,\"memoryReference\":{\"id\":7}}",
    ];

    [Fact]
    public void Two_thousand_broken_trees_never_throw()
    {
        var read = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var document = Whole();
            for (var change = random.Next(1, 6); change > 0; change--)
                Mutations.Change(document, random, Oddities);
            read += Survives(seed, () => DefinitionJson.Read(document));
        }
        read.ShouldBeInRange(200, 1_999, "the changes should break some drawings and leave others readable");
    }

    [Fact]
    public void Two_thousand_broken_texts_never_throw()
    {
        var whole = Whole().ToJsonString();
        var read = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(whole);
            for (var change = random.Next(1, 4); change > 0; change--)
                Mutations.Change(text, random);
            read += Survives(seed, () => DefinitionJson.Read(text.ToString()));
        }
        read.ShouldBeInRange(10, 1_999);
    }

    static int Survives(int seed, Func<DefinitionReading> reading)
    {
        try
        {
            var result = reading();
            (result.Definition is null).ShouldBe(result.Findings.Any(finding => finding.Severity == FindingSeverity.Error));
            if (result.Definition is not { } definition)
                return 0;
            DefinitionCheck.Run(definition, Catalogues.All);
            DefinitionJson.Read(DefinitionJson.Write(definition)).Definition.ShouldNotBeNull();
            DefinitionJson.ForExport(definition).Count.ShouldBeGreaterThan(1);
            return 1;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"seed {seed}", problem);
        }
    }

    static JsonObject Whole()
    {
        var inner = new Drawing().With("x", "Elsa.Delay", ("timeSpan", Drawing.Literal("PT1H"))).WithAll("y").Connect("x -> y").Root;
        inner["id"] = "binnen";
        var drawing = new Drawing().WithVariable("v-1", "Keuze")
            .With("start", "Elsa.Event", Drawing.MayStart, ("eventName", Drawing.Literal("gebeurd")), ("result", JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "v-1" } }""")))
            .With("cron", "Elsa.Cron", Drawing.MayStart, ("cronExpression", Drawing.Literal("0 0 5 * * *")))
            .With("keuze", "Elsa.FlowSwitch", Drawing.Mode("MatchAny"), ("cases", JsonNode.Parse("""[ { "label": "Ja", "condition": { "type": "FEEL", "value": "a > 1" } } ]""")))
            .With("als", "Elsa.If", ("condition", Drawing.Input("Variable", "{\"id\":\"v-1\",\"name\":\"Keuze\"}")), ("then", inner.DeepClone()), ("else", Drawing.Activity("z")))
            .With("taak", "Proef.Taak", ("uitkomsten", Drawing.Input("Object", "[\"Ja\",\"Nee\"]")))
            .With("samen", "Elsa.FlowJoin", Drawing.Mode("WaitAll")).With("eind", "Elsa.End")
            .Connect("start -> keuze", "cron -> keuze", "keuze.Ja -> als", "keuze.Default -> taak", "als -> samen", "taak.Ja -> samen", "taak.Nee -> keuze", "samen -> eind");
        drawing.Document["options"] = JsonNode.Parse("""{ "activationStrategyType": "X.SingletonStrategy, X" }""");
        drawing.Document["inputs"] = JsonNode.Parse("""[ { "name": "Zaak", "type": "String" } ]""");
        drawing.Document["outcomes"] = new JsonArray("Klaar");
        return drawing.Document;
    }
}
