using System.Globalization;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>Every activity is of a known type, has what it requires, and its literal times can be read.</summary>
static class ActivityCheck
{
    // Which literal of which activity is a time: what an expression gives is only known when it runs.
    static readonly Dictionary<string, string> Times = new()
    {
        [ActivityTypes.Delay] = "timeSpan",
        [ActivityTypes.Timer] = "interval",
        [ActivityTypes.StartAt] = "dateTime",
        [ActivityTypes.Cron] = "cronExpression",
    };

    public static IEnumerable<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue) =>
        definition.Nodes.Values.SelectMany(node => Of(node, catalogue));

    static IEnumerable<Finding> Of(ActivityNode node, ActivityCatalogue catalogue)
    {
        if (node.IsWorkflow)
            return [];
        if (catalogue.Find(node) is { } descriptor)
        {
            return descriptor.Inputs.Where(input => IsMissing(node, input)).Select(input => Finding.Error(FindingCode.InputRequired, node.Id, input.Name))
                .Concat(descriptor.Inputs.Where(input => IsComputed(node, input)).Select(input => Finding.Error(FindingCode.InputNotFixed, node.Id, input.Name)))
                .Concat(Time(node)).Concat(Join(node));
        }
        return [Finding.Error(FindingCode.ActivityUnknown, node.Id, node.Type, node.Version.ToString(CultureInfo.InvariantCulture))];
    }

    static bool IsMissing(ActivityNode node, InputDescriptor input)
    {
        if (!input.IsRequired || input.DefaultValue is not null)
            return false;
        return input.IsWrapped ? string.IsNullOrWhiteSpace(node.Inputs.GetValueOrDefault(input.Name)?.Text) : node.Property(input.Name) is null;
    }

    static bool IsComputed(ActivityNode node, InputDescriptor input) =>
        input.IsFixed && node.Inputs.GetValueOrDefault(input.Name) is { Text.Length: > 0, ExpressionType: not ExpressionTypes.Literal } drawn && (drawn.ExpressionType != ExpressionTypes.Object || input.TypeName == "String");

    /// <summary>What a join waits for has to be known from the drawing: which branches are cancelled and which are awaited follows from it.</summary>
    static IEnumerable<Finding> Join(ActivityNode node)
    {
        if (node.Type != ActivityTypes.FlowJoin || node.Inputs.GetValueOrDefault("mode") is not { } mode || string.IsNullOrWhiteSpace(mode.Text))
            yield break;
        if (mode.ExpressionType != ExpressionTypes.Literal || mode.Text.ToUpperInvariant() is not ("WAITANY" or "WAITALL" or "WAITALLACTIVE"))
            yield return Finding.Error(FindingCode.JoinModeNotFixed, node.Id, mode.Text ?? mode.ExpressionType);
    }

    static IEnumerable<Finding> Time(ActivityNode node)
    {
        if (!Times.TryGetValue(node.Type, out var name) || node.Inputs.GetValueOrDefault(name) is not { ExpressionType: ExpressionTypes.Literal, Text: { } text })
            yield break;
        if (string.IsNullOrWhiteSpace(text) || IsReadable(node.Type, text))
            yield break;
        yield return node.Type == ActivityTypes.Cron
            ? Finding.Error(FindingCode.CronInvalid, node.Id, text)
            : Finding.Error(FindingCode.TimeInvalid, node.Id, name, text);
    }

    static bool IsReadable(string type, string text) => type switch
    {
        ActivityTypes.Cron => CronExpression.TryParse(text, out _),
        ActivityTypes.StartAt => ElsaTime.TryParseMoment(text, out _),
        _ => ElsaTime.TryParseDuration(text, out _),
    };
}
