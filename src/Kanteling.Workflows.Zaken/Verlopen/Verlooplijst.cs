using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>
/// The list of runs. Who sees how flows run sees all of them without names, and who may draw the trials too; anybody else
/// sees those of the households to which he is related. What is shielded is in nobody's list.
/// </summary>
public sealed class Verlooplijst(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid)
{
    /// <param name="vraag">What is looked for; a drawing by its own id, also for trials of it.</param>
    /// <returns>Refused: 503 while the list of who is related to what is made anew.</returns>
    public async Task<Uitslag<Lijst<Verloopregel>>> ZoekAsync(Actor actor, InstanceSearch vraag, Paging paging)
    {
        if (vraag.DefinitionIds is { } ids)
            vraag = vraag with { DefinitionIds = [.. ids, .. (await storage.Instances.TrialDefinitionsAsync()).Where(d => ids.Contains(Proeftekening.OrigineelVan(d)))] };
        if (!bevoegdheid.Mag(actor, Handeling.VerloopZien))
            return await ZoekEigenAsync(actor, vraag, paging);
        var gevonden = await storage.Instances.FindAsync(vraag with { WithoutKind = Afscherming.Soort, Trials = bevoegdheid.Mag(actor, Handeling.Tekenen) ? null : false }, paging);
        return new Lijst<Verloopregel>([.. gevonden.Items.Select(Regel)], gevonden.Total);
    }

    async Task<Uitslag<Lijst<Verloopregel>>> ZoekEigenAsync(Actor actor, InstanceSearch vraag, Paging paging)
    {
        if (!bevoegdheid.HeeftRecht(actor, Handeling.HuishoudenZien))
            return new Lijst<Verloopregel>([], 0);
        if (!await storage.Projections.CatchUpSearchAsync())
            return new Weigering(Verzoekcode.ZoeklijstWordtGemaakt);
        var gevonden = await storage.Instances.FindAsync(vraag with { Trials = false, Related = Betrokkenen.Van(bevoegdheid.Zicht(actor)) }, paging);
        var regels = new List<Verloopregel>();
        foreach (var regel in gevonden.Items)
        {
            // Asked once more of the case itself: it may have changed since the table was read.
            if (await engine.ReadAsync(regel.Stream) is { } huishouden && bevoegdheid.Mag(actor, Handeling.HuishoudenZien, huishouden))
                regels.Add(Regel(regel));
        }
        return new Lijst<Verloopregel>(regels, gevonden.Total);
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
    public DefinitionId Tekening => Proeftekening.OrigineelVan(Versie.DefinitionId);
}
