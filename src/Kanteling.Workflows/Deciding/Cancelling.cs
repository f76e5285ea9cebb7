using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>A person stops an instance.</summary>
sealed class Cancelling(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Cancel(CancelInstance command)
    {
        if (!at.Case.Instances.ContainsKey(command.Instance))
            return [Refusal.Of(RefusalCode.InstanceNotOpen, command.Instance.ToString())];
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        burst.Stopping.Stop(command.Instance, command.Reason);
        return [];
    }
}
