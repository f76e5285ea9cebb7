using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Reads the envelope of a document that <see cref="DefinitionText"/> let through, and owns it from then on.</summary>
sealed class DefinitionReader(JsonObject document)
{
    readonly List<Finding> findings = [];

    public DefinitionReading Read()
    {
        var definitionId = DefinitionId();
        var version = Version();
        var activities = new ActivityTreeReader(findings);
        var root = Root(activities);
        var variables = VariableReader.Read(document, null, findings);
        var options = OptionsReader.Read(document.Object("options"), findings);
        if (root is null || findings.Exists(finding => finding.Severity == FindingSeverity.Error))
            return new DefinitionReading(null, findings);
        return new DefinitionReading(new WorkflowDefinition
        {
            Document = document,
            Id = document.Text("id") ?? new DefinitionVersion(definitionId, version).ToString(),
            DefinitionId = definitionId,
            Name = document.Text("name") is { Length: > 0 } name ? name : definitionId.Text,
            Description = document.Text("description"),
            Version = version,
            Variables = variables,
            Inputs = [.. Objects("inputs").Select(Input)],
            Outputs = [.. Objects("outputs").Select(Output)],
            Outcomes = [.. document.Items("outcomes").Select(outcome => outcome.AsText()).OfType<string>()],
            Options = options,
            CustomProperties = document.Object("customProperties") ?? [],
            Root = root,
            Nodes = activities.Nodes,
        }, findings);
    }

    DefinitionId DefinitionId()
    {
        var id = document.Text("definitionId");
        if (string.IsNullOrWhiteSpace(id))
            findings.Add(Finding.Error(FindingCode.DefinitionIdMissing, null));
        return new(id ?? "");
    }

    int Version()
    {
        if (document.Find("version") is null)
            return 1;
        var version = document.Whole("version");
        if (version is null or < 0)
            findings.Add(Finding.Error(FindingCode.DefinitionVersionInvalid, null, document.Find("version")!.ToJsonString()));
        return version ?? 1;
    }

    ActivityNode? Root(ActivityTreeReader activities)
    {
        if (document.Object("root") is { } root)
            return activities.ReadRoot(root);
        findings.Add(Finding.Error(FindingCode.DefinitionRootMissing, null));
        return null;
    }

    IEnumerable<JsonObject> Objects(string name) => document.Items(name).OfType<JsonObject>();

    static InputDeclaration Input(JsonObject json) => new(
        json.Text("name") ?? "", json.Text("type") ?? "Object", json.Flag("isArray"), json.Text("displayName") ?? json.Text("name") ?? "",
        json.Text("description") ?? "", json.Text("category") ?? "", json.Text("uiHint") ?? "singleline");

    static OutputDeclaration Output(JsonObject json) => new(
        json.Text("name") ?? "", json.Text("type") ?? "Object", json.Flag("isArray"), json.Text("displayName") ?? json.Text("name") ?? "",
        json.Text("description") ?? "", json.Text("category") ?? "");
}
