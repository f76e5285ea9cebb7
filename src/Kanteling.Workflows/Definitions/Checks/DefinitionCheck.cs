namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>What stands between a drawing and publishing it, as far as the engine can tell. Each check is a file in Checks/.</summary>
public static class DefinitionCheck
{
    /// <summary>More triggers than this in one definition are refused: every trigger gives the flowchart another graph.</summary>
    public const int MaxTriggers = 50;

    /// <summary>Every finding, each once. The definition can be published when none is an error.</summary>
    public static IReadOnlyList<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        var findings = new List<Finding>();
        if (definition.UsesToken)
            findings.Add(Finding.Error(FindingCode.TokenModeUnsupported, null));
        findings.AddRange(ActivityCheck.Run(definition, catalogue));
        findings.AddRange(ExpressionCheck.Run(definition, catalogue));
        findings.AddRange(VariableCheck.Run(definition));
        findings.AddRange(TriggerCheck.Run(definition, catalogue));
        foreach (var flowchart in definition.Nodes.Values.Where(node => node.IsFlowchart))
            findings.AddRange(FlowchartCheck.Run(new DrawnFlow(definition, flowchart, catalogue)));
        return [.. findings.DistinctBy(finding => (finding.Code, finding.ActivityId, string.Join('\n', finding.Arguments)))];
    }
}
