using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>
/// Tries a drawing. The law of this file: a trial runs on a copy of exactly what was drawn, published under a name that only
/// trials can start, in a stream of its own that nothing leaves. The same drawing with the same documents is the same copy; the same key the same trial.
/// </summary>
public sealed class Proefstart(WorkflowEngine engine, Tekeningbeheer tekeningen, Bevoegdheid bevoegdheid)
{
    /// <param name="vraag">Studio's request: correlation, trigger and input.</param>
    /// <param name="sleutel">Of this request.</param>
    /// <returns>The id of the instance; refused: 400 with everything that is wrong with the drawing, or 404.</returns>
    public async Task<Uitslag<string>> BeginAsync(Actor actor, string definitionId, JsonObject vraag, string sleutel)
    {
        if (!bevoegdheid.Mag(actor, Handeling.Tekenen))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (!(await DrawingAsync(actor, definitionId)).Lukt(out var tekening, out var nee) || !(await CopyAsync(actor, tekening)).Lukt(out var kopie, out nee))
            return nee;
        var start = StartOf(kopie.Definition);
        var trigger = vraag.Tekst("triggerActivityId") ?? (start is not null && IsTrigger(start) ? start.Id : null);
        var invoer = vraag["input"] is JsonObject { Count: > 0 } given ? (JsonObject)given.DeepClone() : Proefinvoer.Voor(start?.Type);
        var asking = Asking.Person(actor.Id, $"proef:{sleutel}");
        StreamId Stroom(RingKey k) => new(Streams.TrialPrefix + k.IdFor("proef", asking));
        var ring = await engine.KeyOfAsync(asking, Stroom);
        var command = new StartInstance(
            kopie.Key.DefinitionId, invoer, kopie.Definition.NeedsEnd ? new DossierId(ring.IdFor("dossier", asking)) : null, vraag.Tekst("correlationId"), kopie.Key.Version, trigger);
        return await engine.ExecuteAsync(Stroom(ring), Streams.TrialKind, command, asking) switch
        {
            Answer.Done klaar => Verloopids.VanInstantie(klaar.Stream, klaar.Events.OfType<Events.InstanceStarted>().First().Instance),
            Answer.Refused geweigerd => new Weigering(geweigerd.Refusals[0].Code, [.. geweigerd.Refusals[0].Arguments]) { Fouten = geweigerd.Refusals },
            _ => throw new InvalidOperationException("No such answer."),
        };
    }

    /// <summary>The newest that there is: a concept, also a colleague's, or what was published last.</summary>
    async Task<Uitslag<JsonObject>> DrawingAsync(Actor actor, string definitionId)
    {
        if (Streams.IsTrialDefinition(definitionId))
            return new Weigering(Verzoekcode.TekeningOnbekend, definitionId.Length > 100 ? definitionId[..100] : definitionId);
        if (!(await tekeningen.OpenAsync(actor, definitionId)).Lukt(out var tekening, out var nee))
            return nee;
        var kopie = (JsonObject)tekening.Document.DeepClone();
        (kopie["definitionId"], kopie["version"]) = (tekening.Kop.DefinitionId, tekening.Kop.Versie);
        Tekeningtekst.HaalTag(kopie);
        kopie.Remove("id");
        kopie.Remove("links");
        return kopie;
    }

    async Task<Uitslag<CompiledDefinition>> CopyAsync(Actor actor, JsonObject kopie)
    {
        var version = kopie["version"]!.GetValue<int>();
        // What is tried is what would be published now: with other documents it is another copy.
        var tekst = kopie.ToJsonString(Json.Compact);
        var pins = DefinitionJson.Read(tekst).Definition is { } getekend ? await engine.PinsAsync(getekend) : [];
        var id = Proeftekening.IdVan(kopie["definitionId"]!.ToString(), CompiledDefinition.HashOf(tekst + Manifest.Write(pins)));
        if (await engine.DefinitionAsync(id, version) is { } bekend)
            return bekend;
        (kopie["definitionId"], kopie["id"]) = (id, Versieid.Van(id, version));
        var publish = new PublishDefinition(kopie.ToJsonString(Json.Compact)) { IsTrial = true };
        var antwoord = await engine.ExecuteAsync(Streams.OfDefinition(id), Streams.DefinitionKind, publish, Asking.Person(actor.Id, $"proef:{id}@{version}"));
        if (antwoord is Answer.Refused geweigerd && geweigerd.Refusals[0].Code != RefusalCode.DefinitionVersionPublished)
            return await NotYetAsync(publish.Document);
        return (await engine.DefinitionAsync(id, version))!;
    }

    /// <summary>Everything that has to be mended first, each with its place.</summary>
    async Task<Weigering> NotYetAsync(string document)
    {
        var gevonden = Bevindingen.Van(await engine.CheckAsync(document), DefinitionJson.Read(document).Definition, engine.Decider.Catalogue);
        return new Weigering(Verloopcode.ProefNietMogelijk)
        {
            Zinnen = [Casework.Zinnen.Voor(Verloopcode.ProefNietMogelijk), .. gevonden.Fouten], Extra = new Dictionary<string, object?> { ["bevindingen"] = gevonden.Alle },
        };
    }

    static ActivityNode? StartOf(WorkflowDefinition definition) => definition.Root.IsFlowchart ? definition.Root.GraphFrom(null).Start : definition.Root.Children.FirstOrDefault();

    /// <summary>A drawing that waits for a moment or an event begins at once when it is tried: that it came is what is tried.</summary>
    bool IsTrigger(ActivityNode node) => node.CanStartWorkflow && engine.Decider.Catalogue.Find(node)?.Has(ActivityTraits.Trigger) == true;
}
