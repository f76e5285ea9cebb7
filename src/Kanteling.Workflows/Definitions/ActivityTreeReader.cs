using System.Globalization;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// Finds the activities in a document by their shape: any object with a text <c>type</c> and an <c>id</c> or <c>version</c>, wherever
/// it hangs in another activity, except in wrapped inputs, <c>metadata</c> and <c>customProperties</c>. So activities that nobody
/// here knows are still nodes with children. The recursion is bounded: 64 levels of activities, 512 of JSON.
/// </summary>
sealed class ActivityTreeReader(List<Finding> findings)
{
    public const int MaxActivities = 10_000;
    public const int MaxConnections = 20_000;
    public const int MaxLevels = 64;
    public const int MaxIdLength = 100;

    static readonly HashSet<string> NotSearched = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "nodeId", "name", "type", "version", "metadata", "customProperties", "canStartWorkflow", "variables", "connections", "start",
    };

    readonly Dictionary<ActivityId, ActivityNode> nodes = [];
    int activities;
    int connections;

    public IReadOnlyDictionary<ActivityId, ActivityNode> Nodes => nodes;

    public ActivityNode? ReadRoot(JsonObject json) => ReadActivity(json, null, null, 1);

    ActivityNode? ReadActivity(JsonObject json, ActivityNode? parent, string? port, int level)
    {
        if (IsBeyondLimits(level) || Identity(json, parent, port) is not var (id, type))
            return null;
        var node = new ActivityNode(id, type, json, parent, port);
        if (!nodes.TryAdd(id, node))
            findings.Add(Finding.Error(FindingCode.ActivityIdDuplicate, id));
        node.Variables = VariableReader.Read(json, id, findings);
        ReadProperties(node, level);
        ReadConnections(node);
        json[json.ContainsKey("NodeId") ? "NodeId" : "nodeId"] = node.NodeId;
        return node;
    }

    bool IsBeyondLimits(int level)
    {
        if (level > MaxLevels)
            AddOnce(FindingCode.DefinitionTooDeep, "activities", MaxLevels);
        if (++activities > MaxActivities)
            AddOnce(FindingCode.DefinitionTooLarge, "activities", MaxActivities);
        return level > MaxLevels || activities > MaxActivities;
    }

    (ActivityId Id, string Type)? Identity(JsonObject json, ActivityNode? parent, string? port)
    {
        var (id, type) = (json.Text("id"), json.Text("type"));
        var place = parent is null ? "root" : $"{parent.Id}.{port}";
        if (string.IsNullOrEmpty(type))
            findings.Add(Finding.Error(FindingCode.ActivityTypeMissing, id is null ? null : new(id), place));
        if (string.IsNullOrEmpty(id))
            findings.Add(Finding.Error(FindingCode.ActivityIdMissing, null, place));
        else if (id.Length > MaxIdLength)
            findings.Add(Finding.Error(FindingCode.ActivityIdTooLong, new(id[..MaxIdLength]), MaxIdLength.ToString(CultureInfo.InvariantCulture)));
        return string.IsNullOrEmpty(type) || string.IsNullOrEmpty(id) || id.Length > MaxIdLength ? null : (new(id), type);
    }

    void ReadProperties(ActivityNode node, int level)
    {
        var inputs = new Dictionary<string, ActivityInput>(StringComparer.OrdinalIgnoreCase);
        var outputs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (property, value) in node.Json.ToArray())
        {
            var name = JsonProperties.Camel(property);
            // A flowchart's start points at one of its activities; a For's start is its first number.
            if (value is null || (NotSearched.Contains(property) && (name != "start" || node.IsFlowchart)))
                continue;
            if (InputReader.Output(value) is { } variable)
            {
                outputs.TryAdd(name, variable);
            }
            else if (InputReader.IsWrapped(value) || !HoldsActivities(value, name, node, level))
            {
                if (InputReader.Input(name, value) is { } input)
                    inputs.TryAdd(name, input);
            }
        }
        (node.Inputs, node.Outputs) = (inputs, outputs);
        node.Cases = SwitchCaseReader.Read(node);
    }

    // Whether the property is a place for activities, filled or not; if so, they are read.
    bool HoldsActivities(JsonNode value, string port, ActivityNode node, int level)
    {
        var before = activities;
        Search(value, port, node, level, isPlace: port == "activities");
        return activities > before || port is "activities" or "cases";
    }

    void Search(JsonNode? value, string port, ActivityNode parent, int level, bool isPlace)
    {
        if (value.Unwrapped() is { } array)
        {
            SearchArray(array, port, parent, level, isPlace);
        }
        else if (value is not JsonObject json || InputReader.IsWrapped(json))
        {
            return;
        }
        else if (isPlace || IsActivity(json))
        {
            ReadActivity(json, parent, port, level + 1);
        }
        else
        {
            foreach (var (property, inner) in json.ToArray())
            {
                if (!NotSearched.Contains(property))
                    Search(inner, InnerPort(port, property), parent, level, isPlace: IsCaseActivity(port, property));
            }
        }
    }

    void SearchArray(JsonArray array, string port, ActivityNode parent, int level, bool isPlace)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonObject json && (isPlace || IsActivity(json)))
                ReadActivity(json, parent, port, level + 1);
            else
                Search(array[i], $"{port}[{i}]", parent, level, isPlace: false);
        }
    }

    static string InnerPort(string port, string property) =>
        property is "activity" or "Activity" ? port : $"{port}.{JsonProperties.Camel(property)}";

    static bool IsCaseActivity(string port, string property) =>
        property is "activity" or "Activity" && port.StartsWith("cases[", StringComparison.Ordinal);

    static bool IsActivity(JsonObject json) => json.Text("type") is not null && (json.Has("id") || json.Has("version"));

    void ReadConnections(ActivityNode node)
    {
        if (!node.IsFlowchart)
            return;
        (node.Connections, node.DuplicateConnections) = ConnectionReader.Read(node, findings);
        connections += node.Connections.Count;
        if (connections > MaxConnections)
            AddOnce(FindingCode.DefinitionTooLarge, "connections", MaxConnections);
    }

    void AddOnce(string code, string what, int limit)
    {
        if (!findings.Exists(finding => finding.Code == code && finding.Arguments[0] == what))
            findings.Add(Finding.Error(code, null, what, limit.ToString(CultureInfo.InvariantCulture)));
    }
}
