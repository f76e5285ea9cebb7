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
/// trials can start, in a stream of its own that nothing leaves. The same drawing is the same copy; the same key the same trial.
/// </summary>
public sealed class Proefstart(WorkflowEngine engine, Tekeningbeheer tekeningen, Bevoegdheid bevoegdheid)
{
    /// <param name="asked">Studio's request: correlation, trigger and input.</param>
    /// <param name="key">Of this request.</param>
    /// <returns>The id of the instance; refused: 400 with everything that is wrong with the drawing, or 404.</returns>
    public async Task<Uitslag<string>> BeginAsync(Actor actor, string definitionId, JsonObject asked, string key)
    {
        if (!bevoegdheid.Mag(actor, Handeling.Tekenen))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (!(await DrawingAsync(actor, definitionId)).Lukt(out var drawing, out var nee) || !(await CopyAsync(actor, drawing)).Lukt(out var copy, out nee))
            return nee;
        var start = StartOf(copy.Definition);
        var trigger = asked.Tekst("triggerActivityId") ?? (start is not null && IsTrigger(start) ? start.Id : null);
        var input = asked["input"] is JsonObject { Count: > 0 } given ? (JsonObject)given.DeepClone() : Proefinvoer.Voor(start?.Type);
        var stream = Streams.TrialPrefix + Streams.Derived($"proef\n{actor.Id}:{key}");
        var command = new StartInstance(
            copy.Key.DefinitionId, input, copy.Definition.NeedsEnd ? Streams.Derived("dossier\n" + stream) : null, asked.Tekst("correlationId"), copy.Key.Version, trigger);
        return await engine.ExecuteAsync(stream, Streams.TrialKind, command, Asking.Person(actor.Id, $"{actor.Id}:proef:{key}")) switch
        {
            Answer.Done done => Verloopids.VanInstantie(done.Stream, done.Events.OfType<Events.InstanceStarted>().First().Instance),
            Answer.Refused refused => new Weigering(refused.Refusals[0].Code, [.. refused.Refusals[0].Arguments]) { Fouten = refused.Refusals },
            _ => throw new InvalidOperationException("No such answer."),
        };
    }

    /// <summary>The newest that there is: a concept, also a colleague's, or what was published last.</summary>
    async Task<Uitslag<JsonObject>> DrawingAsync(Actor actor, string definitionId)
    {
        if (Streams.IsTrialDefinition(definitionId))
            return new Weigering(Verzoekcode.TekeningOnbekend, definitionId.Length > 100 ? definitionId[..100] : definitionId);
        if (!(await tekeningen.OpenAsync(actor, definitionId)).Lukt(out var drawing, out var nee))
            return nee;
        var copy = (JsonObject)drawing.Document.DeepClone();
        (copy["definitionId"], copy["version"]) = (drawing.Kop.DefinitionId, drawing.Kop.Versie);
        Tekeningtekst.HaalTag(copy);
        copy.Remove("id");
        copy.Remove("links");
        return copy;
    }

    async Task<Uitslag<CompiledDefinition>> CopyAsync(Actor actor, JsonObject copy)
    {
        var version = copy["version"]!.GetValue<int>();
        var id = Proeftekening.IdVan(copy["definitionId"]!.ToString(), CompiledDefinition.HashOf(copy.ToJsonString(Json.Compact)));
        if (await engine.DefinitionAsync(id, version) is { } known)
            return known;
        (copy["definitionId"], copy["id"]) = (id, Versieid.Van(id, version));
        var publish = new PublishDefinition(copy.ToJsonString(Json.Compact)) { IsTrial = true };
        var answer = await engine.ExecuteAsync(Streams.OfDefinition(id), Streams.DefinitionKind, publish, Asking.Person(actor.Id, $"proef:{id}@{version}"));
        if (answer is Answer.Refused refused && refused.Refusals[0].Code != RefusalCode.DefinitionVersionPublished)
            return await NotYetAsync(publish.Document);
        return (await engine.DefinitionAsync(id, version))!;
    }

    /// <summary>Everything that has to be mended first, each with its place.</summary>
    async Task<Weigering> NotYetAsync(string document)
    {
        var found = Bevindingen.Van(await engine.CheckAsync(document), DefinitionJson.Read(document).Definition, engine.Decider.Catalogue);
        return new Weigering(Verloopcode.ProefNietMogelijk)
        {
            Zinnen = [Casework.Zinnen.Voor(Verloopcode.ProefNietMogelijk), .. found.Fouten], Extra = new Dictionary<string, object?> { ["bevindingen"] = found.Alle },
        };
    }

    static ActivityNode? StartOf(WorkflowDefinition definition) => definition.Root.IsFlowchart ? definition.Root.GraphFrom(null).Start : definition.Root.Children.FirstOrDefault();

    /// <summary>A drawing that waits for a moment or an event begins at once when it is tried: that it came is what is tried.</summary>
    bool IsTrigger(ActivityNode node) => node.CanStartWorkflow && engine.Decider.Catalogue.Find(node)?.Has(ActivityTraits.Trigger) == true;
}
