using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>A step that nobody does: it is over at once.</summary>
static class Automatischestap
{
    public static ActivityKind Van(string naam, string categorie, string titel, string uitleg, ActivityTraits eigenschappen, Func<ActivityContext, IReadOnlyList<Effect>> begin) =>
        ActivityKind.Automatic(new ActivityDescriptor($"Kanteling.{naam}", 1, categorie, titel, uitleg, [], [], [new PortDescriptor("Done", "Klaar", Embedded: false)], eigenschappen), begin);
}
