namespace Kanteling.Workflows.Expressions;

/// <summary>Contexts whose names are not known beforehand.</summary>
static class ContextFunctions
{
    static readonly Parameter Context = new(FeelType.Context.Open);

    internal static FeelFunction[] All { get; } =
    [
        new("get value", [Context, Parameter.Text], FeelType.Any, (a, _) => ((FeelContext)a[0])[((FeelString)a[1]).Value]),
        new("get entries", [Context], new FeelType.List(EntryType), (a, e) => Entries((FeelContext)a[0], e)),
    ];

    static FeelType EntryType => FeelType.Context.Of(("key", FeelType.String), ("value", FeelType.Any));

    static FeelList Entries(FeelContext context, Evaluation evaluation) =>
        evaluation.List([.. context.Entries.Select(entry => evaluation.Context(
            new Dictionary<string, FeelValue> { ["key"] = new FeelString(entry.Key), ["value"] = entry.Value }))]);
}
