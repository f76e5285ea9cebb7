using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Whether this node is leaving: because a newer version of the program has changed the tables, or because somebody stops it.</summary>
public sealed class Vertrek
{
    volatile bool begonnen, stoptStraks;

    public bool IsBegonnen => begonnen;

    /// <summary>Somebody stops it; until then it answers.</summary>
    public bool StoptStraks => stoptStraks;

    internal void Begin() => begonnen = true;

    internal void StopStraks() => stoptStraks = true;
}

static class Vertrekken
{
    /// <summary>Who leaves takes nothing more; about its health it still answers.</summary>
    public static void GebruikVertrek(this IApplicationBuilder app)
    {
        var vertrek = app.ApplicationServices.GetRequiredService<Vertrek>();
        app.Use((context, volgende) => vertrek.IsBegonnen && !context.Request.Path.StartsWithSegments("/health")
            ? Problemen.AntwoordAsync(context, new Weigering(Verzoekcode.ServerVertrekt))
            : volgende(context));
    }
}
