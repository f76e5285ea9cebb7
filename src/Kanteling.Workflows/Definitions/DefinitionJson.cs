using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>What reading gave.</summary>
/// <param name="Definition">Null exactly when there is an error among the findings.</param>
/// <param name="Findings">In the order in which they were met.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<Finding> Findings);

/// <summary>Reads and writes definitions. Writing gives back what was read, except that node ids are recomputed.</summary>
public static class DefinitionJson
{
    /// <summary>Elsa's schema, named in exported files.</summary>
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>Reads any text; whatever is wrong with it is a finding, never an exception.</summary>
    public static DefinitionReading Read(string json) => Read(DefinitionText.Parse(json));

    /// <summary>Reads a copy of the document.</summary>
    public static DefinitionReading Read(JsonObject document) => Read(DefinitionText.Copy(document));

    /// <summary>The document as text.</summary>
    public static string Write(WorkflowDefinition definition, bool indented = false) => DefinitionText.Write(definition.Document, indented);

    /// <summary>The document as a file for Elsa Studio or an Elsa server: with <c>$schema</c> first, without the links of the API.</summary>
    public static JsonObject ForExport(WorkflowDefinition definition)
    {
        var export = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in definition.Document)
        {
            if (name is not ("$schema" or "links" or "Links"))
                export[name] = value?.DeepClone();
        }
        return export;
    }

    static DefinitionReading Read((JsonObject? Document, Finding? Problem) parsed) =>
        parsed.Document is { } document ? new DefinitionReader(document).Read() : new DefinitionReading(null, [parsed.Problem!]);
}
