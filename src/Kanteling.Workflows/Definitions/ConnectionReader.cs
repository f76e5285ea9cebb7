using System.Globalization;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// Reads the connections of a flowchart in today's form, in the legacy flat form, and those that a real Elsa server parked under
/// <c>notFoundConnections</c> because it did not know our activities.
/// </summary>
static class ConnectionReader
{
    public static (IReadOnlyList<Connection> Connections, IReadOnlyList<Connection> Duplicates) Read(ActivityNode flowchart, List<Finding> findings)
    {
        var connections = new List<Connection>();
        var duplicates = new List<Connection>();
        var seen = new HashSet<(ActivityId, string, ActivityId)>();
        foreach (var (index, item) in Drawn(flowchart.Json).Index())
        {
            if (item is JsonObject json && Connection(json, index) is { } connection)
                (seen.Add((connection.Source, connection.Port, connection.Target)) ? connections : duplicates).Add(connection);
            else
                findings.Add(Finding.Warning(FindingCode.ConnectionUnreadable, flowchart.Id, index.ToString(CultureInfo.InvariantCulture)));
        }
        return (connections, duplicates);
    }

    static IEnumerable<JsonNode?> Drawn(JsonObject flowchart)
    {
        var parked = flowchart.Object("customProperties")?.Items("notFoundConnections") ?? [];
        return flowchart.Items("connections").Concat(parked.OfType<JsonObject>());
    }

    static Connection? Connection(JsonObject json, int index)
    {
        var (source, port) = End(json.Find("source"), json.Text("sourcePort"));
        var (target, _) = End(json.Find("target"), null);
        return source is { } from && target is { } to
            ? new Connection(from, string.IsNullOrEmpty(port) ? ActivityTypes.DefaultPort : port, to, index)
            : null;
    }

    static (ActivityId? Activity, string? Port) End(JsonNode? end, string? flatPort) => end switch
    {
        JsonObject json => (IdOf(json.Find("activity") is JsonObject activity ? activity.Text("id") : json.Text("activity")), json.Text("port")),
        _ => (IdOf(end.AsText()), flatPort),
    };

    static ActivityId? IdOf(string? text) => string.IsNullOrEmpty(text) ? null : new(text);
}
