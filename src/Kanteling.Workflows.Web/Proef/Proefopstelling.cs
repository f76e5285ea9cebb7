using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Web.Proef;

/// <summary>Everything a trial needs besides a store: the domain, the kinds of activity, and the rows that decisions ask for.</summary>
/// <param name="Rij">A given row by its key, such as <c>formulier:hulpvragen</c>; null when there is none.</param>
public sealed record Proefopstelling(Domain Domein, ActivityKinds Soorten, Func<string, object?> Rij)
{
    public static Proefopstelling Van(FlowFolder map) => throw new NotSupportedException(map.Path);

    /// <summary>An engine that remembers nothing yet.</summary>
    public WorkflowEngine Motor(IWorkflowStore store, Func<DateTimeOffset> nu) => new(store, Domein, Soorten, nu, null, sleutel => Task.FromResult(Rij(sleutel)));

    public Given Gegeven() => Given.Nothing.With(Given.CalendarKey, Kalender.Standaard);

    public IReadOnlyList<string> Verwijzingen(object domein, string soort) => [];
}
