using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>The triggers of a definition are deadlines of its stream.</summary>
sealed class Triggering(Burst burst, Situation at)
{
    public void SetAll(WorkflowDefinition definition)
    {
        foreach (var trigger in Triggers.Of(definition))
        {
            if (Triggers.Next(trigger, at.Now, at.Now) is { } due)
                Set(trigger.Id, due);
        }
    }

    public void CancelAll(string why)
    {
        foreach (var trigger in at.Case.Terms.Values.Where(d => d.For == DeadlineFor.Trigger))
            burst.Raise(new DeadlineCancelled(trigger.Id, why));
    }

    /// <summary>
    /// A trigger starts an instance in a stream of its own, whose id follows from the message, of which there is one for each
    /// due moment: twice is once. After a standstill it fires once, marked late, and its next time counts from now.
    /// </summary>
    public void Fire(Deadline deadline, bool late)
    {
        var current = burst.State.Published.Values.First(p => p.IsCurrent);
        var definitionId = Streams.DefinitionOf(burst.State.Stream);
        var definition = at.Given.Get<CompiledDefinition>(Given.DefinitionKey(new DefinitionVersion(definitionId, current.Version)));
        var next = Triggers.Next(definition.Node(deadline.Key), deadline.DueAt, at.Now);
        burst.Raise(new TriggerFired(deadline.Key, deadline.DueAt, next, late));
        var body = new JsonObject
        {
            ["definitionId"] = definitionId,
            ["version"] = current.Version,
            ["startActivity"] = deadline.Key,
            ["input"] = new JsonObject { ["due"] = deadline.DueAt.ToString("O", CultureInfo.InvariantCulture), ["late"] = late },
        };
        burst.Raise(new MessageQueued(new Message(burst.NewId<MessageId>(), MessageKind.StartInstance, Content.Of(null, ContentKind.Target, definitionId), Content.Of(null, ContentKind.Payload, body), null, null, at.Now)));
        if (next is { } due)
            Set(deadline.Key, due);
    }

    void Set(string activity, DateTimeOffset due) =>
        burst.Raise(new DeadlineSet(new Deadline(burst.NewId<DeadlineId>(), null, null, null, DeadlineFor.Trigger, activity, null, due.ToUniversalTime(), [])));
}
