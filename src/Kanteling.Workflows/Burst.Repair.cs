using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// What the decider asks besides running: repairing, following a term, and seeing that nothing is stuck.
sealed partial class Burst
{
    public bool HasCalendarChanged => events.OfType<CalendarChanged>().Any();

    /// <summary>Sets the variables a repair names.</summary>
    public ImmutableArray<Refusal> Repair(Incident incident, JsonObject values)
    {
        var instance = State.Instances[incident.Instance];
        var definition = DefinitionOf(instance);
        var unknown = values.Select(v => v.Key).Where(name => ValueReader.AddressOf(definition, instance, incident.Execution, name) is null).ToList();
        if (unknown.Count > 0)
            return [Refusal.Of("VARIABLE_UNKNOWN", definition.Node(incident.ActivityId).DisplayText, string.Join(", ", unknown))];
        foreach (var (name, value) in values)
            Set(incident.Instance, incident.Execution, name, value?.DeepClone());
        return [];
    }

    /// <summary>Goes on as if the step had ended with this outcome.</summary>
    public void Skip(Incident incident, string outcome) => CompleteExecution(incident.Instance, incident.Execution, [outcome], null);

    /// <summary>
    /// What the domain wants when one of its terms passed. No execution asked for it, so only these effects make sense.
    /// A flow that is not published is a refusal: the deadline stays, overdue and visible, and fires once it is.
    /// </summary>
    public ImmutableArray<Refusal> Follow(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
            switch (effect)
            {
                case Happened x: Raise(new DomainEvent(x.Event)); break;
                case PublishHere x: Publish(x.Name, x.Correlation, x.Payload); break;
                case StartFlow x when given.Find<CompiledDefinition>(Given.PublishedKey(x.DefinitionId)) is { } definition:
                    Begin(definition, x.Input, x.Dossier, "", null, x.Correlation, null, null);
                    break;
                case StartFlow x: return [Refusal.Of("DEFINITION_NOT_FOUND", x.DefinitionId)];
                default: throw new InvalidOperationException($"A term cannot ask for {effect.GetType().Name}.");
            }
        return [];
    }

    /// <summary>No case is ever silently stuck: an open instance that waits for nothing becomes an incident.</summary>
    public void RaiseForStuck()
    {
        foreach (var instance in State.Instances.Values)
        {
            var waits = !instance.Waits.IsEmpty || !instance.Incidents.IsEmpty;
            if (!waits && instance.Executions.Values.FirstOrDefault(e => e.Parent == 0) is { } root)
                Raise(new IncidentRaised(NewId(), instance.Id, root.Id, root.ActivityId, "INSTANCE_STUCK", [], new PendingWork(PendingKind.Start)));
        }
    }
}
