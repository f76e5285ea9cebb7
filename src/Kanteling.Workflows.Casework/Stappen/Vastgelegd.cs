using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Documenten;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>The documents of a step, in the version with which its flow was published. A newer one is for a newer version of the flow.</summary>
static class Vastgelegd
{
    /// <exception cref="StepFailed">DOCUMENT_NIET_VASTGELEGD: this version of the flow was published without it. Or it is gone.</exception>
    public static T Document<T>(ActivityContext c, Documentsoort soort, string id) where T : class
    {
        if (c.Definition.Pin(soort.Naam, id) is not { } pin)
            throw new StepFailed(Documentcode.DocumentNietVastgelegd, id, c.Definition.Key.ToString());
        return c.Given.Find<T>(soort.Sleutel(id, pin.Version)) ?? throw new StepFailed(soort.NietGevonden, id);
    }

    /// <summary>The document that a drawing names for a step; null when it leaves that to the step.</summary>
    public static string? Getekend(Stap stap, ActivityContext c, Documentsoort soort) => stap.IsRij || c.Text(soort.Naam) is not { Length: > 0 } id ? null : id;
}
