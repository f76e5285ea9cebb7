using System.Globalization;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Reads the <c>variables</c> of a definition or a container.</summary>
static class VariableReader
{
    public static IReadOnlyList<VariableDeclaration> Read(JsonObject owner, ActivityId? activityId, List<Finding> findings)
    {
        var variables = new List<VariableDeclaration>();
        foreach (var (index, item) in owner.Items("variables").Index())
        {
            if (item is JsonObject json && Declaration(json) is { } variable)
                variables.Add(variable);
            else
                findings.Add(Finding.Warning(FindingCode.VariableNameless, activityId, index.ToString(CultureInfo.InvariantCulture)));
        }
        return variables;
    }

    static VariableDeclaration? Declaration(JsonObject json)
    {
        var (id, name) = (json.Text("id"), json.Text("name"));
        if (string.IsNullOrEmpty(id) && string.IsNullOrEmpty(name))
            return null;
        var isBurst = json.Text("storageDriverTypeName")?.Contains("MemoryStorageDriver", StringComparison.Ordinal) ?? false;
        return new VariableDeclaration(
            string.IsNullOrEmpty(id) ? name! : id,
            string.IsNullOrEmpty(name) ? id! : name,
            json.Text("typeName") ?? "Object",
            json.Flag("isArray"),
            json.Find("value"),
            isBurst ? VariableStorage.Burst : VariableStorage.Instance);
    }
}
