using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Every activity type that can run here, by type and version, and how to check a FEEL text.</summary>
/// <exception cref="ArgumentException">Two descriptors have the same type and version.</exception>
public sealed class ActivityCatalogue(IEnumerable<ActivityDescriptor> descriptors, Func<string, FeelProblem?>? checkFeel = null)
{
    static readonly PortDescriptor[] OnlyDone = [new(ActivityTypes.DefaultPort, ActivityTypes.DefaultPort, Embedded: false)];

    readonly FrozenDictionary<(string, int), ActivityDescriptor> byKey =
        descriptors.ToDictionary(descriptor => (descriptor.Type, descriptor.Version)).ToFrozenDictionary();

    /// <summary>Answers what is wrong with a FEEL text, or null. Accepts everything when none was given.</summary>
    public Func<string, FeelProblem?> CheckFeel { get; } = checkFeel ?? (_ => null);

    public IEnumerable<ActivityDescriptor> All => byKey.Values.OrderBy(descriptor => descriptor.Type, StringComparer.Ordinal).ThenBy(descriptor => descriptor.Version);

    /// <summary>The descriptor of exactly that version, or null.</summary>
    public ActivityDescriptor? Find(string type, int version) => byKey.GetValueOrDefault((type, version));

    /// <summary>The descriptor of the node's type and version, or null.</summary>
    public ActivityDescriptor? Find(ActivityNode node) => Find(node.Type, node.Version);

    /// <summary>Whether the node is known and has the trait.</summary>
    public bool Has(ActivityNode node, ActivityTraits trait) => Find(node)?.Has(trait) ?? false;

    /// <summary>Whether the node or anything inside it may wait. What is unknown is given the benefit of the doubt.</summary>
    public bool MayWait(ActivityNode node) => node.WithDescendants().Any(inner => Find(inner)?.Has(ActivityTraits.Waits) ?? true);

    /// <summary>The flow ports of this very node: where its connections may leave. Empty for a terminal activity.</summary>
    public IReadOnlyList<PortDescriptor> PortsOf(ActivityNode node)
    {
        if (node.Type is ActivityTypes.FlowSwitch)
            return [.. node.Cases.Select(choice => Flow(choice.Label)).Append(Flow("Default")).DistinctBy(port => port.Name)];
        var descriptor = Find(node);
        var ports = (descriptor?.Ports.Where(port => !port.Embedded) ?? []).Concat(DynamicPorts(node, descriptor)).DistinctBy(port => port.Name).ToList();
        return ports.Count > 0 ? ports : descriptor?.Has(ActivityTraits.Terminal) ?? false ? [] : OnlyDone;
    }

    /// <summary>Whether the ports of this node cannot all be known from the drawing: unknown type, or outcomes given by an expression.</summary>
    public bool HasOpenPorts(ActivityNode node) =>
        Find(node) is not { } descriptor
        || (OutcomesInput(node, descriptor) is { Value: not null } input && OutcomeNames.Read(input) is null);

    static IEnumerable<PortDescriptor> DynamicPorts(ActivityNode node, ActivityDescriptor? descriptor)
    {
        if (descriptor is null || Hinted(descriptor) is not { } hinted)
            return [];
        var values = OutcomesInput(node, descriptor) is { } input ? OutcomeNames.Read(input) ?? [] : [];
        return values.Concat(FixedOutcomes(hinted)).Select(Flow);
    }

    static ActivityInput? OutcomesInput(ActivityNode node, ActivityDescriptor descriptor) =>
        Hinted(descriptor) is { } hinted ? node.Inputs.GetValueOrDefault(hinted.Name) : null;

    static InputDescriptor? Hinted(ActivityDescriptor descriptor) =>
        descriptor.Has(ActivityTraits.DynamicOutcomes)
            ? descriptor.Inputs.FirstOrDefault(input => input.UiHint == InputDescriptor.DynamicOutcomes)
            : null;

    static IEnumerable<string> FixedOutcomes(InputDescriptor hinted) =>
        (hinted.UiSpecifications?["DynamicOutcomesOptions"]?["fixedOutcomes"] as JsonArray)?.Select(name => name.AsText()).OfType<string>() ?? [];

    static PortDescriptor Flow(string name) => new(name, name, Embedded: false);
}
