using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Activities;

/// <summary>Who a drawn <c>Elsa.RunTask</c> is for. That is kept for ever, so it is read only where it was drawn, not where it was computed.</summary>
public static class DrawnTask
{
    /// <summary>The address in a drawing; null when the activity is no such task, or its payload is computed.</summary>
    public static TaskAddress? AddressOf(ActivityNode node) =>
        node.Type == ActivityTypes.RunTask && node.Inputs.GetValueOrDefault("payload") is { } payload && IsDrawn(payload) ? AddressOf(Drawn(payload)) : null;

    internal static bool IsDrawn(ActivityInput payload) => payload.ExpressionType is ExpressionTypes.Literal or ExpressionTypes.Object;

    internal static TaskAddress AddressOf(JsonObject payload) => new(null, payload["role"]?.ToString(), payload["team"]?.ToString() is { } team ? new(team) : null);

    static JsonObject Drawn(ActivityInput payload)
    {
        if (payload.Value is JsonObject drawn || payload.Text is not { } text)
            return payload.Value as JsonObject ?? [];
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // What cannot be read is a finding of its own.
            return [];
        }
    }
}
