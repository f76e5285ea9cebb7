using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Reads <c>options</c>. Elsa names strategies by CLR type; only the last word of that name means anything here.</summary>
static class OptionsReader
{
    public static DefinitionOptions Read(JsonObject? options, List<Finding> findings) => new(
        Activation(options?.Text("activationStrategyType"), findings),
        options?.Flag("usableAsActivity") ?? false,
        options?.Flag("autoUpdateConsumingWorkflows") ?? false,
        options?.Text("activityCategory"),
        options?.Text("incidentStrategyType"));

    static ActivationStrategy Activation(string? clrName, List<Finding> findings)
    {
        switch (clrName?.Split(',')[0].Split('.')[^1])
        {
            case null or "" or "AllowAlwaysStrategy":
                return ActivationStrategy.AllowAlways;
            case "SingletonStrategy":
                return ActivationStrategy.Singleton;
            case "CorrelatedSingletonStrategy":
                return ActivationStrategy.CorrelatedSingleton;
            case "CorrelationStrategy":
                return ActivationStrategy.Correlation;
            default:
                findings.Add(Finding.Warning(FindingCode.ActivationStrategyUnknown, null, clrName!));
                return ActivationStrategy.AllowAlways;
        }
    }
}
