using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>
/// The list of runs. Who sees how flows run sees all of them without names, and who may draw the trials too; anybody else
/// sees those of the households in which he has work. What is shielded is in nobody's list.
/// </summary>
public sealed class Verlooplijst(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid)
{
    const int MostStreams = 400;

    /// <param name="vraag">What is looked for; a drawing by its own id, also for trials of it.</param>
    public async Task<Lijst<Verloopregel>> ZoekAsync(Actor actor, InstanceSearch vraag, Paging paging)
    {
        if (vraag.DefinitionIds is { } ids)
            vraag = vraag with { DefinitionIds = [.. ids, .. (await storage.Instances.TrialDefinitionsAsync()).Where(d => ids.Contains(Proeftekening.OrigineelVan(d)))] };
        if (bevoegdheid.Mag(actor, Handeling.VerloopZien))
            vraag = vraag with { WithoutKind = Afscherming.Soort, Trials = bevoegdheid.Mag(actor, Handeling.Tekenen) ? null : false };
        else
            vraag = vraag with { Trials = false, Streams = await StreamsOfAsync(actor) };
        var gevonden = await storage.Instances.FindAsync(vraag, paging);
        return new Lijst<Verloopregel>([.. gevonden.Items.Select(Regel)], gevonden.Total);
    }

    /// <summary>The households in which this actor has, or had, work, and that he may see.</summary>
    async Task<IReadOnlyCollection<StreamId>> StreamsOfAsync(Actor actor)
    {
        var streams = await storage.Streams.OfWorkAsync(bevoegdheid.Zicht(actor), MostStreams);
        foreach (var stream in streams.ToList())
        {
            if (await engine.ReadAsync(stream) is not { } gevonden || Bevoegdheid.IsAfgeschermd(gevonden) || !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden))
                streams.Remove(stream);
        }
        return streams;
    }

    static Verloopregel Regel(InstanceLine regel)
    {
        var isProef = Streams.IsTrial(regel.Stream);
        return new Verloopregel(
            Verloopids.VanInstantie(regel.Stream, regel.Id), new DefinitionVersion(regel.DefinitionId, regel.DefinitionVersion), regel.Status, isProef, regel.Incidents, regel.StartedAt, regel.UpdatedAt, regel.IsOpen ? null : regel.ClosedAt)
        {
            Kenmerk = isProef ? regel.Correlation : null, Naam = isProef ? regel.Name : null,
        };
    }
}

/// <summary>A run in a list. The list shows which flows run, not for whom: only of a trial it has a name and a label.</summary>
/// <param name="Versie">Of the drawing that ran; of a trial that of the copy.</param>
/// <param name="Status">running, suspended, finished, cancelled or faulted.</param>
/// <param name="Incidenten">How many are open.</param>
/// <param name="Klaar">When it ended; null while it is open.</param>
public sealed record Verloopregel(string Id, DefinitionVersion Versie, string Status, bool IsProef, int Incidenten, DateTimeOffset Begonnen, DateTimeOffset Gewijzigd, DateTimeOffset? Klaar)
{
    public string? Kenmerk { get; init; }

    public string? Naam { get; init; }

    /// <summary>Id of the drawing, also when a copy of it ran.</summary>
    public string Tekening => Proeftekening.OrigineelVan(Versie.DefinitionId);
}
