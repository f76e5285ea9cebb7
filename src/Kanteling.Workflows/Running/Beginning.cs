using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>An instance that is about to begin.</summary>
sealed record NewInstance(CompiledDefinition Definition, JsonObject Input, DossierId? Dossier, string RuleSet, string? Correlation)
{
    public ParentExecution? Parent { get; init; }

    /// <summary>A key that may be held once over all streams.</summary>
    public string? Claim { get; init; }

    /// <summary>The trigger that starts it; null for the flow's own start.</summary>
    public ActivityId? StartActivity { get; init; }

    /// <summary>What was offered; null when it begins by itself.</summary>
    public TakenOffer? Offer { get; init; }
}

/// <summary>How instances begin: by a command, by a date of the domain, or on behalf of a step of another one.</summary>
sealed class Beginning(Progress progress)
{
    int Deepest => progress.Parts.Limits.NestedFlows;

    /// <summary>Opens an instance and schedules its root.</summary>
    public InstanceId Begin(NewInstance x)
    {
        var id = progress.NewId<InstanceId>();
        var claim = Label(x, ContentKind.Correlation, x.Claim);
        progress.Raise(new InstanceStarted(
            id, x.Definition.Key, x.Definition.Hash, x.RuleSet, x.Dossier, x.Parent, Label(x, ContentKind.Correlation, x.Correlation), claim, x.StartActivity, Content.Of(x.Dossier, ContentKind.Input, x.Input)) { Offer = x.Offer });
        if (claim is not null)
            progress.Raise(new ClaimTaken(claim, id));
        progress.Schedule(new Step(id, ExecutionId.None, x.Definition.Definition.Root, false, null));
        return id;
    }

    static Content? Label(NewInstance x, string kind, string? text) => text is null ? null : Content.Of(x.Dossier, kind, text);

    /// <summary>Starts another flow of this stream on behalf of an execution.</summary>
    public void BeginChild(InstanceId instanceId, ExecutionId execution, StartFlow x)
    {
        var instance = progress.State.Instances[instanceId];
        if (Depth(instance) >= Deepest)
            throw new StepFailed(RefusalCode.FlowsTooDeep, x.DefinitionId.Text, Deepest.ToString(CultureInfo.InvariantCulture));
        var key = x.Version is { } version ? Given.DefinitionKey(new DefinitionVersion(x.DefinitionId, version)) : Given.PublishedKey(x.DefinitionId);
        var definition = progress.Situation.Given.Find<CompiledDefinition>(key) ?? throw new StepFailed(RefusalCode.DefinitionNotFound, x.DefinitionId.Text);
        if (progress.Parts.Domain.Unknown(x.Input, progress.Situation.Given, progress.Situation.Now) is [var unknown, ..])
            throw new StepFailed(unknown.Code, [.. unknown.Arguments]);
        var child = Begin(new NewInstance(definition, x.Input, x.Dossier ?? instance.Dossier, x.RuleSet ?? instance.RuleSet, x.Correlation ?? instance.Correlation?.AsString())
        {
            Parent = new ParentExecution(instanceId, execution, x.Waits),
        });
        if (x.Waits)
            progress.Raise(new WaitOpened(instanceId, new ChildWait(child.Wait, execution)));
    }

    /// <summary>Starts a flow because a date of the domain passed; false when it is not published.</summary>
    public bool BeginForTerm(StartFlow x)
    {
        if (progress.Situation.Given.Find<CompiledDefinition>(Given.PublishedKey(x.DefinitionId)) is not { } definition)
            return false;
        Begin(new NewInstance(definition, x.Input, x.Dossier, x.RuleSet ?? "", x.Correlation));
        return true;
    }

    int Depth(Instance instance)
    {
        var depth = 0;
        for (var parent = instance.Parent; parent is not null && depth <= Deepest; parent = progress.State.Instances.GetValueOrDefault(parent.Instance)?.Parent)
            depth++;
        return depth;
    }
}
