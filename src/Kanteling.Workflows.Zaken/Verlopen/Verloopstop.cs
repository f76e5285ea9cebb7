using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>Stops trials. A flow of a household is stopped from that household, where it is seen for whom it ran.</summary>
public sealed class Verloopstop(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid)
{
    const int MostAtOnce = 200;

    /// <summary>Stops these; one that ended already stays as it is.</summary>
    /// <returns>How many were stopped now; refused: 400 when one of them is no trial, then none is stopped.</returns>
    public async Task<Uitslag<int>> StopAsync(Actor actor, IReadOnlyCollection<string> ids, string sleutel)
    {
        if (!bevoegdheid.Mag(actor, Handeling.Tekenen))
            return new Weigering(Verzoekcode.NietBevoegd);
        var gevraagd = new List<(StreamId Stream, InstanceId Instance)>();
        foreach (var id in ids)
        {
            if (!Verloopids.LeesInstantie(id, out var gevonden))
                return new Weigering(Verloopcode.VerloopOnbekend);
            gevraagd.Add(gevonden);
        }
        if (gevraagd.Any(w => !Streams.IsTrial(w.Stream)))
            return new Weigering(Verloopcode.VerloopStoptInHuishouden);
        var stopped = 0;
        foreach (var (stream, instance) in gevraagd)
        {
            var command = new CancelInstance(instance, "Gestopt in Studio");
            var asking = Asking.Person(actor.Id, $"{sleutel}:{stream}-{instance}");
            switch (await engine.ExecuteAsync(stream, Streams.TrialKind, command, asking))
            {
                case Answer.Done: stopped++; break;
                case Answer.Refused geweigerd when geweigerd.Refusals[0].Code != RefusalCode.InstanceNotOpen: return Weigering.Door(geweigerd.Refusals);
            }
        }
        return stopped;
    }

    /// <summary>Stops by ids, by a definition, or by one version of it.</summary>
    public async Task<Uitslag<int>> StopAllesAsync(Actor actor, JsonObject vraag, string sleutel)
    {
        if (vraag["ids"] is JsonArray { Count: > 0 } ids)
            return await StopAsync(actor, [.. ids.Select(id => id?.ToString() ?? "").Take(MostAtOnce)], sleutel);
        var (definition, version) = Of(vraag);
        if (definition is null)
            return 0;
        var trials = (await storage.Instances.TrialDefinitionsAsync()).Where(d => d == definition || Proeftekening.OrigineelVan(d) == definition).ToList();
        var open = await storage.Instances.FindAsync(new InstanceSearch(Trials: true, DefinitionIds: trials, DefinitionVersion: version, Statuses: ["running", "suspended"]), new Paging(0, MostAtOnce));
        return await StopAsync(actor, [.. open.Items.Select(l => Verloopids.VanInstantie(l.Stream, l.Id))], sleutel);
    }

    static (DefinitionId? Definition, int? Version) Of(JsonObject vraag) =>
        Versieid.Lees(vraag.Tekst("definitionVersionId"), out var version) ? (version.DefinitionId, version.Version) : (vraag.Tekst("definitionId") is { } id ? new(id) : null, null);
}
