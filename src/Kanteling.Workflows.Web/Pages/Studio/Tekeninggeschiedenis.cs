using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>That a version was published: when, by whom, and if nobody else approved it, why not.</summary>
/// <param name="Door">Who approved it, or published it alone.</param>
/// <param name="Tekenaar">Who drew it; null when that is not known.</param>
public sealed record Publicatie(int Versie, DateTimeOffset Op, string Door, string? Tekenaar, string? Reden);

/// <summary>When versions were published. Read from the stream of a drawing once; what happened there does not change.</summary>
public sealed class Tekeninggeschiedenis(IWorkflowStore store, WorkflowEngine engine, Gebruikersnamen namen)
{
    readonly Recent<DefinitionVersion, Publicatie> bekend = new(1_000);

    /// <summary>Null when that version was never published.</summary>
    public async Task<Publicatie?> VanAsync(DefinitionId id, int versie)
    {
        var sleutel = new DefinitionVersion(id, versie);
        if (bekend.Find(sleutel) is { } publicatie)
            return publicatie;
        await foreach (var commit in store.HistoryAsync(Streams.OfDefinition(id), 1, default))
        {
            foreach (var e in engine.Codec.Read(commit).OfType<DefinitionPublished>())
                bekend.Keep(e.Definition, new Publicatie(e.Definition.Version, commit.At, await NaamAsync(commit.Actor) ?? "", await NaamAsync(e.DrawnBy), e.Deviation?.AsString()));
        }
        return bekend.Find(sleutel);
    }

    async Task<string?> NaamAsync(ActorId? actor) => actor is not { } wie ? null : (await namen.VanUitvoerderAsync(wie))?.Naam;
}
